import {
  DecisionIndex,
  PrivilegeRegistry,
} from 'backstage-plugin-dataset-access-common';
import fc from 'fast-check';
import { backstagePermissions } from './backstagePermissions';
import {
  applies,
  constants,
  rawPolicy,
  RawPolicy,
} from './__testUtils__/dataHubModel';
import {
  importedIndex,
  resources,
  users,
  withImplied,
} from './__testUtils__/importedWorld';
import {
  rbacAllows,
  rbacDenies,
  RbacLine,
  rbacLines,
} from './__testUtils__/rbacModel';
import { parseCasbinCsv } from './parseCasbinCsv';
import { parseDataHubPolicies } from './parseDataHubPolicies';

jest.setTimeout(120_000);

const SEED = 20_311;
const NOW = Date.UTC(2031, 0, 15);
const privileges = new PrivilegeRegistry();

/** Exports of DataHub do not say who holds a role. */
const roleHolders = [
  { name: 'Editor', role: 'editor', subject: 'user:default/eve' },
  { name: 'Stewards', role: 'stewards', subject: 'group:default/stewards' },
];

type Resource = (typeof resources)[number] | undefined;

/**
 * Nothing may be allowed that the source does not allow.
 *
 * @param asked - names of privileges: those for entities are asked for on each of them, the others on nothing
 * @param allowed - what the source allows somebody on something
 * @param counted - shows that it is not because nothing is allowed at all
 */
function compare(
  index: DecisionIndex,
  asked: readonly string[],
  allowed: (user: string, resource: Resource) => Set<string>,
  counted: { imported: number; source: number },
): void {
  const wider: object[] = [];
  for (const user of users) {
    for (const resource of [undefined, ...resources]) {
      const source = allowed(user, resource);
      for (const name of asked) {
        const isOnEntities = privileges.get(name)!.type === 'metadata';
        if (isOnEntities === (resource !== undefined)) {
          const isImported = index.check(user, name, resource?.ref, NOW);
          counted.imported += isImported ? 1 : 0;
          counted.source += source.has(name) ? 1 : 0;
          if (isImported && !source.has(name)) {
            wider.push({ user, name, on: resource?.ref });
          }
        }
      }
    }
  }
  // one of them is enough to read
  expect(wider.slice(0, 1)).toEqual([]);
}

describe(`an import never allows what its source does not (seed ${SEED})`, () => {
  it('of DataHub', () => {
    const asked = constants
      .flatMap(name => privileges.find(name)?.name ?? [])
      .concat('metadata.manage-all-glossary-children', 'metadata.edit-links');
    const counted = { imported: 0, source: 0 };

    fc.assert(
      fc.property(
        fc.array(rawPolicy, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (policies, isBootFile) => {
          const entries = policies.map(({ name, ...info }) =>
            isBootFile
              ? { urn: name, info: { ...info, displayName: name } }
              : { ...info, name },
          );
          const parsed = parseDataHubPolicies(
            JSON.stringify(entries),
            privileges,
          );
          const holders = roleHolders.filter(({ name }) =>
            parsed.roles.some(({ title }) => title === name),
          );

          compare(
            importedIndex(parsed, privileges, holders),
            asked,
            (user, resource) => allowedByDataHub(policies, user, resource),
            counted,
          );
        },
      ),
      { seed: SEED, numRuns: 1_500 },
    );

    expect(counted.source).toBeGreaterThan(20_000);
    // of what can be said here, most has to arrive
    expect(counted.imported).toBeGreaterThan(0.5 * counted.source);
  });

  it('of the RBAC plugin', () => {
    const known = backstagePermissions.filter(({ name }) =>
      privileges.get(name)?.permissions.includes(name),
    );
    const counted = { imported: 0, source: 0 };

    fc.assert(
      fc.property(rbacLines, lines => {
        const parsed = parseCasbinCsv(
          lines.map(line => line.join(', ')).join('\n'),
          privileges,
        );
        const allowed = new Map(
          users.map(user => [user, allowedByRbac(lines, known, user)]),
        );

        compare(
          importedIndex(parsed, privileges),
          known.map(({ name }) => name),
          user => allowed.get(user)!,
          counted,
        );
      }),
      { seed: SEED, numRuns: 1_000 },
    );

    expect(counted.source).toBeGreaterThan(10_000);
    expect(counted.imported).toBeGreaterThan(0.5 * counted.source);
  });
});

/** Privileges with what follows from them, unless that is denied. */
function allowedByDataHub(
  policies: readonly RawPolicy[],
  user: string,
  resource: Resource,
): Set<string> {
  const rolesOf = (principal: string) =>
    roleHolders.flatMap(({ name, subject }) =>
      subject === principal ? name : [],
    );
  const named = (effect: 'ALLOW' | 'DENY') =>
    policies
      .filter(one => (one.effect ?? 'ALLOW') === effect)
      .filter(one => applies(one, user, rolesOf, resource))
      .flatMap(one => one.privileges)
      .flatMap(name => privileges.find(name)?.name ?? []);
  const denied = named('DENY');
  return new Set(
    named('ALLOW')
      .flatMap(name => withImplied(privileges, name))
      .filter(name => !denied.includes(name)),
  );
}

function allowedByRbac(
  lines: readonly RbacLine[],
  known: typeof backstagePermissions,
  user: string,
): Set<string> {
  const denied = known
    .filter(permission => rbacDenies(lines, user, permission))
    .map(({ name }) => name);
  return new Set(
    known
      .filter(permission => rbacAllows(lines, user, permission))
      .flatMap(({ name }) => withImplied(privileges, name))
      .filter(name => !denied.includes(name)),
  );
}
