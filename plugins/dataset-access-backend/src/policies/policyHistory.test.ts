import { firstBrokenEvent } from '../audit/eventChain';
import { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { ANA, ROOT, superusers } from '../__testUtils__/smallWorld';

const draft = {
  name: 'Ana edits tags',
  description: 'Until the migration is done',
  type: 'metadata',
  privileges: ['metadata.edit-tags'],
  actors: { users: [ANA] },
};

onBothDatabases('the history of a policy', start => {
  it('has every change with what was there before, and outlives the policy (S2.17)', async () => {
    const product = await start({ config: { superusers } });
    const { body } = await product.post(ROOT, '/v1/policies', draft);
    const path = `/v1/policies/${body.id}`;
    await product.put(ROOT, path, {
      policy: { ...draft, name: 'Ana edits all tags' },
      version: 1,
    });
    await product.put(ROOT, `${path}/state`, { state: 'inactive' });
    const { body: shown } = await product.get(ROOT, `${path}/history`);
    await product.delete(ROOT, path);

    expect(shown).toMatchObject({
      intact: true,
      items: [
        { type: 'created', by: ROOT, facts: { after: { name: draft.name } } },
        {
          type: 'changed',
          facts: {
            before: { name: draft.name },
            after: { name: 'Ana edits all tags' },
          },
        },
        {
          type: 'deactivated',
          facts: { before: { state: 'active' }, after: { state: 'inactive' } },
        },
      ],
    });
    expect((await product.get(ROOT, path)).status).toBe(404);
    const kept = await new DatabaseAuditStore(product.knex).read('policy', [
      body.id,
    ]);
    expect(kept.map(({ type, actor }) => [type, actor])).toEqual(
      ['created', 'changed', 'deactivated', 'removed'].map(type => [
        type,
        ROOT,
      ]),
    );
    expect(firstBrokenEvent(kept, 4)).toBeUndefined();
  });
});
