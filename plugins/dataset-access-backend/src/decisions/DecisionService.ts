import type {
  AccessHolders,
  EvaluationDecision,
  EvaluationDecisions,
  EvaluationRequest,
  EvaluationsRequest,
  Explanation,
  operations,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';

/** What is to be explained. */
export type ExplainQuery = NonNullable<
  operations['explainDecision']['parameters']['query']
>;

/** Whose access is to be listed. */
export type HoldersQuery = operations['whoHasAccess']['parameters']['query'];

/** What can be asked about decisions. All answers come from the index that enforces them. */
export interface DecisionService {
  /** @throws `FORBIDDEN`, `BAD_QUESTION`, `BAD_ENTITY_REF`, `UNKNOWN_PRIVILEGE`, `DECISIONS_UNAVAILABLE` */
  explain(actor: Actor, query: ExplainQuery): Promise<Explanation>;

  /** @throws `DATASET_NOT_FOUND`, `BAD_ENTITY_REF`, `BAD_CURSOR`, `DECISIONS_UNAVAILABLE` */
  holders(actor: Actor, query: HoldersQuery): Promise<AccessHolders>;

  /** @throws `FORBIDDEN`, `DECISIONS_UNAVAILABLE` */
  evaluate(
    actor: Actor,
    request: EvaluationRequest,
  ): Promise<EvaluationDecision>;

  /** @throws `FORBIDDEN`, `INVALID_REQUEST`, `DECISIONS_UNAVAILABLE` */
  evaluateMany(
    actor: Actor,
    request: EvaluationsRequest,
  ): Promise<EvaluationDecisions>;
}
