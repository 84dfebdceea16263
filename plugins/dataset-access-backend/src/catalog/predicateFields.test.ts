import type { FilterPredicate } from '@backstage/filter-predicates';
import { testConfig } from '../__testUtils__/testDirectory';
import { predicateFields } from './predicateFields';

describe('the fields that a predicate looks at', () => {
  it.each<[string, FilterPredicate, string[]]>([
    ['a value for a field', { kind: 'API' }, ['kind']],
    [
      'values for several fields',
      { kind: 'API', 'spec.type': 'dataset' },
      ['kind', 'spec.type'],
    ],
    ['nothing', {}, []],
    ['a plain value', 'dataset', []],
    [
      'a label with dots and slashes',
      { 'metadata.labels.data-registry/listed': 'yes' },
      ['metadata.labels.data-registry/listed'],
    ],
    ['a set of values', { 'spec.type': { $in: ['a', 'b'] } }, ['spec.type']],
    [
      'whether it is there',
      { 'spec.owner': { $exists: true } },
      ['spec.owner'],
    ],
    ['what it contains', { 'spec.tags': { $contains: 'pii' } }, ['spec.tags']],
    [
      'any of some',
      { $any: [{ kind: 'API' }, { 'spec.type': 'dataset' }] },
      ['kind', 'spec.type'],
    ],
    [
      'all of some',
      { $all: [{ kind: 'API' }, { 'spec.type': 'dataset' }] },
      ['kind', 'spec.type'],
    ],
    ['not', { $not: { 'spec.lifecycle': 'retired' } }, ['spec.lifecycle']],
    [
      'all of these within each other',
      {
        $all: [
          { kind: 'API' },
          {
            $not: {
              $any: [
                { 'spec.system': 'lab' },
                { 'metadata.tags': { $contains: 'draft' } },
              ],
            },
          },
        ],
      },
      ['kind', 'spec.system', 'metadata.tags'],
    ],
  ])('in %s', (_, predicate, fields) => {
    expect(new Set(predicateFields(predicate))).toEqual(new Set(fields));
  });

  it('by default are kind and type', () => {
    const { filter } = testConfig().dataset;

    expect(new Set(predicateFields(filter))).toEqual(
      new Set(['kind', 'spec.type']),
    );
  });
});
