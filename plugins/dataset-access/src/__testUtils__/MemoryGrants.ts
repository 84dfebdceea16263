import {
  AccessGrant,
  AccessGrantDetail,
  AccessGrantPage,
  Confirmation,
  confirmVerdict,
  DatasetAccessError,
  Drift,
  DriftOutcome,
  DriftPage,
  DriftQuery,
  DriftResolution,
  ErrorCode,
  GrantCallerFacts,
  GrantQuery,
  grantReadVerdict,
  GrantReturn,
  GrantTask,
  GrantTaskPage,
  hasEnded,
  HistoryEntry,
  removalVerdict,
  returnVerdict,
  Revocation,
  revokeVerdict,
  TaskQuery,
  toVerdict,
} from 'backstage-plugin-dataset-access-common';
import { cutPage } from './cutPage';
import { MemoryDatasetAccess } from './MemoryDatasetAccess';
import { members, STEWARDS } from './people';
import type { GrantApi } from './portalApis';
import type { StoredRequest } from './requests';

/** The backend with grants that live on after their requests, as one person meets it, in memory. */
export class MemoryGrants extends MemoryDatasetAccess implements GrantApi {
  /** What the user has to do by hand, the oldest first. */
  tasksToDo: GrantTask[] = [];
  drift: Drift[] = [];
  /** What happened to each grant, by its id. */
  readonly histories = new Map<string, HistoryEntry[]>();
  historyIntact = true;

  /** @param grants - the latest first; several people can share them */
  constructor(
    me: string,
    readonly grants: AccessGrant[] = [],
    requests: StoredRequest[] = [],
  ) {
    super(me, requests);
  }

  async countRequests() {
    this.tasks = this.tasksToDo.length;
    return super.countRequests();
  }

  async listGrants(query: GrantQuery): Promise<AccessGrantPage> {
    const answersFor =
      query.dataset !== undefined && this.#facts(this.grants[0]).isApprover;
    return {
      ...cutPage(
        this.grants
          .filter(({ dataset }) =>
            query.dataset ? dataset.ref === query.dataset : true,
          )
          .filter(one => answersFor || this.#facts(one).isHolder)
          .filter(
            ({ state, pendingInSource }) =>
              !query.open || !hasEnded(state) || pendingInSource,
          ),
        query,
      ),
      answersFor,
    };
  }

  async getGrant(grantId: string): Promise<AccessGrantDetail> {
    const grant = this.#find(grantId, grantReadVerdict);
    const facts = this.#facts(grant);
    return {
      ...grant,
      history: this.histories.get(grantId) ?? [],
      historyIntact: this.historyIntact,
      can: {
        confirm: toVerdict(confirmVerdict(facts)),
        revoke: toVerdict(revokeVerdict(facts)),
        return: toVerdict(returnVerdict(facts)),
        confirmRemoval: toVerdict(removalVerdict(facts)),
      },
    };
  }

  async confirmGrant(
    grantId: string,
    { accessNote }: Confirmation,
  ): Promise<AccessGrant> {
    const grant = this.#find(grantId, confirmVerdict);
    return this.#change(
      grant,
      { state: 'active', activatedAt: now(), confirmedBy: this.me, accessNote },
      { type: 'grant-confirmed', text: accessNote },
    );
  }

  async revokeGrant(
    grantId: string,
    { reason }: Revocation,
  ): Promise<AccessGrant> {
    const grant = this.#find(grantId, revokeVerdict);
    return this.#end(grant, 'revoked', reason);
  }

  async returnGrant(
    grantId: string,
    { comment }: GrantReturn,
  ): Promise<AccessGrant> {
    const grant = this.#find(grantId, returnVerdict);
    return this.#end(grant, 'returned', comment);
  }

  async confirmRemoval(
    grantId: string,
    { accessNote }: Confirmation,
  ): Promise<AccessGrant> {
    const grant = this.#find(grantId, removalVerdict);
    return this.#change(
      grant,
      {
        state: grant.state === 'revoking' ? 'revoked' : grant.state,
        pendingInSource: false,
        removedAt: now(),
      },
      { type: 'grant-removed', text: accessNote },
    );
  }

  async listTasks({ kind, ...page }: TaskQuery): Promise<GrantTaskPage> {
    return cutPage(
      this.tasksToDo.filter(one => !kind || one.kind === kind),
      page,
    );
  }

  async listDrift({ dataset, ...page }: DriftQuery): Promise<DriftPage> {
    return cutPage(
      this.drift.filter(one => !dataset || one.dataset.ref === dataset),
      page,
    );
  }

  async resolveDrift(
    driftId: string,
    { action, dryRun }: DriftResolution,
  ): Promise<DriftOutcome> {
    const found = this.drift.find(({ id }) => id === driftId);
    if (!found) {
      throw new DatasetAccessError('DRIFT_SOLVED');
    }
    if (!found.actions.includes(action)) {
      throw new DatasetAccessError('ACTION_NOT_POSSIBLE');
    }
    if (!dryRun) {
      this.drift = this.drift.filter(one => one !== found);
    }
    // to adopt writes here and leaves the source alone
    return { steps: action === 'adopt' ? [] : found.steps, done: !dryRun };
  }

  #end(
    grant: AccessGrant,
    endReason: 'revoked' | 'returned',
    text: string | undefined,
  ): AccessGrant {
    const wasThere = grant.activatedAt !== undefined;
    return this.#change(
      grant,
      {
        state: wasThere ? 'revoking' : 'revoked',
        pendingInSource: wasThere,
        endReason,
        endedAt: now(),
        endedBy: this.me,
      },
      { type: `grant-${endReason}`, text },
    );
  }

  #change(
    grant: AccessGrant,
    changes: Partial<AccessGrant>,
    entry: Pick<HistoryEntry, 'type' | 'text'>,
  ): AccessGrant {
    const changed = { ...grant, ...changes, version: grant.version + 1 };
    const history = this.histories.get(grant.id) ?? [];
    this.histories.set(grant.id, [
      ...history,
      { ...entry, seq: history.length + 1, at: now(), actor: this.me },
    ]);
    this.grants.splice(this.grants.indexOf(grant), 1, changed);
    this.tasksToDo = this.tasksToDo.filter(one => one.grant.id !== grant.id);
    return changed;
  }

  #find(
    grantId: string,
    verdict: (facts: GrantCallerFacts) => ErrorCode | undefined,
  ): AccessGrant {
    const grant = this.grants.find(({ id }) => id === grantId);
    const refusal = grant ? verdict(this.#facts(grant)) : 'GRANT_NOT_FOUND';
    if (refusal) {
      throw new DatasetAccessError(refusal);
    }
    return grant!;
  }

  /** The stewards answer for all datasets. */
  #facts(grant: AccessGrant | undefined): GrantCallerFacts {
    const subject = grant?.subject ?? '';
    return {
      state: grant?.state ?? 'active',
      pendingInSource: Boolean(grant?.pendingInSource),
      isManual: grant?.connector === 'manual',
      isUser: true,
      inCatalog: true,
      isSuperuser: false,
      isRequester: subject === this.me,
      isHolder:
        subject === this.me || Boolean(members[subject]?.includes(this.me)),
      isSubject: subject === this.me,
      isApprover: members[STEWARDS].includes(this.me),
      isDatasetOwner: false,
      isDecider: false,
      selfApprovalAllowed: false,
    };
  }
}

function now(): string {
  return new Date().toISOString();
}
