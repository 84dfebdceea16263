import fc from 'fast-check';
import { people, resources } from './importedWorld';

/** A policy of DataHub, as random as it is written down by others. */
export interface RawPolicy {
  name: string;
  type: string;
  state: string;
  effect?: string;
  privileges: string[];
  actors: {
    users?: string[];
    groups?: string[];
    roles?: string[];
    allUsers?: boolean;
    allGroups?: boolean;
    resourceOwners?: boolean;
    resourceOwnersTypes?: string[];
  };
  resources?: {
    type?: string;
    resources?: string[];
    allResources?: boolean;
    filter?: RawFilter;
    privilegeConstraints?: RawFilter;
  };
}

interface RawFilter {
  criteria: Array<{ field: string; values: string[]; condition?: string }>;
}

/** What DataHub calls an entity. */
export function urnOf(ref: string): string {
  const [kind, name] = ref.split(/:default\//);
  const types: Record<string, string> = {
    user: 'corpuser',
    group: 'corpGroup',
    domain: 'domain',
    component: 'chart',
  };
  return types[kind]
    ? `urn:li:${types[kind]}:${name}`
    : `urn:li:dataset:(urn:li:dataPlatform:hive,${name},PROD)`;
}

/** What DataHub knows of an entity, by field. What is in a domain is in those around it, and a domain is in itself. */
function fieldsOf(resource: (typeof resources)[number]) {
  const urn = urnOf(resource.ref);
  const chain = domainsAround(
    resource.ref.startsWith('domain:') ? [resource.ref] : resource.domains,
  );
  return new Map([
    ['TYPE', [urn.split(':')[2]]],
    ['URN', [urn]],
    ['DOMAIN', chain.map(urnOf)],
    ['OWNER', resource.owners.map(urnOf)],
    ['TAG', resource.tags.map(tag => `urn:li:tag:${tag}`)],
  ]);
}

function domainsAround(refs: readonly string[]): string[] {
  return refs.flatMap(ref => [
    ref,
    ...domainsAround(resources.find(one => one.ref === ref)?.domains ?? []),
  ]);
}

/**
 * Whether a policy is in force for somebody on something: the reading of DataHub's documentation, without a thought to what
 * there is here. What it cannot judge it takes for no.
 */
export function applies(
  { type, state, actors, resources: about }: RawPolicy,
  user: string,
  rolesOf: (principal: string) => string[],
  resource: (typeof resources)[number] | undefined,
): boolean {
  const groups = people.find(({ ref }) => ref === user)!.groups;
  const held = [user, ...groups].flatMap(rolesOf);
  const isOwner =
    resource?.owners.some(owner => [user, ...groups].includes(owner)) ?? false;
  const isActor =
    actors.allUsers ||
    actors.users?.includes(urnOf(user)) ||
    (actors.allGroups && groups.length > 0) ||
    groups.some(group => actors.groups?.includes(urnOf(group))) ||
    held.some(role => actors.roles?.includes(`urn:li:dataHubRole:${role}`)) ||
    (actors.resourceOwners && !actors.resourceOwnersTypes && isOwner);
  return (
    state === 'ACTIVE' &&
    Boolean(isActor) &&
    (type === 'PLATFORM' || !about || (!!resource && isAbout(about, resource)))
  );
}

function isAbout(
  about: NonNullable<RawPolicy['resources']>,
  resource: (typeof resources)[number],
): boolean {
  const fields = fieldsOf(resource);
  const criteria = about.filter?.criteria ?? [
    ...(about.type === undefined
      ? []
      : [{ field: 'TYPE', values: [about.type] }]),
    ...(about.resources && !about.allResources
      ? [{ field: 'URN', values: about.resources }]
      : []),
  ];
  return (
    !about.privilegeConstraints?.criteria.length &&
    criteria.every(({ field, values, condition = 'EQUALS' }) => {
      const present = fields.get(field.replace('RESOURCE_', '')) ?? [];
      switch (condition) {
        case 'EQUALS':
          return values.some(value => present.includes(value));
        case 'STARTS_WITH':
          return values.some(value =>
            present.some(one => one.startsWith(value)),
          );
        case 'NOT_EQUALS':
          return !values.some(value => present.includes(value));
        default:
          return false;
      }
    })
  );
}

const some = (...from: string[]) =>
  fc.uniqueArray(fc.constantFrom(...from), { maxLength: 2 });
const rarely = <T>(value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined, freq: 12 });
const maybe = <T>(value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined, freq: 2 });
const one = (...from: string[]) => fc.constantFrom(...from);

const valuesOf: Record<string, string[]> = {
  TYPE: ['dataset', 'domain', 'corpuser', 'chart', 'data', 'corp', 'd', ''],
  URN: [
    ...resources.map(({ ref }) => urnOf(ref)),
    'urn:li:domain:',
    'urn:li:domain:fi',
    'urn:li:dataset:',
    'urn:li:',
    '',
  ],
  DOMAIN: ['finance', 'invoices', 'hr', 'legal', 'fi', ''].map(
    name => `urn:li:domain:${name}`,
  ),
  OWNER: ['user:default/ana', 'group:default/sales', 'domain:default/hr'].map(
    urnOf,
  ),
  TAG: ['urn:li:tag:pii', 'urn:li:tag:pii-strict', 'urn:li:tag:', 'pii'],
  CONTAINER: ['urn:li:container:x'],
};

const criterion = fc
  .tuple(one(...Object.keys(valuesOf)), fc.boolean())
  .chain(([field, isOlder]) =>
    fc.record({
      field: fc.constant(
        isOlder && ['TYPE', 'URN'].includes(field)
          ? `RESOURCE_${field}`
          : field,
      ),
      values: fc.uniqueArray(fc.constantFrom(...valuesOf[field]), {
        maxLength: 3,
      }),
      condition: fc.oneof(
        { weight: 6, arbitrary: fc.constant(undefined) },
        { weight: 4, arbitrary: one('STARTS_WITH') },
        { weight: 1, arbitrary: one('NOT_EQUALS', 'MATCHES') },
      ),
    }),
  );
const filter = fc.record({
  criteria: fc.array(criterion, { maxLength: 2 }),
});

/** Privileges of both types, of which some follow from others, and one that does not exist. */
export const constants = [
  'EDIT_ENTITY',
  'EDIT_ENTITY_TAGS',
  'EDIT_ENTITY_OWNERS',
  'VIEW_ENTITY_PAGE',
  'VIEW_ENTITY',
  'MANAGE_DOMAINS',
  'CREATE_DOMAINS',
  'MANAGE_GLOSSARIES',
  'FLY',
];

export const rawPolicy: fc.Arbitrary<RawPolicy> = fc.record(
  {
    name: one('A', 'B', 'C'),
    type: one('METADATA', 'METADATA', 'PLATFORM'),
    state: one('ACTIVE', 'ACTIVE', 'ACTIVE', 'INACTIVE'),
    effect: rarely(one('DENY', 'ALLOW')),
    privileges: fc.uniqueArray(one(...constants), {
      minLength: 1,
      maxLength: 3,
    }),
    actors: fc.record(
      {
        users: some('urn:li:corpuser:ana', 'urn:li:corpuser:x@y', 'ana'),
        groups: some('urn:li:corpGroup:sales', 'urn:li:corpGroup:stewards'),
        roles: some(
          ...['Editor', 'editor', 'Stewards', 'Nobody'].map(
            role => `urn:li:dataHubRole:${role}`,
          ),
        ),
        allUsers: fc.boolean(),
        allGroups: fc.boolean(),
        resourceOwners: fc.boolean(),
        resourceOwnersTypes: fc.constant(['urn:li:ownershipType:x']),
      },
      { requiredKeys: [] },
    ),
    resources: maybe(
      fc.record(
        {
          type: one('dataset', 'domain', 'chart'),
          resources: some(...valuesOf.URN),
          allResources: fc.boolean(),
          filter,
          privilegeConstraints: rarely(filter) as typeof filter,
        },
        { requiredKeys: [] },
      ),
    ),
  },
  { requiredKeys: ['name', 'type', 'state', 'privileges', 'actors'] },
) as fc.Arbitrary<RawPolicy>;
