import {
  AccessHolders,
  canonicalRef,
  DatasetAccessError,
  decisionExplainPermission,
  DecisionIndex,
  EvaluationDecision,
  EvaluationDecisions,
  EvaluationRequest,
  EvaluationsRequest,
  Explanation,
  grantReadPermission,
} from 'backstage-plugin-dataset-access-common';
import type {
  GrantCondition,
  GrantResource,
} from 'backstage-plugin-dataset-access-node';
import type { Actor } from '../actors/Actor';
import type { Clock } from '../clock';
import type { VisibleDatasets } from '../datasets/VisibleDatasets';
import type { PermissionGuard } from '../permissions/PermissionGuard';
import type { PrivilegeGuard } from '../permissions/PrivilegeGuard';
import type {
  DecisionService,
  ExplainQuery,
  HoldersQuery,
} from './DecisionService';

/** @see AuthorizedDecisionService */
export interface AuthorizedDecisionServiceOptions {
  service: DecisionService;
  privilegeGuard: PrivilegeGuard;
  grantGuard: PermissionGuard<GrantResource, GrantCondition>;
  datasets: VisibleDatasets;
  decisions: { require(): DecisionIndex };
  clock: Clock;
}

const SEES_ACCESS = 'dataset-access.grant.read-any';

/** Everybody may ask about himself; about others only who may explain decisions, see who has access, or is a service. */
export class AuthorizedDecisionService implements DecisionService {
  readonly #options: AuthorizedDecisionServiceOptions;

  constructor(options: AuthorizedDecisionServiceOptions) {
    this.#options = options;
  }

  async explain(actor: Actor, query: ExplainQuery): Promise<Explanation> {
    const { service, privilegeGuard, datasets } = this.#options;
    const isOwn =
      actor.kind === 'user' &&
      (query.subject === undefined ||
        canonicalRef(query.subject) === actor.ref);
    const explanation = async () => service.explain(actor, query);
    if (await privilegeGuard.allows(actor, decisionExplainPermission)) {
      return explanation();
    }
    if (!isOwn) {
      throw new DatasetAccessError('FORBIDDEN');
    }
    if (query.resource) {
      await datasets.requireEntity(actor, canonicalRef(query.resource));
    }
    // what others hold, or what the policies say, is not for everybody (threat model F17)
    return { ...(await explanation()), nearMisses: [] };
  }

  async holders(actor: Actor, query: HoldersQuery): Promise<AccessHolders> {
    const { service, grantGuard, datasets, decisions, clock } = this.#options;
    const dataset = canonicalRef(query.dataset);
    const now = clock.now().getTime();
    const { owners } = await datasets.get(actor, dataset);
    if (
      actor.kind === 'user' &&
      !decisions.require().check(actor.ref, SEES_ACCESS, dataset, now)
    ) {
      throw new DatasetAccessError('FORBIDDEN', {
        message:
          'Only those who answer for a dataset see who has access to it.',
      });
    }
    // it tells of all grants at once, so the policy has to allow them whoever they are for
    const decision = await grantGuard.decide(actor, grantReadPermission);
    if (decision.denied || !decision.allows({ holder: [], owner: owners })) {
      throw new DatasetAccessError('FORBIDDEN');
    }
    return service.holders(actor, query);
  }

  async evaluate(
    actor: Actor,
    request: EvaluationRequest,
  ): Promise<EvaluationDecision> {
    await this.#requireCaller(actor);
    return this.#options.service.evaluate(actor, request);
  }

  async evaluateMany(
    actor: Actor,
    request: EvaluationsRequest,
  ): Promise<EvaluationDecisions> {
    await this.#requireCaller(actor);
    return this.#options.service.evaluateMany(actor, request);
  }

  async #requireCaller(actor: Actor): Promise<void> {
    await this.#options.privilegeGuard.require(
      actor,
      decisionExplainPermission,
    );
  }
}
