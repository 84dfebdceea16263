import {
  canonicalRef,
  DatasetAccessError,
  DecisionIndex,
  EvaluationDecision,
  EvaluationDecisions,
  EvaluationRequest,
  EvaluationsRequest,
  PrivilegeRegistry,
} from 'backstage-plugin-dataset-access-common';
import type { Clock } from '../clock';

type Parts = Partial<EvaluationRequest>;

/** @see EvaluateAccess */
export interface EvaluateAccessOptions {
  decisions: { require(): DecisionIndex };
  privileges: PrivilegeRegistry;
  clock: Clock;
}

/** What may be asked for in the place of an action: the levels by their own names. */
const LEVELS = new Set(['read-only', 'editor', 'owner']);

/**
 * AuthZEN's access evaluation: https://openid.net/specs/authorization-api-1_0.html. The subject is a user or group, by ref
 * or by kind and name; the action is a privilege or an access level; the resource is an entity, by ref or by kind and name.
 * Whatever is not known is denied, with the reason in the context, as the specification wants it: an unknown name is an
 * answer, not an error.
 */
export class EvaluateAccess {
  readonly #options: EvaluateAccessOptions;

  constructor(options: EvaluateAccessOptions) {
    this.#options = options;
  }

  /** @throws `DECISIONS_UNAVAILABLE` */
  one(request: EvaluationRequest): EvaluationDecision {
    const { decisions, clock } = this.#options;
    return this.#decide(decisions.require(), request, clock.now().getTime());
  }

  /**
   * The defaults of the call hold for every evaluation that does not say otherwise. All are answered as of one moment.
   *
   * @throws `INVALID_REQUEST` when an evaluation lacks a part, `DECISIONS_UNAVAILABLE`
   */
  many(request: EvaluationsRequest): EvaluationDecisions {
    const { evaluations = [], options, ...defaults } = request;
    if (evaluations.length === 0) {
      return this.one(complete(defaults, ''));
    }
    const { decisions, clock } = this.#options;
    const index = decisions.require();
    const now = clock.now().getTime();
    const semantic = options?.evaluations_semantic ?? 'execute_all';
    const all = evaluations.map((one, at) =>
      complete({ ...defaults, ...one }, `evaluations.${at}.`),
    );
    const answers: EvaluationDecision[] = [];
    for (const one of all) {
      const answer = this.#decide(index, one, now);
      answers.push(answer);
      if (
        (semantic === 'deny_on_first_deny' && !answer.decision) ||
        (semantic === 'permit_on_first_permit' && answer.decision)
      ) {
        break;
      }
    }
    return { evaluations: answers };
  }

  #decide(
    index: DecisionIndex,
    { subject, action, resource }: EvaluationRequest,
    now: number,
  ): EvaluationDecision {
    const privilege = LEVELS.has(action.name)
      ? `dataset-access.level.${action.name}`
      : this.#options.privileges.find(action.name)?.name;
    if (!privilege) {
      return denied('unknown-action');
    }
    const subjectRef = refOf(subject);
    const resourceRef = refOf(resource);
    if (!subjectRef || !index.people.get(subjectRef)) {
      return denied('unknown-subject');
    }
    if (!resourceRef || !index.resources.get(resourceRef)) {
      return denied('unknown-resource');
    }
    return index.check(subjectRef, privilege, resourceRef, now)
      ? { decision: true }
      : denied('no-path');
  }
}

function denied(reason: string): EvaluationDecision {
  return { decision: false, context: { reason } };
}

/** `user:default/ana` as it is, or `ana` of type `user`. */
function refOf({ type, id }: { type: string; id: string }): string | undefined {
  try {
    return canonicalRef(id.includes(':') ? id : `${type}:${id}`);
  } catch {
    return undefined;
  }
}

function complete(parts: Parts, place: string): EvaluationRequest {
  const { subject, action, resource } = parts;
  if (!subject || !action || !resource) {
    const details = Object.entries({ subject, action, resource })
      .filter(([, part]) => !part)
      .map(([field]) => ({ field: `${place}${field}`, problem: 'is missing' }));
    throw new DatasetAccessError('INVALID_REQUEST', { details });
  }
  return { ...parts, subject, action, resource };
}
