import {
  AccessHolder,
  AccessHolders,
  accessLevels,
  canonicalPrincipalRef,
  canonicalRef,
  checkOperation,
  DatasetAccessError,
  decide,
  DecisionIndex,
  DecisionPath,
  EvaluationRequest,
  EvaluationsRequest,
  Explanation,
  holdersOf,
  Operation,
  PrivilegeRegistry,
  levelPrivilege,
} from 'backstage-plugin-dataset-access-common';
import { Actor, userRef } from '../actors/Actor';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import { cutPage, decodeCursor } from '../database/pageCursor';
import type { DatabaseRoleStore } from '../roles/DatabaseRoleStore';
import type {
  DecisionService,
  ExplainQuery,
  HoldersQuery,
} from './DecisionService';
import type { EvaluateAccess } from './EvaluateAccess';
import { findNearMisses } from './findNearMisses';
import { HolderTitles, presentPath } from './presentPath';

/** @see DefaultDecisionService */
export interface DefaultDecisionServiceOptions {
  decisions: { require(): DecisionIndex };
  evaluateAccess: EvaluateAccess;
  privileges: PrivilegeRegistry;
  operations: readonly Operation[];
  roles: DatabaseRoleStore;
  config: DatasetAccessConfig;
  clock: Clock;
}

const STRONGEST_FIRST = [...accessLevels].reverse();

/** Answers from the index. Who may ask is decided by its wrapper. */
export class DefaultDecisionService implements DecisionService {
  readonly #options: DefaultDecisionServiceOptions;

  constructor(options: DefaultDecisionServiceOptions) {
    this.#options = options;
  }

  async explain(actor: Actor, query: ExplainQuery): Promise<Explanation> {
    const subject = query.subject
      ? canonicalPrincipalRef(query.subject)
      : userRef(actor);
    const resource = query.resource && canonicalRef(query.resource);
    if ((query.privilege === undefined) === (query.operation === undefined)) {
      throw new DatasetAccessError('BAD_QUESTION');
    }
    const titles = await this.#titles();
    return query.operation === undefined
      ? this.#explainPrivilege(subject, query.privilege!, resource, titles)
      : this.#explainOperation(subject, query.operation, resource, titles);
  }

  async holders(_: Actor, query: HoldersQuery): Promise<AccessHolders> {
    const { decisions, clock } = this.#options;
    const { limit = 25 } = query;
    const dataset = canonicalRef(query.dataset);
    const index = decisions.require();
    const now = clock.now().getTime();
    const list = ['holders', dataset];
    const cursor = query.cursor
      ? decodeCursor(query.cursor, list, 'string')
      : undefined;
    const held = new Map<string, { level: (typeof accessLevels)[number] }>();
    for (const level of STRONGEST_FIRST) {
      for (const ref of holdersOf(index, levelPrivilege(level), dataset, now)) {
        held.set(ref, held.get(ref) ?? { level });
      }
    }
    const all = [...held]
      .map(([subject, { level }]) => ({
        subject,
        level,
        place: placeOf(level, subject),
      }))
      .sort((a, b) => (a.place < b.place ? -1 : 1));
    const isBackwards = cursor?.direction === 'prev';
    const rest = all.filter(
      ({ place }) =>
        cursor === undefined ||
        (isBackwards ? place < cursor.id : place > cursor.id),
    );
    const found = isBackwards
      ? rest.slice(-limit - 1)
      : rest.slice(0, limit + 1);
    const titles = await this.#titles();
    const page = cutPage(found, limit, cursor, list, ({ place }) => ({
      value: '',
      id: place,
    }));
    return {
      ...page,
      items: page.items.map(({ subject, level }) => {
        const privilege = levelPrivilege(level);
        const { paths } = decide(index, {
          subject,
          privilege,
          resource: dataset,
          now,
        });
        return {
          subject,
          level,
          expiresAt: endOf(paths),
          paths: paths.map(path =>
            presentPath(path, privilege, dataset, titles),
          ),
        } satisfies AccessHolder;
      }),
    };
  }

  async evaluate(_: Actor, request: EvaluationRequest) {
    return this.#options.evaluateAccess.one(request);
  }

  async evaluateMany(_: Actor, request: EvaluationsRequest) {
    return this.#options.evaluateAccess.many(request);
  }

  async #titles(): Promise<HolderTitles> {
    const { roles, config } = this.#options;
    const all = await roles.list();
    return {
      roles: new Map(all.map(({ id, title }) => [id, title])),
      stewardships: new Map(
        config.responsibilities.roles.map(({ id, title }) => [id, title]),
      ),
    };
  }

  #explainPrivilege(
    subject: string,
    name: string,
    resource: string | undefined,
    titles: HolderTitles,
  ): Explanation {
    const { decisions, privileges, clock } = this.#options;
    const privilege = privileges.get(name)?.name;
    if (!privilege) {
      throw new DatasetAccessError('UNKNOWN_PRIVILEGE', {
        message: `There is no privilege "${name}".`,
      });
    }
    const index = decisions.require();
    const at = clock.now();
    const query = { subject, privilege, resource, now: at.getTime() };
    const { allowed, reason, paths } = decide(index, query);
    return {
      subject,
      privilege,
      resource,
      allowed,
      reason,
      paths: paths.map(path => presentPath(path, privilege, resource, titles)),
      nearMisses: allowed ? [] : findNearMisses(index, query),
      at: at.toISOString(),
    };
  }

  #explainOperation(
    subject: string,
    id: string,
    resource: string | undefined,
    titles: HolderTitles,
  ): Explanation {
    const { decisions, operations, clock } = this.#options;
    const operation = operations.find(one => one.id === id);
    if (!operation) {
      throw new DatasetAccessError('BAD_QUESTION', {
        message: `There is no operation "${id}".`,
      });
    }
    const index = decisions.require();
    const at = clock.now();
    const now = at.getTime();
    const decision = checkOperation(index, operation, {
      subject,
      resource,
      now,
    });
    const { override, gate, allOf } = operation;
    const asked = [...new Set([...override, ...gate, ...allOf])];
    return {
      subject,
      operation: id,
      resource,
      allowed: decision.allowed,
      reason: decision.reason,
      missing: [...decision.missing, ...decision.missingRoutes],
      paths: asked.flatMap(privilege =>
        decide(index, { subject, privilege, resource, now }).paths.map(path =>
          presentPath(path, privilege, resource, titles),
        ),
      ),
      nearMisses: decision.missing.flatMap(privilege =>
        findNearMisses(index, { subject, privilege, resource, now }),
      ),
      at: at.toISOString(),
    };
  }
}

/** Strongest first, then by ref: sorts as text. */
function placeOf(level: (typeof accessLevels)[number], ref: string): string {
  return `${STRONGEST_FIRST.indexOf(level)} ${ref}`;
}

/** As long as one path has no end, there is none; otherwise the last one counts. */
function endOf(paths: readonly DecisionPath[]): string | undefined {
  const ends = paths.flatMap(({ until }) => until ?? []);
  return ends.length === paths.length && ends.length > 0
    ? new Date(Math.max(...ends)).toISOString()
    : undefined;
}
