import type { OperationHandlers } from '../http/operation';
import { principalRefOf } from './Domain';
import type { GroupDomainService } from './GroupDomainService';

/** The operations on the domains of a group. */
export function groupDomainRoutes(
  service: GroupDomainService,
): OperationHandlers<'getGroupDomains' | 'replaceGroupDomains'> {
  return {
    getGroupDomains: async ({ actor, params }) => {
      const body = await service.get(
        actor,
        principalRefOf('group', params.group),
      );
      return { status: 200, headers: { ETag: body.etag }, body };
    },
    replaceGroupDomains: async ({ actor, params, query, header, body }) => {
      const list = await service.replace(
        actor,
        principalRefOf('group', params.group),
        body,
        { ifMatch: header('if-match'), dryRun: query.dryRun === 'true' },
      );
      return { status: 200, headers: { ETag: list.etag }, body: list };
    },
  };
}
