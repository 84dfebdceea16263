import { ConfigReader } from '@backstage/core-app-api';
import { entity } from '../__testUtils__/people';
import { requestableFilter } from './requestableFilter';

const one = (kind: string, type?: string) =>
  entity(kind, `${kind}:default/orders`, { spec: type ? { type } : {} });

it.each([
  ['a dataset', one('Resource', 'dataset'), true],
  ['a domain', one('Domain'), true],
  ['a bucket', one('Resource', 'bucket'), false],
  ['a system', one('System'), false],
  ['a group', one('Group', 'team'), false],
])('access can be asked for to %s: %s', (_, given, expected) => {
  expect(requestableFilter(new ConfigReader({}))(given)).toBe(expected);
});
