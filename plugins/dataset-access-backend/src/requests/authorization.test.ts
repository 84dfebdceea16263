import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  actors,
  ActorKind,
  expected,
  Operation,
  operations,
  State,
  states,
} from '../__testUtils__/authorizationMatrix';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  CLEO,
  DAN,
  ORDERS,
  smallWorld,
  superusers,
} from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';

const MARKETING = 'group:default/marketing';

const world = [
  ...smallWorld,
  {
    ref: actors['approver who is also a beneficiary'],
    memberOf: ['stewards', 'marketing'],
  },
  {
    ref: actors['superuser who is also a beneficiary'],
    memberOf: ['platform-admins', 'marketing'],
  },
  { ref: 'resource:default/other', owners: ['data-office'] },
];

const frameworks = {
  off: undefined,
  'on, allowing everything': () => ({ result: AuthorizeResult.ALLOW } as const),
};

let datasets = 0;

/**
 * A request in a state, on a dataset of its own so that none is in the way of another, and its grant if there is one.
 * Cleo, who takes no other part, decides where it takes a decision.
 */
async function prepare(product: TestProduct, state: State) {
  datasets += 1;
  const ref = `resource:default/orders-${datasets}`;
  product.catalog.put({ ...product.catalog.get(ORDERS), ref, uid: ref });
  const id = await product.file(ANA, ref, { beneficiaries: [MARKETING] });
  const decide = (decision: object) =>
    product.post(CLEO, `/v1/requests/${id}/decision`, decision);
  let grantId: string | undefined;
  switch (state) {
    case 'approved':
      grantId = (await decide({ decision: 'approve' })).body.grant.id;
      break;
    case 'granted':
      grantId = (await decide({ decision: 'approve', granted: true })).body
        .grant.id;
      break;
    case 'denied':
      await decide({ decision: 'deny' });
      break;
    case 'withdrawn':
      await product.post(ANA, `/v1/requests/${id}/withdrawal`, {});
      break;
    case 'expired':
      product.clock.advance('P31D');
      await product.access.due.run();
      break;
    case 'cancelled': {
      const { uid } = product.catalog.get(MARKETING);
      product.catalog.put({ ref: MARKETING, uid: 'another' });
      await product.access.followCatalog.run();
      product.catalog.put({ ref: MARKETING, uid });
      break;
    }
    default:
  }
  return { id, grantId };
}

async function perform(
  product: TestProduct,
  operation: Operation,
  actor: ActorKind,
  { id, grantId }: { id: string; grantId?: string },
): Promise<string> {
  const caller = actors[actor];
  const url = `/v1/requests/${id}`;
  const call = {
    read: () => product.get(caller, url),
    approve: () =>
      product.post(caller, `${url}/decision`, { decision: 'approve' }),
    deny: () => product.post(caller, `${url}/decision`, { decision: 'deny' }),
    'decide in bulk': () =>
      product.post(caller, '/v1/requests/decisions', {
        decisions: [{ requestId: id, decision: 'approve' }],
      }),
    ask: () =>
      product.post(caller, `${url}/comments`, {
        text: 'Why?',
        asksForInformation: true,
      }),
    comment: () => product.post(caller, `${url}/comments`, { text: 'Well' }),
    withdraw: () => product.post(caller, `${url}/withdrawal`, {}),
    'confirm the grant': () =>
      product.post(caller, `/v1/grants/${grantId}/confirmation`, {}),
  }[operation];
  const { status, body } = await call();
  const [outcome] = body.outcomes ?? [];
  return (
    outcome?.code ?? body.error?.code ?? (status === 200 ? 'ok' : `${status}`)
  );
}

onBothDatabases('what anybody may do with a request', start => {
  describe.each(Object.keys(frameworks) as Array<keyof typeof frameworks>)(
    'with the permission framework %s',
    framework => {
      it.each(states)('that is %s', async state => {
        const product = await start({
          world,
          config: { superusers },
          policy: frameworks[framework],
        });
        const shared = await prepare(product, state);
        const surprises: string[] = [];
        let cells = 0;
        for (const operation of operations) {
          for (const actor of Object.keys(actors) as ActorKind[]) {
            const answer = expected(operation, actor, state);
            if (answer !== undefined) {
              // what succeeds changes the request, so it gets one of its own
              const changes = answer === 'ok' && operation !== 'read';
              const actual = await perform(
                product,
                operation,
                actor,
                changes ? await prepare(product, state) : shared,
              );
              cells += 1;
              if (actual !== answer) {
                surprises.push(
                  `${actor} · ${operation}: ${actual}, not ${answer}`,
                );
              }
            }
          }
        }
        expect(surprises).toEqual([]);
        expect(cells).toBeGreaterThanOrEqual(84);
      });
    },
  );

  it('covers every actor, operation and state', () => {
    expect(Object.keys(actors)).toHaveLength(12);
    expect(operations).toHaveLength(8);
    expect(states).toHaveLength(7);
  });

  it('is nothing without a token', async () => {
    const product = await start({ world });
    const { id } = await prepare(product, 'pending');
    const answers = [
      await product.get('nobody', `/v1/requests/${id}`),
      await product.get('nobody', '/v1/requests'),
      await product.post('nobody', `/v1/requests/${id}/decision`, {
        decision: 'approve',
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    const description = await product.get('nobody', '/openapi.json');
    expect(description.body.openapi).toBe('3.1.0');
  });

  it('is less when a policy narrows it, and never more', async () => {
    const nothing = await start({
      world,
      config: { superusers },
      policy: () => ({ result: AuthorizeResult.DENY }),
    });

    const refusal = await nothing.post(ANA, '/v1/requests', {
      dataset: ORDERS,
      beneficiaries: [ANA],
      reason: 'Trying it all the same',
      level: 'read-only',
    });
    const lists = await Promise.all(
      ['/v1/requests', '/v1/grants', '/v1/requests/counts'].map(path =>
        nothing.get(DAN, path),
      ),
    );

    expect([refusal.status, refusal.body.error.code]).toEqual([
      403,
      'FORBIDDEN',
    ]);
    expect(lists.map(({ body }) => body)).toEqual([
      { items: [] },
      { items: [], answersFor: false },
      { inbox: 0, mine: 0, tasks: 0 },
    ]);
  });
});
