import type {
  DomainGrant,
  UserDomainGrant,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';
import type { OperationHandlers } from '../http/operation';
import { domainRefOf, principalRefOf } from './Domain';
import type { DomainGrantService } from './DomainGrantService';

/** The operations on domains and their grants. */
export function domainRoutes(
  service: DomainGrantService,
): OperationHandlers<
  | 'listManagedDomains'
  | 'listDomainGrants'
  | 'createDomainGrant'
  | 'updateDomainGrant'
  | 'deleteDomainGrant'
  | 'getDomainReach'
  | 'getDomainHistory'
> {
  return {
    listManagedDomains: async ({ actor, query }) => ({
      status: 200,
      body: await service.managed(actor, query),
    }),
    listDomainGrants: async ({ actor, params, query }) => ({
      status: 200,
      body: await service.list(actor, domainRefOf(params.domain), query),
    }),
    createDomainGrant: async ({ actor, params, body }) => ({
      status: 201,
      body: await service.create(actor, domainRefOf(params.domain), body),
    }),
    updateDomainGrant: async ({ actor, params, body }) => ({
      status: 200,
      body: await service.update(
        actor,
        domainRefOf(params.domain),
        params.grantId,
        body,
      ),
    }),
    deleteDomainGrant: async ({ actor, params, query }) => ({
      status: 200,
      body: await service.remove(
        actor,
        domainRefOf(params.domain),
        params.grantId,
        query.version,
      ),
    }),
    getDomainReach: async ({ actor, params }) => ({
      status: 200,
      body: await service.reach(actor, domainRefOf(params.domain)),
    }),
    getDomainHistory: async ({ actor, params, query }) => ({
      status: 200,
      body: await service.history(actor, domainRefOf(params.domain), query),
    }),
  };
}

/** The same for one user of a domain, in the words of the system that this stands in for (S1.18). */
export function userDomainRoutes(
  service: DomainGrantService,
): OperationHandlers<
  | 'getUserDomainGrant'
  | 'createUserDomainGrant'
  | 'updateUserDomainGrant'
  | 'deleteUserDomainGrant'
> {
  const find = async (actor: Actor, params: Named) => {
    const domain = domainRefOf(params.domain);
    const user = principalRefOf('user', params.user);
    return { domain, user, grant: await service.of(actor, domain, user) };
  };
  return {
    getUserDomainGrant: async ({ actor, params }) => ({
      status: 200,
      body: present((await find(actor, params)).grant),
    }),
    createUserDomainGrant: async ({ actor, params, body }) => ({
      status: 201,
      body: present(
        await service.create(actor, domainRefOf(params.domain), {
          subject: principalRefOf('user', params.user),
          level: body.AccessType,
          datasetLevelAccess: body.IsDatasetLevelAccessProvided,
        }),
      ),
    }),
    updateUserDomainGrant: async ({ actor, params, body }) => {
      const { domain, grant } = await find(actor, params);
      const { AccessType: level = grant.level } = body;
      const datasetLevelAccess = body.IsDatasetLevelAccessProvided;
      const isAgain =
        datasetLevelAccess && grant.datasetLevelAccess && level === grant.level;
      return {
        status: 200,
        body: present(
          await service.update(actor, domain, grant.id, {
            level,
            datasetLevelAccess,
            retakeSnapshot: isAgain,
            version: grant.version,
          }),
        ),
      };
    },
    deleteUserDomainGrant: async ({ actor, params }) => {
      const { domain, grant } = await find(actor, params);
      return {
        status: 200,
        body: present(await service.remove(actor, domain, grant.id)),
      };
    },
  };
}

interface Named {
  domain: string;
  user: string;
}

function present(grant: DomainGrant): UserDomainGrant {
  return {
    AccessType: grant.level,
    IsDatasetLevelAccessProvided: grant.datasetLevelAccess,
    grant,
  };
}
