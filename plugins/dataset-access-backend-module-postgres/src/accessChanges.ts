import { ConnectorProblem } from 'backstage-plugin-dataset-access-node';
import {
  type AccessState,
  affectedTargets,
  type SourceWish,
  type TargetPrivileges,
} from './accessState';
import type { Role, SourceObject } from './SourceCatalog';
import type { Change } from './statements';
import { objectsOf, type PostgresTarget, schemasOf } from './targets';

/** A change, and the object that it is on. */
export interface PlannedChange extends Change {
  object: SourceObject;
}

const USAGE = 'USAGE';

/**
 * What has to change so that a wish is true. Only what the connector's own account gave counts as given and is taken back;
 * what others gave to the same role, on the same objects, is neither relied on nor touched (H6).
 *
 * @returns the changes in the order in which they are made; none when the wish is true
 * @throws ConnectorProblem TARGET_MISSING, SUBJECT_MISSING when something that is wanted cannot be
 */
export function accessChanges(
  wish: SourceWish,
  state: AccessState,
): PlannedChange[] {
  mustExist(wish, state);
  const roles = new Set(affectedTargets(wish).map(({ role }) => role));
  const changes = [...roles].flatMap(id => {
    const role = state.roles.get(id); // one that is no more has nothing (H5)
    return role ? changesOfRole(wish, state, role) : [];
  });
  const order = (change: PlannedChange) =>
    ['grant schema', 'grant table', 'revoke table', 'revoke schema'].indexOf(
      `${change.effect} ${change.on.name === undefined ? 'schema' : 'table'}`,
    );
  return changes.sort((a, b) => order(a) - order(b));
}

function changesOfRole(
  wish: SourceWish,
  state: AccessState,
  role: Role,
): PlannedChange[] {
  const concerns = (target: PostgresTarget) =>
    target.role === role.id && target.database === state.account.database;
  const affected = affectedTargets(wish).filter(concerns);
  const wanted = byObject(wish.wanted ? [wish.wanted] : [], concerns);
  const keeps = byObject(wish.others, concerns);
  const ours = state.acl.filter(
    ({ grantor, grantee }) =>
      grantor === state.account.id && grantee === role.id,
  );
  const has = new Map<number, string[]>();
  for (const { object, privilege } of ours) {
    has.set(object, [...(has.get(object) ?? []), privilege]);
  }
  const changes: PlannedChange[] = [];
  const taken = new Set<string>();
  const objects = existing(objectsOf(affected), state.objects);
  for (const object of objects) {
    const held = has.get(object.id) ?? [];
    const wants = wanted.get(object.id) ?? [];
    const keep = new Set([...wants, ...(keeps.get(object.id) ?? [])]);
    const surplus = held.filter(privilege => !keep.has(privilege)).sort();
    surplus.forEach(privilege => taken.add(`${object.id} ${privilege}`));
    changes.push(
      ...changeOf('grant', missing(wants, held), object, role),
      ...changeOf('revoke', surplus, object, role),
    );
  }
  // a schema is still needed for what is wanted in it, and for anything of ours that stays, whatever it is for
  const left = ours.filter(
    ({ object, schema, privilege }) =>
      object !== schema && !taken.has(`${object} ${privilege}`),
  );
  const wantedIn = schemasOfObjects(wanted.keys(), state);
  const neededIn = new Set([...wantedIn, ...left.map(({ schema }) => schema)]);
  const places = new Set([
    ...schemasOf(affected),
    ...objects.map(({ schema }) => schema),
  ]);
  for (const schema of existing(places, state.schemas)) {
    const held = has.has(schema.id);
    if (
      !held &&
      wantedIn.has(schema.id) &&
      !usableAnyway(schema, role, state)
    ) {
      changes.push(...changeOf('grant', [USAGE], schema, role));
    }
    if (held && !neededIn.has(schema.id)) {
      changes.push(...changeOf('revoke', [USAGE], schema, role));
    }
  }
  return changes;
}

/** The privileges at those targets that count, by object. */
function byObject(
  entries: readonly TargetPrivileges[],
  counts: (target: PostgresTarget) => boolean,
): Map<number, string[]> {
  const all = new Map<number, string[]>();
  for (const { target, privileges } of entries.filter(one =>
    counts(one.target),
  )) {
    for (const object of objectsOf([target])) {
      all.set(object, [...(all.get(object) ?? []), ...privileges]);
    }
  }
  return all;
}

function mustExist({ wanted }: SourceWish, state: AccessState): void {
  if (!wanted) {
    return;
  }
  const { target } = wanted;
  if (target.database !== state.account.database) {
    throw new ConnectorProblem(
      'TARGET_MISSING',
      `The source ${target.source} is another database than it was, so that its tables have to be found anew.`,
    );
  }
  if (!state.roles.has(target.role)) {
    throw new ConnectorProblem(
      'SUBJECT_MISSING',
      `The role that was found in the source ${target.source} is no longer there.`,
    );
  }
  if (objectsOf([target]).some(id => !state.objects.has(id))) {
    throw new ConnectorProblem(
      'TARGET_MISSING',
      `A table or view of the dataset is no longer in the source ${target.source}.`,
    );
  }
}

/** Whether PUBLIC or the role itself can use a schema by what others gave. What it has as a member may end with that. */
function usableAnyway(
  schema: SourceObject,
  role: Role,
  { acl, account }: AccessState,
): boolean {
  return acl.some(
    ({ object, privilege, grantee, grantor }) =>
      object === schema.id &&
      privilege === USAGE &&
      (grantee === 0 || grantee === role.id) &&
      grantor !== account.id,
  );
}

function schemasOfObjects(
  ids: Iterable<number>,
  state: AccessState,
): Set<number> {
  return new Set(existing(ids, state.objects).map(({ schema }) => schema));
}

function existing<T>(ids: Iterable<number>, all: ReadonlyMap<number, T>): T[] {
  return [...ids].flatMap(id => all.get(id) ?? []);
}

function missing(wanted: readonly string[], has: readonly string[]): string[] {
  return wanted.filter(privilege => !has.includes(privilege));
}

function changeOf(
  effect: Change['effect'],
  privileges: string[],
  object: SourceObject,
  role: Role,
): PlannedChange[] {
  const on = { schema: object.schemaName, name: object.name };
  return privileges.length > 0
    ? [{ effect, privileges, on, role: role.name, object }]
    : [];
}
