import type { Entity } from '@backstage/catalog-model';
import type { SourceConnector } from '../../SourceConnector';
import type { ConnectorBench } from '../ConnectorBench';
import { MemoryConnector, MemorySource, tablesOf } from './MemorySource';

const dataset = (name: string, tables: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name, annotations: { tables } },
  spec: { type: 'dataset' },
});
const user = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name },
});

/** A bench with all hooks, around a connector that does as it should or a spoilt one. */
export function memoryBench(
  spoil: (connector: MemoryConnector) => SourceConnector = good => good,
): Required<ConnectorBench> {
  const source = new MemorySource();
  const role = (subject: Entity) => subject.metadata.name;
  return {
    connector: spoil(new MemoryConnector(source)),
    datasets: [
      dataset('sales', 'bookings fares'),
      dataset('planning', 'fares seats'),
    ],
    subjects: [user('ann'), user('ben')],
    secrets: ['open-sesame'],
    realLevel: async (entity, subject) =>
      source.levelOf(
        source.items.filter(item => item.role === role(subject)),
        tablesOf(entity),
      ),
    async goDown() {
      source.isDown = true;
      return async () => {
        source.isDown = false;
      };
    },
    async dropSubject(subject) {
      source.roles.delete(role(subject));
      source.items = source.items.filter(item => item.role !== role(subject));
    },
    async dropDataset(entity) {
      const [table] = tablesOf(entity);
      source.tables.delete(table);
      source.items = source.items.filter(item => item.table !== table);
    },
    async grantBehind(entity, subject, level) {
      source.give('somebody', role(subject), tablesOf(entity), level);
    },
    async revokeBehind(_, subject) {
      source.items = source.items.filter(item => item.role !== role(subject));
    },
  };
}
