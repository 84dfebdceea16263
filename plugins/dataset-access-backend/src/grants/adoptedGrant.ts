import {
  AccessLevel,
  DatasetAccessError,
} from 'backstage-plugin-dataset-access-common';
import { randomUUID } from 'node:crypto';
import { appendToChain, AuditEvent, EMPTY_CHAIN } from '../audit/eventChain';
import type { GrantRecord } from './GrantRecord';

/** Access that was found in a source. */
export interface FoundAccess {
  connector: string;
  dataset: GrantRecord['dataset'];
  holder: string;
  subject?: GrantRecord['subject'];
  level?: AccessLevel;
}

/**
 * The grant for access that somebody found in a source and answers for from now on. It has no request and no end; whoever
 * adopts it is its grantor.
 *
 * @throws `ACTION_NOT_POSSIBLE` when it is not known whose it is, or the adopter would give it to himself
 */
export function adoptedGrant(
  { connector, dataset, holder, subject, level }: FoundAccess,
  adopter: string,
  reason: string | undefined,
  now: Date,
): { grant: GrantRecord; events: AuditEvent[] } {
  if (!subject || !level || subject.ref === adopter) {
    throw new DatasetAccessError('ACTION_NOT_POSSIBLE');
  }
  const id = randomUUID();
  const created = appendToChain({ type: 'grant', id }, EMPTY_CHAIN, {
    type: 'grant-created',
    at: now,
    actor: adopter,
    facts: {
      adopted: true,
      dataset: dataset.ref,
      subject: subject.ref,
      level,
      duration: null,
      connector,
      holder,
    },
    text: reason,
  });
  return {
    grant: {
      id,
      connector,
      dataset,
      subject,
      level,
      state: 'provisioning',
      version: 1,
      head: created,
      grantedBy: adopter,
      createdAt: now,
      updatedAt: now,
    },
    events: [created],
  };
}
