import {
  airlineWorld,
  ANA,
  ANALYSTS,
  FLIGHTS,
  OLGA,
} from '../__testUtils__/airlineWorld';
import { codeOf } from '../__testUtils__/codeOf';
import {
  GIVEN,
  listOf,
  NOT_GIVEN,
  tryToReplace,
} from '../__testUtils__/groupDomains';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { levelOn, shareDomain, storyOf } from '../__testUtils__/shareDomain';
import type { TestProduct } from '../__testUtils__/TestProduct';

const named = (...DomainNames: object[]) => ({ DomainNames });
const listed = (...domains: object[]) => ({ domains });
const wish = { domain: 'movies', datasetLevelAccess: true };

/** What is sent, how it is refused, and what the refusal has to name; each list would also change something. */
const refusals: Array<[string, object, number, string, string]> = [
  ['no list', {}, 422, 'BAD_DOMAIN_LIST', 'DomainNames or domains'],
  [
    'two lists',
    { ...named({ movies: GIVEN }), ...listed(wish) },
    422,
    'BAD_DOMAIN_LIST',
    'DomainNames or domains',
  ],
  [
    'an object without a domain',
    named({ movies: GIVEN }, {}),
    422,
    'BAD_DOMAIN_LIST',
    'no domain',
  ],
  [
    'an object with two domains',
    named({ movies: GIVEN, airline: GIVEN }),
    422,
    'BAD_DOMAIN_LIST',
    'movies, airline',
  ],
  [
    'a domain twice',
    named({ movies: GIVEN }, { movies: GIVEN }),
    422,
    'BAD_DOMAIN_LIST',
    'movies twice',
  ],
  [
    'a domain twice, once by its ref',
    named({ airline: GIVEN }, { 'domain:default/airline': NOT_GIVEN }),
    422,
    'BAD_DOMAIN_LIST',
    'airline twice',
  ],
  [
    'a domain twice, once in capitals',
    named({ airline: GIVEN }, { Airline: GIVEN }),
    422,
    'BAD_DOMAIN_LIST',
    'airline twice',
  ],
  [
    'a domain twice, in the other form',
    listed(wish, { ...wish, domain: 'domain:default/movies' }),
    422,
    'BAD_DOMAIN_LIST',
    'movies twice',
  ],
  [
    'unknown domains',
    named({ movies: GIVEN }, { atlantis: GIVEN }, { 'domain:x/y': GIVEN }),
    422,
    'UNKNOWN_DOMAIN',
    'atlantis, domain:x/y',
  ],
  [
    'what is no domain',
    named({ 'group:default/analysts': GIVEN }),
    400,
    'BAD_ENTITY_REF',
    'group:default/analysts',
  ],
  ['a name that is none', named({ 'a b': GIVEN }), 400, 'BAD_ENTITY_REF', ''],
  ['an empty name', named({ '': GIVEN }), 400, 'BAD_ENTITY_REF', ''],
  ['a NUL', named({ 'movies\u0000': GIVEN }), 400, 'BAD_ENTITY_REF', ''],
  [
    'a domain and nothing about it',
    named({ movies: {} }),
    400,
    'INVALID_REQUEST',
    'IsDatasetLevelAccessProvided',
  ],
  [
    'another word for yes',
    named({ movies: { IsDatasetLevelAccessProvided: 'true' } }),
    400,
    'INVALID_REQUEST',
    'boolean',
  ],
  [
    'something else about a domain',
    named({ movies: { ...GIVEN, AccessType: 'owner' } }),
    400,
    'INVALID_REQUEST',
    '',
  ],
  [
    'a list of names',
    { DomainNames: ['movies'] },
    400,
    'INVALID_REQUEST',
    'object',
  ],
  [
    'more domains than one list holds',
    named(...Array.from({ length: 501 }, (_, at) => ({ [`d${at}`]: GIVEN }))),
    400,
    'INVALID_REQUEST',
    '500',
  ],
];

onBothDatabases('a list of domains', start => {
  // what is refused changes nothing, so these tests can share a product
  let shared: Promise<TestProduct> | undefined;
  const airline = () =>
    (shared ??= (async () => {
      const product = await start({ world: airlineWorld });
      await shareDomain(product, ANALYSTS);
      return product;
    })());

  it.each(refusals)(
    'is refused, and changes nothing, with %s (S1.15)',
    async (_, list, status, code, said) => {
      const product = await airline();
      const before = await listOf(product, ANALYSTS);

      for (const dryRun of [true, false]) {
        const answer = await tryToReplace(product, ANALYSTS, list, { dryRun });
        expect(codeOf(answer)).toEqual([status, code]);
        expect(answer.body.error.message).toContain(said);
      }

      expect(await listOf(product, ANALYSTS)).toEqual(before);
      expect(await levelOn(product, ANA, FLIGHTS)).toBe('read-only');
    },
  );

  it('with the name of what every object has is a list of an unknown domain', async () => {
    const product = await airline();
    const send = (text: string) =>
      tryToReplace(product, ANALYSTS, JSON.parse(text));
    const entry = '{"IsDatasetLevelAccessProvided":true}';

    expect(
      codeOf(await send(`{"DomainNames":[{"constructor":${entry}}]}`)),
    ).toEqual([422, 'UNKNOWN_DOMAIN']);
    expect(
      (await send(`{"DomainNames":[{"__proto__":${entry}}]}`)).status,
    ).toBeLessThan(500);
  });

  it('of one’s own group is somebody else’s to change, but to take away (separation of duties)', async () => {
    const product = await start({ world: airlineWorld });
    const own = 'group:default/airline-office';
    const refused = await tryToReplace(product, own, named({ airline: GIVEN }));
    await shareDomain(product, 'group:default/engineers', { level: 'owner' });
    product.catalog.put({
      ...product.catalog.get(ANA),
      memberOf: ['engineers'],
    });
    await shareDomain(product, own, { by: ANA });
    const { status } = await tryToReplace(product, own, named());

    expect(codeOf(refused)).toEqual([403, 'BENEFICIARY_APPROVAL']);
    expect(status).toBe(200);
    expect(await storyOf(product)).toContain(
      `${OLGA} domain-access-revoked ${own}`,
    );
  });

  it('of one’s own group can be changed where that is allowed, and then what it gives is recorded as of one’s own benefit', async () => {
    const product = await start({
      world: airlineWorld,
      config: { requests: { selfApproval: 'allow-and-record' } },
    });
    const own = 'group:default/airline-office';
    await shareDomain(product, own, { domain: 'movies' });
    await shareDomain(product, own, { domain: 'crew' });

    await tryToReplace(
      product,
      own,
      named({ airline: GIVEN }, { crew: NOT_GIVEN }),
    );

    const lastOf = async (domain: string) => {
      const { body } = await product.get(OLGA, `/v1/domains/${domain}/history`);
      const [{ type, ownBenefit }] = body.items.filter(
        ({ type: one }: { type: string }) => !/^domain/.test(one),
      );
      return [type, ownBenefit];
    };
    expect(await lastOf('airline')).toEqual([
      'dataset-level-access-given',
      true,
    ]);
    expect(await lastOf('crew')).toEqual([
      'dataset-level-access-revoked',
      undefined,
    ]);
    expect(await lastOf('movies')).toEqual([
      'dataset-level-access-revoked',
      undefined,
    ]);
  });
});
