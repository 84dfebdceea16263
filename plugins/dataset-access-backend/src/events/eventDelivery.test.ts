import { mockServices } from '@backstage/backend-test-utils';
import { DefaultEventsService } from '@backstage/plugin-events-node';
import type { DatasetAccessEvent } from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  MONA,
  ORDERS,
  smallWorld,
} from '../__testUtils__/smallWorld';
import { subscribe } from '../__testUtils__/subscribe';
import { TestProduct } from '../__testUtils__/TestProduct';
import { PublishEvents } from './PublishEvents';
import { SubjectsOfEvents, SubjectsOfEventsOptions } from './SubjectsOfEvents';

const approve = (product: TestProduct, id: string) =>
  product.post(BOB, `/v1/requests/${id}/decision`, { decision: 'approve' });
const idsOf = (events: readonly DatasetAccessEvent[]) =>
  events.map(({ id }) => id);

/** Another process on the same database, which knows nothing of the first. */
const another = (knex: Knex) => TestProduct.start({ knex, world: smallWorld });

onBothDatabases('the delivery of events', start => {
  it('is made up for by another process when the first one died before it', async () => {
    const dead = await start();
    const request = await dead.file(ANA, ORDERS);
    const heir = await another(dead.knex);
    const events = await subscribe(heir.events);
    await heir.deliver();
    expect(idsOf(events)).toEqual([`request:${request}:1`]);
  });

  it('is repeated with the same id when the process died before it was recorded', async () => {
    const dying = await start();
    const first = await subscribe(dying.events);
    const request = await dying.file(ANA, ORDERS);
    jest
      .spyOn(dying.access.outbox, 'complete')
      .mockRejectedValue(new Error('killed'));
    await dying.deliver();
    const heir = await another(dying.knex);
    heir.clock.advance('PT10M');
    const second = await subscribe(heir.events);
    await heir.deliver();
    expect(idsOf(first)).toEqual([`request:${request}:1`]);
    expect(second).toEqual(first);
  });

  it('waits for an events service that is down, keeps the order of each subject, and holds up no notice', async () => {
    const product = await start();
    const events = await subscribe(product.events);
    const publish = jest
      .spyOn(product.events, 'publish')
      .mockRejectedValue(new Error('no answer'));
    const one = await product.file(ANA, ORDERS);
    const other = await product.file(MONA, ORDERS);
    await product.deliver();
    await approve(product, one);
    await product.deliver();
    expect(product.notifications.rows(BOB)).not.toEqual([]);
    expect(product.notifications.rows(ANA)).not.toEqual([]);
    expect(events).toEqual([]);

    publish.mockRestore();
    for (let minutes = 0; minutes < 10; minutes++) {
      product.clock.advance('PT1M');
      await product.deliver();
    }
    const ofOne = events.filter(({ subject }) => subject.id === one);
    expect(idsOf(ofOne)).toEqual([`request:${one}:1`, `request:${one}:2`]);
    expect(events.map(({ subject }) => subject.id)).toContain(other);
  });

  it('goes on for others when one subscriber fails', async () => {
    const product = await start();
    await subscribe(
      product.events,
      () => {
        throw new Error('my own fault');
      },
      'failing',
    );
    const good = await subscribe(product.events);
    const request = await product.file(ANA, ORDERS);
    await approve(product, request);
    await product.deliver();
    expect(idsOf(good.filter(({ subject }) => subject.id === request))).toEqual(
      [`request:${request}:1`, `request:${request}:2`],
    );
  });
});

it('what several events are about is read at once', async () => {
  const get = jest.fn(async (ids: readonly string[]) =>
    ids.map(id => ({
      id,
      dataset: { ref: ORDERS },
      beneficiary: { ref: ANA },
      ...{ level: 'read-only', status: 'pending' },
    })),
  );
  const subjects = new SubjectsOfEvents({
    queries: { get },
  } as unknown as SubjectsOfEventsOptions);
  const of = (id: string) => subjects.of({ type: 'request', id });
  expect(await Promise.all(['r-1', 'r-2', 'r-1'].map(of))).toEqual(
    Array(3).fill({
      ...{ dataset: ORDERS, beneficiary: ANA },
      ...{ level: 'read-only', state: 'pending' },
    }),
  );
  expect(get.mock.calls).toEqual([[['r-1', 'r-2']]]);
  // and later anew, since it may have changed
  await of('r-1');
  expect(get).toHaveBeenCalledTimes(2);
});

describe('a subscriber that does not come back', () => {
  const payload = {
    subject: { type: 'request', id: 'r-1' },
    ...{ seq: 1, type: 'filed', actor: null },
    at: '2030-01-15T09:00:00.000Z',
  };

  it('keeps nothing from the others', async () => {
    const logger = mockServices.logger.mock();
    const events = DefaultEventsService.create({ logger });
    await subscribe(events, () => new Promise(() => {}), 'stuck');
    const good = await subscribe(events);
    const { 'publish-event': publish } = new PublishEvents({
      events,
      logger,
      eventSubjects: {
        of: async () => ({
          ...{ dataset: ORDERS, beneficiary: ANA },
          ...{ level: 'read-only', state: 'pending' },
        }),
      } as unknown as SubjectsOfEvents,
      longestWaitMs: 20,
    }).handlers();
    await publish(payload);
    await publish({ ...payload, seq: 2 });
    expect(idsOf(good)).toEqual(['request:r-1:1', 'request:r-1:2']);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('request:r-1:1'),
    );
  });

  it('nor does an event whose subject is gone', async () => {
    const logger = mockServices.logger.mock();
    const events = DefaultEventsService.create({ logger });
    const got = await subscribe(events);
    await new PublishEvents({
      events,
      logger,
      eventSubjects: {
        of: async () => undefined,
      } as unknown as SubjectsOfEvents,
    })
      .handlers()
      ['publish-event'](payload);
    expect(got).toEqual([]);
    expect(logger.warn).toHaveBeenCalled();
  });
});
