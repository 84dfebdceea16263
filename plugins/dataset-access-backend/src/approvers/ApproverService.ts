import type {
  Approver,
  DecisionIndex,
} from 'backstage-plugin-dataset-access-common';
import type {
  ApproverResolution,
  ApproverResolver,
  Directory,
} from 'backstage-plugin-dataset-access-node';
import { ApprovalStep, waitingStep } from '../approvals/Approval';
import type {
  GivenDomainOwners,
  StepApprovers,
} from '../approvals/StepApprovers';
import { domainChain } from '../catalog/domainChain';
import type { Clock } from '../clock';
import { datasetSettings, DatasetSettings } from '../config/datasetSettings';
import type { DatasetAccessConfig } from '../config/readConfig';
import type { Dataset } from '../datasets/Dataset';

/** Who decides on a dataset, as the catalog says right now. */
export interface DatasetRouting {
  dataset: Dataset;
  settings: DatasetSettings;
  resolution: ApproverResolution;
  /** Existing users behind the approvers, as far as they hold what deciding takes here. */
  members: ReadonlySet<string>;
}

/** What a request waits for. */
export interface WaitingFor {
  step: ApprovalStep;
  /** How many approvals the step still takes. */
  missing: number;
  /** It waited so long that the escalation approvers may decide as well. */
  isEscalated?: boolean;
}

/** Who decides on one request. */
export interface Deciders {
  /**
   * Where the request is routed to: those of its step, with or without the escalation approvers, or those alone when
   * everybody else is barred.
   */
  approvers: Approver[];
  /** Existing users who take the step, barred or not. */
  members: ReadonlySet<string>;
  /** Existing users who may decide. Empty: nobody can. */
  eligible: ReadonlySet<string>;
  /** There are fewer of them than approvals are missing. */
  isShort: boolean;
}

/** Who takes a step, whoever asks. */
type Takers = Pick<Deciders, 'approvers' | 'members'>;

/** @see ApproverService */
export interface ApproverServiceOptions {
  resolver: ApproverResolver;
  directory: Directory;
  stepApprovers: Pick<StepApprovers, 'of'>;
  decisions: { require(): DecisionIndex };
  domainOwners: GivenDomainOwners;
  config: DatasetAccessConfig;
  clock: Clock;
}

/**
 * Answers who may decide, always from the catalog as it is now. Notifying and deciding both use these answers, so that
 * whoever is told may act and whoever may act is told (P-04).
 */
export class ApproverService {
  readonly #options: ApproverServiceOptions;
  // a hundred requests that wait for the same step of one dataset are looked at with one routing
  readonly #takers = new WeakMap<
    DatasetRouting,
    Map<string, Promise<Takers>>
  >();

  constructor(options: ApproverServiceOptions) {
    this.#options = options;
  }

  /** @throws `CATALOG_UNAVAILABLE`, `DECISIONS_UNAVAILABLE` where deciding takes privileges */
  async routing(dataset: Dataset): Promise<DatasetRouting> {
    const { resolver, directory, config, domainOwners } = this.#options;
    const domains = config.overrides.some(({ domain }) => domain)
      ? await this.#domains(dataset)
      : [];
    const settings = datasetSettings(config, dataset.ref, domains);
    const { ownerMayAlsoDecide } = settings.approvers;
    const resolution = this.#withGivenOwners(
      await resolver.resolve(dataset.entity, directory, { ownerMayAlsoDecide }),
      dataset.kind === 'domain'
        ? await domainOwners.of(dataset.ref, dataset.uid)
        : [],
    );
    const members = await this.#existingMembers(resolution.approvers);
    return {
      dataset,
      settings,
      resolution,
      members: this.#entitled(members, dataset.ref, settings),
    };
  }

  /**
   * Who decides when some people may not: neither the requester nor anybody who would get the access, nor those who have
   * approved. Where that leaves too few, or too few hold what deciding takes, the escalation approvers step in.
   *
   * @param barred - canonical user refs
   * @throws `CATALOG_UNAVAILABLE`, `DECISIONS_UNAVAILABLE` where deciding takes privileges
   */
  async deciders(
    routing: DatasetRouting,
    barred: ReadonlySet<string>,
    { step, missing, isEscalated = false }: WaitingFor = waitingStep(undefined),
  ): Promise<Deciders> {
    const { approvers, members } = await this.#takersOf(routing, step);
    const eligible = without(members, barred);
    const own = { approvers, members, eligible };
    const isClosed = step.by === 'approvers' && approvers.length === 0;
    if (isClosed || (eligible.size >= missing && !isEscalated)) {
      return { ...own, isShort: eligible.size < missing };
    }
    const escalation = routing.settings.approvers.escalation.map(
      (ref): Approver => ({ ref, via: 'escalation' }),
    );
    const others = without(await this.#existingMembers(escalation), barred);
    if (others.size === 0) {
      return { ...own, isShort: eligible.size < missing };
    }
    const all = new Set([...eligible, ...others]);
    return {
      approvers: eligible.size > 0 ? unique(approvers, escalation) : escalation,
      members,
      eligible: all,
      isShort: all.size < missing,
    };
  }

  #takersOf(routing: DatasetRouting, step: ApprovalStep): Promise<Takers> {
    const { by, role, principals } = step;
    const key = JSON.stringify([by, role, principals]);
    const known = this.#takers.get(routing) ?? new Map();
    this.#takers.set(routing, known);
    if (!known.has(key)) {
      known.set(key, this.#findTakers(routing, step));
    }
    return known.get(key)!;
  }

  async #findTakers(
    { dataset, settings, resolution, members }: DatasetRouting,
    step: ApprovalStep,
  ): Promise<Takers> {
    if (step.by === 'approvers') {
      return { approvers: resolution.approvers, members };
    }
    const approvers = await this.#options.stepApprovers.of(dataset, step);
    return {
      approvers,
      members: this.#entitled(
        await this.#existingMembers(approvers),
        dataset.ref,
        settings,
      ),
    };
  }

  /** Innermost first; a domain is the first of its own. */
  async #domains({ kind, ref, entity }: Dataset): Promise<string[]> {
    const { directory, config } = this.#options;
    const around = await domainChain(
      entity,
      directory,
      config.dataset.domainLabel,
    );
    return kind === 'domain' ? [ref, ...around] : around;
  }

  /** Whoever was given a domain as its owner decides as its owners do (S1.3). */
  #withGivenOwners(
    resolution: ApproverResolution,
    owners: readonly string[],
  ): ApproverResolution {
    const { approvers, trail } = resolution;
    const added = owners
      .filter(owner => !approvers.some(({ ref }) => ref === owner))
      .map((ref): Approver => ({ ref, via: 'owner' }));
    return added.length === 0
      ? resolution
      : {
          ...resolution,
          approvers: [...approvers, ...added],
          trail: [
            ...trail,
            ...added.map(({ ref, via }) => ({
              via,
              tried: ref,
              outcome: 'chosen' as const,
            })),
          ],
        };
  }

  /** An approver who has to hold privileges as well decides only while he does (S3.10). */
  #entitled(
    members: ReadonlySet<string>,
    datasetRef: string,
    { approvers: { requiredPrivileges } }: DatasetSettings,
  ): ReadonlySet<string> {
    if (requiredPrivileges.length === 0) {
      return members;
    }
    const { decisions, clock } = this.#options;
    const index = decisions.require();
    const now = clock.now().getTime();
    return new Set(
      [...members].filter(member =>
        requiredPrivileges.every(privilege =>
          index.check(member, privilege, datasetRef, now),
        ),
      ),
    );
  }

  async #existingMembers(approvers: Approver[]): Promise<Set<string>> {
    const { directory } = this.#options;
    const members = await directory.membersOf(approvers.map(({ ref }) => ref));
    return new Set((await directory.entities(members)).keys());
  }
}

function without(
  members: ReadonlySet<string>,
  barred: ReadonlySet<string>,
): Set<string> {
  return new Set([...members].filter(member => !barred.has(member)));
}

/** Each once, the first of them. */
function unique(...lists: Approver[][]): Approver[] {
  const all = lists.flat();
  const refs = all.map(({ ref }) => ref);
  return all.filter(({ ref }, index) => refs.indexOf(ref) === index);
}
