import { useMemo, useState } from 'react';
import { useGroupDomains } from '../../api/domainQueries';
import { useListNews } from '../lists/useListNews';
import { draftOf, Edits, NO_EDITS } from './groupDraft';

/**
 * The list of a group with unsaved edits on top of it. The list stays the latest there is; what others do to it while there
 * are edits is told.
 */
export function useGroupDraft(group: string) {
  const { data: list, error, refetch } = useGroupDomains(group);
  const [edits, setEdits] = useState<Edits>(NO_EDITS);
  const { news, accept } = useListNews(group, list, edits.size > 0);
  const lines = useMemo(
    () => list && draftOf(list.domains, edits),
    [list, edits],
  );
  return { list, error, refetch, edits, setEdits, lines, news, accept };
}
