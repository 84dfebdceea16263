import type { Entity } from '@backstage/catalog-model';
import type {
  ApproverResolver,
  ApproverSettings,
} from 'backstage-plugin-dataset-access-node';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { ANA, DAN, MONA, OLGA, smallWorld } from '../__testUtils__/smallWorld';
import type { Caller } from '../__testUtils__/TestProduct';
import type { WorldEntity } from '../__testUtils__/world';

const CUSTOMERS = 'resource:default/customers';
const customers: WorldEntity = {
  ref: CUSTOMERS,
  owners: ['sales'],
  annotations: { 'data-registry/source': 'Snowflake' },
  spec: {
    lifecycle: 'production',
    columns: [{ name: 'email', class: 'personal' }],
  },
};

/** Sends personal data to the data office, by what it finds deep in the entity, and remembers what it was asked. */
function officeForPersonalData() {
  const asked: Array<{ dataset: Entity; settings: ApproverSettings }> = [];
  const resolver: ApproverResolver = {
    async resolve(dataset, _, settings) {
      asked.push({ dataset, settings });
      const ref = JSON.stringify(dataset.spec).includes('personal')
        ? 'group:default/data-office'
        : 'group:default/sales';
      return {
        approvers: [{ ref, via: 'custom' }],
        trail: [{ via: 'custom', tried: ref, outcome: 'chosen' }],
        warnings: [],
      };
    },
  };
  return { resolver, asked };
}

onBothDatabases('a resolver of the portal’s own', start => {
  it('sees the same whole dataset on its page, at filing, in the sweep and at deciding', async () => {
    const { resolver, asked } = officeForPersonalData();
    const product = await start({
      world: [...smallWorld, customers],
      resolver,
    });
    const approvers = [{ ref: 'group:default/data-office', via: 'custom' }];

    const { body: page } = await product.get(
      ANA,
      '/v1/datasets/resource/default/customers/access',
    );
    const id = await product.file(ANA, CUSTOMERS);
    await product.access.followCatalog.run();
    const decide = (caller: Caller) =>
      product.post(caller, `/v1/requests/${id}/decision`, {
        decision: 'approve',
      });
    const byOwner = await decide(DAN);
    const byOffice = await decide(OLGA);

    expect(page).toMatchObject({ approvers });
    expect(byOwner.status).toBe(403);
    expect(byOffice.body).toMatchObject({ status: 'approved', approvers });
    expect(
      (await product.request(ANA, id)).history.map(({ type }) => type),
    ).not.toContain('approver-changed');
    const [{ dataset: first }] = asked;
    expect(first).toMatchObject({ spec: customers.spec });
    expect(asked.map(({ dataset }) => dataset)).toEqual(asked.map(() => first));
  });

  it('is told what is configured for the dataset', async () => {
    const { resolver, asked } = officeForPersonalData();
    const product = await start({
      world: [...smallWorld, customers],
      resolver,
      config: {
        overrides: [
          { dataset: CUSTOMERS, approvers: { ownerMayAlsoDecide: true } },
        ],
      },
    });

    await product.file(MONA, CUSTOMERS);

    expect(asked).not.toEqual([]);
    expect(asked.map(({ settings }) => settings)).toEqual(
      asked.map(() => ({ ownerMayAlsoDecide: true })),
    );
  });
});
