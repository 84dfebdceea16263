import {
  AccessGrantPage,
  canonicalRef,
  GrantQuery,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { Actor } from '../actors/Actor';
import type { ApproverService } from '../approvers/ApproverService';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import { cutPage, decodeCursor } from '../database/pageCursor';
import type { DatasetReader } from '../datasets/Dataset';
import { HeldPrivileges, READ_ANY_GRANT } from '../permissions/HeldPrivileges';
import type { DatabaseGrantStore } from './DatabaseGrantStore';
import { presentGrant } from './GrantRecord';
import type { GrantCallLimits } from './GrantService';

/** @see ListGrants */
export interface ListGrantsOptions {
  grants: DatabaseGrantStore;
  directory: Directory;
  held: HeldPrivileges;
  reader: DatasetReader;
  approvers: ApproverService;
  config: DatasetAccessConfig;
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
    const { grants, directory, held, clock } = this.#options;
    const datasetRef = query.dataset && canonicalRef(query.dataset);
    const list = ['grants', datasetRef, query.state];
    const cursor = query.cursor
      ? decodeCursor(query.cursor, list, 'number')
      : undefined;
    const limit = query.limit ?? 25;
    const seesAll =
      actor.kind === 'service' ||
      (datasetRef !== undefined &&
        (held.by(actor, READ_ANY_GRANT, datasetRef) ||
          (await this.#answersFor(actor.ref, datasetRef))));
    const now = clock.now();
    const found = await grants.page(
      {
        datasetRef,
        state: query.state,
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
      items: page.items.map(grant => presentGrant(grant, now)),
    };
  }

  async #answersFor(userRef: string, datasetRef: string): Promise<boolean> {
    const { directory, reader, approvers, config } = this.#options;
    const [superusers, entities] = await Promise.all([
      directory.membersOf(config.superusers),
      directory.entities([datasetRef]),
    ]);
    if (superusers.has(userRef)) {
      return true;
    }
    const dataset = reader.read(entities.get(datasetRef));
    if (!dataset) {
      return false;
    }
    const [{ members }, owners] = await Promise.all([
      approvers.routing(dataset),
      directory.membersOf(dataset.owners),
    ]);
    return members.has(userRef) || owners.has(userRef);
  }
}
