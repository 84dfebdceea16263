import { formatDuration } from './formatDuration';

describe('formatDuration', () => {
  it.each([
    ['P7D', 'en', '7 days'],
    ['P1D', 'en', '1 day'],
    ['P1M', 'en', '1 month'],
    ['PT8H', 'en', '8 hours'],
    ['P1Y6M', 'en', '1 year, 6 months'],
    ['P30D', 'fi', '30 päivää'],
    ['P30D', 'de', '30 Tage'],
  ])('says %s in %s as %s', (duration, locale, words) => {
    expect(formatDuration(duration, locale)).toBe(words);
  });
});
