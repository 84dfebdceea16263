import type {
  GrantCallerFacts,
  RequestFacts,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { Actor } from '../actors/Actor';
import type { DatasetRouting } from '../approvers/ApproverService';
import type { GrantRecord } from './GrantRecord';

/** What {@link confirmVerdict} asks, for one caller: most of it is known from the request that led to the grant. */
export class GrantFactsReader {
  readonly #directory: Directory;

  constructor(options: { directory: Directory }) {
    this.#directory = options.directory;
  }

  /** @throws `CATALOG_UNAVAILABLE` */
  async of(
    actor: Actor,
    grant: GrantRecord,
    facts: RequestFacts,
    routing: DatasetRouting | undefined,
  ): Promise<GrantCallerFacts> {
    const owners = await this.#directory.membersOf(
      routing?.dataset.owners ?? [],
    );
    return {
      state: grant.state,
      isUser: facts.isUser,
      inCatalog: facts.inCatalog,
      isSuperuser: facts.isSuperuser,
      isRequester: facts.isRequester,
      isHolder: facts.isBeneficiary,
      isApprover: facts.isApprover,
      isDatasetOwner: actor.kind === 'user' && owners.has(actor.ref),
      isDecider: actor.kind === 'user' && grant.grantedBy === actor.ref,
      selfApprovalAllowed: facts.selfApprovalAllowed,
    };
  }
}
