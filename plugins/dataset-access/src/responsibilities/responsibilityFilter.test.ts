import { mockApis } from '@backstage/frontend-test-utils';
import { entity } from '../__testUtils__/people';
import { responsibilityFilter } from './responsibilityFilter';

const shownOn = (kind: string, filter?: object, type = 'other') =>
  responsibilityFilter(
    mockApis.config({ data: { datasetAccess: { dataset: { filter } } } }),
  )(entity(kind, `${kind}:default/x`, { spec: { type } }));

it.each(['System', 'Domain', 'Component', 'API', 'Resource'])(
  'somebody can answer for a %s',
  kind => {
    expect(shownOn(kind)).toBe(true);
  },
);

it.each(['User', 'Group', 'Template', 'Location'])(
  'nobody answers for a %s',
  kind => {
    expect(shownOn(kind)).toBe(false);
  },
);

it('somebody can answer for whatever this portal calls a dataset (S0.1)', () => {
  const filter = { kind: 'Template', 'spec.type': 'dataset' };

  expect(shownOn('Template', filter, 'dataset')).toBe(true);
  expect(shownOn('Template', filter, 'other')).toBe(false);
});
