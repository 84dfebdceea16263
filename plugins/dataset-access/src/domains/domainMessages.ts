import { groupDomainMessages } from './group/groupDomainMessages';
import { domainHistoryMessages } from './history/domainHistoryMessages';
import { listMessages } from './lists/listMessages';
import { reachMessages } from './reach/reachMessages';
import { sharingMessages } from './sharing/sharingMessages';

/** Every text about access to domains and, through them, to their datasets. */
export const domainMessages = {
  domains: {
    ...sharingMessages,
    ...domainHistoryMessages,
    ...listMessages,
    ...reachMessages,
    ...groupDomainMessages,
    path: {
      through: 'through domain {{domain}}, given to {{subject}} by {{by}}',
      throughUnknown: 'through domain {{domain}}, given to {{subject}}',
      since: 'Since',
      until: 'until',
      untilRevoked: 'until revoked',
    },
  },
} as const;
