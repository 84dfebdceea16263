import { defineConfig } from '@playwright/test';
import { existsSync } from 'node:fs';
import { findChromium } from '../scripts/chromium.mjs';
import { shopEnvironment } from './Shop';

if (!existsSync(new URL('../packages/app/dist/index.html', import.meta.url))) {
  throw new Error('Build the portal first: yarn workspace app build');
}
if (!process.env.POSTGRES_PORT) {
  throw new Error('Run the browser tests with yarn test:e2e.');
}

/** A whole portal for each database; what the one remembers, the other never hears of. */
const portals = [
  { database: 'sqlite', port: 7117, config: [] },
  {
    database: 'postgres',
    port: 7118,
    config: ['../../e2e/app-config.postgres.yaml'],
  },
];

export default defineConfig({
  testDir: '.',
  globalSetup: './waitForCatalog.ts',
  outputDir: '.results',
  // the tests of one portal share its requests, so they follow each other
  workers: 1,
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE
    ? [['list'], ['json']]
    : [['list']],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    },
  },
  projects: portals.map(({ database, port }) => ({
    name: database,
    // pictures need no second database
    testIgnore: database === 'sqlite' ? [] : ['*.screens.spec.ts'],
    use: { baseURL: `http://localhost:${port}` },
  })),
  webServer: portals.map(({ database, port, config }) => ({
    command: [
      'yarn workspace backend start',
      ...[
        '../../app-config.yaml',
        '../../app-config.source.yaml',
        '../../e2e/app-config.yaml',
        ...config,
      ].map(file => `--config ${file}`),
    ].join(' '),
    cwd: '..',
    env: {
      PORT: String(port),
      LOG_LEVEL: 'warn',
      ...shopEnvironment(database),
    },
    url: `http://localhost:${port}/api/dataset-access/openapi.json`,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  })),
});
