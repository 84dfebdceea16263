import type { DomainGrant } from 'backstage-plugin-dataset-access-common';
import {
  AIRLINE,
  airlineWorld,
  ANA,
  ANALYSTS,
  BOB,
  CLEO,
  CREW,
  DAN,
  EVE,
  FARES,
  FILMS,
  FLIGHTS,
  LAKE,
  MOVIES,
  OLGA,
  PETRA,
  ROOT,
  ROSTERS,
  TAGGED,
  TOM,
  TRAVEL,
} from '../__testUtils__/airlineWorld';
import { codeOf } from '../__testUtils__/codeOf';
import { grantDirectly } from '../__testUtils__/grantDirectly';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  changeShare,
  grantsOf,
  levelOn,
  levelsOn,
  revokeShare,
  shareDomain,
  storyOf,
} from '../__testUtils__/shareDomain';
import type { Caller, TestProduct } from '../__testUtils__/TestProduct';
import { later } from '../clock';

const superusers = [ROOT];

onBothDatabases('access to a domain', start => {
  const airline = () => start({ world: airlineWorld, config: { superusers } });
  const refreshed = async (product: TestProduct) => {
    await product.access.decisions.refreshCatalog();
  };

  it('is not access to its datasets, until that is given as well (S1.4, S1.6)', async () => {
    const product = await airline();

    const grant = await shareDomain(product, ANA, {
      datasetLevelAccess: false,
    });
    const without = await levelsOn(product, ANA, [AIRLINE, FLIGHTS, FARES]);
    await changeShare(product, grant, { datasetLevelAccess: true });

    expect(without).toEqual(['read-only', undefined, undefined]);
    expect(await levelsOn(product, ANA, [AIRLINE, FLIGHTS, FARES])).toEqual([
      'read-only',
      'read-only',
      'read-only',
    ]);
  });

  it('covers datasets through systems, by label and in domains within, but no tag-based one and nothing elsewhere (S1.1, S1.12, P-33)', async () => {
    const product = await airline();

    await shareDomain(product, ANA, { level: 'editor' });

    expect(
      await levelsOn(product, ANA, [FLIGHTS, FARES, ROSTERS, LAKE]),
    ).toEqual(['editor', 'editor', 'editor', 'editor']);
    expect(
      await levelsOn(product, ANA, [TAGGED, FILMS, CREW, TRAVEL, MOVIES]),
    ).toEqual(Array(5).fill(undefined));
  });

  it.each(['read-only', 'editor', 'owner'] as const)(
    'gives its datasets at the same level: %s (S1.2)',
    async level => {
      const product = await airline();

      await shareDomain(product, ANA, { level });

      expect(await levelsOn(product, ANA, [AIRLINE, FLIGHTS])).toEqual([
        level,
        level,
      ]);
    },
  );

  it('follows a change of its level (S1.2)', async () => {
    const product = await airline();
    const grant = await shareDomain(product, ANA);

    await changeShare(product, grant, { level: 'owner' });

    expect(await levelsOn(product, ANA, [AIRLINE, FLIGHTS, LAKE])).toEqual([
      'owner',
      'owner',
      'owner',
    ]);
  });

  it('covers a dataset that is added later, and lets go of one that moves away (S1.1, S1.22)', async () => {
    const product = await airline();
    await shareDomain(product, ANA);

    product.catalog.put({
      ref: 'resource:default/delays',
      partOf: ['booking'],
      owners: ['sales'],
    });
    product.catalog.put({
      ...product.catalog.get(FLIGHTS),
      partOf: ['cinema'],
    });
    product.catalog.put({
      ...product.catalog.get(FILMS),
      partOf: ['rostering'],
    });
    await refreshed(product);

    expect(
      await levelsOn(product, ANA, ['resource:default/delays', FLIGHTS, FILMS]),
    ).toEqual(['read-only', undefined, 'read-only']);
  });

  it('goes back to what there was before when dataset-level access is revoked, also to what was given meanwhile (S1.7, S1.8, P-29)', async () => {
    const product = await airline();
    await grantDirectly(product, BOB, FLIGHTS, 'read-only');
    const grant = await shareDomain(product, BOB, { level: 'editor' });
    await grantDirectly(product, BOB, FARES, 'owner');
    const during = await levelsOn(product, BOB, [FLIGHTS, FARES, ROSTERS]);

    await changeShare(product, grant, { datasetLevelAccess: false });

    expect(during).toEqual(['editor', 'owner', 'editor']);
    expect(
      await levelsOn(product, BOB, [AIRLINE, FLIGHTS, FARES, ROSTERS]),
    ).toEqual(['editor', 'read-only', 'owner', undefined]);
  });

  it('takes dataset-level access with it when it is revoked, and the trail tells both (S1.9, S1.10)', async () => {
    const product = await airline();
    const grant = await shareDomain(product, ANA);

    const left = await revokeShare(product, grant);

    expect(left).toMatchObject({
      state: 'revoked',
      datasetLevelAccess: false,
      endedBy: OLGA,
    });
    expect(await levelsOn(product, ANA, [AIRLINE, FLIGHTS])).toEqual([
      undefined,
      undefined,
    ]);
    expect(await storyOf(product)).toEqual([
      `${OLGA} domain-access-given ${ANA}`,
      `${OLGA} dataset-level-access-given ${ANA}`,
      `${OLGA} dataset-level-access-revoked ${ANA}`,
      `${OLGA} domain-access-revoked ${ANA}`,
    ]);
  });

  it('reaches the members of a group as they come and go, of its child groups too (S1.13)', async () => {
    const product = await airline();
    await shareDomain(product, ANALYSTS);
    const before = await levelsOn(product, CLEO, [FLIGHTS]);

    product.catalog.put({
      ...product.catalog.get(CLEO),
      memberOf: [],
    });
    product.catalog.put({
      ...product.catalog.get(EVE),
      memberOf: ['juniors'],
    });
    await refreshed(product);

    expect(before).toEqual(['read-only']);
    expect([
      await levelOn(product, CLEO, FLIGHTS),
      await levelOn(product, EVE, FLIGHTS),
    ]).toEqual([undefined, 'read-only']);
  });

  it('is the most of all ways, and losing one leaves the others (S1.21, P-35)', async () => {
    const product = await airline();
    const own = await shareDomain(product, ANA, { level: 'editor' });
    const ofGroup = await shareDomain(product, ANALYSTS);
    const both = await levelOn(product, ANA, FLIGHTS);

    await revokeShare(product, own);
    const groupOnly = await levelOn(product, ANA, FLIGHTS);
    await revokeShare(product, ofGroup);

    expect([both, groupOnly, await levelOn(product, ANA, FLIGHTS)]).toEqual([
      'editor',
      'read-only',
      undefined,
    ]);
  });

  it('ends when it was to end, not a moment later, and is recorded as expired and not as revoked', async () => {
    const product = await airline();
    await shareDomain(product, ANA, {
      expiresAt: later(product.clock.now(), 'P1D').toISOString(),
    });

    product.clock.advance('PT23H59M59.999S');
    const before = await levelOn(product, ANA, FLIGHTS);
    product.clock.advance('PT0.001S');
    const after = await levelOn(product, ANA, FLIGHTS);
    await product.access.domainSweep.run();

    expect([before, after]).toEqual(['read-only', undefined]);
    expect(await storyOf(product)).toEqual([
      `${OLGA} domain-access-given ${ANA}`,
      `${OLGA} dataset-level-access-given ${ANA}`,
      `time dataset-level-access-revoked ${ANA}`,
      `time domain-access-expired ${ANA}`,
    ]);
  });

  it('can be given again once it has expired, whether or not that was recorded', async () => {
    const product = await airline();
    await shareDomain(product, ANA, {
      expiresAt: later(product.clock.now(), 'P1D').toISOString(),
    });
    product.clock.advance('P2D');

    await shareDomain(product, ANA);

    expect(await levelOn(product, ANA, FLIGHTS)).toBe('read-only');
  });

  it.each([
    ['domain', AIRLINE, 'domain-replaced'],
    ['user', ANA, 'subject-replaced'],
  ])(
    'passes nothing on to another %s of the same name (P-32, P-34)',
    async (_, ref, why) => {
      const product = await airline();
      const { id } = await shareDomain(product, ANA);
      product.catalog.remove(ref);
      product.catalog.put(airlineWorld.find(one => one.ref === ref)!);
      await refreshed(product);

      const { body } = await product.get(OLGA, grantsOf(AIRLINE));

      expect(await levelsOn(product, ANA, [AIRLINE, FLIGHTS])).toEqual([
        undefined,
        undefined,
      ]);
      expect(body.items).toMatchObject([
        { id, state: 'suspended', suspendedBecause: why },
      ]);
      await shareDomain(product, ANA);
      expect(await levelOn(product, ANA, FLIGHTS)).toBe('read-only');
    },
  );

  describe('is given and taken', () => {
    const attempts: Array<
      [string, (product: TestProduct, by: Caller, made: DomainGrant) => any]
    > = [
      [
        'give',
        (product, by) =>
          product.post(by, grantsOf(AIRLINE), {
            subject: BOB,
            level: 'read-only',
          }),
      ],
      [
        'change',
        (product, by, { id, version }) =>
          product.put(by, `${grantsOf(AIRLINE)}/${id}`, {
            version,
            datasetLevelAccess: false,
          }),
      ],
      [
        'revoke',
        (product, by, { id }) =>
          product.delete(by, `${grantsOf(AIRLINE)}/${id}`),
      ],
    ];

    it.each(attempts)(
      'by its owners only: others cannot %s it (S1.3, P-33)',
      async (_, attempt) => {
        const product = await airline();
        const made = await shareDomain(product, EVE);
        const others: Caller[] = [ANA, EVE, DAN, TOM, ROOT];

        for (const by of others) {
          expect(codeOf(await attempt(product, by, made))).toEqual([
            403,
            'NOT_DOMAIN_OWNER',
          ]);
        }
        expect(codeOf(await attempt(product, 'service', made))).toEqual([
          403,
          'USER_REQUIRED',
        ]);
        expect((await attempt(product, PETRA, made)).status).toBeLessThan(300);
      },
    );

    it('by those who were given the domain as owners, until that is taken from them (S1.3)', async () => {
      const product = await airline();
      const asEditor = await shareDomain(product, EVE, { level: 'editor' });
      const refused = await product.post(EVE, grantsOf(AIRLINE), {
        subject: BOB,
        level: 'read-only',
      });
      const asOwner = await changeShare(product, asEditor, { level: 'owner' });
      await shareDomain(product, BOB, { by: EVE });
      await revokeShare(product, asOwner);
      const after = await product.post(EVE, grantsOf(AIRLINE), {
        subject: CLEO,
        level: 'read-only',
      });

      expect(codeOf(refused)).toEqual([403, 'NOT_DOMAIN_OWNER']);
      expect(codeOf(after)).toEqual([403, 'NOT_DOMAIN_OWNER']);
      expect(await levelOn(product, BOB, FLIGHTS)).toBe('read-only');
    });

    it('by editors too, where that is configured (S1.3)', async () => {
      const product = await start({
        world: airlineWorld,
        config: { domains: { managers: 'owners-and-editors' } },
      });
      await shareDomain(product, EVE, { level: 'editor' });

      await shareDomain(product, BOB, { by: EVE });

      expect(await levelOn(product, BOB, FLIGHTS)).toBe('read-only');
    });

    it('by nobody to himself or to his own group, unless that is allowed, and then it is recorded', async () => {
      const strict = await airline();
      const own = await strict.post(OLGA, grantsOf(AIRLINE), {
        subject: OLGA,
        level: 'read-only',
      });
      const group = await strict.post(OLGA, grantsOf(AIRLINE), {
        subject: 'group:default/airline-office',
        level: 'read-only',
      });
      const lax = await start({
        world: airlineWorld,
        config: { requests: { selfApproval: 'allow-and-record' } },
      });
      await shareDomain(lax, OLGA);
      const { body } = await lax.get(OLGA, `/v1/domains/airline/history`);

      expect([codeOf(own), codeOf(group)]).toEqual([
        [403, 'BENEFICIARY_APPROVAL'],
        [403, 'BENEFICIARY_APPROVAL'],
      ]);
      expect(body.items).toMatchObject([
        { type: 'dataset-level-access-given', ownBenefit: true },
        { type: 'domain-access-given', ownBenefit: true },
      ]);
    });
  });

  it('shows those who may share it everybody, and others what reaches themselves', async () => {
    const product = await airline();
    await shareDomain(product, ANALYSTS);
    await shareDomain(product, EVE);
    const seenBy = async (caller: Caller) => {
      const { body } = await product.get(caller, grantsOf(AIRLINE));
      return [
        body.items.map((one: DomainGrant) => one.subject).sort(),
        body.can.manage.allowed,
      ];
    };

    expect(await seenBy(OLGA)).toEqual([[ANALYSTS, EVE], true]);
    expect(await seenBy(ANA)).toEqual([[ANALYSTS], false]);
    expect(await seenBy(TOM)).toEqual([[], false]);
    expect((await seenBy('service'))[0]).toEqual([ANALYSTS, EVE]);
  });
});
