import {
  type Config,
  ConfigReader,
  readDurationFromConfig,
} from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { accessLevels } from 'backstage-plugin-dataset-access-common';
import { z } from 'zod';
import type { WebhookSettings } from './WebhookSettings';

/** Where the settings are in app-config. */
export const CONFIG_KEY = 'datasetAccess.connectors.webhook';

const SECRET_PREFIX = 'whsec_';
const FEWEST_SECRET_BYTES = 24;
const MOST_SECRET_BYTES = 64;
const MOST_SECRETS = 5;

/** Messages name the key and what is expected there, never what was found: it may be a secret. */
const secret = z
  .string({ error: `expected a secret that begins with ${SECRET_PREFIX}` })
  .refine(isSecret, {
    error: `expected ${SECRET_PREFIX} and ${FEWEST_SECRET_BYTES} to ${MOST_SECRET_BYTES} random bytes in base64`,
  });

const secrets = z.union(
  [
    secret.transform(one => [one]),
    z
      .array(secret)
      .min(1, 'expected at least one secret')
      .max(MOST_SECRETS, `expected at most ${MOST_SECRETS} secrets`),
  ],
  {
    error: `expected secrets, each ${SECRET_PREFIX} and ${FEWEST_SECRET_BYTES} to ${MOST_SECRET_BYTES} random bytes in base64; at most ${MOST_SECRETS}`,
  },
);

/** The standard lays down the form; what is shorter can be guessed, and base64 that is none would sign with something else. */
function isSecret(value: string): boolean {
  const text = value.slice(SECRET_PREFIX.length);
  const bytes = Buffer.from(text, 'base64');
  return (
    value.startsWith(SECRET_PREFIX) &&
    bytes.toString('base64') === text &&
    bytes.length >= FEWEST_SECRET_BYTES &&
    bytes.length <= MOST_SECRET_BYTES
  );
}

const url = z
  .string({ error: 'expected an address' })
  .transform((value, context): URL => {
    const parsed = URL.canParse(value) ? new URL(value) : undefined;
    const problem = problemOf(parsed);
    if (problem) {
      context.addIssue({ code: 'custom', message: problem });
      return z.NEVER;
    }
    return parsed!;
  });

function problemOf(parsed: URL | undefined): string | undefined {
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) {
    return 'expected an address such as https://lake.example.com/access';
  }
  if (parsed.username || parsed.password) {
    return 'expected an address without user name and password; messages are signed instead';
  }
  return parsed.hash ? 'expected an address without a fragment' : undefined;
}

/** Whether messages to a host stay on this machine. */
function isLoopback({ hostname }: URL): boolean {
  return (
    hostname === 'localhost' ||
    hostname === '[::1]' ||
    // an address that begins like this is one, since a parsed URL has IPv4 addresses in four parts
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}

const timeout = z.unknown().transform((value, context): number => {
  try {
    const ms = durationToMilliseconds(
      readDurationFromConfig(new ConfigReader({ value: value as string }), {
        key: 'value',
      }),
    );
    if (ms >= 1) {
      return Math.round(ms);
    }
  } catch {
    // said below
  }
  context.addIssue({
    code: 'custom',
    message: 'expected a duration such as PT10S or { seconds: 10 }',
  });
  return z.NEVER;
});

const levels = z
  .array(
    z.enum(accessLevels, {
      error: `expected levels: ${accessLevels.join(', ')}`,
    }),
  )
  .min(1, `expected at least one of ${accessLevels.join(', ')}`)
  .transform(all => accessLevels.filter(level => all.includes(level)))
  .optional()
  .transform(all => all ?? [...accessLevels]);

const endpoint = z
  .strictObject({
    url,
    secrets,
    timeout: timeout.prefault('PT10S'),
    levels,
    allowHttp: z.boolean({ error: 'expected true or false' }).default(false),
  })
  .superRefine((value, context) => {
    if (
      value.url.protocol === 'http:' &&
      !value.allowHttp &&
      !isLoopback(value.url)
    ) {
      context.addIssue({
        code: 'custom',
        path: ['url'],
        message:
          'expected https, since the host is not this machine; allowHttp: true lifts that',
      });
    }
  })
  .transform(({ timeout: timeoutMs, allowHttp: _, ...rest }) => ({
    ...rest,
    timeoutMs,
  }));

const endpointNames = z
  .string()
  .regex(/^[A-Za-z0-9][\w.-]{0,62}$/, 'expected a name such as lake');

const schema = z.strictObject({
  endpoints: z.record(endpointNames, endpoint),
});

/** The settings of one endpoint, with defaults. */
export type EndpointOptions = z.output<typeof endpoint>;

/**
 * Checks the settings.
 *
 * @throws Error naming every wrong key and what was expected there, without what was found
 */
export function parseSettings(
  settings: WebhookSettings,
): Map<string, EndpointOptions> {
  const parsed = schema.safeParse(settings);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(issue => {
      const key = [CONFIG_KEY, ...issue.path].join('.');
      return issue.code === 'unrecognized_keys'
        ? issue.keys.map(name => `${key}.${name}: no such key`).join('; ')
        : `${key}: ${issue.message}`;
    });
    throw new Error(`Invalid configuration. ${lines.join('; ')}`);
  }
  return new Map(Object.entries(parsed.data.endpoints));
}

/** The settings in app-config; `undefined` when there are none. */
export function readSettings(config: Config): WebhookSettings | undefined {
  return config.getOptional<WebhookSettings>(CONFIG_KEY);
}
