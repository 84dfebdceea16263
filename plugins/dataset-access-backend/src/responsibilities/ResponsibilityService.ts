import type {
  operations,
  Responsibility,
  ResponsibilityDraft,
  ResponsibilityPage,
  ResponsibilityUpdate,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';

/** Which responsibilities a list shows. */
export type ResponsibilityQuery = NonNullable<
  operations['listResponsibilities']['parameters']['query']
>;

/** What can be done with responsibilities (S3.11). */
export interface ResponsibilityService {
  /** @throws `FORBIDDEN`, `BAD_ENTITY_REF`, `BAD_CURSOR` */
  list(actor: Actor, query: ResponsibilityQuery): Promise<ResponsibilityPage>;

  /**
   * @throws `FORBIDDEN`, `BAD_ENTITY_REF`, `UNKNOWN_ACTOR`, `ENTITY_NOT_FOUND`, `BAD_PERIOD`, `ESCALATION`,
   * `RESPONSIBILITY_EXISTS`
   */
  create(actor: Actor, draft: ResponsibilityDraft): Promise<Responsibility>;

  /**
   * @throws `FORBIDDEN`, `RESPONSIBILITY_NOT_FOUND`, `RESPONSIBILITY_CLOSED`, `BAD_PERIOD`, `ESCALATION`, `STALE_VERSION`
   */
  update(
    actor: Actor,
    id: string,
    update: ResponsibilityUpdate,
  ): Promise<Responsibility>;

  /** @throws `FORBIDDEN`, `RESPONSIBILITY_NOT_FOUND`, `RESPONSIBILITY_CLOSED`, `STALE_VERSION` */
  terminate(
    actor: Actor,
    id: string,
    version?: number,
  ): Promise<Responsibility>;

  /** @throws `FORBIDDEN`, `RESPONSIBILITY_NOT_FOUND` */
  remove(actor: Actor, id: string): Promise<Responsibility>;
}
