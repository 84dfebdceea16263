import type { Response } from 'supertest';
import type { OperationId } from '../http/operation';
import { ANA, EVE, ORDERS, ROOT } from './smallWorld';
import type { AdministrationRow } from './administrationMatrix';
import type { Caller, TestProduct } from './TestProduct';

/** What a row is tried on: the caller may change or remove it. */
export interface Target {
  policy: string;
  role: string;
  responsibility: string;
}

const READS = 'privilege=dataset-access.level.read-only';

const evaluation = {
  subject: { type: 'user', id: ANA },
  action: { name: 'read-only' },
  resource: { type: 'resource', id: ORDERS },
};

/** Operations after which what they were tried on is another, or gone. */
export const USES_UP: ReadonlySet<OperationId> = new Set([
  'updatePolicy',
  'setPolicyState',
  'deletePolicy',
  'updateRole',
  'deleteRole',
  'removeRole',
  'updateResponsibility',
  'terminateResponsibility',
  'deleteResponsibility',
]);

let made = 0;

/** An id and a name that nothing has yet. */
function fresh(): string {
  made += 1;
  return `case-${made}`;
}

/** A policy of what everybody may do anyway, so that whoever may write it hands out nothing. */
const harmless = (difference: object = {}) => ({
  name: fresh(),
  type: 'metadata',
  privileges: ['catalog.entity.read'],
  actors: { users: [EVE] },
  ...difference,
});

/**
 * A policy, a role that somebody holds, and a responsibility.
 *
 * @param steward - who is responsible; nobody can be so twice at a time
 */
export async function makeTarget(
  product: TestProduct,
  steward: string = ANA,
): Promise<Target> {
  const role = fresh();
  const answers = [
    await product.post(ROOT, '/v1/policies', harmless()),
    await product.post(ROOT, '/v1/roles', { id: role, title: role }),
    await product.post(ROOT, `/v1/roles/${role}/assignments`, {
      subjects: [ANA],
    }),
    await product.post(ROOT, '/v1/responsibilities', {
      role: 'data-steward',
      subject: steward,
      resource: ORDERS,
    }),
  ];
  const failed = answers.find(({ status }) => status >= 300);
  if (failed) {
    throw new Error(`There is nothing to try it on: ${failed.text}`);
  }
  return {
    policy: `/v1/policies/${answers[0].body.id}`,
    role: `/v1/roles/${role}`,
    responsibility: `/v1/responsibilities/${answers[3].body.id}`,
  };
}

/** Ends the only thing that there can be one of. */
export async function clearTarget(
  product: TestProduct,
  { responsibility }: Target,
): Promise<void> {
  await product.delete(ROOT, responsibility);
}

/** Calls the operation of a row; right in everything but, maybe, who calls. */
export function callRow(
  product: TestProduct,
  { operation, about }: AdministrationRow,
  caller: Caller,
  { policy, role, responsibility }: Target,
): PromiseLike<Response> {
  const self = caller.startsWith('user:') ? caller : EVE;
  switch (operation) {
    case 'listPrivileges':
      return product.get(caller, '/v1/privileges');
    case 'listOperations':
      return product.get(caller, '/v1/operations');
    case 'listPolicies':
      return product.get(caller, '/v1/policies');
    case 'getPolicy':
      return product.get(caller, policy);
    case 'getPolicyHistory':
      return product.get(caller, `${policy}/history`);
    case 'createPolicy':
      return product.post(
        caller,
        '/v1/policies',
        harmless(
          about === 'of what everybody may'
            ? {}
            : { privileges: ['metadata.edit-links'] },
        ),
      );
    case 'previewPolicy':
      return product.post(caller, '/v1/policies/preview', {
        change: 'save',
        policy: harmless(),
      });
    case 'updatePolicy':
      return product.put(caller, policy, { policy: harmless(), version: 1 });
    case 'setPolicyState':
      return product.put(caller, `${policy}/state`, { state: 'inactive' });
    case 'deletePolicy':
      return product.delete(caller, policy);
    case 'importPolicies':
      return product.post(caller, '/v1/policies/import', {
        format: 'casbin-csv',
        content: `p, role:default/${fresh()}, catalog-entity, read, allow`,
        dryRun: false,
      });
    case 'listRoles':
      return product.get(caller, '/v1/roles');
    case 'getRole':
      return product.get(caller, role);
    case 'listRoleMembers':
      return product.get(caller, `${role}/members`);
    case 'createRole': {
      const id = fresh();
      return product.post(caller, '/v1/roles', { id, title: id });
    }
    case 'updateRole':
      return product.put(caller, role, { title: fresh() });
    case 'deleteRole':
      return product.delete(caller, role);
    case 'assignRole':
      return product.post(
        caller,
        `${about === 'Admin' ? '/v1/roles/admin' : role}/assignments`,
        { subjects: [EVE], dryRun: about === 'Admin' },
      );
    case 'removeRole':
      return product.post(caller, `${role}/removals`, { subjects: [ANA] });
    case 'listResponsibilities': {
      const query = {
        'for the dataset': `?resource=${ORDERS}`,
        'for anything': '',
        'of oneself': `?subject=${self}`,
      }[about!];
      return product.get(caller, `/v1/responsibilities${query}`);
    }
    case 'createResponsibility':
      return product.post(caller, '/v1/responsibilities', {
        role: 'technical-contact',
        subject: ANA,
        resource: ORDERS,
      });
    case 'updateResponsibility':
      return product.put(caller, responsibility, { version: 1 });
    case 'terminateResponsibility':
      return product.post(caller, `${responsibility}/termination`, {});
    case 'deleteResponsibility':
      return product.delete(caller, responsibility);
    case 'explainDecision':
      return product.get(
        caller,
        `/v1/explain?${READS}&subject=${
          about === 'about oneself' ? self : ANA
        }`,
      );
    case 'whoHasAccess':
      return product.get(caller, `/v1/who-has-access?dataset=${ORDERS}`);
    case 'evaluateAccess':
      return product.post(caller, '/access/v1/evaluation', evaluation);
    case 'evaluateAccessMany':
      return product.post(caller, '/access/v1/evaluations', {
        evaluations: [evaluation],
      });
    default:
      throw new Error(`The matrix has no call for ${operation}`);
  }
}
