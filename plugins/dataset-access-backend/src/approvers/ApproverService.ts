import type {
  Approver,
  DecisionIndex,
} from 'backstage-plugin-dataset-access-common';
import type {
  ApproverResolution,
  ApproverResolver,
  Directory,
} from 'backstage-plugin-dataset-access-node';
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

/** Who owns a domain because it was given to them, not by the catalog. */
export interface GivenDomainOwners {
  /** @throws `CATALOG_UNAVAILABLE` */
  of(domainRef: string, domainUid: string): Promise<string[]>;
}

/** Who decides on one request. */
export interface Deciders {
  /** Where the request is routed to: the dataset's approvers, or the escalation approvers when those are all barred. */
  approvers: Approver[];
  /** Existing users who may decide. Empty: nobody can. */
  eligible: ReadonlySet<string>;
}

/** @see ApproverService */
export interface ApproverServiceOptions {
  resolver: ApproverResolver;
  directory: Directory;
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
   * Who decides when some people may not: neither the requester nor anybody who would get the access. When that leaves
   * nobody, or nobody holds what deciding takes, the escalation approvers step in.
   *
   * @param barred - canonical user refs
   * @throws `CATALOG_UNAVAILABLE`
   */
  async deciders(
    { resolution, members, settings }: DatasetRouting,
    barred: ReadonlySet<string>,
  ): Promise<Deciders> {
    const eligible = without(members, barred);
    if (eligible.size > 0 || resolution.approvers.length === 0) {
      return { approvers: resolution.approvers, eligible };
    }
    const escalation = settings.approvers.escalation.map(
      (ref): Approver => ({ ref, via: 'escalation' }),
    );
    const others = without(await this.#existingMembers(escalation), barred);
    return {
      approvers: others.size > 0 ? escalation : resolution.approvers,
      eligible: others,
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
