import { Table, TableSelection } from '@backstage/ui';
import type { ReactNode } from 'react';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { RequestOrigin, useRequestLink } from '../routing/useRequestLink';
import { useRequestColumns } from './requestColumns';
import type { RequestList } from './useRequestList';

/** @see RequestTable */
export interface RequestTableProps {
  list: RequestList;
  /** The list that the table shows, which the way back leads to. */
  origin: RequestOrigin;
  selection?: TableSelection;
  /** What to say when there is nothing. */
  emptyState: ReactNode;
}

/** A page of requests, each row leading to the request. */
export function RequestTable(props: RequestTableProps) {
  const { list, origin, selection, emptyState } = props;
  const columns = useRequestColumns();
  const requestLink = useRequestLink();
  if (list.error) {
    return <ErrorAlert error={list.error} onRetry={list.retry} />;
  }
  return (
    <Table
      {...list.tableProps}
      columnConfig={columns}
      rowConfig={{ getHref: ({ id }) => requestLink(id, origin) }}
      selection={selection}
      emptyState={emptyState}
    />
  );
}
