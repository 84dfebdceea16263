import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AIRLINE,
  airlineWorld,
  ANA,
  BOB,
  CLEO,
  FARES,
  FILMS,
  FLIGHTS,
  MOVIES,
  OLGA,
  ROSTERS,
} from '../__testUtils__/airlineWorld';
import { codeOf } from '../__testUtils__/codeOf';
import {
  DescribedCall,
  DescribedClient,
} from '../__testUtils__/DescribedClient';
import { grantDirectly } from '../__testUtils__/grantDirectly';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { levelsOn } from '../__testUtils__/shareDomain';
import {
  addingAUserWithoutDla,
  addingDla,
  dlaThroughAuthorizedGroups,
  dlaThroughGroups,
  GRANTS,
  GROUP,
  removingDla,
} from '../__testUtils__/sourceCalls';
import type { TestProduct } from '../__testUtils__/TestProduct';

const NOTHING = [undefined, undefined, undefined];
const EVERYTHING = ['read-only', 'read-only', 'read-only'];

/** What somebody has on the datasets of the airline: by system, by label and in a domain within. */
const onDatasets = (product: TestProduct, who: string) =>
  levelsOn(product, who, [FLIGHTS, FARES, ROSTERS]);
const onDomain = async (product: TestProduct, who: string) =>
  (await levelsOn(product, who, [AIRLINE]))[0];

onBothDatabases('the examples of the source', start => {
  const closing: Array<() => Promise<void>> = [];
  afterEach(async () => {
    await Promise.all(closing.splice(0).map(close => close()));
  });

  const airline = async () => {
    const product = await start({ world: airlineWorld });
    const { url, close } = await product.listen();
    closing.push(close);
    const client = await DescribedClient.from(`${url}/openapi.json`);
    const as =
      (user: string) =>
      (
        method: 'GET' | 'POST' | 'PUT' | 'DELETE',
        place: string,
        call: DescribedCall,
      ) =>
        client.call(mockCredentials.user.header(user), method, place, call);
    const byOwner = as(OLGA);
    return {
      product,
      as,
      ofUser: (method: 'POST' | 'PUT' | 'DELETE' | 'GET', body?: object) =>
        byOwner(method, GRANTS, { path: ['airline', 'ana'], body }),
      /** As the source asks: with all the domains information, and with the tag of what was read. */
      replace: async (group: string, body: object) => {
        const { etag } = await byOwner('GET', GROUP, { path: [group] });
        return byOwner('PUT', GROUP, {
          path: [group],
          parameters: { 'If-Match': etag! },
          body,
        });
      },
    };
  };

  it('add a user without DLA: the domain and none of its datasets', async () => {
    const { product, ofUser } = await airline();

    const { status, body } = await ofUser('POST', addingAUserWithoutDla);

    expect([status, body]).toMatchObject([201, addingAUserWithoutDla]);
    expect(await onDomain(product, ANA)).toBe('owner');
    expect(await onDatasets(product, ANA)).toEqual(NOTHING);
  });

  it('add DLA for a user: all datasets, later ones too, at the access type of the domain', async () => {
    const { product, ofUser } = await airline();
    await ofUser('POST', addingAUserWithoutDla);

    const { status, body } = await ofUser('PUT', addingDla);
    const now = await onDatasets(product, ANA);
    product.catalog.put({
      ref: 'resource:default/later',
      partOf: ['booking'],
      owners: ['sales'],
    });
    await product.access.decisions.refreshCatalog();

    expect([status, body]).toMatchObject([200, addingDla]);
    expect(await onDomain(product, ANA)).toBe('read-only');
    expect(now).toEqual(EVERYTHING);
    expect(await levelsOn(product, ANA, ['resource:default/later'])).toEqual([
      'read-only',
    ]);
  });

  it('remove DLA for a user: only that, and the datasets are as they were before', async () => {
    const { product, ofUser } = await airline();
    await grantDirectly(product, ANA, FLIGHTS, 'editor');
    await ofUser('POST', addingAUserWithoutDla);
    const before = await onDatasets(product, ANA);
    await ofUser('PUT', addingDla);
    const during = await onDatasets(product, ANA);

    const { status, body } = await ofUser('PUT', removingDla);

    expect([status, body]).toMatchObject([200, removingDla]);
    expect(during).toEqual(['editor', 'read-only', 'read-only']);
    expect(before).toEqual(['editor', undefined, undefined]);
    expect(await onDatasets(product, ANA)).toEqual(before);
    expect(await onDomain(product, ANA)).toBe('read-only');
  });

  it('remove a user: the domain and the DLA, and the datasets are as they were before', async () => {
    const { product, ofUser } = await airline();
    await grantDirectly(product, ANA, FLIGHTS, 'editor');
    await ofUser('POST', { ...addingDla, AccessType: 'owner' });
    const during = await onDatasets(product, ANA);

    const { status, body } = await ofUser('DELETE');

    expect(during).toEqual(['owner', 'owner', 'owner']);
    expect([status, body.grant.state]).toEqual([200, 'revoked']);
    expect(body.IsDatasetLevelAccessProvided).toBe(false);
    expect(await onDomain(product, ANA)).toBeUndefined();
    expect(await onDatasets(product, ANA)).toEqual([
      'editor',
      undefined,
      undefined,
    ]);
    expect(codeOf(await ofUser('GET'))).toEqual([404, 'GRANT_NOT_FOUND']);
  });

  it('refuse to add a user twice, and to change or remove one who is not there', async () => {
    const { product, ofUser } = await airline();

    const changed = await ofUser('PUT', addingDla);
    const removed = await ofUser('DELETE');
    await ofUser('POST', addingAUserWithoutDla);
    const again = await ofUser('POST', addingDla);

    expect([changed, removed].map(codeOf)).toEqual(
      Array(2).fill([404, 'GRANT_NOT_FOUND']),
    );
    expect(codeOf(again)).toEqual([409, 'DOMAIN_ACCESS_EXISTS']);
    expect(await onDatasets(product, ANA)).toEqual(NOTHING);
  });

  it('give DLA through a group to all its members, and take it back for one domain alone', async () => {
    const { product, replace } = await airline();
    await grantDirectly(product, CLEO, FARES, 'editor');

    const given = await replace('analysts', dlaThroughGroups);
    const during = await Promise.all([
      onDatasets(product, BOB),
      onDatasets(product, CLEO),
      levelsOn(product, BOB, [MOVIES, FILMS]),
    ]);
    const taken = await replace('analysts', dlaThroughAuthorizedGroups);

    expect([given.status, given.body.DomainNames]).toEqual([
      200,
      dlaThroughGroups.DomainNames,
    ]);
    expect(during).toEqual([
      EVERYTHING,
      ['read-only', 'editor', 'read-only'],
      ['read-only', undefined],
    ]);
    expect([taken.status, taken.body.DomainNames]).toEqual([
      200,
      dlaThroughAuthorizedGroups.DomainNames,
    ]);
    expect(await onDatasets(product, BOB)).toEqual(NOTHING);
    expect(await onDatasets(product, CLEO)).toEqual([
      undefined,
      'editor',
      undefined,
    ]);
    expect(await levelsOn(product, BOB, [AIRLINE, MOVIES])).toEqual([
      'read-only',
      'read-only',
    ]);
  });

  it('give a full access group owner access', async () => {
    const { product, replace } = await airline();
    product.catalog.put({
      ...product.catalog.get(ANA),
      memberOf: ['engineers'],
    });
    await product.access.decisions.refreshCatalog();

    await replace('engineers', dlaThroughGroups);

    expect(await onDatasets(product, ANA)).toEqual(['owner', 'owner', 'owner']);
  });

  it('let only a user with owner permissions provide DLA', async () => {
    const { as, ofUser } = await airline();
    await ofUser('POST', addingDla);

    const [byReader, byStranger] = await Promise.all(
      [ANA, BOB].map(user =>
        as(user)('POST', GRANTS, {
          path: ['airline', 'cleo'],
          body: addingDla,
        }),
      ),
    );

    expect([byReader, byStranger].map(codeOf)).toEqual(
      Array(2).fill([403, 'NOT_DOMAIN_OWNER']),
    );
  });

  it('are refused by the client where the description does not allow them', async () => {
    const { ofUser, as } = await airline();

    await expect(ofUser('POST', { AccessType: 'full' })).rejects.toThrow(
      'does not allow',
    );
    await expect(
      as(OLGA)('GET', 'domains/{id}/secrets', { path: ['airline'] }),
    ).rejects.toThrow('not described');
  });
});
