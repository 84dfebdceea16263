import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { peerLoader } from './peers.mjs';

const here = join(dirname(fileURLToPath(import.meta.url)), '..', 'plugins');

/**
 * Bundles a source file of ours into one module that plain Node can load. Names are kept and nothing is minified, so that a
 * profile of it reads like the source.
 *
 * @param plugins - of another checkout, to compare two states of the product
 * @returns the path of the bundle
 */
export async function bundleProduct(source, peersFolder, plugins = here) {
  const { build } = peerLoader(peersFolder).require('esbuild');
  const outfile = join(
    peersFolder,
    `${source.replace(/[^a-z0-9]+/gi, '-')}.mjs`,
  );
  await build({
    entryPoints: [join(plugins, source)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    // what Node 22 understands stays as it was written: private fields above all
    target: 'node22',
    keepNames: false,
    // CommonJS packages among what is bundled ask for Node's own modules
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    sourcemap: 'inline',
    logLevel: 'error',
  });
  return outfile;
}
