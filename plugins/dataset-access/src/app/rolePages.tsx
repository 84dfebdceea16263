import { SubPageBlueprint } from '@backstage/frontend-plugin-api';

export const rolesPage = SubPageBlueprint.make({
  name: 'roles',
  params: {
    path: 'roles',
    title: 'Roles',
    loader: async () => {
      const { RolesSection } = await import('../roles/RolesSection');
      return (
        <main>
          <RolesSection />
        </main>
      );
    },
  },
});
