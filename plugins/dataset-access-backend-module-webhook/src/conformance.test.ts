import type { Entity } from '@backstage/catalog-model';
import {
  type ConnectorBench,
  connectorRules,
} from 'backstage-plugin-dataset-access-node';
import { dataset, user } from './__testUtils__/entities';
import { TestReceiver } from './__testUtils__/TestReceiver';
import { WebhookConnector } from './WebhookConnector';

const tablesOf = (entity: Entity) =>
  entity.metadata.annotations!['data-registry/webhook-object'].split(' ');

/** A bench around an endpoint of its own. */
function benchAround(receiver: TestReceiver): Required<ConnectorBench> {
  const { table, secrets } = receiver;
  const place = (entity: Entity, subject: Entity) => ({
    account: subject.metadata.name,
    tables: tablesOf(entity),
  });
  return {
    connector: new WebhookConnector({
      endpoints: {
        lake: { url: receiver.url, secrets, levels: ['editor', 'read-only'] },
      },
    }),
    datasets: [dataset('bookings fares'), dataset('fares seats')],
    subjects: [user('ann'), user('ben')],
    secrets: [...secrets, ...secrets.map(one => one.replace('whsec_', ''))],
    realLevel: async (entity, subject) => table.levelOf(place(entity, subject)),
    async goDown() {
      await receiver.stop();
      return () => receiver.start();
    },
    async dropSubject({ metadata: { name } }) {
      table.accounts.delete(name);
      table.items = table.items.filter(item => item.account !== name);
    },
    async dropDataset(entity) {
      const [gone] = tablesOf(entity);
      table.tables.delete(gone);
      table.items = table.items.filter(item => item.table !== gone);
    },
    async grantBehind(entity, subject, level) {
      table.give('somebody', place(entity, subject), level);
    },
    async revokeBehind(_, { metadata: { name } }) {
      table.items = table.items.filter(item => item.account !== name);
    },
  };
}

describe('the webhook connector, with an endpoint as the guide describes it,', () => {
  let receiver: TestReceiver;
  beforeEach(async () => {
    receiver = await TestReceiver.start();
  });
  afterEach(() => receiver.stop());

  it.each(connectorRules.map(({ title, check }) => [title, check] as const))(
    '%s',
    async (_, check) => {
      await expect(check(benchAround(receiver))).resolves.toBeUndefined();
    },
  );
});
