import { SubPageBlueprint } from '@backstage/frontend-plugin-api';

export const policiesPage = SubPageBlueprint.make({
  name: 'policies',
  params: {
    path: 'policies',
    title: 'Policies',
    loader: async () => {
      const { PoliciesSection } = await import('../policies/PoliciesSection');
      return (
        <main>
          <PoliciesSection />
        </main>
      );
    },
  },
});
