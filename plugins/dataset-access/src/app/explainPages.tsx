import { SubPageBlueprint } from '@backstage/frontend-plugin-api';

export const explainPage = SubPageBlueprint.make({
  name: 'explain',
  params: {
    path: 'explain',
    title: 'Explain',
    loader: async () => {
      const { ExplainSection } = await import('../explain/ExplainSection');
      return (
        <main>
          <ExplainSection />
        </main>
      );
    },
  },
});
