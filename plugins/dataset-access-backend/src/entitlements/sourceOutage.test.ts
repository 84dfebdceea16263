import { ConnectorProblem } from 'backstage-plugin-dataset-access-node';
import { revoke } from '../__testUtils__/grantLife';
import { approvedAccess } from '../__testUtils__/grants';
import { MemorySource } from '../__testUtils__/MemorySource';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { ANA, BOB, DAN, EVE, MONA, ORDERS } from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';

const DOWN = new ConnectorProblem('SOURCE_UNAVAILABLE', 'It is down.');

/** Three days in which every attempt fails. The last of them is just over when it ends, which is the worst moment. */
async function outage(product: TestProduct): Promise<void> {
  for (let hours = 0; hours < 72; hours++) {
    product.clock.advance('PT1H');
    await product.deliver();
  }
}

onBothDatabases('a source that was down for three days', start => {
  it('follows within 60 s of being back: what is given, and what is taken', async () => {
    const source = new MemorySource([ORDERS]);
    const product = await start({ connectors: [source] });
    const lost = await approvedAccess(product, ANA);
    expect(source.given(ORDERS)).toEqual([`${ANA}: read-only`]);
    source.problem = DOWN;
    await approvedAccess(product, EVE);
    expect((await revoke(product, lost)).status).toBe(200);
    await product.deliver();
    await outage(product);

    source.problem = undefined;
    product.clock.advance('PT60S');
    await product.deliver();

    expect(source.given(ORDERS)).toEqual([`${EVE}: read-only`]);
  });

  it('loses within 60 s what no grant asks for', async () => {
    const source = new MemorySource([ORDERS]);
    const product = await start({ connectors: [source] });
    await source.apply({
      wanted: { target: { dataset: ORDERS, holder: MONA }, level: 'editor' },
      former: [],
      others: [],
    });
    await product.access.grantLife.compare.run();
    const { body } = await product.get(DAN, '/v1/drift');
    source.problem = DOWN;
    const { status } = await product.post(
      DAN,
      `/v1/drift/${body.items[0].id}/resolution`,
      { action: 'revoke' },
    );
    expect(status).toBe(200);
    await outage(product);
    expect(source.given(ORDERS)).toEqual([`${MONA}: editor`]);

    source.problem = undefined;
    product.clock.advance('PT60S');
    await product.deliver();

    expect(source.given(ORDERS)).toEqual([]);
  });

  it('is tried no more often than that', async () => {
    const source = new MemorySource([ORDERS]);
    const locate = jest.spyOn(source, 'locate');
    const product = await start({
      connectors: [source],
      config: { workers: { sourceRetryEvery: 'PT2M' } },
    });
    source.problem = DOWN;
    await approvedAccess(product, ANA);
    await outage(product);
    locate.mockClear();
    for (let seconds = 0; seconds < 600; seconds += 5) {
      product.clock.advance('PT5S');
      await product.deliver();
    }
    // pauses differ by up to a quarter
    expect(locate.mock.calls.length).toBeGreaterThanOrEqual(4);
    expect(locate.mock.calls.length).toBeLessThanOrEqual(9);
  });

  it('holds up no notice', async () => {
    const source = new MemorySource([ORDERS]);
    const product = await start({ connectors: [source] });
    let hangs = true;
    const back: Array<() => void> = [];
    const locate = jest.spyOn(source, 'locate');
    locate.mockImplementation(async () => {
      if (hangs) {
        await new Promise<void>(resolve => back.push(resolve));
      }
      throw DOWN;
    });
    const request = await product.file(ANA, ORDERS);
    await product.deliver();
    product.notifications.clear();
    await product.post(BOB, `/v1/requests/${request}/decision`, {
      decision: 'approve',
    });
    const delivering = product.deliver();
    const told = new Promise<void>(resolve => {
      const look = () =>
        product.notifications.rows(ANA).length > 0
          ? resolve()
          : setImmediate(look);
      look();
    });
    // would wait for ever if the source were in the way
    await told;
    hangs = false;
    back.forEach(resolve => resolve());
    await delivering;
    expect(locate).toHaveBeenCalled();
  });
});
