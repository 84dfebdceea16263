import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { root, startYarn, yarn } from './toolchain.mjs';

/**
 * Installs, builds and serves the demo portal, and says where it is and who to be there.
 *
 * @returns the exit status, once the portal has stopped
 */
export async function runDemo() {
  const port = Number(process.env.PORT ?? 7007);
  const problem = await portProblem(port);
  if (problem) {
    console.error(problem);
    return 1;
  }
  for (const args of [
    ['install', '--immutable'],
    ['workspace', 'app', 'build'],
  ]) {
    const status = await yarn(args);
    if (status !== 0) return status;
  }
  const source = await startSource();
  const portal = startYarn(
    ['workspace', 'backend', 'start', ...(source?.configs ?? [])],
    { PORT: String(port), ...source?.env },
  );
  const stopped = new Promise(resolve => {
    portal.on('exit', async code => {
      await source?.stop();
      resolve(code ?? 0);
    });
  });
  // Ctrl+C reaches the portal by itself; this process stays until it has stopped
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => portal.kill());
  const address = `http://localhost:${port}`;
  if (await Promise.race([answers(address), stopped.then(() => false)])) {
    console.log(welcome(address, source));
  }
  return stopped;
}

function portProblem(port) {
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    return `PORT must be a number from 1 to 65535, not "${process.env.PORT}".`;
  }
  return new Promise(resolve => {
    const server = createServer()
      .once('error', error =>
        resolve(
          `Port ${port} cannot be used (${error.code}). Name another one: PORT=7107 npm run demo`,
        ),
      )
      .listen(port, '127.0.0.1', () => server.close(() => resolve()));
  });
}

/** Resolves when the plugin answers. */
async function answers(address) {
  for (;;) {
    const response = await fetch(
      `${address}/api/dataset-access/openapi.json`,
    ).catch(() => undefined);
    if (response?.ok) return true;
    await new Promise(resolve => setTimeout(resolve, 250));
  }
}

/**
 * Starts a database of the shop, for the portal to give access in.
 *
 * @returns undefined where none can be started, which is said and no reason to stop
 */
async function startSource() {
  try {
    // it is there only once everything is installed
    const { startDemoSource } = await import('./demo-source.mjs');
    return await startDemoSource();
  } catch (error) {
    console.warn(
      `\nNo database can be started here (${error.message}), so access is given by hand in this demo.\n`,
    );
    return undefined;
  }
}

function welcome(address, source) {
  const personas = [
    ...readFileSync(join(root, 'app-config.yaml'), 'utf8').matchAll(
      /^ +name: (.+)\n +role: (.+)\n +blurb: (.+)$/gm,
    ),
  ].map(
    ([, name, role, blurb]) =>
      `    ${name.padEnd(18)}${role.padEnd(24)}${blurb}`,
  );
  return [
    '',
    `  The portal is ready: ${address}`,
    '',
    '  Sign in as one of these people, without a password:',
    '',
    ...personas,
    '',
    `  A dataset to begin with: ${address}/catalog/default/resource/customer-orders`,
    ...(source
      ? [
          '  Access to this one is made real in a database, as Maya would find out with',
          `    ${source.url}`,
          '    select * from shop.products;',
          `  ${address}/catalog/default/api/product-catalogue`,
        ]
      : []),
    '  Ctrl+C stops the portal; what was entered is gone then.',
    '',
  ].join('\n');
}
