import {
  DatasetAccessError,
  Delegation,
  DelegationDraft,
  DelegationPage,
  DelegationQuery,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import { Actor, userRef } from '../actors/Actor';
import type { AnswerableUsers } from '../approvers/AnswerableUsers';
import type { Clock } from '../clock';
import { cutPage, decodeCursor } from '../database/pageCursor';
import type { CreateDelegation } from './CreateDelegation';
import type { DatabaseDelegationStore } from './DatabaseDelegationStore';
import {
  DelegationRecord,
  isOver,
  presentDelegation,
} from './DelegationRecord';
import type { DelegationService } from './DelegationService';
import type { EndDelegation } from './EndDelegation';

/** @see DefaultDelegationService */
export interface DelegationServiceOptions {
  delegations: DatabaseDelegationStore;
  directory: Directory;
  answerable: Pick<AnswerableUsers, 'isSuperuser'>;
  creating: CreateDelegation;
  ending: EndDelegation;
  clock: Clock;
  afterChange: () => Promise<void>;
}

/** Lets people arrange who decides while they are away; each sees and ends what concerns them, superusers everything. */
export class DefaultDelegationService implements DelegationService {
  readonly #options: DelegationServiceOptions;

  constructor(options: DelegationServiceOptions) {
    this.#options = options;
  }

  async list(
    actor: Actor,
    { view = 'mine', state, cursor: text, limit = 25 }: DelegationQuery,
  ): Promise<DelegationPage> {
    const { delegations, answerable, clock } = this.#options;
    const list = ['delegations', view, state];
    const cursor = text ? decodeCursor(text, list, 'number') : undefined;
    if (actor.kind !== 'user') {
      return { items: [] };
    }
    const isSuperuser = await answerable.isSuperuser(actor.ref);
    const found = await delegations.page(
      {
        user: view === 'all' && isSuperuser ? undefined : actor.ref,
        notOverAt: state ? clock.now() : undefined,
      },
      cursor,
      limit,
    );
    const { items, ...cursors } = cutPage(found, limit, cursor, list, one => ({
      value: one.createdAt.getTime(),
      id: one.id,
    }));
    return {
      ...cursors,
      items: items.map(one => this.#present(one, actor.ref, isSuperuser)),
    };
  }

  async create(actor: Actor, draft: DelegationDraft): Promise<Delegation> {
    const { directory, creating, afterChange } = this.#options;
    const ref = userRef(actor);
    if (!(await directory.entities([ref])).has(ref)) {
      throw new DatasetAccessError('ACTOR_NOT_IN_CATALOG');
    }
    const made = await creating.run(ref, draft);
    await afterChange();
    return this.#present(made, ref, made.approver.ref !== ref);
  }

  async end(actor: Actor, delegationId: string): Promise<Delegation> {
    const { delegations, answerable, ending, afterChange } = this.#options;
    const ref = userRef(actor);
    const delegation = await delegations.get(delegationId);
    // the two need no catalog to end what they agreed on
    if (
      !delegation ||
      !(concerns(delegation, ref) || (await answerable.isSuperuser(ref)))
    ) {
      throw new DatasetAccessError('DELEGATION_NOT_FOUND');
    }
    const ended = await ending.run(ref, delegation);
    await afterChange();
    return this.#present(ended, ref, false);
  }

  #present(
    record: DelegationRecord,
    ref: string,
    isSuperuser: boolean,
  ): Delegation {
    return presentDelegation(
      record,
      !isOver(record, this.#options.clock.now()) &&
        (isSuperuser || concerns(record, ref)),
    );
  }
}

function concerns(
  { approver, delegate }: DelegationRecord,
  ref: string,
): boolean {
  return approver.ref === ref || delegate.ref === ref;
}
