import {
  airlineWorld,
  ANA,
  FLIGHTS,
  LAKE,
} from '../__testUtils__/airlineWorld';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  changeShare,
  levelOn,
  levelsOn,
  shareDomain,
} from '../__testUtils__/shareDomain';
import { openLake, POND, put, waters } from '../__testUtils__/snapshots';
import type { TestProduct } from '../__testUtils__/TestProduct';

onBothDatabases('a snapshot-only dataset', start => {
  const airline = () => start({ world: airlineWorld });
  const waterLevels = (product: TestProduct) =>
    levelsOn(product, ANA, [LAKE, POND]);

  it('is shared with its domain when it is in it at that moment, and no later one is (S1.11)', async () => {
    const product = await airline();
    await put(product, waters(POND, 'snapshot-only', 'cinema'));

    const { snapshot } = await shareDomain(product, ANA);
    await put(
      product,
      waters(POND, 'snapshot-only'),
      waters('resource:default/new', 'snapshot-only'),
    );

    expect(snapshot).toEqual({
      datasets: 1,
      takenAt: product.clock.now().toISOString(),
    });
    expect(await waterLevels(product)).toEqual(['read-only', undefined]);
    expect(await levelOn(product, ANA, 'resource:default/new')).toBeUndefined();
  });

  it('is what the catalog says at that moment, also where the index does not know it yet (P-30)', async () => {
    const product = await airline();
    product.catalog.put(waters(POND, 'snapshot-only'));

    const { snapshot } = await shareDomain(product, ANA);
    await product.access.decisions.refreshCatalog();

    expect(snapshot?.datasets).toBe(2);
    expect(await waterLevels(product)).toEqual(['read-only', 'read-only']);
  });

  it('is covered only while it is in the domain (S1.22)', async () => {
    const product = await airline();
    await shareDomain(product, ANA);

    await put(product, waters(LAKE, 'snapshot-only', 'cinema'));
    const outside = await levelOn(product, ANA, LAKE);
    await put(product, waters(LAKE, 'snapshot-only', 'rostering'));

    expect([outside, await levelOn(product, ANA, LAKE)]).toEqual([
      undefined,
      'read-only',
    ]);
  });

  it('is not covered when the flag was set after the access was given, until it is given again', async () => {
    const product = await airline();
    const grant = await shareDomain(product, ANA);
    const before = await levelOn(product, ANA, FLIGHTS);

    await put(product, waters(FLIGHTS, 'snapshot-only'));
    const flagged = await levelOn(product, ANA, FLIGHTS);
    await changeShare(product, grant, { retakeSnapshot: true });

    expect([before, flagged, await levelOn(product, ANA, FLIGHTS)]).toEqual([
      'read-only',
      undefined,
      'read-only',
    ]);
  });

  it('is covered as others are once the flag is removed, and not when it is set again', async () => {
    const product = await airline();
    await shareDomain(product, ANA);
    await put(product, waters(POND, 'snapshot-only'));
    const before = await levelOn(product, ANA, POND);

    await put(product, waters(POND, 'following'));
    const without = await levelOn(product, ANA, POND);
    await put(product, waters(POND, 'snapshot-only'));

    expect([before, without, await levelOn(product, ANA, POND)]).toEqual([
      undefined,
      'read-only',
      undefined,
    ]);
  });

  it.each<[string, (product: TestProduct) => Promise<unknown>]>([
    [
      'the catalog is read again',
      product => product.access.decisions.refreshCatalog(),
    ],
    ['somebody opens its page', openLake],
  ])(
    'is not covered any more from the moment that it is tag-based and %s (S1.12)',
    async (_, read) => {
      const product = await airline();
      await shareDomain(product, ANA, { level: 'editor' });
      const before = await levelOn(product, ANA, LAKE);

      product.catalog.put(waters(LAKE, 'tag-based'));
      await read(product);
      const tagged = await levelOn(product, ANA, LAKE);
      product.catalog.put(waters(LAKE, 'snapshot-only'));
      await read(product);

      expect([before, tagged, await levelOn(product, ANA, LAKE)]).toEqual([
        'editor',
        undefined,
        'editor',
      ]);
    },
  );

  it('is not covered when it is another one of the same name (P-34)', async () => {
    const product = await airline();
    await shareDomain(product, ANA);

    product.catalog.remove(LAKE);
    await put(product, waters(LAKE, 'snapshot-only'));

    expect(await levelOn(product, ANA, LAKE)).toBeUndefined();
  });
});
