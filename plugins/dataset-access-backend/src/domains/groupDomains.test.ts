import {
  AIRLINE,
  airlineWorld,
  ANA,
  ANALYSTS,
  CLEO,
  CREW,
  ENGINEERS,
  EVE,
  FILMS,
  FLIGHTS,
  MOVIES,
  OLGA,
  TOM,
  TRAVEL,
} from '../__testUtils__/airlineWorld';
import { codeOf } from '../__testUtils__/codeOf';
import {
  GIVEN,
  inShort,
  listOf,
  NOT_GIVEN,
  replaceList,
  tryToReplace,
} from '../__testUtils__/groupDomains';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  levelOn,
  levelsOn,
  revokeShare,
  shareDomain,
  storyOf,
} from '../__testUtils__/shareDomain';

onBothDatabases('the list of a group’s domains', start => {
  const airline = () => start({ world: airlineWorld });

  it('gives its domains to the members, with datasets where that is said (S1.13, S1.15)', async () => {
    const product = await airline();

    await replaceList(product, ANALYSTS, {
      DomainNames: [{ airline: GIVEN }, { movies: NOT_GIVEN }],
    });

    for (const member of [ANA, CLEO]) {
      expect(
        await levelsOn(product, member, [AIRLINE, FLIGHTS, MOVIES, FILMS]),
      ).toEqual(['read-only', 'read-only', 'read-only', undefined]);
    }
    expect(await levelOn(product, EVE, FLIGHTS)).toBeUndefined();
    expect((await listOf(product, ANALYSTS)).DomainNames).toEqual([
      { airline: GIVEN },
      { movies: NOT_GIVEN },
    ]);
  });

  it('is the same in its other form, in which a level can be said', async () => {
    const product = await airline();

    const { changes } = await replaceList(product, ANALYSTS, {
      domains: [
        { domain: 'airline', datasetLevelAccess: true },
        { domain: MOVIES, datasetLevelAccess: false, level: 'editor' },
      ],
    });

    expect(inShort(changes.added)).toEqual([
      'airline read-only datasets',
      'movies editor',
    ]);
    expect(inShort((await listOf(product, ANALYSTS)).domains)).toEqual(
      inShort(changes.added),
    );
  });

  it('keeps the level of a domain unless another one is said', async () => {
    const product = await airline();
    await shareDomain(product, ANALYSTS, { level: 'owner' });

    await replaceList(product, ANALYSTS, {
      DomainNames: [{ airline: NOT_GIVEN }],
    });
    const kept = await levelsOn(product, ANA, [AIRLINE, FLIGHTS]);
    await replaceList(product, ANALYSTS, {
      domains: [
        { domain: 'airline', level: 'read-only', datasetLevelAccess: true },
      ],
    });

    expect(kept).toEqual(['owner', undefined]);
    expect(await levelsOn(product, ANA, [AIRLINE, FLIGHTS])).toEqual([
      'read-only',
      'read-only',
    ]);
  });

  it.each([
    ['full', 'owner'],
    ['Full', 'owner'],
    ['owner', 'owner'],
    ['editor', 'editor'],
    ['read-only', 'read-only'],
    ['whatever', 'read-only'],
    [undefined, 'read-only'],
  ])(
    'adds a domain at the level that the type of the group says: %s (S1.13)',
    async (type, level) => {
      const product = await airline();
      product.catalog.put({
        ...product.catalog.get(ENGINEERS),
        labels: type ? { 'data-registry/group-access': type } : {},
      });

      const { newLevel, changes } = await replaceList(product, ENGINEERS, {
        DomainNames: [{ airline: GIVEN }],
      });

      expect([newLevel, changes.added[0].level]).toEqual([level, level]);
    },
  );

  it('takes away what it leaves out, with the datasets, and the trail tells both (S1.9, S1.16)', async () => {
    const product = await airline();
    await replaceList(product, ANALYSTS, {
      DomainNames: [{ airline: GIVEN }, { movies: GIVEN }],
    });

    const { changes } = await replaceList(product, ANALYSTS, {
      DomainNames: [{ movies: GIVEN }],
    });

    expect([inShort(changes.removed), changes.unchanged]).toEqual([
      ['airline read-only datasets'],
      1,
    ]);
    expect(
      await levelsOn(product, ANA, [AIRLINE, FLIGHTS, MOVIES, FILMS]),
    ).toEqual([undefined, undefined, 'read-only', 'read-only']);
    expect(await storyOf(product)).toEqual([
      `${OLGA} domain-access-given ${ANALYSTS}`,
      `${OLGA} dataset-level-access-given ${ANALYSTS}`,
      `${OLGA} dataset-level-access-revoked ${ANALYSTS}`,
      `${OLGA} domain-access-revoked ${ANALYSTS}`,
    ]);
    expect(await storyOf(product, MOVIES)).toHaveLength(2);
  });

  it('leaves what a member has by himself (S1.21, P-35)', async () => {
    const product = await airline();
    await shareDomain(product, ANA, { level: 'editor' });
    await replaceList(product, ANALYSTS, { DomainNames: [{ airline: GIVEN }] });

    await replaceList(product, ANALYSTS, { DomainNames: [] });

    expect(await levelOn(product, ANA, FLIGHTS)).toBe('editor');
    expect(await levelOn(product, CLEO, FLIGHTS)).toBeUndefined();
  });

  it('is the same from the domain’s side: both see what the other did (S1.20)', async () => {
    const product = await airline();
    const grant = await shareDomain(product, ANALYSTS, { level: 'editor' });

    const shared = await listOf(product, ANALYSTS);
    await replaceList(product, ANALYSTS, {
      DomainNames: [...shared.DomainNames, { movies: NOT_GIVEN }],
    });
    await revokeShare(product, grant);

    expect(inShort(shared.domains)).toEqual(['airline editor datasets']);
    expect(inShort((await listOf(product, ANALYSTS)).domains)).toEqual([
      'movies read-only',
    ]);
  });

  it('passes domains of others on as they are, and is refused as a whole where it changes one (S1.16)', async () => {
    const product = await airline();
    await shareDomain(product, ANALYSTS, { domain: TRAVEL, by: TOM });
    await shareDomain(product, ANALYSTS, { domain: CREW });
    const before = await listOf(product, ANALYSTS);
    const travel = { travel: GIVEN };

    const refused = [
      [{ airline: GIVEN }],
      [{ airline: GIVEN }, { crew: GIVEN }],
      [{ airline: GIVEN }, { travel: NOT_GIVEN }],
    ];
    for (const DomainNames of refused) {
      const answer = await tryToReplace(product, ANALYSTS, { DomainNames });
      expect(codeOf(answer)).toEqual([403, 'NOT_DOMAIN_OWNER']);
      expect(answer.body.error.message).toContain('travel');
      expect(answer.body.error.message).not.toContain('crew');
    }
    expect(await listOf(product, ANALYSTS)).toEqual(before);
    expect(before.can.manage).toEqual([CREW]);
    const { changes } = await replaceList(product, ANALYSTS, {
      DomainNames: [travel, { airline: GIVEN }],
    });

    expect([
      inShort(changes.added),
      inShort(changes.removed),
      changes.unchanged,
    ]).toEqual([
      ['airline read-only datasets'],
      ['crew read-only datasets'],
      1,
    ]);
  });

  it('can be changed while one of its domains is gone, which then stays as it is (P-32)', async () => {
    const product = await airline();
    await replaceList(product, ANALYSTS, {
      DomainNames: [{ airline: GIVEN }, { movies: GIVEN }],
    });
    const movies = product.catalog.get(MOVIES);
    product.catalog.remove(MOVIES);
    await product.access.decisions.refreshCatalog();

    const { DomainNames } = await listOf(product, ANALYSTS);
    const { changes } = await replaceList(product, ANALYSTS, {
      DomainNames: [...DomainNames, { crew: GIVEN }],
    });
    product.catalog.put(movies);
    await product.access.decisions.refreshCatalog();

    expect(DomainNames).toEqual([{ airline: GIVEN }]);
    expect([inShort(changes.added), changes.removed]).toEqual([
      ['crew read-only datasets'],
      [],
    ]);
    expect(await levelOn(product, ANA, FILMS)).toBe('read-only');
  });
});
