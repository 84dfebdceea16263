import { DecisionIndex } from '../decisions/DecisionIndex';
import { PrivilegeRegistry } from '../privileges/privilegeRegistry';
import { shippedRoles } from '../roles/shippedRoles';
import { dataOpsMatrix, MatrixRow } from './__testUtils__/dataOpsMatrix';
import {
  JANE,
  NOW,
  OTHER_PRODUCT,
  portal,
  PortalOptions,
  PRODUCT,
  responsibility,
  TEAM,
} from './__testUtils__/portal';
import { checkOperation } from './checkOperation';
import { dataOpsOperations } from './dataOpsOperations';

const registry = new PrivilegeRegistry();
const named = (permission: string) => registry.find(permission)!.name;
const operationOf = ([module, title]: MatrixRow) =>
  dataOpsOperations.find(one => one.module === module && one.title === title)!;

/**
 * What the source asks for in a row: the permissions in its cell (all of them, but the admin one, which stands for
 * everything), the one for specific products when it is ticked, and the one for using DataOps at all.
 */
function neededFor([, , permissions, ticked]: MatrixRow): string[] {
  return [
    'AGENTS_VIEWER',
    ...permissions
      .split(',')
      .map(permission => permission.trim())
      .filter(permission => permission !== 'DATAOPS_ADMIN'),
    ...(ticked ? ['DATA_PRODUCTS_EDITOR'] : []),
  ].map(named);
}

const team: PortalOptions = { owners: [TEAM] };
const stewardship: PortalOptions = { responsibilities: [responsibility()] };

function check(
  row: MatrixRow,
  privileges: readonly string[],
  access: PortalOptions,
  resource?: string,
) {
  return checkOperation(portal({ ...access, privileges }), operationOf(row), {
    subject: JANE,
    resource,
    now: NOW,
  });
}

const yes = { allowed: true, missing: [], missingRoutes: [] };

describe('the operations of the DataOps matrix', () => {
  it('are the rows of the source, in its order, each with an id of its own', () => {
    const ids = dataOpsOperations.map(({ id }) => id);

    expect(
      dataOpsOperations.map(({ module, title }) => [module, title]),
    ).toEqual(dataOpsMatrix.map(([module, title]) => [module, title]));
    expect(ids).toEqual([...new Set(ids)]);
    ids.forEach(id => expect(id).toMatch(/^[a-z]+\.[a-z-]+$/));
  });

  it('ask only for privileges that exist', () => {
    dataOpsOperations
      .flatMap(({ allOf, gate, override }) => [...allOf, ...gate, ...override])
      .forEach(name => expect(registry.get(name)).toBeDefined());
  });
});

describe.each(dataOpsMatrix)('%s: %s', (...row) => {
  const [, , , ticked] = row;
  const needed = neededFor(row);

  it('may be done by who holds all that the row asks for', () => {
    expect(check(row, needed, { ...team, ...stewardship }, PRODUCT)).toEqual(
      yes,
    );
  });

  it.each(needed)('may not be done without %s, and says so', lacking => {
    const held = needed.filter(name => name !== lacking);

    expect(check(row, held, { ...team, ...stewardship }, PRODUCT)).toEqual({
      allowed: false,
      reason: 'missing-privileges',
      missing: [lacking],
      missingRoutes: [],
    });
  });

  it.each([
    ['on any product', PRODUCT],
    ['on none in particular', undefined],
  ])(
    'may be done by DataOps admins who hold nothing else, %s',
    (_, product) => {
      expect(check(row, ['dataops.admin'], {}, product)).toEqual(yes);
    },
  );

  it.each([
    // what leads to the product, what is asked about, allowed when the row is ticked
    ['a team', team, PRODUCT, true],
    ['a responsibility', stewardship, PRODUCT, true],
    ['nothing', {}, PRODUCT, false],
    ['a team, on another product', team, OTHER_PRODUCT, false],
    ['a responsibility, on another product', stewardship, OTHER_PRODUCT, false],
    [
      'both, without saying which',
      { ...team, ...stewardship },
      undefined,
      false,
    ],
  ])(
    'takes a way to the product if and only if it is ticked: %s',
    (_, access, product, allowedWhenTicked) => {
      const allowed = !ticked || allowedWhenTicked;

      expect(check(row, needed, access, product)).toEqual(
        allowed
          ? yes
          : {
              allowed: false,
              reason: 'missing-route',
              missing: [],
              missingRoutes: ['team', 'stewardship'],
            },
      );
    },
  );
});

describe('the marketplace roles that come with the product', () => {
  const roles = shippedRoles(registry);
  const index = DecisionIndex.of(
    {
      rules: roles.flatMap(({ policies }) =>
        policies.map(policy => ({ origin: 'policy' as const, ...policy })),
      ),
      people: roles.map(({ id }) => ({
        ref: `user:default/${id}`,
        groups: [],
      })),
      roleBindings: roles.map(({ id }) => ({
        id,
        role: id,
        subject: `user:default/${id}`,
      })),
    },
    { implied: name => registry.implied(name) },
  );

  it.each([
    // role, use, approve, administer
    ['reader', [false, false, false]],
    ['marketplace-consumer', [true, false, false]],
    ['marketplace-provider', [true, true, false]],
    ['marketplace-admin', [true, true, true]],
    ['admin', [true, true, true]],
  ])('%s may do in the marketplace what S3.9 says', (role, expected) => {
    const marketplace = dataOpsOperations.filter(
      ({ module }) => module === 'Marketplace',
    );

    expect(
      marketplace.map(
        operation =>
          checkOperation(index, operation, {
            subject: `user:default/${role}`,
            now: NOW,
          }).allowed,
      ),
    ).toEqual(expected);
  });
});
