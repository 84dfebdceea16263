import {
  AIRLINE,
  airlineWorld,
  ANA,
  ANALYSTS,
  BOB,
  EVE,
  FLIGHTS,
  OLGA,
  PETRA,
  ROOT,
  TAGGED,
  TOM,
} from '../__testUtils__/airlineWorld';
import { codeOf } from '../__testUtils__/codeOf';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  grantsOf,
  levelsOn,
  shareDomain,
  storyOf,
} from '../__testUtils__/shareDomain';
import type { Caller, TestProduct } from '../__testUtils__/TestProduct';
import { later } from '../clock';

onBothDatabases('a request for a domain', start => {
  const airline = () =>
    start({ world: airlineWorld, config: { superusers: [ROOT] } });
  const decide = (
    product: TestProduct,
    id: string,
    decision: object = {},
    by: Caller = OLGA,
  ) =>
    product.post(by, `/v1/requests/${id}/decision`, {
      decision: 'approve',
      ...decision,
    });
  const withDatasets = { datasetLevelAccess: true };

  it('goes to the owners of the domain, and gives it with its datasets at once when one of them approves', async () => {
    const product = await airline();
    const id = await product.file(ANA, AIRLINE, withDatasets);
    const asked = await product.request(OLGA, id);
    const before = await levelsOn(product, ANA, [AIRLINE, FLIGHTS]);

    const { body } = await decide(product, id);

    expect(asked).toMatchObject({
      datasetLevelAccess: true,
      approvers: [{ ref: 'group:default/airline-office', via: 'owner' }],
    });
    expect(before).toEqual([undefined, undefined]);
    expect(await levelsOn(product, ANA, [AIRLINE, FLIGHTS, TAGGED])).toEqual([
      'read-only',
      'read-only',
      undefined,
    ]);
    expect(body).toMatchObject({
      status: 'approved',
      domainGrant: {
        source: 'request',
        requestId: id,
        datasetLevelAccess: true,
        grantedBy: OLGA,
        expiresAt: later(product.clock.now(), 'P30D').toISOString(),
      },
    });
    expect(body.history.map(({ type }: { type: string }) => type)).toEqual([
      'filed',
      'approved',
      'domain-access-given',
      'dataset-level-access-given',
    ]);
  });

  it('without its datasets gives the domain only', async () => {
    const product = await airline();
    const id = await product.file(ANA, AIRLINE);

    await decide(product, id);

    expect(await levelsOn(product, ANA, [AIRLINE, FLIGHTS])).toEqual([
      'read-only',
      undefined,
    ]);
  });

  it('can be narrowed by its approver, not widened', async () => {
    const product = await airline();
    const both = await product.file(ANA, AIRLINE, withDatasets);
    const one = await product.file(BOB, AIRLINE);

    const narrowed = await decide(product, both, { datasetLevelAccess: false });
    const widened = await decide(product, one, { datasetLevelAccess: true });

    expect(narrowed.status).toBe(200);
    expect(codeOf(widened)).toEqual([400, 'WIDER_THAN_REQUESTED']);
    expect(await levelsOn(product, ANA, [AIRLINE, FLIGHTS])).toEqual([
      'read-only',
      undefined,
    ]);
  });

  it.each<[string, Caller, number, string | undefined]>([
    ['an owner', PETRA, 200, undefined],
    ['the requester', ANA, 403, 'NOT_AN_APPROVER'],
    ['the owner of the domain around it', TOM, 404, 'REQUEST_NOT_FOUND'],
    ['a stranger', EVE, 404, 'REQUEST_NOT_FOUND'],
    // who may decide on any dataset gives no domain: that is its owners' (design §4)
    ['a superuser', ROOT, 403, 'NOT_AN_APPROVER'],
  ])('is decided by %s: %s %s', async (_, by, status, code) => {
    const product = await airline();
    const id = await product.file(ANA, AIRLINE);

    expect(codeOf(await decide(product, id, {}, by))).toEqual([status, code]);
  });

  it('is decided by who was given the domain as owner, too (S1.3)', async () => {
    const product = await airline();
    await shareDomain(product, EVE, { level: 'owner' });
    const id = await product.file(ANA, AIRLINE);

    const { body: inbox } = await product.get(EVE, '/v1/requests?view=inbox');
    const { status } = await decide(product, id, {}, EVE);

    expect(inbox.items.map((one: { id: string }) => one.id)).toEqual([id]);
    expect(status).toBe(200);
  });

  it('is answered as there already when it is, with as much and for as long', async () => {
    const product = await airline();
    await shareDomain(product, ANA, { datasetLevelAccess: false });
    await shareDomain(product, ANALYSTS);

    const { outcomes } = await product.submit(ANA, {
      dataset: AIRLINE,
      beneficiaries: [ANA, BOB, EVE],
      datasetLevelAccess: true,
    });

    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      'already-has-access',
      'already-has-access',
      'created',
    ]);
  });

  it('adds what is missing to access that is there, and then it ends when the request said', async () => {
    const product = await airline();
    const { id: grantId } = await shareDomain(product, ANA, {
      datasetLevelAccess: false,
    });
    const id = await product.file(ANA, AIRLINE, {
      ...withDatasets,
      level: 'editor',
    });

    await decide(product, id);

    const { body } = await product.get(OLGA, grantsOf(AIRLINE));
    expect(body.items).toMatchObject([
      {
        id: grantId,
        level: 'editor',
        datasetLevelAccess: true,
        expiresAt: later(product.clock.now(), 'P30D').toISOString(),
      },
    ]);
    expect(await storyOf(product)).toEqual([
      `${OLGA} domain-access-given ${ANA}`,
      `${OLGA} level-changed ${ANA}`,
      `${OLGA} end-changed ${ANA}`,
      `${OLGA} dataset-level-access-given ${ANA}`,
    ]);
  });

  it('tells its requester that the access is there, and with what', async () => {
    const product = await airline();
    const id = await product.file(ANA, AIRLINE, withDatasets);
    await product.deliver();
    await decide(product, id);
    await product.deliver();

    const [notice] = product.notifications.rows(ANA);
    expect(notice.description).toContain(
      'The access is there, with all datasets of the domain',
    );
  });

  it('gives nothing and stays open when the catalog cannot be read', async () => {
    const product = await airline();
    const id = await product.file(ANA, AIRLINE, withDatasets);
    product.catalog.failure = new Error('down');

    const refused = await decide(product, id);
    product.catalog.failure = undefined;

    expect(codeOf(refused)).toEqual([503, 'CATALOG_UNAVAILABLE']);
    expect((await product.request(OLGA, id)).status).toBe('pending');
    expect(await levelsOn(product, ANA, [AIRLINE, FLIGHTS])).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('cannot ask for the datasets of a dataset', async () => {
    const product = await airline();

    const answer = await product.post(ANA, '/v1/requests', {
      dataset: FLIGHTS,
      beneficiaries: [ANA],
      reason: 'Needed for the quarterly report',
      level: 'read-only',
      datasetLevelAccess: true,
    });

    expect(codeOf(answer)).toEqual([400, 'INVALID_REQUEST']);
  });
});
