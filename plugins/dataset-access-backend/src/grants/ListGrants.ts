import {
  AccessGrantPage,
  canonicalRef,
  GrantQuery,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { Actor } from '../actors/Actor';
import type { AnswerableUsers } from '../approvers/AnswerableUsers';
import type { Clock } from '../clock';
import { cutPage, decodeCursor } from '../database/pageCursor';
import { HeldPrivileges, READ_ANY_GRANT } from '../permissions/HeldPrivileges';
import type { DatabaseGrantQueries } from './DatabaseGrantQueries';
import { presentGrant } from './GrantRecord';
import type { GrantCallLimits } from './GrantService';

/** @see ListGrants */
export interface ListGrantsOptions {
  grantQueries: DatabaseGrantQueries;
  directory: Directory;
  held: HeldPrivileges;
  answerable: AnswerableUsers;
  clock: Clock;
}

/**
 * Grants a page at a time, newest first. Who answers for the dataset asked about sees all of its grants, everybody else
 * their own; so a hidden dataset and one without grants look the same.
 */
export class ListGrants {
  readonly #options: ListGrantsOptions;

  constructor(options: ListGrantsOptions) {
    this.#options = options;
  }

  /** @throws as {@link GrantService.list} */
  async run(
    actor: Actor,
    query: GrantQuery,
    { criteria }: GrantCallLimits = {},
  ): Promise<AccessGrantPage> {
    const { grantQueries, directory, held, answerable, clock } = this.#options;
    const datasetRef = query.dataset && canonicalRef(query.dataset);
    const list = ['grants', datasetRef, query.state, query.open];
    const cursor = query.cursor
      ? decodeCursor(query.cursor, list, 'number')
      : undefined;
    const limit = query.limit ?? 25;
    const answersFor =
      actor.kind === 'user' &&
      datasetRef !== undefined &&
      (await answerable.answersFor(actor.ref, datasetRef));
    const seesAll =
      answersFor ||
      actor.kind === 'service' ||
      (datasetRef !== undefined && held.by(actor, READ_ANY_GRANT, datasetRef));
    const now = clock.now();
    const found = await grantQueries.page(
      {
        datasetRef,
        state: query.state,
        open: query.open,
        now,
        subjects: seesAll
          ? undefined
          : [...(await directory.principalsOf(actor.ref))],
        criteria: criteria ? [criteria] : [],
      },
      cursor,
      limit,
    );
    const page = cutPage(found, limit, cursor, list, grant => ({
      value: grant.createdAt.getTime(),
      id: grant.id,
    }));
    return {
      ...page,
      answersFor,
      items: page.items.map(grant => presentGrant(grant, now)),
    };
  }
}
