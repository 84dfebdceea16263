import { Route, Routes } from 'react-router-dom';
import { DatasetAccessProvider } from '../api/DatasetAccessProvider';
import theme from '../theme/readable.module.css';
import { RolePage } from './RolePage';
import { RolesPage } from './RolesPage';

/** The list of roles and the page of each. */
export function RolesSection() {
  return (
    <DatasetAccessProvider>
      <div className={theme.readable}>
        <Routes>
          <Route index element={<RolesPage />} />
          <Route path=":roleId" element={<RolePage />} />
        </Routes>
      </div>
    </DatasetAccessProvider>
  );
}
