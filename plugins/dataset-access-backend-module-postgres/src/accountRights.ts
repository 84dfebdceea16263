import { ConnectorProblem } from 'backstage-plugin-dataset-access-node';
import { escapeIdentifier } from 'pg';
import type { PlannedChange } from './accessChanges';
import type { AccessState } from './accessState';
import type { Account, SourceObject } from './SourceCatalog';

/**
 * Refuses to work with an account whose grants PostgreSQL would record as those of the owner: they could not be told from
 * what others gave, and taking one back would take the other.
 *
 * @throws ConnectorProblem MISCONFIGURED
 */
export function mustGrantInItsOwnName(
  source: string,
  account: Account,
  objects: Iterable<SourceObject>,
): void {
  if (account.superuser) {
    throw new ConnectorProblem(
      'MISCONFIGURED',
      `The role ${account.name}, which the source ${source} is used with, is a superuser, whose grants cannot be told from those of the owners. Configure a role of its own that is no superuser.`,
    );
  }
  for (const object of objects) {
    if (object.owned) {
      throw new ConnectorProblem(
        'MISCONFIGURED',
        `The role ${
          account.name
        }, which the source ${source} is used with, owns ${nameOf(
          object,
        )}, itself or through another role, so that its grants cannot be told from those of the owner. Configure a role that owns nothing and has privileges WITH GRANT OPTION.`,
      );
    }
  }
}

/**
 * Refuses to give anything to the connector's own account: it works for everybody, and is nobody's.
 *
 * @throws ConnectorProblem MISCONFIGURED
 */
export function mustBeAnother(
  source: string,
  account: Account,
  role: string,
): void {
  if (role === account.name) {
    throw new ConnectorProblem(
      'MISCONFIGURED',
      `The role ${role} is the one that the source ${source} is used with, and gets no access. Give the user or group a role of its own.`,
    );
  }
}

/**
 * Checks that the connector's account may make some changes and that they will be its own.
 *
 * @throws ConnectorProblem NOT_PERMITTED, MISCONFIGURED
 */
export function mustBeAllowed(
  source: string,
  changes: readonly PlannedChange[],
  { account, acl }: AccessState,
): void {
  if (changes.length === 0) {
    return;
  }
  mustGrantInItsOwnName(
    source,
    account,
    changes.map(({ object }) => object),
  );
  const grantable = new Set(
    acl
      .filter(item => item.grantable && item.grantee === account.id)
      .map(item => `${item.object} ${item.privilege}`),
  );
  for (const { effect, privileges, object, role } of changes) {
    mustBeAnother(source, account, role);
    const lacking = privileges.filter(
      one => !grantable.has(`${object.id} ${one}`),
    );
    if (effect === 'grant' && lacking.length > 0) {
      throw notGrantable(source, account, lacking, object);
    }
  }
}

/** What to say when a statement was accepted and yet did not do what it says. */
export function notDone(source: string, account: Account): ConnectorProblem {
  return new ConnectorProblem(
    'NOT_PERMITTED',
    `The source ${source} accepted the statements of the role ${account.name}, but they did not have their effect, and nothing was changed. Check that the role has its privileges WITH GRANT OPTION itself and not through another role, and that nothing in the database undoes grants.`,
  );
}

function notGrantable(
  source: string,
  account: Account,
  privileges: string[],
  object: SourceObject,
): ConnectorProblem {
  const what = privileges.join(', ');
  const on =
    object.name === undefined
      ? `SCHEMA ${escapeIdentifier(object.schemaName)}`
      : `TABLE ${escapeIdentifier(object.schemaName)}.${escapeIdentifier(
          object.name,
        )}`;
  return new ConnectorProblem(
    'NOT_PERMITTED',
    `The role ${account.name} may not give ${what} on ${nameOf(
      object,
    )} in the source ${source}. Its owner can allow it: GRANT ${what} ON ${on} TO ${escapeIdentifier(
      account.name,
    )} WITH GRANT OPTION`,
  );
}

function nameOf({ schemaName, name }: SourceObject): string {
  return name === undefined
    ? `the schema ${schemaName}`
    : `${schemaName}.${name}`;
}
