import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { grantedAccess } from '../__testUtils__/grants';
import {
  ANA,
  BOB,
  DAN,
  EVE,
  ORDERS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import type { Caller, TestProduct } from '../__testUtils__/TestProduct';

const READ_ONLY = 'dataset-access.level.read-only';
const EDITS = 'metadata.edit-description';
const EXPLAIN = 'dataset-access.decision.explain';
const NOTHING = 'resource:default/nothing';

onBothDatabases('a question about a decision', start => {
  const startFresh = () => start({ config: { superusers } });
  // asking changes nothing, so these tests can share a product
  let shared: Promise<TestProduct> | undefined;
  const administered = () => (shared ??= startFresh());
  const explain = (
    product: TestProduct,
    caller: Caller,
    question: Record<string, string>,
  ) => product.get(caller, `/v1/explain?${new URLSearchParams(question)}`);

  it.each<[string, Record<string, string>, string]>([
    ['nobody', { subject: 'user:default/ghost' }, 'unknown-subject'],
    ['nothing', { subject: EVE, resource: NOTHING }, 'unknown-resource'],
    ['no way', { subject: EVE, resource: ORDERS }, 'no-path'],
    ['no entity', { subject: DAN }, 'no-path'],
  ])('says why not where there is %s', async (_, question, reason) => {
    const product = await administered();

    const { status, body } = await explain(product, ROOT, {
      privilege: READ_ONLY,
      ...question,
    });

    expect(status).toBe(200);
    expect(body).toMatchObject({ allowed: false, reason, paths: [] });
  });

  it.each<[string, Record<string, string>, string]>([
    ['neither a privilege nor an operation', {}, 'BAD_QUESTION'],
    [
      'both',
      { privilege: EDITS, operation: 'builder.init-product' },
      'BAD_QUESTION',
    ],
    ['an unknown operation', { operation: 'fly' }, 'BAD_QUESTION'],
    ['an unknown privilege', { privilege: 'data.fly' }, 'UNKNOWN_PRIVILEGE'],
    ['an odd privilege', { privilege: 'Fly!' }, 'INVALID_REQUEST'],
    ['no ref', { privilege: EDITS, subject: 'ana' }, 'BAD_ENTITY_REF'],
    ['no person', { privilege: EDITS, subject: ORDERS }, 'BAD_ENTITY_REF'],
    ['no entity', { privilege: EDITS, resource: 'orders' }, 'BAD_ENTITY_REF'],
  ])('needs a question that makes sense, not %s', async (_, question, code) => {
    const product = await administered();

    const { status, body } = await explain(product, ROOT, question);

    expect([status, body.error?.code]).toEqual([400, code]);
  });

  it('is for everybody about himself, and about others for who holds the privilege and for services', async () => {
    const product = await startFresh();
    await product.post(ROOT, '/v1/policies', {
      name: 'Bob explains',
      type: 'platform',
      privileges: [EXPLAIN],
      actors: { users: [BOB] },
    });
    const ask = async (caller: Caller, subject?: string) => {
      const { status, body } = await explain(product, caller, {
        privilege: READ_ONLY,
        resource: ORDERS,
        ...(subject && { subject }),
      });
      return body.error?.code ?? status;
    };

    expect(await ask(EVE)).toBe(200);
    expect(await ask(EVE, 'User:Eve')).toBe(200);
    expect(await ask(EVE, ANA)).toBe('FORBIDDEN');
    expect(await ask(EVE, 'user:default/ghost')).toBe('FORBIDDEN');
    expect(await ask(BOB, ANA)).toBe(200);
    expect(await ask('service', ANA)).toBe(200);
    expect(await ask('service')).toBe('USER_REQUIRED');
    expect((await explain(product, 'nobody', {})).status).toBe(401);
  });

  it('answers about a dataset that is hidden from the caller as about one that does not exist (F6)', async () => {
    const product = await startFresh();
    await grantedAccess(product, ANA);
    product.catalog.hide(ORDERS, ANA);
    const questions: Array<Record<string, string>> = [
      { privilege: READ_ONLY },
      { operation: 'builder.modify-product' },
      { privilege: READ_ONLY, subject: ANA },
    ];
    const about = async (resource: string) => {
      const answers = await Promise.all(
        questions.map(one => explain(product, ANA, { ...one, resource })),
      );
      return answers.map(({ status, body }) => [status, body.error]);
    };

    const hidden = await about(ORDERS);

    expect(hidden).toEqual(await about(NOTHING));
    expect(hidden[0]).toMatchObject([404, { code: 'ENTITY_NOT_FOUND' }]);
  });
});
