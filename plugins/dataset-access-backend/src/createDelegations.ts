import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { Knex } from 'knex';
import type { AnswerableUsers } from './approvers/AnswerableUsers';
import type { DatabaseAuditStore } from './audit/DatabaseAuditStore';
import type { Clock } from './clock';
import { CreateDelegation } from './delegations/CreateDelegation';
import type { DatabaseDelegationStore } from './delegations/DatabaseDelegationStore';
import { DefaultDelegationService } from './delegations/DefaultDelegationService';
import { delegationRoutes } from './delegations/delegationRoutes';
import { EndDelegation } from './delegations/EndDelegation';
import type { DatabaseOutboxStore } from './outbox/DatabaseOutboxStore';

/** What delegations are put together from. */
export interface DelegationParts {
  knex: Knex;
  delegations: DatabaseDelegationStore;
  audit: DatabaseAuditStore;
  outbox: DatabaseOutboxStore;
  directory: Directory;
  answerable: AnswerableUsers;
  clock: Clock;
  afterChange: () => Promise<void>;
}

/** Puts together who decides in whose place; nothing is decided here. */
export function createDelegations(parts: DelegationParts) {
  return {
    handlers: delegationRoutes(
      new DefaultDelegationService({
        ...parts,
        creating: new CreateDelegation(parts),
        ending: new EndDelegation(parts),
      }),
    ),
  };
}
