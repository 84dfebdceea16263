import { z } from 'zod';

/** The API wraps what files have bare. */
const text = z.union([
  z.string(),
  z.object({ value: z.string() }).transform(({ value }) => value),
]);
const urns = z
  .array(z.string())
  .nullish()
  .transform(list => list ?? []);
const flag = z
  .boolean()
  .nullish()
  .transform(is => is ?? false);

/** What the API adds to every object; it means nothing. */
const meta = { __typename: z.unknown().optional() };

const criterion = z.strictObject({
  ...meta,
  field: z.string(),
  values: z.array(text),
  condition: z
    .string()
    .nullish()
    .transform(condition => condition ?? 'EQUALS'),
});
const filter = z.strictObject({ ...meta, criteria: z.array(criterion) });

// Objects are strict: what a later version of DataHub adds may say that a policy is about less than it seems to be.
const policy = z
  .strictObject({
    ...meta,
    urn: z.string().nullish(),
    name: z.string().nullish(),
    displayName: z.string().nullish(),
    description: z.string().nullish(),
    type: z.enum(['PLATFORM', 'METADATA']),
    state: z.enum(['ACTIVE', 'INACTIVE']),
    effect: z.string().nullish(),
    editable: z.boolean().nullish(),
    lastUpdatedTimestamp: z.unknown().optional(),
    privileges: z.array(z.string()),
    actors: z.strictObject({
      ...meta,
      users: urns,
      groups: urns,
      roles: urns,
      allUsers: flag,
      allGroups: flag,
      resourceOwners: flag,
      resourceOwnersTypes: z.array(z.string()).nullish(),
      resolvedUsers: z.unknown().optional(),
      resolvedGroups: z.unknown().optional(),
      resolvedRoles: z.unknown().optional(),
      resolvedOwnershipTypes: z.unknown().optional(),
    }),
    resources: z
      .strictObject({
        ...meta,
        type: z.string().nullish(),
        resources: z.array(z.string()).nullish(),
        allResources: flag,
        filter: filter.nullish(),
        privilegeConstraints: filter.nullish(),
      })
      .nullish(),
  })
  .transform(({ name, displayName, ...rest }) => ({
    ...rest,
    name: displayName ?? name ?? '',
  }));

/** A policy as DataHub has it, in the one shape that both of its forms are read to. */
export type DataHubPolicy = z.output<typeof policy>;
export type DataHubActors = DataHubPolicy['actors'];
export type DataHubResources = NonNullable<DataHubPolicy['resources']>;
export type DataHubCriterion = z.output<typeof criterion>;

/**
 * Reads one entry of an export: a policy as the API shows it, or what the boot file has, which wraps it into `info`.
 *
 * @returns the policy, or what is wrong with it
 */
export function readDataHubPolicy(
  entry: unknown,
):
  | { policy: DataHubPolicy; problem?: undefined }
  | { policy?: undefined; problem: string } {
  const { success, data, error } = policy.safeParse(unwrapped(entry));
  return success
    ? { policy: data }
    : {
        problem: `It is left out: ${error.issues
          .map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`)
          .join('; ')}.`,
      };
}

/** What it is called, also when it cannot be read. */
export function nameOfEntry(entry: unknown): string {
  const { displayName, name } = fieldsOf(unwrapped(entry));
  const found = [displayName, name, fieldsOf(entry).urn].find(
    one => typeof one === 'string' && one !== '',
  );
  return found === undefined ? 'a policy' : `policy "${found}"`;
}

/** The privileges an entry denies, as far as it can be read: an active DENY policy wins over all that allow. */
export function deniedByEntry(entry: unknown): string[] {
  const { effect, state, privileges } = fieldsOf(unwrapped(entry));
  const denies =
    typeof effect === 'string' &&
    effect.toUpperCase() === 'DENY' &&
    state !== 'INACTIVE';
  return denies && Array.isArray(privileges)
    ? privileges.filter(one => typeof one === 'string')
    : [];
}

/** Whether an entry has anything of a policy. */
export function isPolicyEntry(entry: unknown): boolean {
  return 'privileges' in fieldsOf(unwrapped(entry));
}

function unwrapped(entry: unknown): unknown {
  const { info } = fieldsOf(entry);
  return info ?? entry;
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : {};
}
