import {
  canonicalRef,
  DatasetAccessError,
  DriftOutcome,
  DriftPage,
  DriftQuery,
  DriftResolution,
  grantRevokePermission,
} from 'backstage-plugin-dataset-access-common';
import type {
  Directory,
  GrantCondition,
  GrantResource,
} from 'backstage-plugin-dataset-access-node';
import type { Actor } from '../actors/Actor';
import type { AnswerableUsers } from '../approvers/AnswerableUsers';
import { cutPage, decodeCursor } from '../database/pageCursor';
import type { DatabaseDatasetOwners } from '../datasets/DatabaseDatasetOwners';
import type { PermissionGuard } from '../permissions/PermissionGuard';
import { COMMENT_BOUNDS, readText } from '../texts/readText';
import type { DatabaseDriftStore } from './DatabaseDriftStore';
import { actionsFor, DriftRecord, presentDrift } from './DriftRecord';
import type { DriftService } from './DriftService';
import type { ResolveDrift } from './ResolveDrift';

/** @see DefaultDriftService */
export interface DriftServiceOptions {
  drifts: DatabaseDriftStore;
  directory: Directory;
  answerable: AnswerableUsers;
  owners: DatabaseDatasetOwners;
  resolveDrift: ResolveDrift;
  guard: PermissionGuard<GrantResource, GrantCondition>;
}

/** Shows differences to those who answer for the dataset, and lets them mend them within what the portal's policy allows. */
export class DefaultDriftService implements DriftService {
  readonly #options: DriftServiceOptions;

  constructor(options: DriftServiceOptions) {
    this.#options = options;
  }

  async list(actor: Actor, query: DriftQuery): Promise<DriftPage> {
    const { drifts, directory, answerable, guard } = this.#options;
    const datasetRef = query.dataset && canonicalRef(query.dataset);
    const list = ['drift', datasetRef];
    const cursor = query.cursor
      ? decodeCursor(query.cursor, list, 'number')
      : undefined;
    if (
      actor.kind !== 'user' ||
      (await guard.decide(actor, grantRevokePermission)).denied
    ) {
      return { items: [] };
    }
    const limit = query.limit ?? 25;
    const seesAll = datasetRef
      ? await answerable.answersFor(actor.ref, datasetRef)
      : await answerable.isSuperuser(actor.ref);
    const found = await drifts.page(
      {
        datasetRef,
        principals: seesAll
          ? undefined
          : [...(await directory.principalsOf(actor.ref))],
      },
      cursor,
      limit,
    );
    const { items, ...cursors } = cutPage(found, limit, cursor, list, one => ({
      value: one.foundAt.getTime(),
      id: one.id,
    }));
    return { ...cursors, items: items.map(presentDrift) };
  }

  async resolve(
    actor: Actor,
    driftId: string,
    { action, dryRun = false, reason }: DriftResolution,
  ): Promise<DriftOutcome> {
    const { drifts, answerable, resolveDrift } = this.#options;
    const text = reason && readText(reason, COMMENT_BOUNDS, 'reason');
    const drift = await drifts.get(driftId);
    if (actor.kind !== 'user') {
      throw new DatasetAccessError('USER_REQUIRED');
    }
    if (
      !drift ||
      !(await answerable.answersFor(actor.ref, drift.dataset.ref))
    ) {
      throw new DatasetAccessError('DRIFT_NOT_FOUND');
    }
    await this.#requireAllowed(actor, drift);
    if (!actionsFor(drift).includes(action)) {
      throw new DatasetAccessError('ACTION_NOT_POSSIBLE');
    }
    if (action === 'adopt') {
      await this.#requireOther(actor.ref, drift);
    }
    return dryRun
      ? resolveDrift.plan(drift, action)
      : resolveDrift.run(actor.ref, drift, action, text || undefined);
  }

  /** To adopt is to give, and nobody gives to himself. */
  async #requireOther(
    userRef: string,
    { subject }: DriftRecord,
  ): Promise<void> {
    const { directory } = this.#options;
    const holders = await directory.membersOf(subject ? [subject.ref] : []);
    if (holders.has(userRef)) {
      throw new DatasetAccessError('BENEFICIARY_APPROVAL');
    }
  }

  async #requireAllowed(actor: Actor, drift: DriftRecord): Promise<void> {
    const { guard, owners } = this.#options;
    const decision = await guard.decide(actor, grantRevokePermission);
    const { ref } = drift.dataset;
    const resource: GrantResource = {
      holder: drift.subject ? [drift.subject.ref] : [],
      owner: (await owners.of([ref])).get(ref) ?? [],
    };
    if (decision.denied || (decision.criteria && !decision.allows(resource))) {
      throw new DatasetAccessError('FORBIDDEN');
    }
  }
}
