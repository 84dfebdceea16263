import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SourceStep } from 'backstage-plugin-dataset-access-node';
import { accessChanges } from './accessChanges';
import { lockAccess, readAccessState, type SourceWish } from './accessState';
import { mustBeAllowed, notDone } from './accountRights';
import type { LevelPrivileges } from './levels';
import type { RoleTemplates } from './roleName';
import type { SourceOptions } from './sourceOptions';
import { SourcePool } from './SourcePool';
import { toStep } from './statements';

/** One database: what is to be true in it is made true. */
export class Source {
  readonly levels: LevelPrivileges;
  readonly templates: RoleTemplates;
  readonly pool: SourcePool;

  constructor(
    readonly name: string,
    options: SourceOptions,
    logger?: Pick<LoggerService, 'warn'>,
  ) {
    this.levels = options.levels;
    this.templates = options;
    this.pool = new SourcePool(name, options, logger);
  }

  /** What {@link Source.apply} would do now. */
  async plan(wish: SourceWish): Promise<SourceStep[]> {
    return this.pool.transaction('read', async client => {
      const state = await readAccessState(client, wish);
      const changes = accessChanges(wish, state);
      mustBeAllowed(this.name, changes, state);
      return changes.map(toStep);
    });
  }

  /**
   * Makes a wish true, in one transaction.
   *
   * @param beforeCommit - what else has to succeed
   * @returns what was done
   */
  async apply(
    wish: SourceWish,
    beforeCommit: () => Promise<void>,
  ): Promise<SourceStep[]> {
    return this.pool.transaction('write', async client => {
      await lockAccess(client, wish);
      const state = await readAccessState(client, wish);
      const changes = accessChanges(wish, state);
      mustBeAllowed(this.name, changes, state);
      const steps = changes.map(toStep);
      for (const { text } of steps) {
        await client.query(text);
      }
      // a GRANT without the right to it is only a warning to PostgreSQL, so what counts is what is there now
      if (
        steps.length > 0 &&
        accessChanges(wish, await readAccessState(client, wish)).length > 0
      ) {
        throw notDone(this.name, state.account);
      }
      await beforeCommit();
      return steps;
    });
  }
}
