import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { holds } from '../__testUtils__/holds';
import {
  ANA,
  BOB,
  CLEO,
  EVE,
  FRANK,
  MONA,
  OLGA,
  ORDERS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import type { Caller, TestProduct } from '../__testUtils__/TestProduct';

const STEWARDS = 'group:default/stewards';
/** Readers hold it, and nobody else by default. */
const READS = 'metadata.propose-tags';

interface Outcome {
  subject: string;
  outcome: string;
  replaced?: string;
  code?: string;
  message?: string;
}

onBothDatabases('assigning roles', start => {
  const administered = () => start({ config: { superusers } });
  const change =
    (way: 'assignments' | 'removals') =>
    async (
      product: TestProduct,
      role: string,
      subjects: string[],
      { by = ROOT as Caller, dryRun = false } = {},
    ): Promise<Outcome[]> => {
      const { status, body } = await product.post(
        by,
        `/v1/roles/${role}/${way}`,
        { subjects, dryRun },
      );
      expect([status, body.error?.code]).toEqual([200, undefined]);
      return body.outcomes;
    };
  const assign = change('assignments');
  const unassign = change('removals');
  const members = async (product: TestProduct, role: string) => {
    const { body } = await product.get(ROOT, `/v1/roles/${role}/members`);
    return body.items.map(({ subject }: { subject: string }) => subject);
  };

  it('answers for everyone, and one who cannot be served keeps nobody from being served (S4.5)', async () => {
    const product = await administered();
    await assign(product, 'reader', [BOB]);

    const outcomes = await assign(product, 'reader', [
      'User:Ana',
      'user:default/ghost',
      BOB,
      STEWARDS,
      ANA,
      'component:default/website',
      'nonsense',
      MONA,
    ]);

    expect(
      outcomes.map(({ subject, outcome, code }) => [subject, code ?? outcome]),
    ).toEqual([
      [ANA, 'assigned'],
      ['user:default/ghost', 'BENEFICIARY_NOT_FOUND'],
      [BOB, 'already-assigned'],
      [STEWARDS, 'assigned'],
      ['component:default/website', 'BAD_ENTITY_REF'],
      ['nonsense', 'BAD_ENTITY_REF'],
      [MONA, 'assigned'],
    ]);
    expect(outcomes.filter(({ outcome }) => outcome === 'refused')).toEqual(
      Array.from({ length: 3 }, () =>
        expect.objectContaining({ message: expect.stringMatching(/\.$/) }),
      ),
    );
    expect(await members(product, 'reader')).toEqual([
      STEWARDS,
      ANA,
      BOB,
      MONA,
    ]);
    expect(await holds(product, ANA, READS, ORDERS)).toBe(true);
  });

  it('says what a role takes the place of, and leaves other roles alone (S4.6, P-38)', async () => {
    const product = await administered();
    await assign(product, 'admin', [ANA, BOB]);
    await assign(product, 'marketplace-consumer', [ANA]);

    const outcomes = await assign(product, 'reader', [ANA, EVE]);

    expect(outcomes).toEqual([
      { subject: ANA, outcome: 'assigned', replaced: 'admin' },
      { subject: EVE, outcome: 'assigned' },
    ]);
    expect(await members(product, 'admin')).toEqual([BOB]);
    expect(await members(product, 'marketplace-consumer')).toEqual([ANA]);
    const manages = (subject: string) =>
      holds(product, subject, 'dataset-access.policy.manage');
    expect([await manages(ANA), await manages(BOB)]).toEqual([false, true]);
  });

  it('takes roles back, and says who had none', async () => {
    const product = await administered();
    await assign(product, 'reader', [ANA, BOB]);

    const outcomes = await unassign(product, 'reader', [
      ANA,
      MONA,
      ANA,
      'user:default/ghost',
      'nonsense',
    ]);

    expect(
      outcomes.map(({ subject, outcome, code }) => [subject, code ?? outcome]),
    ).toEqual([
      [ANA, 'removed'],
      [MONA, 'not-assigned'],
      ['user:default/ghost', 'not-assigned'],
      ['nonsense', 'BAD_ENTITY_REF'],
    ]);
    expect(await members(product, 'reader')).toEqual([BOB]);
    expect(await holds(product, ANA, READS, ORDERS)).toBe(false);
    expect(await holds(product, BOB, READS, ORDERS)).toBe(true);
  });

  it('reaches the members of a group, and those of the groups within it (S4.11)', async () => {
    const product = await administered();
    const reading = async () =>
      Promise.all(
        [BOB, CLEO, FRANK, ANA].map(one => holds(product, one, READS, ORDERS)),
      );
    const before = await reading();

    await assign(product, 'reader', [STEWARDS]);
    const held = await reading();
    product.catalog.put({ ...product.catalog.get(BOB), memberOf: [] });
    await product.access.decisions.refreshCatalog();
    const afterBobLeft = await reading();
    await unassign(product, 'reader', [STEWARDS]);

    expect(before).toEqual([false, false, false, false]);
    expect(held).toEqual([true, true, true, false]);
    expect(afterBobLeft).toEqual([false, true, true, false]);
    expect(await reading()).toEqual(before);
  });

  it('can be tried first: the answer is the same, and nothing changes', async () => {
    const product = await administered();
    await assign(product, 'admin', [ANA]);
    const rowsIn = async (table: string) => (await product.knex(table)).length;
    const stored = async () => [
      await rowsIn('role_bindings'),
      await rowsIn('audit_events'),
      await rowsIn('changes'),
    ];
    const before = await stored();
    const both = [ANA, EVE, 'user:default/ghost'];

    const tried = await assign(product, 'reader', both, { dryRun: true });
    const triedToTake = await unassign(product, 'admin', both, {
      dryRun: true,
    });

    expect(await stored()).toEqual(before);
    expect(await members(product, 'admin')).toEqual([ANA]);
    expect(await holds(product, EVE, READS, ORDERS)).toBe(false);
    expect(triedToTake[0]).toEqual({ subject: ANA, outcome: 'removed' });
    expect(await assign(product, 'reader', both)).toEqual(tried);
  });

  it('is shown with who did it and when, a page at a time', async () => {
    const product = await administered();
    const everybody = [ANA, BOB, CLEO, EVE, OLGA];
    await assign(product, 'reader', everybody);
    const page = async (query: string) => {
      const { body } = await product.get(
        ROOT,
        `/v1/roles/reader/members?limit=2${query}`,
      );
      return body;
    };

    const first = await page('');
    const second = await page(`&cursor=${first.nextCursor}`);
    const third = await page(`&cursor=${second.nextCursor}`);
    const back = await page(`&cursor=${second.prevCursor}`);

    expect(first.items[0]).toEqual({
      subject: ANA,
      assignedAt: product.clock.now().toISOString(),
      assignedBy: ROOT,
      exists: true,
    });
    expect(
      [first, second, third].flatMap(({ items }) =>
        items.map(({ subject }: { subject: string }) => subject),
      ),
    ).toEqual(everybody);
    expect(third.nextCursor).toBeUndefined();
    expect(back.items).toEqual(first.items);
  });
});
