import type { PolicyDraft } from 'backstage-plugin-dataset-access-common';
import { EventEmitter, once } from 'node:events';
import { approvedAccess } from '../__testUtils__/grants';
import { holds } from '../__testUtils__/holds';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  DAN,
  EVE,
  ORDERS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import {
  EDITS,
  letStewardsEdit,
  makeResponsible,
} from '../__testUtils__/stewardship';
import { testKeeper } from '../__testUtils__/testKeeper';
import type { TestProduct } from '../__testUtils__/TestProduct';
import { recordChanges } from '../changes/DatabaseChanges';
import { DatabasePolicyStore } from '../policies/DatabasePolicyStore';
import type { DecisionIndexKeeper } from './DecisionIndexKeeper';

const READ_ONLY = 'dataset-access.level.read-only';
const READS = 'metadata.propose-tags';

const draft: PolicyDraft = {
  name: 'Ana edits',
  type: 'metadata',
  privileges: [EDITS],
  actors: { users: [ANA] },
};

onBothDatabases('the index of a replica', start => {
  const administered = () => start({ config: { superusers } });
  const write = async (product: TestProduct) => {
    const { body } = await product.post(ROOT, '/v1/policies', draft);
    return `/v1/policies/${body.id}`;
  };
  const ask =
    (keeper: DecisionIndexKeeper, product: TestProduct) =>
    (subject: string, privilege: string = EDITS) =>
      keeper
        .require()
        .check(subject, privilege, ORDERS, product.clock.now().getTime());
  const other = async (product: TestProduct) => {
    const keeper = testKeeper(product);
    await keeper.start();
    return { keeper, may: ask(keeper, product) };
  };

  it('has all that was there when it began', async () => {
    const product = await administered();
    await write(product);
    await product.post(ROOT, '/v1/roles/reader/assignments', {
      subjects: [BOB],
    });
    await letStewardsEdit(product);
    await makeResponsible(product, DAN);

    const { may } = await other(product);

    expect([may(ANA), may(BOB, READS), may(EVE)]).toEqual([true, true, true]);
    expect(may('user:default/mona')).toBe(false);
  });

  it('has what another replica changed once it has caught up, and not the opposite', async () => {
    const product = await administered();
    const { keeper, may } = await other(product);
    const seen = async (subject: string, privilege?: string) => {
      const before = may(subject, privilege);
      await keeper.catchUp();
      return [before, may(subject, privilege)];
    };
    const reader = { subjects: [BOB] };

    const policy = await write(product);
    expect(await seen(ANA)).toEqual([false, true]);
    await product.put(ROOT, `${policy}/state`, { state: 'inactive' });
    expect(await seen(ANA)).toEqual([true, false]);
    await product.put(ROOT, `${policy}/state`, { state: 'active' });
    expect(await seen(ANA)).toEqual([false, true]);
    await product.delete(ROOT, policy);
    expect(await seen(ANA)).toEqual([true, false]);

    await product.post(ROOT, '/v1/roles/reader/assignments', reader);
    expect(await seen(BOB, READS)).toEqual([false, true]);
    await product.post(ROOT, '/v1/roles/reader/removals', reader);
    expect(await seen(BOB, READS)).toEqual([true, false]);

    await letStewardsEdit(product);
    const { id } = await makeResponsible(product, DAN);
    expect(await seen(EVE)).toEqual([false, true]);
    await product.delete(DAN, `/v1/responsibilities/${id}`);
    expect(await seen(EVE)).toEqual([true, false]);
  });

  it('is not set back by a look that began before another one and ends after it', async () => {
    const product = await administered();
    const policies = new DatabasePolicyStore(product.knex);
    const gates = new EventEmitter();
    const reading = once(gates, 'reading');
    const goOn = once(gates, 'go on');
    let isSlow = false;
    const keeper = testKeeper(product, {
      policies: Object.create(policies, {
        get: {
          value: async (...what: Parameters<typeof policies.get>) => {
            const found = await policies.get(...what);
            if (isSlow) {
              isSlow = false;
              gates.emit('reading');
              await goOn;
            }
            return found;
          },
        },
      }),
    });
    await keeper.start();
    const may = ask(keeper, product);
    const policy = await write(product);

    isSlow = true;
    const first = keeper.catchUp();
    await reading; // it has the policy as it was, and is in no hurry
    await product.put(ROOT, `${policy}/state`, { state: 'inactive' });
    await keeper.catchUp();
    gates.emit('go on');
    await first;

    expect(may(ANA)).toBe(false);
  });

  it('catches up however much has changed meanwhile', async () => {
    const product = await administered();
    const { keeper, may } = await other(product);
    await write(product);
    const many = Array.from({ length: 70_000 }, (_, index) => `gone-${index}`);
    await product.knex.transaction(trx =>
      recordChanges(trx, 'policy', many, product.clock.now()),
    );

    await keeper.catchUp();

    expect(may(ANA)).toBe(true);
  });

  it('has a grant from the moment it is confirmed to the instant of its end, and not while it is only approved', async () => {
    const product = await administered();
    const { keeper, may } = await other(product);
    const reads = async () => {
      await keeper.catchUp();
      return [
        await holds(product, ANA, READ_ONLY, ORDERS),
        may(ANA, READ_ONLY),
      ];
    };
    const before = await reads();

    const id = await approvedAccess(product, ANA, { duration: 'P7D' });
    const approved = await reads();
    await product.post(DAN, `/v1/grants/${id}/confirmation`, {});
    const confirmed = await reads();
    product.clock.advance('P6DT23H59M59.999S');
    const last = await reads();
    product.clock.advance('PT0.001S');
    const ended = await reads();
    await keeper.start();

    expect([before, approved, confirmed, last, ended]).toEqual([
      [false, false],
      [false, false],
      [true, true],
      [true, true],
      [false, false],
    ]);
    expect(may(ANA, READ_ONLY)).toBe(false);
  });

  it('answers without a query and without a call once it is warm', async () => {
    const product = await administered();
    const { may } = await other(product);
    let queries = 0;
    product.knex.on('query', () => {
      queries += 1;
    });
    const { calls } = product.catalog;

    for (let round = 0; round < 100; round++) {
      may(ANA);
      may(DAN, READ_ONLY);
    }

    expect([queries, product.catalog.calls - calls]).toEqual([0, 0]);
  });
});
