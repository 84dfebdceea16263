import type {
  LifecycleService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { Duration } from 'luxon';
import type { EraseOldTexts } from './audit/EraseOldTexts';
import type { DatabaseChanges } from './changes/DatabaseChanges';
import type { DatasetAccess } from './createDatasetAccess';
import type { DatasetAccessConfig } from './config/readConfig';
import type { DecisionIndexKeeper } from './decisions/DecisionIndexKeeper';
import type { SweepDomainGrants } from './domains/SweepDomainGrants';
import type { DatabaseOutboxStore } from './outbox/DatabaseOutboxStore';
import type { OutboxWorkers } from './outbox/OutboxWorkers';
import type { DatabaseIdempotencyKeys } from './requests/DatabaseIdempotencyKeys';
import type { EscalateRequests } from './requests/EscalateRequests';
import type { FollowCatalog } from './requests/FollowCatalog';
import type { SweepDueRequests } from './requests/SweepDueRequests';
import type { SweepReviews } from './reviews/SweepReviews';

/** @see scheduleWork */
export interface WorkOptions {
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  config: DatasetAccessConfig;
  worker: OutboxWorkers;
  outbox: DatabaseOutboxStore;
  idempotency: DatabaseIdempotencyKeys;
  due: SweepDueRequests;
  escalate: EscalateRequests;
  eraseOldTexts: EraseOldTexts;
  followCatalog: FollowCatalog;
  changes: DatabaseChanges;
  decisions: DecisionIndexKeeper;
  domainSweep: SweepDomainGrants;
  grantLife: DatasetAccess['grantLife'];
  reviewSweep: SweepReviews;
  emergencyReminders: DatasetAccess['emergencyReminders'];
}

const DAY_MS = 24 * 60 * 60 * 1000;
const KEEP_DELIVERED_DAYS = 14;
const KEEP_IDEMPOTENCY_KEYS_DAYS = 7;
const KEEP_CHANGES_DAYS = 2;

/**
 * Starts what runs in the background. The outbox is looked at in every replica, because its leases share the work, and so
 * are changes, because every replica decides by itself; the sweeps run in one replica at a time.
 */
export async function scheduleWork(options: WorkOptions): Promise<void> {
  const {
    scheduler,
    lifecycle,
    config,
    worker,
    due,
    followCatalog,
    grantLife,
  } = options;
  const { dueEvery, followCatalogEvery, outboxEvery } = config.workers;
  const { pollEvery } = config.decisions;
  await scheduler.scheduleTask({
    id: 'follow-changes',
    scope: 'local',
    frequency: Duration.fromISO(pollEvery),
    timeout: { minutes: 1 },
    fn: () => options.decisions.tryCatchUp(),
  });
  await scheduler.scheduleTask({
    id: 'read-catalog-for-decisions',
    scope: 'local',
    frequency: { seconds: 1 },
    timeout: { minutes: 10 },
    fn: () => options.decisions.followCatalog(),
  });
  await scheduler.scheduleTask({
    id: 'deliver-outbox',
    scope: 'local',
    frequency: Duration.fromISO(outboxEvery),
    timeout: { minutes: 10 },
    // not waited for: what is slow in one worker must not keep another from looking
    fn: async () => worker.wake(),
  });
  await scheduler.scheduleTask({
    id: 'sweep-due-requests',
    frequency: Duration.fromISO(dueEvery),
    timeout: { minutes: 5 },
    fn: signal => due.run(signal),
  });
  await scheduler.scheduleTask({
    id: 'escalate-requests',
    frequency: Duration.fromISO(dueEvery),
    timeout: { minutes: 5 },
    fn: signal => options.escalate.run(signal),
  });
  await scheduler.scheduleTask({
    id: 'sweep-domain-grants',
    frequency: Duration.fromISO(dueEvery),
    timeout: { minutes: 5 },
    fn: signal => options.domainSweep.run(signal),
  });
  await scheduler.scheduleTask({
    id: 'sweep-grants',
    frequency: Duration.fromISO(dueEvery),
    timeout: { minutes: 5 },
    fn: signal => grantLife.sweep.run(signal),
  });
  await scheduler.scheduleTask({
    id: 'remind-of-emergency-reviews',
    frequency: Duration.fromISO(dueEvery),
    timeout: { minutes: 5 },
    fn: signal => options.emergencyReminders.run(signal),
  });
  await scheduler.scheduleTask({
    id: 'follow-grants',
    frequency: Duration.fromISO(followCatalogEvery),
    timeout: { minutes: 10 },
    fn: signal => grantLife.follow.run(signal),
  });
  await scheduler.scheduleTask({
    id: 'sync-entitlements',
    frequency: Duration.fromISO(outboxEvery),
    timeout: { minutes: 10 },
    fn: signal => grantLife.sync.runWhenNeeded(signal),
  });
  await scheduler.scheduleTask({
    id: 'compare-sources',
    frequency: Duration.fromISO(config.drift.compareEvery),
    timeout: { minutes: 30 },
    fn: signal => grantLife.compare.run(signal),
  });
  await scheduler.scheduleTask({
    id: 'sweep-reviews',
    frequency: Duration.fromISO(dueEvery),
    timeout: { minutes: 10 },
    fn: signal => options.reviewSweep.run(signal),
  });
  await scheduler.scheduleTask({
    id: 'follow-reviewers',
    frequency: { minutes: 15 },
    timeout: { minutes: 10 },
    fn: signal => options.reviewSweep.follow(signal),
  });
  await scheduler.scheduleTask({
    id: 'follow-catalog',
    frequency: Duration.fromISO(followCatalogEvery),
    timeout: { minutes: 10 },
    fn: signal => followCatalog.run(signal),
  });
  await scheduler.scheduleTask({
    id: 'forget-old-messages',
    frequency: { hours: 6 },
    timeout: { minutes: 10 },
    fn: async () => {
      const ago = (days: number) => new Date(Date.now() - days * DAY_MS);
      await options.outbox.purge(ago(KEEP_DELIVERED_DAYS));
      await options.idempotency.purge(ago(KEEP_IDEMPOTENCY_KEYS_DAYS));
      await options.changes.purge(ago(KEEP_CHANGES_DAYS));
    },
  });
  await scheduler.scheduleTask({
    id: 'erase-old-texts',
    frequency: { hours: 6 },
    timeout: { hours: 1 },
    fn: signal => options.eraseOldTexts.run(signal),
  });
  lifecycle.addShutdownHook(() => worker.stop());
}
