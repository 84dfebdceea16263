import type { DomainGrant } from 'backstage-plugin-dataset-access-common';
import fc from 'fast-check';
import {
  AIRLINE,
  airlineWorld,
  CREW,
  FARES,
  FILMS,
  FLIGHTS,
  LAKE,
  MOVIES,
  ROSTERS,
  TAGGED,
} from '../__testUtils__/airlineWorld';
import { DatasetTwins, Twin } from '../__testUtils__/DatasetTwins';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { changeShare, revokeShare } from '../__testUtils__/shareDomain';

const SEED = 40_412;
const HISTORIES = 25;

const domain = fc.constantFrom(AIRLINE, CREW, MOVIES);
const level = fc.constantFrom('read-only' as const, 'editor' as const);
const holder = fc.constantFrom('user' as const, 'group' as const);
const dataset = fc.constantFrom(FLIGHTS, FARES, ROSTERS, LAKE, TAGGED, FILMS);

/** Something that happens, to both twins or to the catalog. */
const event = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('share' as const),
      holder,
      domain,
      level,
      datasets: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('datasets' as const),
      holder,
      domain,
      given: fc.boolean(),
    }),
  },
  fc.record({ type: fc.constant('level' as const), holder, domain, level }),
  fc.record({ type: fc.constant('revoke' as const), holder, domain }),
  fc.record({ type: fc.constant('own' as const), dataset }),
  fc.record({ type: fc.constant('join' as const), isMember: fc.boolean() }),
  fc.record({
    type: fc.constant('move' as const),
    dataset,
    system: fc.constantFrom('booking', 'rostering', 'cinema'),
  }),
  fc.record({
    type: fc.constant('flag' as const),
    dataset,
    label: fc.constantFrom(
      undefined,
      'data-registry/snapshot-only',
      'data-registry/tag-based-access',
    ),
  }),
);
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;

/** What only the one twin is given, and what is taken from him at the end. */
const thing = fc.record({
  layer: fc.constantFrom('access' as const, 'datasets' as const),
  holder,
  domain,
});
type Thing = typeof thing extends fc.Arbitrary<infer T> ? T : never;

onBothDatabases(`random histories (seed ${SEED})`, start => {
  it(`leave, in ${HISTORIES} of them, exactly what there is without one thing, once that is revoked (S1.8, P-29)`, async () => {
    const product = await start({ world: airlineWorld });
    const seen = { same: 0, wasMore: 0, covered: 0 };
    let number = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { minLength: 6, maxLength: 14 }),
        thing,
        async (events, one) => {
          number += 1;
          const twins = await DatasetTwins.born(product, number);
          for (const what of [
            // or most histories would never have had it
            { type: 'share', ...one, level: 'editor', datasets: true },
            ...events,
          ] satisfies Event[]) {
            await happen(twins, what, one);
          }
          const before = await twins.levels('with');
          await takeBack(twins, one);
          const after = await twins.levels('with');
          const without = await twins.levels('without');

          expect(after).toEqual(without);
          seen.same += 1;
          seen.wasMore += before.join() === after.join() ? 0 : 1;
          seen.covered += after.some(Boolean) ? 1 : 0;
        },
      ),
      { seed: SEED, numRuns: HISTORIES, endOnFailure: true },
    );
    // otherwise nothing was shown
    expect(seen.wasMore).toBeGreaterThan(HISTORIES / 5);
    expect(seen.covered).toBeGreaterThan(HISTORIES / 5);
  }, 300_000);
});

async function happen(
  twins: DatasetTwins,
  what: Event,
  one: Thing,
): Promise<void> {
  switch (what.type) {
    case 'own':
      return twins.own(what.dataset);
    case 'join':
      return twins.join(what.isMember);
    case 'move':
      return twins.change(what.dataset, { partOf: [what.system] });
    case 'flag':
      return twins.change(what.dataset, {
        labels: what.label ? { [what.label]: 'true' } : {},
      });
    default:
      await give(twins, 'with', what);
      return give(twins, 'without', what, one);
  }
}

type Giving = Extract<Event, { holder: unknown }>;

/** @param missing - what this twin never gets */
async function give(
  twins: DatasetTwins,
  twin: Twin,
  what: Giving,
  missing?: Thing,
): Promise<void> {
  const isMissing =
    missing?.holder === what.holder && missing.domain === what.domain;
  if (isMissing && missing.layer === 'access') {
    return;
  }
  const grant = await twins.grant(twin, what.holder, what.domain);
  if (what.type === 'share' && !grant) {
    await twins.share(twin, what.holder, {
      ...what,
      datasetLevelAccess: what.datasets && !isMissing,
    });
  } else if (grant) {
    await changeGrant(twins, grant, what, isMissing);
  }
}

async function changeGrant(
  { product }: DatasetTwins,
  grant: DomainGrant,
  what: Giving,
  isMissing: boolean,
): Promise<void> {
  if (what.type === 'revoke') {
    await revokeShare(product, grant);
  } else if (what.type === 'level') {
    await changeShare(product, grant, { level: what.level });
  } else if (what.type === 'datasets' && !isMissing) {
    await changeShare(product, grant, { datasetLevelAccess: what.given });
  }
}

async function takeBack(twins: DatasetTwins, one: Thing): Promise<void> {
  const grant = await twins.grant('with', one.holder, one.domain);
  if (grant && one.layer === 'access') {
    await revokeShare(twins.product, grant);
  } else if (grant) {
    await changeShare(twins.product, grant, { datasetLevelAccess: false });
  }
}
