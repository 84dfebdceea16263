import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];

/**
 * The browser that the browser tests drive: an installed one, else Debian's package where it may be installed, else
 * Playwright's own.
 *
 * @returns path of the program
 * @throws Error when there is none and none can be had
 */
export function findChromium() {
  return installed() ?? fromDebian() ?? fromPlaywright();
}

function installed() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const macOs = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  return [
    ...(process.env.PATH ?? '')
      .split(delimiter)
      .flatMap(folder => NAMES.map(name => join(folder, name))),
    macOs,
  ].find(path => existsSync(path));
}

function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    return undefined;
  }
  console.log('Installing Chromium from the Debian packages');
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', 'chromium']);
  return installed();
}

function fromPlaywright() {
  const require = createRequire(import.meta.url);
  const { chromium } = require('@playwright/test');
  if (!existsSync(chromium.executablePath())) {
    console.log("Installing Playwright's Chromium");
    const folder = dirname(require.resolve('@playwright/test/package.json'));
    run(process.execPath, [join(folder, 'cli.js'), 'install', 'chromium']);
  }
  if (!existsSync(chromium.executablePath())) {
    throw new Error(
      'No Chromium was found and none could be installed. Install one, or name its program in CHROMIUM_PATH.',
    );
  }
  return chromium.executablePath();
}

function run(command, args) {
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
