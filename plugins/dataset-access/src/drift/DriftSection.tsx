import { DatasetAccessProvider } from '../api/DatasetAccessProvider';
import theme from '../theme/readable.module.css';
import { DriftPage } from './DriftPage';

/** Where sources differ from what they should allow. */
export function DriftSection() {
  return (
    <DatasetAccessProvider>
      <div className={theme.readable}>
        <DriftPage />
      </div>
    </DatasetAccessProvider>
  );
}
