import { emergencyDurations } from './emergencyDurations';

describe('how long emergency access can last', () => {
  it.each([
    ['PT15M', ['PT15M'], 'PT15M'],
    ['PT45M', ['PT15M', 'PT30M', 'PT45M'], 'PT45M'],
    ['PT1H', ['PT15M', 'PT30M', 'PT1H'], 'PT1H'],
    ['PT60M', ['PT15M', 'PT30M', 'PT60M'], 'PT60M'],
    ['PT3H', ['PT15M', 'PT30M', 'PT1H', 'PT2H', 'PT3H'], 'PT1H'],
  ])('%s at most: %j, and %s at first', (longest, durations, first) => {
    expect(emergencyDurations(longest)).toEqual({ durations, first });
  });
});
