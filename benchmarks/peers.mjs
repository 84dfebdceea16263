import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** Where peers are kept between runs; they are no part of the workspace. */
export const defaultFolder = join(tmpdir(), 'dataset-access-benchmark');

/**
 * Installs the peers of a manifest in `benchmarks/<set>` unless they are there, each at the version that stands in it.
 *
 * @returns the folder that holds their `node_modules`
 */
export function installPeers(set, folder = defaultFolder) {
  const manifest = join(here, set, 'package.json');
  const target = join(folder, set);
  const installed = join(target, 'installed.json');
  if (!existsSync(installed) || !sameText(manifest, installed)) {
    console.error(`Installing the peers of ${set}`);
    mkdirSync(target, { recursive: true });
    copyFileSync(manifest, join(target, 'package.json'));
    const { status, error } = spawnSync(
      'npm',
      // nothing that is measured has to be compiled
      ['install', '--ignore-scripts', '--no-audit', '--no-fund'],
      {
        cwd: target,
        stdio: ['ignore', 'ignore', 'inherit'],
        shell: process.platform === 'win32',
        env: { ...process.env, npm_config_loglevel: 'error' },
      },
    );
    if (status !== 0) {
      throw new Error(`npm install failed for ${set}: ${error ?? status}`);
    }
    copyFileSync(manifest, installed);
  }
  return target;
}

/** Loads a package from where peers were installed. */
export function peerLoader(folder) {
  const require = createRequire(pathToFileURL(join(folder, 'package.json')));
  return {
    require: name => require(name),
    /** For packages that are ECMAScript modules only. */
    import: async (name, entry) =>
      import(pathToFileURL(join(folder, 'node_modules', name, entry)).href),
  };
}

/** The exact versions in a manifest. */
export function peerVersions(set) {
  const { dependencies } = JSON.parse(
    readFileSync(join(here, set, 'package.json'), 'utf8'),
  );
  return dependencies;
}

function sameText(a, b) {
  return readFileSync(a, 'utf8') === readFileSync(b, 'utf8');
}
