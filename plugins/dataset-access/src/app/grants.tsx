import { ApiBlueprint, SubPageBlueprint } from '@backstage/frontend-plugin-api';
import { grantApiFactory } from '../api/grantApi';

export const grantApi = ApiBlueprint.make({
  name: 'grants',
  params: define => define(grantApiFactory),
});

export const grantsPage = SubPageBlueprint.make({
  name: 'grants',
  params: {
    path: 'grants',
    title: 'My access',
    loader: async () => {
      const { GrantsSection } = await import('../grants/GrantsSection');
      return (
        <main>
          <GrantsSection />
        </main>
      );
    },
  },
});
