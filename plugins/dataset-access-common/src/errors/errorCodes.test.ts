import { ErrorCodeSpec, errorCodes } from './errorCodes';

const STATUSES = [400, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503];

const codes = Object.entries<ErrorCodeSpec>(errorCodes);

describe.each(codes)(
  'the error code %s',
  (code, { status, message, remedy }) => {
    it('is spelled in capitals', () => {
      expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
    });

    it('has a status that callers are told about', () => {
      expect(STATUSES).toContain(status);
    });

    it('says in a sentence what happened and in another what to do', () => {
      const sentence = /^[A-Z][^\n]+[^\s.]\.$/;

      expect(message).toMatch(sentence);
      expect(remedy).toMatch(sentence);
      expect(remedy).not.toBe(message);
    });
  },
);

it('no two codes say the same, so that a reader can tell them apart', () => {
  const messages = codes.map(([, { message }]) => message);

  expect(new Set(messages).size).toBe(messages.length);
});
