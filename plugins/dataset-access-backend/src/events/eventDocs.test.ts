import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readFileSync } from 'node:fs';
import { spec } from '../schema/openapi.gen';

const guide = readFileSync(
  resolvePackagePath(
    'backstage-plugin-dataset-access-backend',
    '../../docs/developer-guide.md',
  ),
  'utf8',
);
const [, section] = guide.split(/^## Events$/m);
const listed = [
  ...section
    .split(/^## /m)[0]
    .matchAll(/^\| `([a-z-]+)` +\| (?:request|grant|domain grant) /gm),
].map(([, type]) => type);

it('the developer guide lists every kind of change that is published', () => {
  expect(listed.sort()).toEqual(
    [...spec.components.schemas.HistoryEntry.properties.type.enum].sort(),
  );
});
