import { crashPoints, isAfterCommit } from '../__testUtils__/crashPoints';
import { onKilledProcesses } from '../__testUtils__/KillScene';
import type { ReplicaProcess } from '../__testUtils__/ReplicaProcess';
import { ANA, BOB, CLEO, FRANK, ORDERS } from '../__testUtils__/smallWorld';

const file = (replica: ReplicaProcess) =>
  replica.post(
    ANA,
    '/v1/requests',
    {
      dataset: ORDERS,
      beneficiaries: [ANA],
      reason: 'To be asked for exactly once',
      level: 'read-only',
    },
    { 'Idempotency-Key': 'one-and-the-same-click' },
  );

const NOTHING = { requests: [], events: [], parties: 0, messages: 0, keys: 0 };
const FILED = {
  requests: [{ status: 'pending', event_seq: 1 }],
  events: [{ subject_type: 'request', seq: 1, type: 'filed' }],
  parties: 3,
  messages: 3,
  keys: 1,
};

onKilledProcesses('a process killed while filing', open => {
  it('would lose the announcement if it were not part of the transaction, which shows that these tests can fail', async () => {
    const scene = await open();
    const doomed = await scene.start({
      naive: 'announcing',
      crash: 'after the message',
    });
    await file(doomed);
    await doomed.gone;

    await scene.finish(await scene.start());

    expect((await scene.stored()).requests).toEqual(FILED.requests);
    expect(await scene.notices()).toEqual([]);
  });

  it.each(Object.keys(crashPoints))(
    '%s: the request is filed once and announced once',
    async crash => {
      const scene = await open();
      const doomed = await scene.start({ crash });
      const first = await file(doomed);
      await doomed.gone;

      // before or after, and nothing in between
      expect(await scene.stored()).toMatchObject(
        isAfterCommit(crash) ? FILED : NOTHING,
      );

      const healthy = await scene.start();
      const again = await file(healthy);
      await scene.finish(healthy);

      expect(again.status).toBe(201);
      expect(again.body?.outcomes).toMatchObject([{ outcome: 'created' }]);
      // who got an answer before the end gets the same one again
      expect(first.body ?? again.body).toEqual(again.body);
      expect(await scene.stored()).toMatchObject(FILED);
      expect((await scene.notices()).map(({ user }) => user)).toEqual([
        BOB,
        CLEO,
        FRANK,
      ]);
    },
  );
});
