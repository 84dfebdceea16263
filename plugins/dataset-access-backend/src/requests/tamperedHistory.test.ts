import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { ANA, BOB, EVE, ORDERS } from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';
import { unprotectHistory } from '../__testUtils__/unprotectHistory';

const events = ({ knex }: TestProduct, where: object) =>
  knex('audit_events').where(where);

const approve = (product: TestProduct, id: string) =>
  product.post(BOB, `/v1/requests/${id}/decision`, {
    decision: 'approve',
    comment: 'Fine with me',
  });

/** What may happen to a request, and what is then done behind the product's back. */
const tamperings: Array<
  [string, (product: TestProduct, id: string) => Promise<unknown>]
> = [
  [
    'an event was changed',
    async (product, id) =>
      events(product, { subject_id: id }).update({ actor_ref: EVE }),
  ],
  [
    'its only event was deleted',
    async (product, id) => events(product, { subject_id: id }).delete(),
  ],
  [
    'its last event was deleted',
    async (product, id) => {
      await product.post(ANA, `/v1/requests/${id}/comments`, { text: 'Hello' });
      await events(product, { subject_id: id, seq: 2 }).delete();
    },
  ],
  [
    'its first event was deleted',
    async (product, id) => {
      await product.post(ANA, `/v1/requests/${id}/comments`, { text: 'Hello' });
      await events(product, { subject_id: id, seq: 1 }).delete();
    },
  ],
  [
    'its decision was deleted',
    async (product, id) => {
      await approve(product, id);
      await events(product, { subject_id: id, type: 'approved' }).delete();
    },
  ],
  [
    'the history of its grant was deleted',
    async (product, id) => {
      const { body } = await approve(product, id);
      await events(product, { subject_id: body.grant.id }).delete();
    },
  ],
];

onBothDatabases('a request', start => {
  it.each(tamperings)(
    'is listed and opened, and shows that its history is broken, when %s',
    async (_, tamper) => {
      const product = await start();
      const id = await product.file(ANA, ORDERS);
      await unprotectHistory(product.knex);
      await tamper(product, id);

      const { body: mine } = await product.get(ANA, '/v1/requests?view=mine');
      const { body: inbox } = await product.get(BOB, '/v1/requests?view=inbox');
      const opened = await product.request(ANA, id);

      expect(mine.items).toMatchObject([{ id, status: opened.status }]);
      expect(inbox.items).toMatchObject([{ id }]);
      expect(opened.historyIntact).toBe(false);
      // what came of it is not lost either
      const { body: grants } = await product.get(ANA, '/v1/grants');
      expect(grants.items).toHaveLength(opened.status === 'approved' ? 1 : 0);
    },
  );

  it('that lost its last event can be decided, and its history stays broken', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);
    await unprotectHistory(product.knex);
    await events(product, { subject_id: id }).delete();

    const { body } = await approve(product, id);

    expect(body).toMatchObject({ status: 'approved', historyIntact: false });
  });
});
