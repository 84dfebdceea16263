import { Route, Routes } from 'react-router-dom';
import { DatasetAccessProvider } from '../api/DatasetAccessProvider';
import theme from '../theme/readable.module.css';
import { MyAccessPage } from './mine/MyAccessPage';
import { GrantPage } from './page/GrantPage';

/** What the user has, and the page of each grant. */
export function GrantsSection() {
  return (
    <DatasetAccessProvider>
      <div className={theme.readable}>
        <Routes>
          <Route index element={<MyAccessPage />} />
          <Route path=":grantId" element={<GrantPage />} />
        </Routes>
      </div>
    </DatasetAccessProvider>
  );
}
