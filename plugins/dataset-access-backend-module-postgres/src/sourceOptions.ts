import {
  type Config,
  ConfigReader,
  readDurationFromConfig,
} from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { accessLevels } from 'backstage-plugin-dataset-access-common';
import { z } from 'zod';
import {
  DEFAULT_LEVELS,
  type LevelPrivileges,
  levelsOf,
  TABLE_PRIVILEGES,
} from './levels';
import type { PostgresSettings } from './PostgresSettings';
import { PLACEHOLDERS } from './roleName';

/** Where the settings are in app-config. */
export const CONFIG_KEY = 'datasetAccess.connectors.postgres';

/** Messages name the key and what is expected there, never what was found: it may be a password. */
const text = (expected: string) =>
  z.string({ error: `expected ${expected}` }).min(1, `expected ${expected}`);

const connection = z.union(
  [
    text('a connection string'),
    z.strictObject({
      host: text('the name of a host').optional(),
      // what app-config takes from the environment is a text
      port: z
        .union([
          z.int(),
          z
            .string()
            .regex(/^\d{1,5}$/)
            .transform(Number),
        ])
        .pipe(z.int().min(1).max(65_535))
        .optional(),
      user: text('the name of a role').optional(),
      password: text('a password').optional(),
      database: text('the name of a database').optional(),
      ssl: z
        .union([
          z.boolean(),
          z.strictObject({
            ca: z.string().optional(),
            cert: z.string().optional(),
            key: z.string().optional(),
            servername: z.string().optional(),
            rejectUnauthorized: z.boolean().optional(),
          }),
        ])
        .optional(),
    }),
  ],
  {
    error:
      'expected a connection string, or an object with host, port, user, password, database and ssl',
  },
);

const template = z.string().refine(isTemplate, {
  error: `expected letters, digits, _ and $, and of ${PLACEHOLDERS.join(
    ', ',
  )} at least one`,
});

/** A template without a placeholder would give everybody the same role. */
function isTemplate(value: string): boolean {
  const rest = PLACEHOLDERS.reduce(
    (left, one) => left.split(one).join(''),
    value,
  );
  return rest !== value && /^[A-Za-z0-9_$]*$/.test(rest);
}

const privileges = z
  .array(
    z.enum(TABLE_PRIVILEGES, {
      error: `expected privileges on tables: ${TABLE_PRIVILEGES.join(', ')}`,
    }),
  )
  .min(1, 'expected at least one privilege')
  .transform(all => TABLE_PRIVILEGES.filter(one => all.includes(one)));

const levels = z
  .strictObject({
    'read-only': privileges.optional(),
    editor: privileges.optional(),
    owner: privileges.optional(),
  })
  .superRefine((value, context) => {
    const given = levelsOf(value);
    if (given.length === 0) {
      context.addIssue({
        code: 'custom',
        message: `expected at least one of ${accessLevels.join(', ')}`,
      });
    }
    given.slice(1).forEach((level, index) => {
      const lower = given[index];
      const lacks = value[lower]!.filter(one => !value[level]!.includes(one));
      if (lacks.length > 0) {
        context.addIssue({
          code: 'custom',
          path: [level],
          message: `expected all that ${lower} has; it lacks ${lacks.join(
            ', ',
          )}`,
        });
      }
    });
  })
  .optional()
  .transform((value): LevelPrivileges => value ?? DEFAULT_LEVELS);

const statementTimeout = z.unknown().transform((value, context): number => {
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

const source = z
  .strictObject({
    connection,
    levels,
    userRole: template.default('{name}'),
    groupRole: template.default('{name}'),
    statementTimeout: statementTimeout.prefault('PT10S'),
  })
  .transform(({ statementTimeout: statementTimeoutMs, ...rest }) => ({
    ...rest,
    statementTimeoutMs,
  }));

const sourceNames = z
  .string()
  .regex(/^[A-Za-z0-9][\w.-]{0,62}$/, 'expected a name such as warehouse');

const schema = z.strictObject({ sources: z.record(sourceNames, source) });

/** The settings of one source, with defaults. */
export type SourceOptions = z.output<typeof source>;

/**
 * Checks the settings.
 *
 * @throws Error naming every wrong key and what was expected there, without what was found
 */
export function parseSettings(
  settings: PostgresSettings,
): Map<string, SourceOptions> {
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
  return new Map(Object.entries(parsed.data.sources));
}

/** The settings in app-config; `undefined` when there are none. */
export function readSettings(config: Config): PostgresSettings | undefined {
  return config.getOptional<PostgresSettings>(CONFIG_KEY);
}
