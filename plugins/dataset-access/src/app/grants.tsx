import {
  ApiBlueprint,
  configApiRef,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { grantApiFactory } from '../api/grantApi';
import { datasetFilter } from '../dataset/datasetFilter';

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

export const tasksPage = SubPageBlueprint.make({
  name: 'tasks',
  params: {
    path: 'tasks',
    title: 'Tasks',
    loader: async () => {
      const { TasksSection } = await import('../tasks/TasksSection');
      return (
        <main>
          <TasksSection />
        </main>
      );
    },
  },
});

export const driftPage = SubPageBlueprint.make({
  name: 'drift',
  params: {
    path: 'drift',
    title: 'Drift',
    loader: async () => {
      const { DriftSection } = await import('../drift/DriftSection');
      return (
        <main>
          <DriftSection />
        </main>
      );
    },
  },
});

export const datasetGrantsContent = EntityContentBlueprint.makeWithOverrides({
  name: 'dataset-grants',
  factory: (original, { apis }) =>
    original({
      path: '/access',
      title: 'Access',
      filter: datasetFilter(apis.get(configApiRef)!),
      loader: async () => {
        const { DatasetGrantsTab } = await import(
          '../grants/dataset/DatasetGrantsTab'
        );
        return <DatasetGrantsTab />;
      },
    }),
});
