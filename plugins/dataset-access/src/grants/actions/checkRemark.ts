import { checkPlainText } from 'backstage-plugin-dataset-access-common';

/** As many characters as the backend keeps of it. */
export const REMARK_LENGTH = 2000;

/** What is wrong with what somebody wrote about a grant, as the backend sees it. */
export type RemarkProblem =
  | 'reasonMissing'
  | 'reasonTooLong'
  | 'reasonUnreadable';

export function checkRemark(text: string): RemarkProblem | undefined {
  const { problem } = checkPlainText(text, {
    minLength: 1,
    maxLength: REMARK_LENGTH,
  });
  switch (problem) {
    case 'too-short':
      return 'reasonMissing';
    case 'too-long':
      return 'reasonTooLong';
    case 'unreadable':
      return 'reasonUnreadable';
    default:
      return undefined;
  }
}
