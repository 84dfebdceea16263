import { ConfigReader } from '@backstage/config';
import { requestableFilter } from './requestableFilter';

const entity = (kind: string, type?: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'orders' },
  spec: type ? { type } : {},
});

it.each([
  ['a dataset', entity('Resource', 'dataset'), true],
  ['a domain', entity('Domain'), true],
  ['a bucket', entity('Resource', 'bucket'), false],
  ['a system', entity('System'), false],
  ['a group', entity('Group', 'team'), false],
])('access can be asked for to %s: %s', (_, one, expected) => {
  expect(requestableFilter(new ConfigReader({}))(one)).toBe(expected);
});
