import {
  AccessGrantDetail,
  confirmVerdict,
  DatasetAccessError,
  GrantCallerFacts,
  grantReadVerdict,
  removalVerdict,
  returnVerdict,
  revokeVerdict,
  toVerdict,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';
import type { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import { firstBrokenEvent } from '../audit/eventChain';
import { presentEvent } from '../audit/presentEvent';
import type { Clock } from '../clock';
import { HeldPrivileges, READ_ANY_GRANT } from '../permissions/HeldPrivileges';
import type { DatabaseGrantStore } from './DatabaseGrantStore';
import type { GrantFactsReader } from './GrantFactsReader';
import { presentGrant } from './GrantRecord';

/** @see ReadGrant */
export interface ReadGrantOptions {
  grants: DatabaseGrantStore;
  grantFacts: GrantFactsReader;
  held: HeldPrivileges;
  audit: DatabaseAuditStore;
  clock: Clock;
}

/** One grant with its history, and what the caller may do with it and why not. */
export class ReadGrant {
  readonly #options: ReadGrantOptions;

  constructor(options: ReadGrantOptions) {
    this.#options = options;
  }

  /** @throws `GRANT_NOT_FOUND`, `CATALOG_UNAVAILABLE` */
  async run(actor: Actor, grantId: string): Promise<AccessGrantDetail> {
    const { grants, grantFacts, held, audit, clock } = this.#options;
    const [grant] = await grants.get([grantId]);
    if (!grant) {
      throw new DatasetAccessError('GRANT_NOT_FOUND');
    }
    const facts = await grantFacts.of(actor, grant);
    if (
      grantReadVerdict(facts) &&
      !held.by(actor, READ_ANY_GRANT, grant.dataset.ref)
    ) {
      throw new DatasetAccessError('GRANT_NOT_FOUND');
    }
    const events = await audit.read('grant', [grant.id]);
    return {
      ...presentGrant(grant, clock.now()),
      history: events.map(presentEvent),
      historyIntact: firstBrokenEvent(events, grant.head.seq) === undefined,
      can: verdictsOf(facts),
    };
  }
}

function verdictsOf(facts: GrantCallerFacts): AccessGrantDetail['can'] {
  return {
    confirm: toVerdict(confirmVerdict(facts)),
    revoke: toVerdict(revokeVerdict(facts)),
    return: toVerdict(returnVerdict(facts)),
    confirmRemoval: toVerdict(removalVerdict(facts)),
  };
}
