import { DatasetAccessProvider } from '../api/DatasetAccessProvider';
import theme from '../theme/readable.module.css';
import { ExplainPage } from './ExplainPage';

/** The page that explains decisions. */
export function ExplainSection() {
  return (
    <DatasetAccessProvider>
      <div className={theme.readable}>
        <ExplainPage />
      </div>
    </DatasetAccessProvider>
  );
}
