import {
  DatasetAccessError,
  PolicyActors,
  PolicyCriterion,
  PolicyDraft,
  PolicyType,
  PrivilegeRegistry,
} from 'backstage-plugin-dataset-access-common';
import { namesAnybody, readActors } from './dataHubActors';
import {
  DataHubPolicy,
  deniedByEntry,
  isPolicyEntry,
  nameOfEntry,
  readDataHubPolicy,
} from './dataHubPolicy';
import { readResources } from './dataHubResources';
import { Denials } from './Denials';
import { ImportedRoles } from './ImportedRoles';
import type { Note, ParsedImport } from './ImportSource';

const ROOT_USER = 'urn:li:corpuser:datahub';
const BOTH_TYPES: readonly PolicyType[] = ['platform', 'metadata'];

interface Context {
  privileges: PrivilegeRegistry;
  denials: Denials;
  roles: ImportedRoles;
}

/**
 * Reads policies of DataHub: its boot file, or a list of policies as its API shows them.
 *
 * A policy there may mix privileges that are held on entities with others; here it becomes one of each type, as far as that
 * gives nobody more than before.
 */
export function parseDataHubPolicies(
  content: string,
  privileges: PrivilegeRegistry,
): ParsedImport {
  const entries = readList(content);
  const context = {
    privileges,
    denials: new Denials(privileges),
    roles: new ImportedRoles(),
  };
  entries.forEach((entry, index) =>
    deniedByEntry(entry)
      .flatMap(name => privileges.find(name) ?? [])
      .forEach(({ name }) => context.denials.add(name, placeOf(index))),
  );
  const parsed: ParsedImport = {
    roles: [],
    policies: [],
    bindings: [],
    unsupported: [],
  };
  entries.forEach((entry, index) => {
    const place = placeOf(index);
    const note: Note = (what, reason) =>
      parsed.unsupported.push({ place, what, reason });
    for (const policy of readEntry(entry, place, context, note)) {
      parsed.policies.push({ place, policy });
    }
  });
  const named = parsed.policies.flatMap(
    ({ policy }) => policy.actors.roles ?? [],
  );
  return { ...parsed, roles: context.roles.list(new Set(named)) };
}

function readList(content: string): unknown[] {
  let json: unknown;
  try {
    json = JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw badImport(`This is not JSON: ${(error as Error).message}.`);
  }
  if (!Array.isArray(json)) {
    throw badImport('Expected a list of policies.');
  }
  if (json.length > 0 && !json.some(isPolicyEntry)) {
    throw badImport(
      'Nothing in this list is a policy: a policy has privileges.',
    );
  }
  return json;
}

function readEntry(
  entry: unknown,
  place: string,
  context: Context,
  note: Note,
): PolicyDraft[] {
  const name = nameOfEntry(entry);
  const { policy, problem } = readDataHubPolicy(entry);
  if (!policy) {
    note(name, problem);
    return [];
  }
  if ((policy.effect ?? 'ALLOW') !== 'ALLOW') {
    note(name, 'Policies here only allow.');
    return [];
  }
  if (isRootPolicy(policy)) {
    note(
      name,
      'What the root user may do, superusers in app-config may do here (datasetAccess.superusers).',
    );
    return [];
  }
  const drafts = translated(policy, place, context, note);
  if (drafts.length === 0) {
    note(name, 'It is left out: nothing remains of it that could be held.');
  } else if (policy.editable === false) {
    note(
      `${name}, editable: false`,
      'It becomes an ordinary policy, which administrators can change and remove.',
    );
  }
  return drafts;
}

/** The policies that make sure the root user can do everything. They are about nobody else. */
function isRootPolicy({ editable, actors }: DataHubPolicy): boolean {
  const { users, groups, roles, allUsers, allGroups, resourceOwners } = actors;
  return (
    editable === false &&
    users.length > 0 &&
    users.every(user => user === ROOT_USER) &&
    groups.length + roles.length === 0 &&
    !(allUsers || allGroups || resourceOwners)
  );
}

function translated(
  policy: DataHubPolicy,
  place: string,
  context: Context,
  note: Note,
): PolicyDraft[] {
  const ownType = policy.type === 'PLATFORM' ? 'platform' : 'metadata';
  const given = readPrivileges(policy.privileges, context, note);
  const actors = readActors(policy.actors, context.roles, place, note);
  return BOTH_TYPES.flatMap(type => {
    const privileges = given.filter(one => one.type === type);
    const about =
      privileges.length > 0
        ? readScope(policy, type, actors, privileges, note)
        : undefined;
    return about
      ? [
          {
            name: type === ownType ? policy.name : `${policy.name} (${type})`,
            ...(policy.description && { description: policy.description }),
            type,
            state: policy.state === 'ACTIVE' ? 'active' : 'inactive',
            privileges: [...new Set(privileges.map(({ name }) => name))],
            ...about,
          },
        ]
      : [];
  });
}

function readPrivileges(
  names: readonly string[],
  { privileges, denials }: Context,
  note: Note,
) {
  return names.flatMap(name => {
    const found = privileges.find(name);
    const against = found
      ? denials.reasonAgainst(found.name)
      : 'There is no such privilege here.';
    if (against) {
      note(name, against);
      return [];
    }
    return found!;
  });
}

/**
 * For whom and on what the privileges of one type are held.
 *
 * @returns `undefined` when they are left out
 */
function readScope(
  policy: DataHubPolicy,
  type: PolicyType,
  actors: PolicyActors,
  privileges: ReadonlyArray<{ name: string }>,
  note: Note,
): { actors: PolicyActors; resources: PolicyCriterion[] } | undefined {
  if (type === 'metadata') {
    // DataHub does not look at what a platform policy is about
    const resources =
      policy.type === 'METADATA' ? readResources(policy.resources, note) : [];
    return resources && namesAnybody(actors)
      ? { actors, resources }
      : undefined;
  }
  if (policy.type === 'METADATA' && policy.resources) {
    // what is not asked for an entity is not given by a policy that is about some
    privileges.forEach(({ name }) =>
      note(
        name,
        'It is not held on entities, while the policy is about some; so it gave nothing.',
      ),
    );
    return undefined;
  }
  if (actors.resourceOwners) {
    note(
      `resourceOwners, for ${privileges.map(({ name }) => name).join(', ')}`,
      'It is not held on entities, so that nobody can own what it is about.',
    );
  }
  const others = { ...actors, resourceOwners: false };
  return namesAnybody(others) ? { actors: others, resources: [] } : undefined;
}

function placeOf(index: number): string {
  return `policies[${index}]`;
}

function badImport(message: string): DatasetAccessError {
  return new DatasetAccessError('BAD_IMPORT', { message });
}
