import { useDomainChange, useGroupDomains } from '../../api/domainQueries';
import { useListNews } from '../lists/useListNews';
import { AccessChange, changeGrant, changeList } from './AccessChange';

/**
 * Changes the access of one user or group to a domain. What a group has is a list that is replaced as a whole; it is read
 * as soon as the group is known, so that whatever others do to it from then on is noticed.
 *
 * @param subject - undefined as long as nobody is chosen
 */
export function useAccessChange(domain: string, subject: string | undefined) {
  const group = isGroup(subject) ? subject : undefined;
  const { data: list } = useGroupDomains(group);
  const { news } = useListNews(group, list);
  const change = useDomainChange(
    domain,
    async (client, what: AccessChange): Promise<unknown> =>
      group === undefined || isBesideList(what)
        ? changeGrant(client, domain, what)
        : changeList(
            client,
            domain,
            what,
            list ?? (await client.getGroupDomains(group)),
          ),
  );
  return { change, group, news };
}

/** Which datasets were recorded is not in the list, nor is what is suspended. */
function isBesideList(what: AccessChange): boolean {
  return (
    what.does === 'again' ||
    (what.does !== 'provide' && what.grant.state !== 'active')
  );
}

export function isGroup(subject: string | undefined): subject is string {
  return Boolean(subject?.startsWith('group:'));
}
