import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  DatasetAccessError,
  DomainGrant,
  DomainGrantDraft,
  domainGrantManagePermission,
  DomainGrantPage,
  domainGrantReadPermission,
  DomainHistoryPage,
  DomainPage,
  DomainReach,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';
import type {
  DomainGrantEdit,
  DomainGrantService,
  ManagedDomainQuery,
  PageQuery,
} from './DomainGrantService';
import type { DomainPolicy } from './DomainPolicy';

/** @see AuthorizedDomainGrantService */
export interface AuthorizedDomainGrantServiceOptions {
  service: DomainGrantService;
  domainPolicy: DomainPolicy;
}

const FORBIDDEN = {
  allowed: false,
  code: 'FORBIDDEN',
  message: new DatasetAccessError('FORBIDDEN').message,
};

/** Lets the portal's permission policy narrow what may be done with access to domains. Who owns a domain is judged below. */
export class AuthorizedDomainGrantService implements DomainGrantService {
  readonly #options: AuthorizedDomainGrantServiceOptions;

  constructor(options: AuthorizedDomainGrantServiceOptions) {
    this.#options = options;
  }

  async managed(actor: Actor, query: ManagedDomainQuery): Promise<DomainPage> {
    return this.#options.service.managed(actor, query);
  }

  async list(
    actor: Actor,
    domainRef: string,
    query: PageQuery,
  ): Promise<DomainGrantPage> {
    const { service, domainPolicy } = this.#options;
    await this.#require(actor, domainGrantReadPermission, domainRef);
    const page = await service.list(actor, domainRef, query);
    const mayManage = await domainPolicy.allows(
      actor,
      domainGrantManagePermission,
      domainRef,
    );
    return mayManage || !page.can.manage.allowed
      ? page
      : { ...page, captures: [], can: { manage: FORBIDDEN } };
  }

  async create(
    actor: Actor,
    domainRef: string,
    draft: DomainGrantDraft,
  ): Promise<DomainGrant> {
    await this.#require(actor, domainGrantManagePermission, domainRef);
    return this.#options.service.create(actor, domainRef, draft);
  }

  async update(
    actor: Actor,
    domainRef: string,
    grantId: string,
    edit: DomainGrantEdit,
  ): Promise<DomainGrant> {
    await this.#require(actor, domainGrantManagePermission, domainRef);
    return this.#options.service.update(actor, domainRef, grantId, edit);
  }

  async remove(
    actor: Actor,
    domainRef: string,
    grantId: string,
    version?: number,
  ): Promise<DomainGrant> {
    await this.#require(actor, domainGrantManagePermission, domainRef);
    return this.#options.service.remove(actor, domainRef, grantId, version);
  }

  async of(
    actor: Actor,
    domainRef: string,
    subjectRef: string,
  ): Promise<DomainGrant> {
    await this.#require(actor, domainGrantReadPermission, domainRef);
    return this.#options.service.of(actor, domainRef, subjectRef);
  }

  async reach(actor: Actor, domainRef: string): Promise<DomainReach> {
    await this.#require(actor, domainGrantReadPermission, domainRef);
    return this.#options.service.reach(actor, domainRef);
  }

  async history(
    actor: Actor,
    domainRef: string,
    query: PageQuery,
  ): Promise<DomainHistoryPage> {
    await this.#require(actor, domainGrantReadPermission, domainRef);
    return this.#options.service.history(actor, domainRef, query);
  }

  async #require(
    actor: Actor,
    permission: ResourcePermission,
    domainRef: string,
  ): Promise<void> {
    const { domainPolicy } = this.#options;
    if (!(await domainPolicy.allows(actor, permission, domainRef))) {
      throw new DatasetAccessError('FORBIDDEN');
    }
  }
}
