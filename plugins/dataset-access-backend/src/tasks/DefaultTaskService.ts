import type {
  GrantTaskPage,
  TaskQuery,
} from 'backstage-plugin-dataset-access-common';
import {
  grantConfirmPermission,
  GrantTask,
} from 'backstage-plugin-dataset-access-common';
import type {
  Directory,
  GrantCondition,
  GrantResource,
} from 'backstage-plugin-dataset-access-node';
import type { Actor } from '../actors/Actor';
import { Clock, later } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import { cutPage, decodeCursor } from '../database/pageCursor';
import type { GrantCriteria } from '../grants/grantCriteria';
import { GrantRecord, presentGrant } from '../grants/GrantRecord';
import type { PermissionGuard } from '../permissions/PermissionGuard';
import {
  DatabaseTaskQueries,
  taskKind,
  taskSince,
} from './DatabaseTaskQueries';
import type { TaskService } from './TaskService';

/** @see DefaultTaskService */
export interface TaskServiceOptions {
  taskQueries: DatabaseTaskQueries;
  directory: Directory;
  guard: PermissionGuard<GrantResource, GrantCondition>;
  config: DatasetAccessConfig;
  clock: Clock;
}

/**
 * Tasks of whoever answers for datasets: approved access to be granted by hand, and ended access to be taken back. A task is
 * not a thing of its own; it is there as long as the grant says so. What a policy forbids to confirm is no task.
 */
export class DefaultTaskService implements TaskService {
  readonly #options: TaskServiceOptions;

  constructor(options: TaskServiceOptions) {
    this.#options = options;
  }

  async list(actor: Actor, query: TaskQuery): Promise<GrantTaskPage> {
    const { taskQueries, clock } = this.#options;
    const list = ['tasks', query.kind];
    const cursor = query.cursor
      ? decodeCursor(query.cursor, list, 'number')
      : undefined;
    const limit = query.limit ?? 25;
    const now = clock.now();
    const found = await this.#query(actor, now, of =>
      taskQueries.page({ ...of, kind: query.kind }, cursor, limit),
    );
    const { items, ...cursors } = cutPage(
      found ?? [],
      limit,
      cursor,
      list,
      grant => ({ value: taskSince(grant).getTime(), id: grant.id }),
    );
    const kept = await taskQueries.kept(
      items.filter(grant => taskKind(grant) === 'take-back'),
      now,
    );
    return {
      ...cursors,
      items: items.map(
        (grant): GrantTask => ({
          kind: taskKind(grant),
          grant: presentGrant(grant, now),
          since: taskSince(grant).toISOString(),
          overdue: this.#isOverdue(grant, now),
          keeps: kept.get(grant.id),
        }),
      ),
    };
  }

  async count(actor: Actor, limit: number): Promise<number> {
    const { taskQueries, clock } = this.#options;
    return (
      (await this.#query(actor, clock.now(), of =>
        taskQueries.count(of, limit),
      )) ?? 0
    );
  }

  /** @returns undefined for those who have no tasks whatever there is to do */
  async #query<T>(
    actor: Actor,
    now: Date,
    run: (of: {
      principals: string[];
      notRequestedBy: string;
      now: Date;
      criteria: GrantCriteria[];
    }) => Promise<T>,
  ): Promise<T | undefined> {
    const { directory, guard } = this.#options;
    if (actor.kind !== 'user') {
      return undefined;
    }
    const { denied, criteria } = await guard.decide(
      actor,
      grantConfirmPermission,
    );
    if (denied) {
      return undefined;
    }
    return run({
      principals: [...(await directory.principalsOf(actor.ref))],
      notRequestedBy: actor.ref,
      now,
      criteria: criteria ? [criteria] : [],
    });
  }

  #isOverdue(grant: GrantRecord, now: Date): boolean {
    const { tasksOverdueAfter } = this.#options.config.grants;
    return later(taskSince(grant), tasksOverdueAfter) <= now;
  }
}
