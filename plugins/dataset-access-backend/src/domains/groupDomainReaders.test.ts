import {
  airlineWorld,
  ANA,
  ANALYSTS,
  CLEO,
  DAN,
  EVE,
  MOVIES,
  OLGA,
  PETRA,
  ROOT,
  TOM,
} from '../__testUtils__/airlineWorld';
import { codeOf } from '../__testUtils__/codeOf';
import { domainsOf, GIVEN, replaceList } from '../__testUtils__/groupDomains';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { shareDomain } from '../__testUtils__/shareDomain';
import type { Caller } from '../__testUtils__/TestProduct';

onBothDatabases('the list of a group’s domains', start => {
  it('may be read by members, owners of the group, and owners of domains, and by no strangers', async () => {
    const product = await start({
      world: airlineWorld,
      config: { superusers: [ROOT] },
    });
    product.catalog.put({ ...product.catalog.get(ANALYSTS), owners: [DAN] });
    await shareDomain(product, EVE, { level: 'editor' });
    await replaceList(product, ANALYSTS, { DomainNames: [{ airline: GIVEN }] });
    const statuses = async (...callers: Caller[]) =>
      Promise.all(
        callers.map(async caller =>
          codeOf(await product.get(caller, domainsOf(ANALYSTS))),
        ),
      );
    const seen = [200, undefined];

    expect(
      await statuses(ANA, CLEO, DAN, OLGA, PETRA, TOM, ROOT, 'service'),
    ).toEqual(Array(8).fill(seen));
    expect(await statuses(EVE, 'user:default/ghost')).toEqual([
      [403, 'FORBIDDEN'],
      [403, 'ACTOR_NOT_IN_CATALOG'],
    ]);
    await shareDomain(product, EVE, { domain: MOVIES, level: 'owner' });
    expect(await statuses(EVE)).toEqual([seen]);
  });
});
