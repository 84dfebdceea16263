import { CsvError, parse } from 'csv-parse/sync';

const SHOWN_LENGTH = 200;

/** One line of a CSV file that has something in it. */
export interface CsvLine {
  /** `line 12` */
  place: string;
  /** As it is, or how it begins. */
  text: string;
  /** Absent when the line cannot be read. */
  columns?: string[];
  /** What is wrong with it. */
  problem?: string;
}

/**
 * Reads the lines of a CSV file that are no comments, each for itself: a stray quote spoils its own line and does not
 * swallow those after it.
 */
export function csvLines(content: string): CsvLine[] {
  const lines = content
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ place: `line ${index + 1}`, text: line.trim() }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'));
  // a call for each line takes long; where there are no quotes, one cannot spoil another one
  const plain = lines.filter(({ text }) => !text.includes('"'));
  const rows = parseCsv(plain.map(({ text }) => text).join('\n'));
  const columnsOf = new Map(plain.map(({ place }, at) => [place, rows[at]]));
  return lines.map(({ place, text }) => {
    const columns = columnsOf.get(place);
    return {
      place,
      text: text.slice(0, SHOWN_LENGTH),
      ...(columns ? { columns } : readQuoted(text)),
    };
  });
}

function readQuoted(line: string): Pick<CsvLine, 'columns' | 'problem'> {
  try {
    return { columns: parseCsv(line)[0] };
  } catch (error) {
    if (!(error instanceof CsvError)) {
      throw error;
    }
    return { problem: `It is no CSV: ${error.message}.` };
  }
}

function parseCsv(text: string): string[][] {
  return parse(text, { trim: true, relaxColumnCount: true });
}
