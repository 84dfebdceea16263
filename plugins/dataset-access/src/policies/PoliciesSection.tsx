import { Route, Routes } from 'react-router-dom';
import { DatasetAccessProvider } from '../api/DatasetAccessProvider';
import theme from '../theme/readable.module.css';
import { EditPolicyPage } from './editor/EditPolicyPage';
import { NewPolicyPage } from './editor/NewPolicyPage';
import { PolicyListPage } from './list/PolicyListPage';
import { PolicyPage } from './page/PolicyPage';

/** The list of policies, each policy, and the editor. */
export function PoliciesSection() {
  return (
    <DatasetAccessProvider>
      <div className={theme.readable}>
        <Routes>
          <Route index element={<PolicyListPage />} />
          <Route path="new" element={<NewPolicyPage />} />
          <Route path=":policyId" element={<PolicyPage />} />
          <Route path=":policyId/edit" element={<EditPolicyPage />} />
        </Routes>
      </div>
    </DatasetAccessProvider>
  );
}
