import type { Config } from '@backstage/config';

/**
 * Personas let anybody be anybody, so they need two things at once: a process that is not in production, and a
 * configuration that asks for them.
 *
 * @param config - the whole configuration
 * @throws Error saying what is missing; thrown during start it keeps the backend from starting
 */
export function assertDemoOnly(config: Config): void {
  if (process.env.NODE_ENV === 'production') {
    throw new Error(
      'Demo personas let anybody sign in as anybody and do not start with NODE_ENV=production. Remove them from this backend, or run it as a demo.',
    );
  }
  if (config.getOptionalBoolean('demo.personas') !== true) {
    throw new Error(
      'Demo personas let anybody sign in as anybody and start only when the configuration has demo.personas: true.',
    );
  }
}
