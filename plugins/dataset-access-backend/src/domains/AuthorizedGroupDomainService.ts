import {
  DatasetAccessError,
  domainGrantManagePermission,
  domainGrantReadPermission,
  GroupDomains,
  GroupDomainsChange,
  GroupDomainsUpdate,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';
import type { DomainPolicy } from './DomainPolicy';
import type { GroupDomainService, ReplaceOptions } from './GroupDomainService';

/** @see AuthorizedGroupDomainService */
export interface AuthorizedGroupDomainServiceOptions {
  service: GroupDomainService;
  domainPolicy: DomainPolicy;
}

/** Lets the portal's permission policy narrow what may be done with the domains of groups. */
export class AuthorizedGroupDomainService implements GroupDomainService {
  readonly #options: AuthorizedGroupDomainServiceOptions;

  constructor(options: AuthorizedGroupDomainServiceOptions) {
    this.#options = options;
  }

  async get(actor: Actor, groupRef: string): Promise<GroupDomains> {
    const { service, domainPolicy } = this.#options;
    if (await domainPolicy.deniesAll(actor, domainGrantReadPermission)) {
      throw new DatasetAccessError('FORBIDDEN');
    }
    const list = await service.get(actor, groupRef);
    return { ...list, can: await this.#narrowed(actor, list) };
  }

  /**
   * Which domains a list changes is known when it is compared with what there is, so the change is rehearsed first. The tag
   * makes sure that what happens is what was rehearsed.
   */
  async replace(
    actor: Actor,
    groupRef: string,
    update: GroupDomainsUpdate,
    options: ReplaceOptions,
  ): Promise<GroupDomainsChange> {
    const { service, domainPolicy } = this.#options;
    if (await domainPolicy.deniesAll(actor, domainGrantManagePermission)) {
      throw new DatasetAccessError('FORBIDDEN');
    }
    const ifMatch =
      options.ifMatch === '*'
        ? (await service.get(actor, groupRef)).etag
        : options.ifMatch;
    const rehearsed = await service.replace(actor, groupRef, update, {
      ifMatch,
      dryRun: true,
    });
    const { added, changed, removed } = rehearsed.changes;
    const denied = await domainPolicy.denied(
      actor,
      domainGrantManagePermission,
      [...added, ...changed, ...removed].map(({ domain }) => domain.ref),
    );
    if (denied.length > 0) {
      throw new DatasetAccessError('FORBIDDEN');
    }
    const result = options.dryRun
      ? rehearsed
      : await service.replace(actor, groupRef, update, { ifMatch });
    return { ...result, can: await this.#narrowed(actor, result) };
  }

  async #narrowed(
    actor: Actor,
    { can }: Pick<GroupDomains, 'can'>,
  ): Promise<GroupDomains['can']> {
    const denied = await this.#options.domainPolicy.denied(
      actor,
      domainGrantManagePermission,
      can.manage,
    );
    return { manage: can.manage.filter(ref => !denied.includes(ref)) };
  }
}
