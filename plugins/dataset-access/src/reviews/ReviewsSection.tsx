import { Route, Routes } from 'react-router-dom';
import { DatasetAccessProvider } from '../api/DatasetAccessProvider';
import theme from '../theme/readable.module.css';
import { ReviewListPage } from './ReviewListPage';
import { ReviewPage } from './ReviewPage';

/** The access reviews that concern somebody, and each of them. */
export function ReviewsSection() {
  return (
    <DatasetAccessProvider>
      <div className={theme.readable}>
        <Routes>
          <Route index element={<ReviewListPage />} />
          <Route path=":reviewId" element={<ReviewPage />} />
        </Routes>
      </div>
    </DatasetAccessProvider>
  );
}
