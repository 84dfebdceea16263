import { crashPoints, isAfterCommit } from '../__testUtils__/crashPoints';
import { KillScene, onKilledProcesses } from '../__testUtils__/KillScene';
import { ANA, BOB, CLEO, FRANK, ORDERS } from '../__testUtils__/smallWorld';

// a decision claims no idempotency key: it can be repeated as it is
const WHILE_DECIDING = Object.keys(crashPoints).filter(
  name => name !== 'after the idempotency key',
);

/** Has a request filed and announced by a process that comes to no harm. @returns the path of its decision */
async function pending(scene: KillScene): Promise<string> {
  const replica = await scene.start();
  const { body } = await replica.post(ANA, '/v1/requests', {
    dataset: ORDERS,
    beneficiaries: [ANA],
    reason: 'To be decided on exactly once',
    level: 'read-only',
  });
  await scene.finish(replica);
  return `/v1/requests/${body!.outcomes![0].requestId}/decision`;
}

const FILED = { subject_type: 'request', seq: 1, type: 'filed' };
const PENDING = {
  requests: [{ status: 'pending', event_seq: 1 }],
  grants: 0,
  events: [FILED],
};
const APPROVED = {
  requests: [{ status: 'approved', event_seq: 2 }],
  grants: 1,
  events: [
    FILED,
    { subject_type: 'request', seq: 2, type: 'approved' },
    { subject_type: 'grant', seq: 1, type: 'grant-created' },
  ],
};

onKilledProcesses('a process killed while deciding', open => {
  it.each(WHILE_DECIDING)(
    '%s: the decision is taken once and announced once',
    async crash => {
      const scene = await open();
      const path = await pending(scene);
      const doomed = await scene.start({ crash });
      await doomed.post(BOB, path, { decision: 'approve' });
      await doomed.gone;

      // before or after, and nothing in between
      expect(await scene.stored()).toMatchObject(
        isAfterCommit(crash) ? APPROVED : PENDING,
      );

      const healthy = await scene.start();
      const again = await healthy.post(BOB, path, { decision: 'approve' });
      const other = await healthy.post(CLEO, path, { decision: 'deny' });
      await scene.finish(healthy);

      expect(again.status).toBe(200);
      expect([other.status, other.body?.error?.current?.decidedBy]).toEqual([
        409,
        BOB,
      ]);
      expect(await scene.stored()).toMatchObject(APPROVED);
      const rows = await scene.notices();
      expect(rows.map(({ user, title }) => [user, title])).toEqual([
        [ANA, 'Approved: access to Customer orders'],
        [BOB, 'Ana Analyst asks for read-only access to Customer orders'],
        [CLEO, 'Nothing left to decide: access to Customer orders'],
        [FRANK, 'Nothing left to decide: access to Customer orders'],
      ]);
    },
  );
});
