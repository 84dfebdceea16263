import type { Response } from 'supertest';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { holds } from '../__testUtils__/holds';
import { passingTime } from '../__testUtils__/passingTime';
import {
  ANA,
  DAN,
  EVE,
  ORDERS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import { stewardship } from '../__testUtils__/stewardship';
import { testKeeper } from '../__testUtils__/testKeeper';
import type { TestProduct } from '../__testUtils__/TestProduct';

const READ_ONLY = 'dataset-access.level.read-only';
const UNKNOWN = '7e0b6a36-3b0f-4b6e-9d35-0f6e2f3f6d10';

/** Every question that the index answers, and every change that it judges. */
const questions: Record<
  string,
  (product: TestProduct) => PromiseLike<Response>
> = {
  explain: p => p.get(ANA, `/v1/explain?privilege=${READ_ONLY}`),
  'who has access': p => p.get(DAN, `/v1/who-has-access?dataset=${ORDERS}`),
  evaluation: p =>
    p.post('service', '/access/v1/evaluation', {
      subject: { type: 'user', id: DAN },
      action: { name: 'read-only' },
      resource: { type: 'resource', id: ORDERS },
    }),
  'list policies': p => p.get(ROOT, '/v1/policies'),
  'write a policy': p =>
    p.post(ROOT, '/v1/policies', {
      name: 'New',
      type: 'metadata',
      privileges: ['metadata.edit-tags'],
      actors: { users: [ANA] },
    }),
  'remove a policy': p =>
    p.delete(ROOT, '/v1/policies/all-users-see-the-catalog'),
  'list roles': p => p.get(ROOT, '/v1/roles'),
  'assign a role': p =>
    p.post(ROOT, '/v1/roles/reader/assignments', { subjects: [EVE] }),
  'list responsibilities': p =>
    p.get(DAN, `/v1/responsibilities?resource=${ORDERS}`),
  'make responsible': p => p.post(DAN, '/v1/responsibilities', stewardship),
};

onBothDatabases(
  'a replica that cannot know any more who may do what',
  start => {
    let time: ReturnType<typeof passingTime>;
    beforeEach(() => {
      time = passingTime();
    });
    afterEach(() => time.restore());
    // with the bounds that are shipped
    const administered = () => start({ config: { superusers, decisions: {} } });
    const answers = async (product: TestProduct) => {
      const found: unknown[] = [];
      for (const [name, call] of Object.entries(questions)) {
        const { status, body, headers } = await call(product);
        found.push([name, status, body.error?.code, headers['retry-after']]);
      }
      return found;
    };
    const refusals = Object.keys(questions).map(name => [
      name,
      503,
      'DECISIONS_UNAVAILABLE',
      expect.stringMatching(/^\d+$/),
    ]);

    it('allows nothing when the database cannot be read for longer than the bound, and recovers by itself', async () => {
      const product = await administered();
      const { knex, access } = product;
      await knex.schema.renameTable('changes', 'changes_elsewhere');

      time.pass(9_999);
      await access.decisions.tryCatchUp();
      const within = await holds(product, DAN, READ_ONLY, ORDERS);
      time.pass(1);
      await access.decisions.tryCatchUp();
      const beyond = await answers(product);
      await knex.schema.renameTable('changes_elsewhere', 'changes');
      await access.decisions.tryCatchUp();

      expect(within).toBe(true);
      expect(beyond).toEqual(refusals);
      expect(access.decisions.current()).toBeDefined();
      expect(await holds(product, DAN, READ_ONLY, ORDERS)).toBe(true);
      const { body } = await product.get(ROOT, '/v1/policies?q=New');
      expect(body.items).toEqual([]);
    });

    it('allows nothing when the catalog cannot be read for longer than the bound, and recovers by itself', async () => {
      const product = await administered();
      const { catalog, access } = product;
      catalog.failure = new Error('connect ECONNREFUSED');

      time.pass(10 * 60_000 - 1);
      await access.decisions.tryCatchUp();
      await access.decisions.refreshCatalog();
      const within = await holds(product, DAN, READ_ONLY, ORDERS);
      time.pass(1);
      await access.decisions.tryCatchUp();
      await access.decisions.refreshCatalog();
      const beyond = access.decisions.current();
      catalog.failure = undefined;
      const beforeLooking = await answers(product);
      await access.decisions.refreshCatalog();

      expect([within, beyond]).toEqual([true, undefined]);
      expect(beforeLooking).toEqual(refusals);
      expect(await holds(product, DAN, READ_ONLY, ORDERS)).toBe(true);
    });

    it('knows as long as it looks, however old what it knows is', async () => {
      const product = await administered();

      for (let hour = 0; hour < 24; hour++) {
        time.pass(60 * 60_000);
        await product.access.decisions.tryCatchUp();
        await product.access.decisions.refreshCatalog();
      }

      expect(await holds(product, DAN, READ_ONLY, ORDERS)).toBe(true);
    });

    it.each(['database', 'catalog'])(
      'allows nothing before it has read the %s once',
      async missing => {
        const product = await administered();
        const keeper = testKeeper(product);
        const { catalog, knex } = product;
        const rename = async (from: string, to: string) => {
          if (missing === 'database') {
            await knex.schema.renameTable(from, to);
          }
        };

        const unread = keeper.current();
        catalog.failure = missing === 'catalog' ? new Error('down') : undefined;
        await rename('role_bindings', 'elsewhere');
        await keeper.tryCatchUp();
        const unreadable = keeper.current();
        catalog.failure = undefined;
        await rename('elsewhere', 'role_bindings');
        await keeper.tryCatchUp();
        await keeper.refreshCatalog();

        expect([unread, unreadable]).toEqual([undefined, undefined]);
        expect(() =>
          keeper.require().check(EVE, READ_ONLY, ORDERS, 0),
        ).not.toThrow();
      },
    );

    it('still answers what needs no decision', async () => {
      const product = await administered();
      time.pass(11_000);

      const answered = await Promise.all([
        product.get(ANA, '/v1/privileges'),
        product.get(ANA, '/v1/operations'),
        product.get('service', '/v1/policies'),
      ]);
      const unknown = await product.delete(
        DAN,
        `/v1/responsibilities/${UNKNOWN}`,
      );

      expect(answered.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(unknown.status).toBe(404);
    });
  },
);
