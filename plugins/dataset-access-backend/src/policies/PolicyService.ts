import type {
  ChangeHistory,
  operations,
  Policy,
  PolicyChange,
  PolicyDraft,
  PolicyPage,
  PolicyPreview,
  PolicyStateChange,
  PolicyUpdate,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';

/** Which policies a list shows. */
export type PolicyQuery = NonNullable<
  operations['listPolicies']['parameters']['query']
>;

/** What can be done with policies. */
export interface PolicyService {
  /** @throws `FORBIDDEN`, `BAD_CURSOR`, `BAD_ENTITY_REF` */
  list(actor: Actor, query: PolicyQuery): Promise<PolicyPage>;

  /** @throws `FORBIDDEN`, `POLICY_NOT_FOUND` */
  get(actor: Actor, id: string): Promise<Policy>;

  /** @throws `FORBIDDEN`, `POLICY_NOT_FOUND` */
  history(actor: Actor, id: string): Promise<ChangeHistory>;

  /**
   * @throws `FORBIDDEN`, `BAD_POLICY`, `UNKNOWN_PRIVILEGE`, `UNKNOWN_ACTOR`, `ESCALATION`, `POLICY_NAME_TAKEN`
   */
  create(actor: Actor, draft: PolicyDraft): Promise<Policy>;

  /**
   * @throws as {@link PolicyService.create}, `POLICY_NOT_FOUND`, `POLICY_LOCKED`, `STALE_VERSION`, `LAST_ADMIN`
   */
  update(actor: Actor, id: string, update: PolicyUpdate): Promise<Policy>;

  /** @throws `FORBIDDEN`, `POLICY_NOT_FOUND`, `POLICY_LOCKED`, `STALE_VERSION`, `ESCALATION`, `LAST_ADMIN` */
  setState(
    actor: Actor,
    id: string,
    change: PolicyStateChange,
  ): Promise<Policy>;

  /** @throws `FORBIDDEN`, `POLICY_NOT_FOUND`, `POLICY_LOCKED`, `STALE_VERSION`, `LAST_ADMIN` */
  remove(actor: Actor, id: string, version?: number): Promise<Policy>;

  /** @throws as the change itself would, but for `ESCALATION` and `LAST_ADMIN`, which stop nobody from looking */
  preview(actor: Actor, change: PolicyChange): Promise<PolicyPreview>;
}
