import type { Config } from '@backstage/config';
import { PrivilegeRegistry } from 'backstage-plugin-dataset-access-common';
import { z } from 'zod';
import { configSchema } from './configSchema';

/** `datasetAccess` of app-config, validated and with defaults. Durations are ISO-8601, refs canonical. */
export type DatasetAccessConfig = z.output<typeof configSchema>;

/**
 * Reads `datasetAccess`.
 *
 * @throws Error naming every wrong key and what was expected there; it stops the start of the plugin
 */
export function readConfig(config: Config): DatasetAccessConfig {
  const parsed = configSchema.safeParse(
    config.getOptional('datasetAccess') ?? {},
  );
  if (!parsed.success) {
    throw new Error(describeProblems(parsed.error));
  }
  const unknown = unknownPrivileges(parsed.data);
  if (unknown.length > 0) {
    throw new Error(
      `Invalid configuration. ${unknown
        .map(
          name =>
            `datasetAccess.approvers.requiredPrivileges: there is no privilege "${name}"`,
        )
        .join('; ')}`,
    );
  }
  const roles = unknownResponsibilities(parsed.data);
  if (roles.length > 0) {
    throw new Error(
      `Invalid configuration. ${roles
        .map(
          role =>
            `datasetAccess.approvers.steps: there is no responsibility "${role}" in datasetAccess.responsibilities.roles`,
        )
        .join('; ')}`,
    );
  }
  return parsed.data;
}

/** With one of these nobody could decide, and nobody would know why. */
function unknownPrivileges({
  approvers,
  overrides,
  privileges,
}: DatasetAccessConfig): string[] {
  const registry = new PrivilegeRegistry();
  const own = new Set(privileges.map(({ name }) => name));
  return [approvers, ...overrides.map(one => one.approvers)]
    .flatMap(({ requiredPrivileges = [] }) => requiredPrivileges)
    .filter(name => !registry.get(name) && !own.has(name));
}

/** A step that nobody can ever take would leave every request waiting. */
function unknownResponsibilities({
  approvers,
  overrides,
  responsibilities,
}: DatasetAccessConfig): string[] {
  const known = new Set(responsibilities.roles.map(({ id }) => id));
  return [approvers, ...overrides.map(one => one.approvers)]
    .flatMap(({ steps = [] }) => steps)
    .flatMap(({ responsibility }) => responsibility ?? [])
    .filter(role => !known.has(role));
}

function describeProblems(error: z.ZodError): string {
  const lines = error.issues.map(issue => {
    const key = ['datasetAccess', ...issue.path].join('.');
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map(name => `${key}.${name}: no such key`).join('; ')
      : `${key}: ${issue.message}`;
  });
  return `Invalid configuration. ${lines.join('; ')}`;
}
