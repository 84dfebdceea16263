import type { ErrorCode } from 'backstage-plugin-dataset-access-common';
import type { OperationId } from '../http/operation';
import type { AdministrationCaller } from './administrationCallers';

/*
 * Who may call which administrators' operation, written down from design §5 to §8, the capabilities S2.4, S2.22, S3.11, S4.3
 * and S4.8, `docs/policies-guide.md` and the permissions in `docs/admin-guide.md`, not from the code.
 *
 * Where an operation answers differently by what it is asked for, it has a row for each.
 */

type Answer = 'ok' | ErrorCode;

/** One row: who gets through, and what the others are told. */
export interface AdministrationRow {
  operation: OperationId;
  /** What is asked for, where it matters. */
  about?: string;
  may: readonly AdministrationCaller[];
  /** What those are told who may not. */
  others?: ErrorCode;
  /** Those who get another refusal than the others. */
  except?: Partial<Record<AdministrationCaller, ErrorCode>>;
  /** The permissions of the framework that it takes, beside the privileges. */
  permissions: readonly string[];
}

/** Superusers and administrators: everything. Whoever manages policies is nearly one (S2.4). */
const ADMINS = ['superuser', 'holder of the role Admin'] as const;
const MANAGERS = [...ADMINS, 'policy manager'] as const;

const EVERYBODY: readonly AdministrationCaller[] = [
  ...MANAGERS,
  'ordinary user',
  'user not in the catalog',
  'owner of the dataset',
  'approver of its requests',
  'policy reader',
  'role reader',
  'role manager',
  'explainer',
  'responsibility reader',
  'responsibility manager',
  'responsibility manager of the domain',
  'responsibility manager of another domain',
  'access viewer of the domain',
  'access viewer of another domain',
  'holder of the role Reader',
  'holder of the role Editor',
  'holder of the role Marketplace admin',
  'service',
];

const anyPerson = (row: Pick<AdministrationRow, 'operation' | 'about'>) => ({
  ...row,
  may: EVERYBODY,
  permissions: [],
});

/** Services read whatever can be read, and do nothing. */
const reading = (
  may: readonly AdministrationCaller[],
  ...permissions: string[]
) => ({ may: [...may, 'service' as const], permissions });
const writing = (
  may: readonly AdministrationCaller[],
  ...permissions: string[]
) => ({
  may,
  except: { service: 'USER_REQUIRED' } as const,
  permissions,
});

const readsPolicies = reading(
  [...MANAGERS, 'policy reader'],
  'dataset-access.policy.read',
);
const writesPolicies = writing(MANAGERS, 'dataset-access.policy.manage');
const readsRoles = reading(
  [...MANAGERS, 'role reader', 'role manager'],
  'dataset-access.role.read',
);
const writesRoles = writing(
  [...MANAGERS, 'role manager'],
  'dataset-access.role.manage',
);
const writesResponsibilities = writing(
  [
    ...MANAGERS,
    'owner of the dataset',
    'responsibility manager',
    'responsibility manager of the domain',
  ],
  'dataset-access.responsibility.manage',
);
/** Whoever has no say on the entity is told that there is no such responsibility. */
const changesOne = {
  ...writesResponsibilities,
  others: 'RESPONSIBILITY_NOT_FOUND',
} as const;
const explains = reading(
  [...MANAGERS, 'explainer'],
  'dataset-access.decision.explain',
);

/** Managers who hold less than they would hand out (threat model F8). */
const handsOut = (
  row: typeof writesPolicies,
  ...without: AdministrationCaller[]
) => ({
  ...row,
  may: row.may.filter(one => !without.includes(one)),
  except: {
    ...row.except,
    ...Object.fromEntries(without.map(one => [one, 'ESCALATION' as const])),
  },
});

export const administrationMatrix: readonly AdministrationRow[] = [
  // what there is to choose from is no secret
  anyPerson({ operation: 'listPrivileges' }),
  anyPerson({ operation: 'listOperations' }),

  { operation: 'listPolicies', ...readsPolicies },
  { operation: 'getPolicy', ...readsPolicies },
  { operation: 'getPolicyHistory', ...readsPolicies },
  {
    operation: 'createPolicy',
    about: 'of what everybody may',
    ...writesPolicies,
  },
  {
    operation: 'createPolicy',
    about: 'of more than a manager of policies may',
    ...handsOut(writesPolicies, 'policy manager'),
  },
  { operation: 'previewPolicy', ...writesPolicies },
  { operation: 'updatePolicy', ...writesPolicies },
  { operation: 'setPolicyState', ...writesPolicies },
  { operation: 'deletePolicy', ...writesPolicies },
  {
    operation: 'importPolicies',
    ...writesPolicies,
    permissions: ['dataset-access.policy.manage', 'dataset-access.role.manage'],
  },

  { operation: 'listRoles', ...readsRoles },
  { operation: 'getRole', ...readsRoles },
  { operation: 'listRoleMembers', ...readsRoles },
  { operation: 'createRole', ...writesRoles },
  { operation: 'updateRole', ...writesRoles },
  { operation: 'deleteRole', ...writesRoles },
  { operation: 'assignRole', about: 'that gives nothing', ...writesRoles },
  {
    operation: 'assignRole',
    about: 'Admin',
    ...handsOut(writesRoles, 'policy manager', 'role manager'),
  },
  { operation: 'removeRole', ...writesRoles },

  {
    operation: 'listResponsibilities',
    about: 'for the dataset',
    ...reading(
      [...writesResponsibilities.may, 'responsibility reader'],
      'dataset-access.responsibility.read',
    ),
  },
  {
    operation: 'listResponsibilities',
    about: 'for anything',
    ...reading(
      [...MANAGERS, 'responsibility reader', 'responsibility manager'],
      'dataset-access.responsibility.read',
    ),
  },
  anyPerson({ operation: 'listResponsibilities', about: 'of oneself' }),
  { operation: 'createResponsibility', ...writesResponsibilities },
  { operation: 'updateResponsibility', ...changesOne },
  { operation: 'terminateResponsibility', ...changesOne },
  { operation: 'deleteResponsibility', ...changesOne },

  anyPerson({ operation: 'explainDecision', about: 'about oneself' }),
  { operation: 'explainDecision', about: 'about somebody else', ...explains },
  {
    operation: 'whoHasAccess',
    ...reading(
      [
        ...ADMINS,
        'owner of the dataset',
        'access viewer of the domain',
        'holder of the role Marketplace admin',
      ],
      'dataset-access.grant.read',
    ),
  },
  { operation: 'evaluateAccess', ...explains },
  { operation: 'evaluateAccessMany', ...explains },
];

/**
 * The expected answer to one cell.
 *
 * @param denies - what the permission framework says no to; it can only narrow
 */
export function expectedAnswer(
  row: AdministrationRow,
  caller: AdministrationCaller,
  denies: (permission: string) => boolean = () => false,
): Answer {
  const { may, others = 'FORBIDDEN', except, permissions } = row;
  if (caller !== 'service' && permissions.some(denies)) {
    return others;
  }
  return may.includes(caller) ? 'ok' : except?.[caller] ?? others;
}
