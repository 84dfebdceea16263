import {
  canonicalPrincipalRef,
  ChangeHistory,
  DatasetAccessError,
  DecisionIndex,
  Policy,
  PolicyChange,
  PolicyDraft,
  PolicyPage,
  PolicyPreview,
  PolicyStateChange,
  PolicyUpdate,
  previewChange,
  PrivilegeRegistry,
  RuleFacts,
} from 'backstage-plugin-dataset-access-common';
import { userRef } from '../actors/Actor';
import type { Actor } from '../actors/Actor';
import type { ActorExistence } from '../actors/ActorExistence';
import type { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import { changeHistory } from '../audit/changeHistory';
import type { AdministrationLock } from '../changes/AdministrationLock';
import type { Clock } from '../clock';
import { cutPage, decodeCursor } from '../database/pageCursor';
import { policyRule } from '../decisions/ruleFacts';
import type { DatabasePolicyStore } from './DatabasePolicyStore';
import type { PolicyChanges } from './PolicyChanges';
import type { PolicyDraftReader } from './PolicyDraftReader';
import { contentOf, PolicyRecord, presentPolicy } from './PolicyRecord';
import type { PolicyQuery, PolicyService } from './PolicyService';

/** @see DefaultPolicyService */
export interface DefaultPolicyServiceOptions {
  policies: DatabasePolicyStore;
  policyChanges: PolicyChanges;
  policyDrafts: PolicyDraftReader;
  existence: ActorExistence;
  lock: AdministrationLock;
  audit: DatabaseAuditStore;
  decisions: { require(): DecisionIndex };
  privileges: PrivilegeRegistry;
  clock: Clock;
}

/** A rule that is not there yet: a preview does not need an id that will be kept. */
const NOT_SAVED = 'preview';

/** In paths the API description checks it; in the body of a preview any text may stand, and PostgreSQL takes no NUL. */
const POLICY_ID = /^[a-z0-9][a-z0-9.-]*$/;

const ROLE = /^role:[a-z0-9][a-z0-9-]*$/;

/** Reads policies, and changes them under the administration lock. Who may is decided by its wrapper. */
export class DefaultPolicyService implements PolicyService {
  readonly #options: DefaultPolicyServiceOptions;

  constructor(options: DefaultPolicyServiceOptions) {
    this.#options = options;
  }

  async list(_: Actor, query: PolicyQuery): Promise<PolicyPage> {
    const { limit = 25, cursor: cursorText, sort = 'name', ...filter } = query;
    const by = sort.replace('-', '') as 'name' | 'updated';
    const list = ['policies', filter, sort];
    const cursor = cursorText
      ? decodeCursor(cursorText, list, by === 'name' ? 'string' : 'number')
      : undefined;
    const found = await this.#options.policies.page(
      {
        ...filter,
        actor: filter.actor && actorTerm(filter.actor),
        text: filter.q,
        sort: by,
        descending: sort.startsWith('-'),
      },
      cursor,
      limit,
    );
    const page = cutPage(found, limit, cursor, list, policy => ({
      id: policy.id,
      // a name may be longer than a cursor takes, and in any letters: the id is enough to find it
      value: by === 'name' ? '' : policy.updatedAt.getTime(),
    }));
    return {
      ...page,
      items: page.items.map(presentPolicy),
      can: { manage: true },
    };
  }

  async get(_: Actor, id: string): Promise<Policy> {
    return presentPolicy(await this.#find(id));
  }

  async history(_: Actor, id: string): Promise<ChangeHistory> {
    const { head } = await this.#find(id);
    const events = await this.#options.audit.read('policy', [id]);
    return changeHistory(events, head.seq);
  }

  async create(actor: Actor, draft: PolicyDraft): Promise<Policy> {
    const { policyDrafts, existence, lock, policyChanges } = this.#options;
    const content = policyDrafts.read(draft);
    await existence.check(content.actors);
    return presentPolicy(
      await lock.run(trx => policyChanges.create(trx, userRef(actor), content)),
    );
  }

  async update(
    actor: Actor,
    id: string,
    { policy, version }: PolicyUpdate,
  ): Promise<Policy> {
    const { policyDrafts, existence, lock, policyChanges } = this.#options;
    const content = policyDrafts.read(policy);
    const { actors: kept } = await this.#find(id);
    await existence.check(content.actors, kept);
    return presentPolicy(
      await lock.run(trx =>
        policyChanges.replace(
          trx,
          userRef(actor),
          id,
          () => ({ content, type: 'changed' }),
          version,
        ),
      ),
    );
  }

  async setState(
    actor: Actor,
    id: string,
    { state, version }: PolicyStateChange,
  ): Promise<Policy> {
    const { lock, policyChanges } = this.#options;
    const type = state === 'active' ? 'activated' : 'deactivated';
    return presentPolicy(
      await lock.run(trx =>
        policyChanges.replace(
          trx,
          userRef(actor),
          id,
          before => ({ content: { ...contentOf(before), state }, type }),
          version,
        ),
      ),
    );
  }

  async remove(actor: Actor, id: string, version?: number): Promise<Policy> {
    const { lock, policyChanges } = this.#options;
    return presentPolicy(
      await lock.run(trx =>
        policyChanges.remove(trx, userRef(actor), id, version),
      ),
    );
  }

  async preview(_: Actor, change: PolicyChange): Promise<PolicyPreview> {
    const { decisions, privileges, clock } = this.#options;
    const index = decisions.require();
    const before = change.policyId
      ? policyRule(await this.#find(change.policyId), privileges)
      : undefined;
    const preview = previewChange(
      index,
      { before, after: this.#after(change, before) },
      clock.now().getTime(),
    );
    return {
      gains: preview.gains,
      losses: preview.losses,
      people: preview.people,
      entities: preview.resources,
      complete: preview.complete,
    };
  }

  #after(
    { change, policy }: PolicyChange,
    before: RuleFacts | undefined,
  ): RuleFacts | undefined {
    if (change === 'save') {
      if (!policy) {
        throw new DatasetAccessError('INVALID_REQUEST', {
          message: 'A preview of saving needs the policy as it would be saved.',
        });
      }
      return {
        ...this.#options.policyDrafts.read(policy),
        origin: 'policy',
        id: before?.id ?? NOT_SAVED,
      };
    }
    if (!before) {
      throw new DatasetAccessError('INVALID_REQUEST', {
        message: 'Say with policyId which policy the change is about.',
      });
    }
    return change === 'delete'
      ? undefined
      : { ...before, state: change === 'activate' ? 'active' : 'inactive' };
  }

  async #find(id: string): Promise<PolicyRecord> {
    if (!POLICY_ID.test(id)) {
      throw new DatasetAccessError('POLICY_NOT_FOUND');
    }
    const [policy] = await this.#options.policies.get([id]);
    if (!policy) {
      throw new DatasetAccessError('POLICY_NOT_FOUND');
    }
    return policy;
  }
}

/** Roles have ids; people are named in any spelling of their refs. */
function actorTerm(actor: string): string {
  return ROLE.test(actor) ? actor : canonicalPrincipalRef(actor);
}
