import { ApiBlueprint, SubPageBlueprint } from '@backstage/frontend-plugin-api';
import { reviewApiFactory } from '../api/reviewApi';

export const reviewApi = ApiBlueprint.make({
  name: 'reviews',
  params: define => define(reviewApiFactory),
});

export const reviewsPage = SubPageBlueprint.make({
  name: 'reviews',
  params: {
    path: 'reviews',
    title: 'Reviews',
    loader: async () => {
      const { ReviewsSection } = await import('../reviews/ReviewsSection');
      return (
        <main>
          <ReviewsSection />
        </main>
      );
    },
  },
});
