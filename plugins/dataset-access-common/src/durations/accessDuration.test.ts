import fc from 'fast-check';
import { durationEnd, isAtMost } from './accessDuration';

const START = '2030-01-15T09:00:00.000Z';
const refused = expect.objectContaining({
  code: 'BAD_DURATION',
  statusCode: 400,
});

function end(duration: string, from = START): string {
  return durationEnd(duration, new Date(from)).toISOString();
}

describe('the end of a duration', () => {
  it.each([
    ['days are counted', 'P30D', START, '2030-02-14T09:00:00.000Z'],
    ['weeks are seven days', 'P2W', START, '2030-01-29T09:00:00.000Z'],
    ['parts add up', 'P1DT2H30M', START, '2030-01-16T11:30:00.000Z'],
    [
      'months follow the calendar',
      'P1M',
      '2030-04-15T09:00:00.000Z',
      '2030-05-15T09:00:00.000Z',
    ],
    [
      'a month after the 31st of January is the last of February',
      'P1M',
      '2030-01-31T09:00:00.000Z',
      '2030-02-28T09:00:00.000Z',
    ],
    [
      'in a leap year that is the 29th',
      'P1M',
      '2032-01-31T09:00:00.000Z',
      '2032-02-29T09:00:00.000Z',
    ],
    [
      'a year after a leap day is the last of February',
      'P1Y',
      '2032-02-29T23:59:59.999Z',
      '2033-02-28T23:59:59.999Z',
    ],
    [
      'a day is 24 hours when Europe turns its clocks forward',
      'P1D',
      '2030-03-30T12:00:00.000Z',
      '2030-03-31T12:00:00.000Z',
    ],
    [
      'a day is 24 hours when America turns its clocks back',
      'P1D',
      '2030-11-02T12:00:00.000Z',
      '2030-11-03T12:00:00.000Z',
    ],
    [
      'long durations are exact, not capped',
      'PT72000H',
      START,
      '2038-04-03T09:00:00.000Z',
    ],
    [
      'a quarter of an hour is enough',
      'PT15M',
      START,
      '2030-01-15T09:15:00.000Z',
    ],
    ['twenty years are possible', 'P20Y', START, '2050-01-15T09:00:00.000Z'],
    ['also in months', 'P240M', START, '2050-01-15T09:00:00.000Z'],
  ])('%s', (_, duration, from, expected) => {
    expect(end(duration, from)).toBe(expected);
  });

  it.each([
    ['', 'nothing'],
    ['P', 'no part'],
    ['PT', 'no time part'],
    ['P0D', 'zero'],
    ['PT0.000S', 'zero in seconds'],
    ['PT14M59.999S', 'a millisecond too short'],
    ['P20YT1S', 'a second too long'],
    ['P241M', 'a month too long'],
    ['P2025Y', 'far too long'],
    ['P-1D', 'a negative part'],
    ['-P1D', 'a negative whole'],
    ['P1D-', 'a trailing sign'],
    ['PT1e308S', 'an exponent'],
    ['P99999999999999999999D', 'more than a number can count'],
    ['PInfinityD', 'infinity'],
    ['NaN', 'no number'],
    ['30', 'a bare number'],
    ['30D', 'no P'],
    ['p30d', 'lower case'],
    [' P30D', 'a leading blank'],
    ['P30D\n', 'a trailing line feed'],
    ['P٣٠D', 'Arabic digits'],
    ['P３０D', 'full-width digits'],
    ['P30D/P60D', 'an interval'],
    ['2030-02-14', 'a date'],
    ['P30D; drop table access_grants', 'something after it'],
    ['null', 'a word'],
  ])('%j is refused: %s', duration => {
    expect(() => end(duration)).toThrow(refused);
  });

  it('is refused with a sentence that names what was written', () => {
    expect(() => end('P2025Y')).toThrow(
      /P2025Y.*between 15 minutes and 20 years/,
    );
  });

  it('is always ahead by 15 minutes to 20 years, or refused, whatever the text', () => {
    const earliest = new Date('2030-01-15T09:15:00.000Z');
    const latest = new Date('2050-01-15T09:00:00.000Z');
    const letters = fc.string({
      unit: fc.constantFrom(...'P0123456789.,-+YMWDTHSe '),
      maxLength: 12,
    });
    const outcome = (text: string) => {
      try {
        const result = durationEnd(text, new Date(START));
        return result >= earliest && result <= latest ? 'in bounds' : result;
      } catch (error) {
        return (error as { code?: string }).code ?? error;
      }
    };
    fc.assert(
      fc.property(fc.oneof(letters, fc.string()), text => {
        expect(['in bounds', 'BAD_DURATION']).toContain(outcome(text));
      }),
      { seed: 603, numRuns: 5_000 },
    );
  });
});

describe('isAtMost', () => {
  it.each([
    ['equal durations', 'P30D', 'P30D', START, true],
    ['a shorter one', 'P7D', 'P30D', START, true],
    ['a longer one', 'P31D', 'P30D', START, false],
    ['other units for the same time', 'P12M', 'P1Y', START, true],
    [
      'a month in February against 30 days',
      'P1M',
      'P30D',
      '2030-01-31T00:00:00.000Z',
      true,
    ],
    [
      'a month in March against 30 days',
      'P1M',
      'P30D',
      '2030-03-01T00:00:00.000Z',
      false,
    ],
    [
      'a leap year against 365 days',
      'P1Y',
      'P365D',
      '2032-01-01T00:00:00.000Z',
      false,
    ],
    [
      'a common year against 365 days',
      'P1Y',
      'P365D',
      '2030-01-01T00:00:00.000Z',
      true,
    ],
    ['a millisecond more', 'P1DT0.001S', 'P1D', START, false],
    ['until revoked against a limit', undefined, 'P20Y', START, false],
    ['until revoked without a limit', undefined, undefined, START, true],
    ['anything without a limit', 'P20Y', undefined, START, true],
  ])('compares %s', (_, duration, limit, from, expected) => {
    expect(isAtMost(duration, limit, new Date(from))).toBe(expected);
  });

  it('refuses what is no duration', () => {
    const from = new Date(START);

    expect(() => isAtMost('P-3D', 'P30D', from)).toThrow(refused);
    expect(() => isAtMost('P3D', 'soon', from)).toThrow(refused);
  });

  it('refuses what is no duration also where there is no limit', () => {
    expect(() => isAtMost('P-3D', undefined, new Date(START))).toThrow(refused);
  });
});
