import type { PolicyDraft } from 'backstage-plugin-dataset-access-common';
import { ORDERS, ROOT, smallWorld } from './smallWorld';
import type { Caller, TestProduct } from './TestProduct';
import type { WorldEntity } from './world';

/** The orders are in the domain commerce, by way of a system; finance is another domain. */
const COMMERCE = 'domain:default/commerce';
const FINANCE = 'domain:default/finance';

/** Whom the holder of one privilege holds it from: a policy of his own, in a domain or everywhere. */
const holders = {
  'policy reader': ['dataset-access.policy.read'],
  'policy manager': ['dataset-access.policy.manage'],
  'role reader': ['dataset-access.role.read'],
  'role manager': ['dataset-access.role.manage'],
  explainer: ['dataset-access.decision.explain'],
  'responsibility reader': ['dataset-access.responsibility.read', undefined],
  'responsibility manager': ['dataset-access.responsibility.manage', undefined],
  'responsibility manager of the domain': [
    'dataset-access.responsibility.manage',
    COMMERCE,
  ],
  'responsibility manager of another domain': [
    'dataset-access.responsibility.manage',
    FINANCE,
  ],
  'access viewer of the domain': ['dataset-access.grant.read-any', COMMERCE],
  'access viewer of another domain': ['dataset-access.grant.read-any', FINANCE],
} as const;

/** Who holds a role and nothing else. */
const roles = {
  'holder of the role Reader': 'reader',
  'holder of the role Editor': 'editor',
  'holder of the role Admin': 'admin',
  'holder of the role Marketplace admin': 'marketplace-admin',
} as const;

type Holder = keyof typeof holders | keyof typeof roles;

const refOf = (holder: string) =>
  `user:default/${holder.toLowerCase().replaceAll(' ', '-')}` as const;

const named = Object.fromEntries(
  [...Object.keys(holders), ...Object.keys(roles)].map(holder => [
    holder,
    refOf(holder),
  ]),
) as Record<Holder, Caller>;

/** Everybody who may call an administrators' operation, or try to. */
export const administrationCallers = {
  nobody: 'nobody',
  'ordinary user': 'user:default/eve',
  'user not in the catalog': 'user:default/ghost',
  'owner of the dataset': 'user:default/dan',
  'approver of its requests': 'user:default/bob',
  ...named,
  superuser: ROOT,
  service: 'service',
} as const satisfies Record<string, Caller>;

export type AdministrationCaller = keyof typeof administrationCallers;

export const administrationWorld: WorldEntity[] = [
  ...smallWorld.map(one =>
    one.ref === ORDERS ? { ...one, partOf: ['shop'] } : one,
  ),
  { ref: 'system:default/shop', partOf: [COMMERCE] },
  { ref: COMMERCE },
  { ref: FINANCE },
  ...Object.values(named).map(ref => ({ ref })),
];

/** Gives the holders what they hold. */
export async function appointHolders(product: TestProduct): Promise<void> {
  for (const [holder, [privilege, domain]] of Object.entries(holders)) {
    const { status } = await product.post(ROOT, '/v1/policies', {
      name: `For the ${holder}`,
      type:
        privilege.includes('responsibility') || privilege.includes('grant')
          ? 'metadata'
          : 'platform',
      privileges: [privilege],
      actors: { users: [refOf(holder)] },
      resources: domain
        ? [{ field: 'domain', operator: 'equals', values: [domain] }]
        : [],
    } satisfies PolicyDraft);
    expectDone(holder, status, 201);
  }
  for (const [holder, role] of Object.entries(roles)) {
    const { status } = await product.post(
      ROOT,
      `/v1/roles/${role}/assignments`,
      { subjects: [refOf(holder)] },
    );
    expectDone(holder, status, 200);
  }
}

function expectDone(holder: string, status: number, expected: number) {
  if (status !== expected) {
    throw new Error(`The ${holder} could not be appointed: ${status}`);
  }
}
