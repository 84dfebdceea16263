import type { JsonObject } from '@backstage/types';
import { testConfig } from '../__testUtils__/testDirectory';

const RULE = {
  name: 'analysts-read',
  beneficiaries: ['Group:Default/Analysts'],
  maxDuration: { days: 30 },
};

describe('a rule of the configuration', () => {
  it('is read with its defaults: all datasets, to read, and refs in their one spelling', () => {
    expect(testConfig({ preApprovals: [RULE] }).preApprovals).toEqual([
      {
        name: 'analysts-read',
        beneficiaries: ['group:default/analysts'],
        datasets: [],
        maxLevel: 'read-only',
        maxDuration: 'P30D',
        indefinite: false,
      },
    ]);
  });

  it.each<[string, JsonObject[], string]>([
    [
      'without a longest time',
      [{ ...RULE, maxDuration: undefined } as unknown as JsonObject],
      'datasetAccess.preApprovals.0.maxDuration: expected how long',
    ],
    [
      'with a longest time, and without one',
      [{ ...RULE, indefinite: true }],
      'datasetAccess.preApprovals.0.maxDuration: expected how long',
    ],
    [
      'named as another one',
      [RULE, RULE],
      'datasetAccess.preApprovals.1.name: there is another rule with the name "analysts-read"',
    ],
    [
      'about a domain that is none',
      [{ ...RULE, datasets: [{ field: 'domain', values: ['my finance'] }] }],
      'datasetAccess.preApprovals.0.datasets.0.values: ',
    ],
    [
      'about a field that policies do not have',
      [{ ...RULE, datasets: [{ field: 'colour', values: ['red'] }] }],
      'datasetAccess.preApprovals.0.datasets.0.field: ',
    ],
    [
      'with a key that is none',
      [{ ...RULE, level: 'owner' }],
      'datasetAccess.preApprovals.0.level: no such key',
    ],
  ])('%s stops the start and says which', (_, preApprovals, message) => {
    expect(() => testConfig({ preApprovals })).toThrow(message);
  });
});
