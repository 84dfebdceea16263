import { screen, waitFor, within } from '@testing-library/react';
import type { PolicyCriterion } from 'backstage-plugin-dataset-access-common';
import { MemoryPolicies } from '../../__testUtils__/MemoryPolicies';
import { ANALYSTS, DAN, ORDERS } from '../../__testUtils__/people';
import { aPolicy, FINANCE } from '../../__testUtils__/policies';
import { chosen, openEditor } from '../../__testUtils__/policyEditor';

/** Stands before the second step of a policy that is changed. */
async function openScope(policy = aPolicy({ resources: [] })) {
  const backend = new MemoryPolicies(DAN, [policy]);
  const editor = await openEditor(backend, `/${policy.id}/edit?step=scope`);
  await screen.findByRole('searchbox', { name: 'Search privileges' });
  return {
    ...editor,
    backend,
    /** What the step says that the policy covers. */
    covers: () =>
      [
        ...screen.getByText('Covers').parentElement!.querySelectorAll('p, li'),
      ].map(({ textContent }) => textContent),
    /** Saves, and says what then is saved. */
    async saved(): Promise<PolicyCriterion[]> {
      await editor.goTo('Check and save');
      await screen.findByText(/^The policy is for/);
      await editor.press('Save as active');
      await waitFor(() => expect(backend.policies[0].version).toBe(4));
      return backend.policies[0].resources;
    },
  };
}

type Scope = Awaited<ReturnType<typeof openScope>>;

/** Makes the first condition one on another field, or compared in another way. */
async function makeFirst(scope: Scope, field: string, operator?: string) {
  const first = () => scope.condition(1);
  const take = async (label: RegExp, option: string) => {
    await scope.user.click(first().getByRole('button', { name: label }));
    await scope.user.click(await screen.findByRole('option', { name: option }));
  };
  await take(/What about the entity/, field);
  if (operator) {
    await take(/How it is compared/, operator);
  }
}

async function typeValue(scope: Scope, field: string, text: string) {
  await scope.write(`Values of ${field}`, text);
  await scope.user.keyboard('{Enter}');
}

describe('on which entities', () => {
  it('is all of them when nothing is filled in (S2.7–S2.9)', async () => {
    const scope = await openScope();

    expect(
      ['Values of Type', 'Values of Entity', 'Values of Domain'].map(
        label =>
          screen.getByRole('button', { name: new RegExp(label) }).textContent,
      ),
    ).toEqual(['All types', 'All entities', 'All domains']);
    expect(scope.covers()).toEqual(['Every entity of the catalog']);
    expect(await scope.saved()).toEqual([]);
  });

  it('is picked by type, entity and domain, several of each (S2.10)', async () => {
    const scope = await openScope();

    await scope.pick(/Values of Type/, 'api$', 'resource/dataset');
    await scope.pick(/Values of Entity/, 'Customer orders', 'Products');
    await scope.pick(/Values of Domain/, 'Finance');

    expect(scope.covers()).toEqual([
      'Entities for which all of this holds:',
      'Type is api or resource/dataset',
      'Entity is Customer orders or Products',
      'Domain is Finance or a domain within it',
    ]);
    expect(await scope.saved()).toEqual([
      {
        field: 'type',
        operator: 'equals',
        values: ['api', 'resource/dataset'],
      },
      {
        field: 'entity',
        operator: 'equals',
        values: [ORDERS, 'api:default/products'],
      },
      { field: 'domain', operator: 'equals', values: [FINANCE] },
    ]);
  });

  it('is searched by the catalog', async () => {
    const scope = await openScope();
    await scope.user.click(
      screen.getByRole('button', { name: /Values of Entity/ }),
    );

    await scope.user.click(
      await screen.findByRole('searchbox', { name: 'Search entities' }),
    );
    await scope.user.paste('orders');

    await waitFor(() =>
      expect(
        screen.getAllByRole('option').map(({ textContent }) => textContent),
      ).toEqual([`Customer orders ${ORDERS}`]),
    );
  });

  it('is picked by owner', async () => {
    const scope = await openScope();
    await makeFirst(scope, 'Owner');

    await scope.pick(/Values of Owner/, 'Analysts');

    expect(scope.covers()).toContain('Owner is Analysts');
    expect(await scope.saved()).toEqual([
      { field: 'owner', operator: 'equals', values: [ANALYSTS] },
    ]);
  });

  it.each<[string, string | undefined, string, PolicyCriterion]>([
    [
      'Tag',
      undefined,
      ' PII , secret,pii',
      { field: 'tag', operator: 'equals', values: ['pii', 'secret'] },
    ],
    [
      'Label',
      undefined,
      'tier=gold',
      { field: 'label', operator: 'equals', values: ['tier=gold'] },
    ],
    [
      'Entity',
      'starts with',
      'resource:default/sales-',
      {
        field: 'entity',
        operator: 'starts-with',
        values: ['resource:default/sales-'],
      },
    ],
  ])('is typed: %s %s', async (field, operator, text, criterion) => {
    const scope = await openScope();
    await makeFirst(scope, field, operator);

    await typeValue(scope, field, text);

    expect(chosen(`Chosen values of ${field}`)).toEqual(criterion.values);
    expect(
      screen.getByRole('textbox', { name: `Values of ${field}` }),
    ).toHaveValue('');
    expect(await scope.saved()).toEqual([criterion]);
  });

  it('takes what was typed and not added', async () => {
    const scope = await openScope();
    await makeFirst(scope, 'Tag');

    await scope.write('Values of Tag', 'pii');

    expect(await scope.saved()).toEqual([
      { field: 'tag', operator: 'equals', values: ['pii'] },
    ]);
  });

  it('is less restricted when a value or a condition is taken away', async () => {
    const scope = await openScope(
      aPolicy({
        resources: [
          { field: 'tag', operator: 'equals', values: ['pii', 'secret'] },
          { field: 'domain', operator: 'equals', values: [FINANCE] },
        ],
      }),
    );

    await scope.user.click(screen.getByRole('button', { name: 'Remove pii' }));
    await scope.press('Remove the condition on Domain');

    expect(scope.covers()).toEqual([
      'Entities for which all of this holds:',
      'Tag is secret',
    ]);
  });

  it('can be restricted further', async () => {
    const scope = await openScope();

    await scope.press('Add a condition');
    await typeValue(scope, 'Tag', 'pii');

    expect(scope.covers()).toContain('Tag is pii');
    expect(
      within(screen.getByRole('list', { name: 'Conditions' })).getAllByRole(
        'group',
        { name: /^Condition \d/ },
      ),
    ).toHaveLength(4);
  });

  it('does not compare one thing with the values of another', async () => {
    const scope = await openScope(
      aPolicy({
        resources: [{ field: 'tag', operator: 'equals', values: ['pii'] }],
      }),
    );

    await makeFirst(scope, 'Label');

    expect(scope.covers()).toEqual(['Every entity of the catalog']);
  });

  it('does not take the beginning of a ref for a ref', async () => {
    const scope = await openScope(
      aPolicy({
        resources: [
          { field: 'owner', operator: 'starts-with', values: ['group:'] },
        ],
      }),
    );

    await scope.user.click(
      scope.condition(1).getByRole('button', { name: /How it is compared/ }),
    );
    await scope.user.click(await screen.findByRole('option', { name: 'is' }));

    expect(scope.covers()).toEqual(['Every entity of the catalog']);
  });

  it('shows what is picked already by its name', async () => {
    await openScope(aPolicy());

    expect(chosen('Chosen values of Domain')).toEqual(['Finance']);
  });
});
