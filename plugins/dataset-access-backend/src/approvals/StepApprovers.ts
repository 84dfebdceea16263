import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import type {
  Approver,
  ApproverVia,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import { tryCandidate } from '../approvers/approverCandidates';
import { domainChain } from '../catalog/domainChain';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import type { Dataset } from '../datasets/Dataset';
import type { ApprovalStep } from './Approval';

/** Who owns a domain because it was given to them, not by the catalog. */
export interface GivenDomainOwners {
  /** @throws `CATALOG_UNAVAILABLE` */
  of(domainRef: string, domainUid: string): Promise<string[]>;
}

/** Who answers for entities. */
export interface ResponsibilityHolders {
  /** Refs and uids of those who have a stewardship role on any of some entities, now. */
  holders(
    role: string,
    resources: readonly string[],
    now: Date,
  ): Promise<
    Array<{
      subject: { ref: string; uid: string };
      resource: { ref: string; uid: string };
    }>
  >;
}

/** @see StepApprovers */
export interface StepApproversOptions {
  directory: Directory;
  domainOwners: GivenDomainOwners;
  responsibilities: ResponsibilityHolders;
  config: DatasetAccessConfig;
  clock: Clock;
}

/**
 * Finds who takes a step other than that of the dataset's approvers, in the catalog as it is now. Only those who exist and
 * stand for somebody count, as for approvers (design §3).
 */
export class StepApprovers {
  readonly #options: StepApproversOptions;

  constructor(options: StepApproversOptions) {
    this.#options = options;
  }

  /** @throws `CATALOG_UNAVAILABLE` */
  async of(dataset: Dataset, step: ApprovalStep): Promise<Approver[]> {
    switch (step.by) {
      case 'owner':
        return this.#reachable(dataset.owners, 'owner');
      case 'domain-owner':
        return this.#ownersOfDomain(dataset);
      case 'responsibility':
        return this.#responsible(dataset, step.role!);
      default:
        return this.#reachable(step.principals ?? [], 'named');
    }
  }

  /** Those of the innermost domain that has any: a domain without an owner is looked after by the one around it. */
  async #ownersOfDomain(dataset: Dataset): Promise<Approver[]> {
    const { directory, domainOwners } = this.#options;
    const chain = await this.#domains(dataset);
    const domains = await directory.entities(chain);
    for (const ref of chain) {
      const domain = domains.get(ref);
      const owners = (domain?.relations ?? [])
        .filter(({ type }) => type === RELATION_OWNED_BY)
        .map(({ targetRef }) => targetRef);
      const given = await domainOwners.of(ref, domain?.metadata.uid ?? '');
      const found = await this.#reachable(
        [...owners, ...given],
        'domain-owner',
      );
      if (found.length > 0) {
        return found;
      }
    }
    return [];
  }

  async #responsible(dataset: Dataset, role: string): Promise<Approver[]> {
    const { directory, responsibilities, clock } = this.#options;
    const resources = [dataset.ref, ...(await this.#domains(dataset))];
    const holders = await responsibilities.holders(
      role,
      resources,
      clock.now(),
    );
    const entities = await directory.entities(
      holders.flatMap(({ subject, resource }) => [subject.ref, resource.ref]),
    );
    const isAsItWas = ({ ref, uid }: { ref: string; uid: string }) =>
      entities.get(ref)?.metadata.uid === uid;
    return this.#reachable(
      holders
        .filter(one => isAsItWas(one.subject) && isAsItWas(one.resource))
        .map(({ subject }) => subject.ref),
      'responsibility',
    );
  }

  #domains({ kind, ref, entity }: Dataset): Promise<string[]> {
    const { directory, config } = this.#options;
    return domainChain(entity, directory, config.dataset.domainLabel).then(
      around => (kind === 'domain' ? [ref, ...around] : around),
    );
  }

  async #reachable(
    refs: readonly string[],
    via: ApproverVia,
  ): Promise<Approver[]> {
    const { directory, config } = this.#options;
    const unique = [...new Set(refs)];
    const outcomes = await Promise.all(
      unique.map(ref =>
        tryCandidate(
          { via, tried: ref, ref },
          directory,
          config.approvers.maxMembers,
        ),
      ),
    );
    return unique
      .filter((_, index) => outcomes[index] === 'reachable')
      .map(ref => ({ ref, via }));
  }
}
