import type { DomainGrant } from 'backstage-plugin-dataset-access-common';
import {
  airlineWorld,
  ANA,
  ANALYSTS,
  LAKE,
  MOVIES,
  OLGA,
} from '../__testUtils__/airlineWorld';
import { GIVEN, listOf, replaceList } from '../__testUtils__/groupDomains';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  changeShare,
  levelsOn,
  shareDomain,
  storyOf,
} from '../__testUtils__/shareDomain';
import { POND, put, waters } from '../__testUtils__/snapshots';
import type { TestProduct } from '../__testUtils__/TestProduct';

const ofAna = '/v1/domains/airline/users/ana/grants';

onBothDatabases(
  'a snapshot-only dataset, when its domain is shared already,',
  start => {
    const airline = () => start({ world: airlineWorld });
    const waterLevels = (product: TestProduct) =>
      levelsOn(product, ANA, [LAKE, POND]);

    const again: Array<
      [string, (product: TestProduct, grant: DomainGrant) => Promise<unknown>]
    > = [
      [
        'with the call of the source',
        async product => product.put(OLGA, ofAna, GIVEN),
      ],
      [
        'with the call of the source, naming the level that there is',
        async product =>
          product.put(OLGA, ofAna, { AccessType: 'read-only', ...GIVEN }),
      ],
      [
        'by asking for another snapshot',
        (product, grant) =>
          changeShare(product, grant, { retakeSnapshot: true }),
      ],
      [
        'after it was revoked',
        async (product, grant) =>
          changeShare(
            product,
            await changeShare(product, grant, { datasetLevelAccess: false }),
            { datasetLevelAccess: true },
          ),
      ],
    ];

    it.each(again)(
      'that came later is covered when the access is given again %s (S1.11)',
      async (_, giveAgain) => {
        const product = await airline();
        const grant = await shareDomain(product, ANA);
        await put(product, waters(POND, 'snapshot-only'));
        const before = await waterLevels(product);
        product.clock.advance('PT1M');

        await giveAgain(product, grant);

        const { body } = await product.get(OLGA, ofAna);
        expect(before).toEqual(['read-only', undefined]);
        expect(await waterLevels(product)).toEqual(['read-only', 'read-only']);
        expect(body.grant.snapshot).toEqual({
          datasets: 2,
          takenAt: product.clock.now().toISOString(),
        });
        expect((await storyOf(product)).at(-1)).toMatch(
          /dataset-level-access-given(-again)? user:default\/ana$/,
        );
      },
    );

    const others: Array<
      [string, string, (product: TestProduct, grant: DomainGrant) => any]
    > = [
      [
        'its level',
        'owner',
        (product, grant) => changeShare(product, grant, { level: 'owner' }),
      ],
      [
        'its level, with the call of the source',
        'owner',
        product => product.put(OLGA, ofAna, { AccessType: 'owner', ...GIVEN }),
      ],
      [
        'its end',
        'read-only',
        (product, grant) =>
          changeShare(product, grant, { expiresAt: '2031-01-01T00:00:00Z' }),
      ],
      [
        'nothing',
        'read-only',
        (product, grant) =>
          changeShare(product, grant, { datasetLevelAccess: true }),
      ],
    ];

    it.each(others)(
      'is covered as before when of the access is changed %s',
      async (_, level, change) => {
        const product = await airline();
        const grant = await shareDomain(product, ANA);
        await put(product, waters(POND, 'snapshot-only'));
        product.clock.advance('PT1M');

        await change(product, grant);

        const { body } = await product.get(OLGA, ofAna);
        expect(await waterLevels(product)).toEqual([level, undefined]);
        expect(body.grant.snapshot).toEqual(grant.snapshot);
      },
    );

    it('is covered as before when the list of the group is replaced and its domain stays as it is', async () => {
      const product = await airline();
      await replaceList(product, ANALYSTS, {
        DomainNames: [{ airline: GIVEN }],
      });
      const [{ snapshot }] = (await listOf(product, ANALYSTS)).domains;
      await put(product, waters(POND, 'snapshot-only'));
      product.clock.advance('PT1M');

      await replaceList(product, ANALYSTS, {
        DomainNames: [{ airline: GIVEN }, { movies: GIVEN }],
      });

      const { domains } = await listOf(product, ANALYSTS);
      expect(snapshot?.datasets).toBe(1);
      expect(domains.map(one => [one.domain.ref, one.snapshot])).toEqual([
        ['domain:default/airline', snapshot],
        [MOVIES, undefined],
      ]);
      expect(await waterLevels(product)).toEqual(['read-only', undefined]);
    });
  },
);
