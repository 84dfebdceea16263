import {
  canonicalRef,
  DatasetAccessError,
  DelegationDraft,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { AnswerableUsers } from '../approvers/AnswerableUsers';
import type { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import { appendToChain, EMPTY_CHAIN } from '../audit/eventChain';
import { Clock, later } from '../clock';
import { runTransaction } from '../database/runTransaction';
import { delegationMessages } from '../notices/delegationMessages';
import type { DatabaseOutboxStore } from '../outbox/DatabaseOutboxStore';
import { readInstant } from '../responsibilities/responsibilityPeriod';
import { readOptionalText } from '../texts/readText';
import type { DatabaseDelegationStore } from './DatabaseDelegationStore';
import type { DelegationRecord } from './DelegationRecord';

/** @see CreateDelegation */
export interface CreateDelegationOptions {
  knex: Knex;
  delegations: DatabaseDelegationStore;
  audit: DatabaseAuditStore;
  outbox: DatabaseOutboxStore;
  directory: Directory;
  answerable: Pick<AnswerableUsers, 'isSuperuser'>;
  clock: Clock;
}

/** Nobody is away for longer than this without somebody looking at it again. */
const LONGEST = 'P1Y';

/** Agrees that somebody decides in the place of somebody who is away. */
export class CreateDelegation {
  readonly #options: CreateDelegationOptions;

  constructor(options: CreateDelegationOptions) {
    this.#options = options;
  }

  /**
   * @param userRef - who asks for it
   * @throws as {@link DelegationService.create}
   */
  async run(
    userRef: string,
    draft: DelegationDraft,
  ): Promise<DelegationRecord> {
    const { knex, delegations, audit, outbox, clock } = this.#options;
    const now = clock.now();
    const note = readOptionalText(draft.note, 'note');
    const [approver, delegate] = await this.#people(userRef, draft);
    const made: DelegationRecord = {
      id: randomUUID(),
      approver,
      delegate,
      ...period(draft, now),
      note,
      head: { seq: 1, hash: '' },
      createdBy: userRef,
      createdAt: now,
    };
    const event = appendToChain(
      { type: 'delegation', id: made.id },
      EMPTY_CHAIN,
      {
        type: 'delegation-created',
        at: now,
        actor: userRef,
        facts: {
          approver: approver.ref,
          delegate: delegate.ref,
          startsAt: made.startsAt.toISOString(),
          endsAt: made.endsAt.toISOString(),
        },
        text: note,
      },
    );
    await runTransaction(knex, async trx => {
      await delegations.insert(trx, made);
      await audit.append(trx, [event]);
      await outbox.enqueue(trx, delegationMessages(made, 1, userRef), now);
    });
    return { ...made, head: event };
  }

  /** The one who is away and the one who stands in, as they exist now. */
  async #people(
    userRef: string,
    draft: DelegationDraft,
  ): Promise<Array<DelegationRecord['approver']>> {
    const { directory, answerable } = this.#options;
    const approver =
      draft.approver === undefined ? userRef : canonicalRef(draft.approver);
    const delegate = canonicalRef(draft.delegate);
    if (approver !== userRef && !(await answerable.isSuperuser(userRef))) {
      throw new DatasetAccessError('FORBIDDEN', {
        message:
          'Only the administrators of this portal arrange this for somebody else.',
      });
    }
    if (approver === delegate) {
      throw new DatasetAccessError('INVALID_REQUEST', {
        message: 'Nobody stands in for himself. Choose somebody else.',
        details: [{ field: 'delegate', problem: 'is who is away' }],
      });
    }
    const entities = await directory.entities([approver, delegate]);
    return [approver, delegate].map(ref => {
      const uid = entities.get(ref)?.metadata.uid;
      if (!uid || !ref.startsWith('user:')) {
        throw new DatasetAccessError('UNKNOWN_ACTOR', {
          message: `There is no such person: ${ref}. Only people stand in for people.`,
        });
      }
      return { ref, uid };
    });
  }
}

function period(
  { startsAt, endsAt }: DelegationDraft,
  now: Date,
): Pick<DelegationRecord, 'startsAt' | 'endsAt'> {
  const wanted = readInstant(startsAt);
  const start = wanted && wanted > now ? wanted : now;
  const end = readInstant(endsAt)!;
  if (end <= start || end > later(start, LONGEST)) {
    throw new DatasetAccessError('BAD_PERIOD', {
      message: 'The end has to come after the start, and at most a year later.',
    });
  }
  return { startsAt: start, endsAt: end };
}
