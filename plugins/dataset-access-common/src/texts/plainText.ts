/**
 * What can be wrong with a text that somebody wrote for somebody else to read.
 *
 * @public
 */
export type TextProblem = 'unreadable' | 'too-short' | 'too-long';

/**
 * How long a text may be, in Unicode code points.
 *
 * @public
 */
export interface TextBounds {
  minLength: number;
  maxLength: number;
}

/**
 * A text as it will be stored, or what is wrong with it.
 *
 * @public
 */
export type CheckedText =
  | { text: string; problem?: undefined }
  | { text?: undefined; problem: TextProblem };

// Control characters other than tab and line feed, and halves of characters: databases and readers disagree on them
const UNREADABLE = /\p{Cs}|(?![\t\n])\p{Cc}/u;
// Can make a text look like another one (https://trojansource.codes); no language needs them in a short plain text
const DIRECTION_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;
// Takes up no space on the screen
const INVISIBLE = /[\s\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]/gu;
const OUTER_BLANKS = /^[\s\u200B\u2060\uFEFF]+|[\s\u200B\u2060\uFEFF]+$/g;

/**
 * Checks a reason or comment. The form, the API and every other way in use this one function.
 *
 * Blanks around the text and direction controls are removed. What counts against `minLength` is what can be seen, so
 * that a row of blanks or zero-width characters is no reason.
 *
 * @public
 */
export function checkPlainText(raw: string, bounds: TextBounds): CheckedText {
  const text = raw
    .replace(/\r\n?/g, '\n')
    .replace(DIRECTION_CONTROLS, '')
    .replace(OUTER_BLANKS, '');
  if (UNREADABLE.test(text)) {
    return { problem: 'unreadable' };
  }
  if (visibleLength(text) < bounds.minLength) {
    return { problem: 'too-short' };
  }
  return length(text) > bounds.maxLength ? { problem: 'too-long' } : { text };
}

/**
 * The length that {@link checkPlainText} compares with `minLength`: what can be seen.
 *
 * @public
 */
export function visibleLength(text: string): number {
  return length(text.replace(INVISIBLE, ''));
}

function length(text: string): number {
  return [...text].length;
}
