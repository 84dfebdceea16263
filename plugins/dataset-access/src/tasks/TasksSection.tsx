import { DatasetAccessProvider } from '../api/DatasetAccessProvider';
import theme from '../theme/readable.module.css';
import { TasksPage } from './TasksPage';

/** What is to be done by hand. */
export function TasksSection() {
  return (
    <DatasetAccessProvider>
      <div className={theme.readable}>
        <TasksPage />
      </div>
    </DatasetAccessProvider>
  );
}
