import type { PolicyDraft } from 'backstage-plugin-dataset-access-common';
import { holds } from '../__testUtils__/holds';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  EVE,
  ORDERS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';

const EDITS = 'metadata.edit-description';

const draft: PolicyDraft = {
  name: 'Analysts edit the description of orders',
  type: 'metadata',
  privileges: [EDITS],
  actors: { groups: ['group:default/analysts'] },
  resources: [{ field: 'entity', operator: 'equals', values: [ORDERS] }],
};

onBothDatabases('a preview', start => {
  const administered = () => start({ config: { superusers } });
  const preview = async (product: TestProduct, change: object) => {
    const { status, body } = await product.post(
      ROOT,
      '/v1/policies/preview',
      change,
    );
    expect([status, body.error]).toEqual([200, undefined]);
    return body;
  };
  const subjects = (found: Array<{ subject: string }>) =>
    found.map(({ subject }) => subject);

  it('says who would gain what, before anything is saved', async () => {
    const product = await administered();

    const found = await preview(product, { change: 'save', policy: draft });

    expect(found).toMatchObject({
      gains: [{ subject: ANA, privilege: EDITS }],
      losses: [],
      people: 1,
      entities: 1,
      complete: true,
    });
    expect(await holds(product, ANA, EDITS, ORDERS)).toBe(false);
    const { body } = await product.get(ROOT, '/v1/policies?origin=custom');
    expect(body.items).toEqual([]);
  });

  it('says who would gain and who would lose by a change, and who by switching off', async () => {
    const product = await administered();
    const { body } = await product.post(ROOT, '/v1/policies', draft);
    const policyId = body.id;

    const forEve = await preview(product, {
      change: 'save',
      policyId,
      policy: { ...draft, actors: { users: [EVE] } },
    });
    const off = await preview(product, { change: 'deactivate', policyId });
    const gone = await preview(product, { change: 'delete', policyId });

    expect([subjects(forEve.gains), subjects(forEve.losses)]).toEqual([
      [EVE],
      [ANA],
    ]);
    expect([subjects(off.gains), subjects(off.losses)]).toEqual([[], [ANA]]);
    expect([subjects(gone.gains), subjects(gone.losses)]).toEqual([[], [ANA]]);
    expect(await holds(product, ANA, EDITS, ORDERS)).toBe(true);
    expect(await holds(product, EVE, EDITS, ORDERS)).toBe(false);
  });
});
