import type { Entity } from '@backstage/catalog-model';
import { testConfig } from '../__testUtils__/testDirectory';
import { readCoverage } from './domainCoverage';

const SNAPSHOT = 'data-registry/snapshot-only';
const TAGGED = 'data-registry/tag-based-access';

const dataset = (labels?: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'orders', labels },
  spec: { type: 'dataset' },
});

describe('how access to its domain reaches a dataset', () => {
  const coverage = readCoverage(testConfig());

  it.each<[string, Record<string, string> | undefined, string]>([
    ['without labels', undefined, 'following'],
    ['that is snapshot-only', { [SNAPSHOT]: 'true' }, 'snapshot-only'],
    ['with a value nobody knows', { [SNAPSHOT]: 'maybe' }, 'snapshot-only'],
    ['with an empty value', { [SNAPSHOT]: '' }, 'snapshot-only'],
    ['whose label is taken back', { [SNAPSHOT]: 'False' }, 'following'],
    ['whose label is disabled', { [TAGGED]: 'disabled' }, 'following'],
    ['that is governed by tags', { [TAGGED]: 'enabled' }, 'never'],
    ['with both labels', { [TAGGED]: 'yes', [SNAPSHOT]: 'yes' }, 'never'],
  ])('%s', (_, labels, expected) => {
    expect(coverage(dataset(labels))).toBe(expected);
  });

  it('is none for what is no dataset', () => {
    expect(
      coverage({ ...dataset({ [SNAPSHOT]: 'true' }), kind: 'Component' }),
    ).toBeUndefined();
  });

  it('goes by other labels where they are configured', () => {
    const other = readCoverage(
      testConfig({ domains: { tagBasedLabel: 'lake/tbac' } }),
    );

    expect(other(dataset({ 'lake/tbac': 'true' }))).toBe('never');
    expect(other(dataset({ [TAGGED]: 'true' }))).toBe('following');
  });
});
