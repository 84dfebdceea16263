// The Node and the Yarn that the project is built with, on a machine that has only Node 18 or newer with npm.
// What is missing is fetched from the npm registry by package name, once, into .tools.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the workspace. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Fetched where the machine's own Node is not one that Backstage 1.55 accepts. */
const FALLBACK_NODE = '24.21.0';
const ACCEPTED_NODES = [22, 24];

const node = acceptableNode();
const yarnJs = fetched(
  '@yarnpkg/cli-dist',
  readJson(join(root, 'package.json')).packageManager.replace('yarn@', ''),
  'bin/yarn.js',
);
const environment = {
  ...process.env,
  PATH: `${dirname(node)}${delimiter}${process.env.PATH}`,
  // Debian's npm names the headers of its own Node; a module compiled with them would not load in ours.
  npm_config_nodedir: undefined,
};

/** Starts Yarn in the workspace, on the terminal of this process. */
export function startYarn(args, env = {}) {
  return spawn(node, [yarnJs, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...environment, ...env },
  });
}

/**
 * Runs Yarn in the workspace to its end.
 *
 * @returns the exit status; 1 when a signal ended it
 */
export function yarn(args, env) {
  return new Promise((resolve, reject) => {
    startYarn(args, env)
      .on('error', reject)
      .on('exit', code => resolve(code ?? 1));
  });
}

function acceptableNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 18) {
    console.error(
      `Node 18 or newer is needed, with npm; this is ${process.version}.`,
    );
    process.exit(1);
  }
  if (ACCEPTED_NODES.includes(major)) return process.execPath;
  // Node's own packages: one per platform, without install scripts
  const isWindows = process.platform === 'win32';
  const isAppleSilicon =
    process.platform === 'darwin' && process.arch === 'arm64';
  return fetched(
    [
      isAppleSilicon ? 'node-bin' : 'node',
      isWindows ? 'win' : process.platform,
      process.arch,
    ].join('-'),
    FALLBACK_NODE,
    isWindows ? 'bin/node.exe' : 'bin/node',
  );
}

function fetched(name, version, file) {
  const tools = join(root, '.tools');
  const folder = join(tools, 'node_modules', name);
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest) || readJson(manifest).version !== version) {
    console.log(`Fetching ${name} ${version}`);
    npm(
      ['install', '--no-audit', '--no-fund', '--loglevel', 'error'],
      ['--prefix', tools, `${name}@${version}`],
    );
  }
  return join(folder, file);
}

function npm(...args) {
  // npm names its own program to the scripts that it runs; calling that needs no shell, whatever the path holds
  const { npm_execpath: program } = process.env;
  const isNpm = program && basename(program).startsWith('npm');
  const [command, ...first] = isNpm ? [process.execPath, program] : ['npm'];
  const { status, error } = spawnSync(command, [...first, ...args.flat()], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) {
    console.error(
      `npm ${args.flat().join(' ')} failed${
        error ? `: ${error.message}` : ''
      }.`,
    );
    process.exit(1);
  }
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
