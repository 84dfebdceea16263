import { PluginHeaderActionBlueprint } from '@backstage/frontend-plugin-api';

export const headerAction = PluginHeaderActionBlueprint.make({
  name: 'dataset-access',
  params: {
    loader: async () => {
      const { RequestAccessAction } = await import('./RequestAccessAction');
      return <RequestAccessAction />;
    },
  },
});
