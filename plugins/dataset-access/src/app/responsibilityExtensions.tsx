import { configApiRef } from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { responsibilityFilter } from '../responsibilities/responsibilityFilter';

export const responsibilitiesCard = EntityCardBlueprint.makeWithOverrides({
  name: 'responsibilities',
  factory: (original, { apis }) =>
    original({
      type: 'info',
      filter: responsibilityFilter(apis.get(configApiRef)!),
      loader: async () => {
        const { ResponsibilitiesCard } = await import(
          '../responsibilities/ResponsibilitiesCard'
        );
        return <ResponsibilitiesCard />;
      },
    }),
});
