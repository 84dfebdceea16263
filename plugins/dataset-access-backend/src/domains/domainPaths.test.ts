import {
  airlineWorld,
  ANA,
  ANALYSTS,
  DAN,
  FLIGHTS,
  OLGA,
} from '../__testUtils__/airlineWorld';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { shareDomain } from '../__testUtils__/shareDomain';
import type { TestProduct } from '../__testUtils__/TestProduct';
import { later } from '../clock';

onBothDatabases('access through a domain', start => {
  const shared = async () => {
    const product = await start({ world: airlineWorld });
    const end = later(product.clock.now(), 'P30D').toISOString();
    const grant = await shareDomain(product, ANALYSTS, { expiresAt: end });
    return { product, grant, end };
  };
  const path = (product: TestProduct, name: string) =>
    product.get(ANA, `/v1/datasets/resource/default/${name}/access`);

  it('is named on the page of a dataset, with who gave it, to whom, and until when (S1.21)', async () => {
    const { product, grant, end } = await shared();

    const { body } = await path(product, 'flights');

    expect(body.access).toEqual({
      level: 'read-only',
      expiresAt: end,
      paths: [
        {
          kind: 'domain',
          level: 'read-only',
          via: ANALYSTS,
          domain: { ref: 'domain:default/airline', title: 'Airline' },
          grantId: grant.id,
          grantedBy: OLGA,
          since: grant.datasetLevelAccessSince,
          expiresAt: end,
        },
      ],
    });
  });

  it('is not on that of a dataset that tags govern (S1.12)', async () => {
    const { product } = await shared();

    const { body } = await path(product, 'tagged');

    expect(body.access).toEqual({ paths: [] });
  });

  it('is in the list of who has access to a dataset, as its owner sees it', async () => {
    const { product, grant, end } = await shared();

    const { body } = await product.get(
      DAN,
      `/v1/who-has-access?dataset=${FLIGHTS}`,
    );

    const ana = body.items.find(
      ({ subject }: { subject: string }) => subject === ANA,
    );
    expect(ana).toMatchObject({
      level: 'read-only',
      expiresAt: end,
      paths: [
        {
          nodes: [
            { kind: 'user', id: ANA },
            { kind: 'group', id: ANALYSTS },
            { kind: 'domain-grant', id: grant.id },
            { kind: 'resource', id: FLIGHTS },
          ],
          givenBy: OLGA,
          givenAt: grant.datasetLevelAccessSince,
        },
      ],
    });
  });

  it('is what an explanation names, and once it has ended what comes close', async () => {
    const { product, grant } = await shared();
    const question = new URLSearchParams({
      subject: ANA,
      privilege: 'dataset-access.level.read-only',
      resource: FLIGHTS,
    });
    const explain = async () =>
      (await product.get('service', `/v1/explain?${question}`)).body;
    const during = await explain();
    product.clock.advance('P31D');
    const afterwards = await explain();

    expect(during).toMatchObject({
      allowed: true,
      paths: [{ givenBy: OLGA, privilege: 'dataset-access.level.read-only' }],
    });
    expect(afterwards).toMatchObject({ allowed: false, paths: [] });
    expect(afterwards.nearMisses[0]).toMatchObject({
      kind: 'domain-grant',
      id: grant.id,
      why: 'ended',
    });
  });
});
