import { endOfPaths } from './pathEnd';

const MARCH = '2031-03-01T12:00:00.000Z';
const MAY = '2031-05-01T12:00:00.000Z';

it.each<[string, Array<string | undefined>, string | undefined]>([
  ['the only end', [MARCH], MARCH],
  ['the last one', [MAY, MARCH], MAY],
  ['none as long as one path has none', [MARCH, undefined], undefined],
  ['none without an end', [undefined], undefined],
  ['none without a path', [], undefined],
])('%s', (_, ends, end) => {
  expect(endOfPaths(ends.map(expiresAt => ({ expiresAt })))).toBe(end);
});
