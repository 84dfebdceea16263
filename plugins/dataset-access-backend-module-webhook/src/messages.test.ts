import type { SourceOrder } from 'backstage-plugin-dataset-access-node';
import { Webhook } from 'standardwebhooks';
import { dataset, user } from './__testUtils__/entities';
import { newSecret, respond, TestReceiver } from './__testUtils__/TestReceiver';
import { WebhookConnector } from './WebhookConnector';

describe('messages', () => {
  let receiver: TestReceiver;
  beforeEach(async () => {
    receiver = await TestReceiver.start();
  });
  afterEach(() => receiver.stop());

  const connectorWith = (secrets: string | string[]) =>
    new WebhookConnector({
      endpoints: { lake: { url: receiver.url, secrets } },
    });
  const connector = () => connectorWith(receiver.secrets);
  const give = async (revision: number): Promise<SourceOrder> => {
    const { target } = await connector().locate(dataset('fares'), user('ann'));
    return {
      wanted: { target, level: 'read-only' },
      former: [],
      others: [],
      wish: { id: 'e-1', revision },
    };
  };
  const fareLevel = () =>
    receiver.table.levelOf({ account: 'ann', tables: ['fares'] });

  it('are signed so that the library for receivers believes them', async () => {
    await connector().locate(dataset('fares'), user('ann'));
    const [{ body, headers }] = receiver.received;
    expect(
      new Webhook(receiver.secrets[0]).verify(
        body,
        headers as Record<string, string>,
      ),
    ).toEqual({
      type: 'dataset-access.locate',
      data: {
        dataset: {
          ref: 'resource:default/fares',
          uid: 'uid-fares',
          object: 'fares',
        },
        subject: {
          ref: 'user:default/ann',
          uid: 'uid-ann',
          email: 'ann@example.com',
        },
      },
    });
    expect(headers['content-type']).toBe('application/json');
    const age = Date.now() / 1000 - Number(headers['webhook-timestamp']);
    expect(Math.abs(age)).toBeLessThan(60);
  });

  it('say what the catalog says that somebody is called there', async () => {
    const { holder } = await connector().locate(
      dataset('fares'),
      user('anna', 'ann'),
    );
    expect(holder).toBe('ann');
  });

  it('have the same id and body when the same wish is tried again, and another time', async () => {
    const order = await give(1);
    receiver.faults.push((_, response) => respond(response, 503, {}));
    await expect(connector().apply(order)).rejects.toMatchObject({
      code: 'SOURCE_UNAVAILABLE',
    });
    await connector().apply(order);
    const [first, second, ...more] = receiver.ids('apply');
    expect(more).toEqual([]);
    expect(second).toBe(first);
    const [one, two] = receiver.received.filter(({ id }) => id === first);
    expect(two.body).toBe(one.body);
    expect(fareLevel()).toBe('read-only');
  });

  it('have the same id whatever the order of keys in a target that was recorded', async () => {
    const order = await give(1);
    const { endpoint, at } = order.wanted!.target;
    await connector().apply(order);
    await connector().apply({
      ...order,
      wanted: { level: 'read-only', target: { at, endpoint } },
    });
    expect(new Set(receiver.ids('apply')).size).toBe(1);
  });

  it.each<[string, (order: SourceOrder) => SourceOrder]>([
    ['a later wish', order => ({ ...order, wish: { id: 'e-1', revision: 2 } })],
    [
      'a wish for something else',
      order => ({ ...order, wish: { id: 'e-2', revision: 1 } }),
    ],
    [
      'the same wish, which comes to something else by now',
      order => ({ ...order, wanted: { ...order.wanted!, level: 'editor' } }),
    ],
    ['no wish', order => ({ ...order, wish: undefined })],
  ])('have another id for %s', async (_, change) => {
    const order = await give(1);
    await connector().apply(order);
    await connector().apply(change(order));
    const ids = receiver.ids('apply');
    expect(new Set(ids).size).toBe(2);
  });

  it('have an id of their own when they ask something', async () => {
    const order = await give(1);
    await connector().plan(order);
    await connector().plan(order);
    await connector().read(dataset('fares'));
    await connector().read(dataset('fares'));
    const ids = receiver.received.map(({ id }) => id);
    expect(new Set(ids).size).toBe(5);
  });

  it('tell the receiver which wish they are for, so that it can refuse what is older', async () => {
    await connector().apply(await give(7));
    const applied = receiver.received.find(({ type }) => /apply/.test(type))!;
    expect(JSON.parse(applied.body).data.wish).toEqual({
      id: 'e-1',
      revision: 7,
    });
  });

  it('whose answer was lost are answered once more, and not carried out again', async () => {
    const order = await give(1);
    receiver.faults.push(() => 'lose');
    await expect(connector().apply(order)).rejects.toMatchObject({
      code: 'SOURCE_UNAVAILABLE',
    });
    // what is known there tells what was done, which a second attempt would not have to do
    expect(await connector().apply(order)).toEqual([
      { effect: 'grant', text: 'give ann read on fares' },
    ]);
    expect(fareLevel()).toBe('read-only');
  });

  it('that were held up, until something else was done, are refused', async () => {
    await connector().apply(await give(4));
    const held = await give(3);
    await expect(
      connector().apply({
        ...held,
        wanted: undefined,
        former: [held.wanted!.target],
      }),
    ).rejects.toMatchObject({ code: 'SOURCE_UNAVAILABLE' });
    expect(fareLevel()).toBe('read-only');
  });

  it('are sent anew when a copy is known there, and what it did was undone since', async () => {
    const order = await give(1);
    await connector().apply(order);
    receiver.table.items = [];
    await connector().apply(order);
    const [first, copy, anew] = receiver.ids('apply');
    expect(copy).toBe(first);
    expect(anew).not.toBe(first);
    expect(fareLevel()).toBe('read-only');
  });

  describe('while the secret is changed', () => {
    const [before, after] = [newSecret(), newSecret(64)];

    it.each([
      ['we have both, and the receiver the old one', [before, after], [before]],
      ['we have both, and the receiver the new one', [before, after], [after]],
      ['we have the new one, and the receiver both', [after], [before, after]],
    ])('are believed when %s', async (_, ours, theirs) => {
      receiver.secrets = theirs;
      await expect(connectorWith(ours).read(dataset('fares'))).resolves.toEqual(
        [],
      );
      const [{ headers }] = receiver.received;
      expect(String(headers['webhook-signature']).split(' ')).toHaveLength(
        ours.length,
      );
    });

    it('are refused when there is none in common', async () => {
      receiver.secrets = [after];
      await expect(
        connectorWith(before).read(dataset('fares')),
      ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    });
  });

  it('go to the endpoint that a dataset names, and what was given elsewhere is taken back there', async () => {
    const other = await TestReceiver.start();
    const both = new WebhookConnector({
      endpoints: {
        lake: { url: receiver.url, secrets: receiver.secrets },
        dam: {
          url: other.url,
          secrets: other.secrets,
          levels: ['read-only'],
        },
      },
    });
    expect(both.capabilities.levels).toEqual(['read-only', 'editor', 'owner']);
    const before = await both.locate(dataset('fares'), user('ann'));
    await both.apply({
      wanted: { target: before.target, level: 'read-only' },
      former: [],
      others: [],
    });
    const moved = await both.locate(dataset('fares', 'dam'), user('ann'));
    const order = {
      wanted: { target: moved.target, level: 'read-only' as const },
      former: [before.target],
      others: [],
    };
    await expect(
      both.apply({ ...order, wanted: { ...order.wanted, level: 'editor' } }),
    ).rejects.toMatchObject({ code: 'LEVEL_NOT_SUPPORTED' });
    // refused before anything was done anywhere
    expect(fareLevel()).toBe('read-only');
    await both.apply(order);
    expect(fareLevel()).toBeUndefined();
    expect(other.table.levelOf({ account: 'ann', tables: ['fares'] })).toBe(
      'read-only',
    );
    await other.stop();
  });
});
