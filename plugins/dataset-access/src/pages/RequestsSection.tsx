import type { ReactElement } from 'react';
import { Route, Routes } from 'react-router-dom';
import { DatasetAccessProvider } from '../api/DatasetAccessProvider';
import { InboxPage } from '../inbox/InboxPage';
import { RequestPage } from '../request/RequestPage';
import { MyRequestsPage } from '../requests/MyRequestsPage';
import type { RequestOrigin } from '../routing/useRequestLink';
import theme from '../theme/readable.module.css';

const lists: Record<RequestOrigin, ReactElement> = {
  inbox: <InboxPage />,
  requests: <MyRequestsPage />,
};

/** One list and the requests it leads to. */
export function RequestsSection({ origin }: { origin: RequestOrigin }) {
  return (
    <DatasetAccessProvider>
      <div className={theme.readable}>
        <Routes>
          <Route index element={lists[origin]} />
          <Route path=":requestId" element={<RequestPage origin={origin} />} />
        </Routes>
      </div>
    </DatasetAccessProvider>
  );
}
