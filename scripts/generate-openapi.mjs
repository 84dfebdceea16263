// node scripts/generate-openapi.mjs [--check]
// openapi.yaml is the contract. From it come the constant that the backend serves and validates against,
// and the types of the client. With --check nothing is written; a difference ends with status 1.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { load } from 'js-yaml';
import openapiTS, { astToString } from 'openapi-typescript';
import prettier from 'prettier';

const plugins = join(dirname(fileURLToPath(import.meta.url)), '..', 'plugins');
const contract = join(
  plugins,
  'dataset-access-backend/src/schema/openapi.yaml',
);
const banner =
  '// Generated from openapi.yaml by `yarn generate`; not edited.\n';

const spec = load(readFileSync(contract, 'utf8'));
const outputs = [
  [
    join(plugins, 'dataset-access-backend/src/schema/openapi.gen.ts'),
    `${banner}export const spec = ${JSON.stringify(spec, null, 2)} as const;\n`,
  ],
  [
    join(plugins, 'dataset-access-common/src/client/api.gen.ts'),
    `${banner}${astToString(await openapiTS(pathToFileURL(contract)))}`,
  ],
];

let stale = 0;
for (const [file, raw] of outputs) {
  const options = await prettier.resolveConfig(file);
  const text = prettier.format(raw, { ...options, parser: 'typescript' });
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
  } else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${file} is older than openapi.yaml: run yarn generate`);
    stale += 1;
  }
}
process.exit(stale ? 1 : 0);
