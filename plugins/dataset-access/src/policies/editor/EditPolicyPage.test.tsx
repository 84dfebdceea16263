import { act, screen, waitFor } from '@testing-library/react';
import { DATASET_ACCESS_CHANNEL } from 'backstage-plugin-dataset-access-common';
import { MemoryPolicies } from '../../__testUtils__/MemoryPolicies';
import { MemorySignals } from '../../__testUtils__/MemorySignals';
import { BOB, DAN } from '../../__testUtils__/people';
import {
  aPolicy,
  EDIT_DESCRIPTION,
  EDIT_TAGS,
  FINANCE,
  theSuperusers,
} from '../../__testUtils__/policies';
import { chosen, openEditor, step } from '../../__testUtils__/policyEditor';
import { lines, openPolicies, POLICIES } from '../../__testUtils__/policyPages';
import { address } from '../../__testUtils__/renderInPortal';

const EDIT = '/finance-docs/edit';
const DOCS = 'Edit documentation: Finance stewards';

const dan = (...policies: MemoryPolicies['policies']) =>
  new MemoryPolicies(DAN, policies);

const openIt = (backend: MemoryPolicies, signals?: MemorySignals) =>
  openEditor(backend, EDIT, signals);

describe('changing a policy', () => {
  it('begins with what it says', async () => {
    const editor = await openIt(dan(aPolicy()));

    expect(
      screen.getByRole('heading', { level: 1, name: `Edit “${DOCS}”` }),
    ).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue(DOCS);
    expect(screen.getByRole('textbox', { name: 'Description' })).toHaveValue(
      'Keeps the documentation of Finance in good hands.',
    );
    await editor.goTo('Scope and privileges');
    expect(chosen('Chosen values of Domain')).toEqual(['Finance']);
    expect(
      await screen.findByRole('checkbox', { name: /^Edit description/ }),
    ).toBeChecked();
    await editor.goTo('Actors');
    expect(chosen('Chosen users and groups')).toEqual(['Stewards']);
  });

  it('shows who gains and who loses what, and saves over what was seen (S2.16)', async () => {
    const backend = dan(aPolicy());
    const updated = jest.spyOn(backend, 'updatePolicy');
    const editor = await openIt(backend);
    await editor.goTo('Actors');
    await screen.findByRole('group', { name: 'Roles' });

    await editor.press('Remove Stewards');
    await editor.pick(/Users and groups/, 'Bob');
    await editor.goTo('Scope and privileges');
    await editor.tick(/^Edit tags/);
    await editor.goTo('Check and save');

    await screen.findByText(/^The policy is for/);
    expect(lines('1 person loses')).toEqual([
      'Cleo StewardEdit description on 1 entity: Customer orders',
    ]);
    expect(lines('1 person gains')).toEqual([
      'Bob StewardEdit tags on 1 entity: Customer orders',
    ]);
    await editor.press('Save as active');

    await waitFor(() => expect(address()).toBe(`${POLICIES}/finance-docs`));
    expect(updated.mock.calls).toEqual([
      [
        'finance-docs',
        {
          version: 3,
          policy: expect.objectContaining({
            name: DOCS,
            privileges: [EDIT_DESCRIPTION, EDIT_TAGS],
            actors: { users: [BOB] },
            resources: [
              { field: 'domain', operator: 'equals', values: [FINANCE] },
            ],
          }),
        },
      ],
    ]);
  });

  it('leads straight to a step', async () => {
    await openEditor(dan(aPolicy()), `${EDIT}?step=actors`);

    expect(step()).toBe('Actors');
  });

  it('leads back to the policy', async () => {
    const editor = await openIt(dan(aPolicy()));

    await editor.user.click(screen.getByRole('link', { name: 'Cancel' }));

    await waitFor(() => expect(address()).toBe(`${POLICIES}/finance-docs`));
  });

  it('keeps roles and stewards that are no longer known', async () => {
    const actors = { roles: ['gone'], responsibilities: ['gone-too'] };
    const backend = dan(aPolicy({ actors }));
    const editor = await openIt(backend);
    await editor.goTo('Actors');

    expect(await screen.findByRole('checkbox', { name: 'gone' })).toBeChecked();
    await editor.goTo('Check and save');
    await screen.findByText(/^The policy is for/);
    await editor.press('Save as active');

    await waitFor(() => expect(backend.policies[0].version).toBe(4));
    expect(backend.policies[0].actors).toEqual(actors);
  });
});

describe('when somebody else changes the policy meanwhile', () => {
  it('offers the newer one when saving, and keeps what was written until it is wanted', async () => {
    const backend = dan(aPolicy());
    const editor = await openIt(backend);
    await editor.write('Name', 'Mine');
    backend.change(backend.policies[0], {
      name: 'Theirs',
      actors: { users: [BOB] },
    });
    await editor.goTo('Check and save');
    await screen.findByText(/^The policy is for/);

    await editor.press('Save as active');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Somebody else changed this policy in the meantime',
    );
    expect(
      screen.getByRole('link', { name: 'Open it in a new tab' }),
    ).toHaveAttribute('target', '_blank');
    await editor.goTo('Name and description');
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Mine');
    expect(backend.policies[0].name).toBe('Theirs');

    await editor.press('Load the newer version');

    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue(
        'Theirs',
      ),
    );
    expect(screen.queryByRole('alert')).toBeNull();
    await editor.goTo('Actors');
    expect(chosen('Chosen users and groups')).toEqual(['Bob Steward']);
    await editor.goTo('Check and save');
    await screen.findByText(/^The policy is for/);
    await editor.press('Save as active');
    await waitFor(() => expect(backend.policies[0].version).toBe(5));
  });

  it('says so at once, and takes nothing away', async () => {
    const backend = dan(aPolicy());
    const signals = new MemorySignals();
    const editor = await openIt(backend, signals);
    await editor.write('Name', 'Mine');

    backend.change(backend.policies[0], { name: 'Theirs' });
    act(() => signals.publish(DATASET_ACCESS_CHANNEL, { type: 'changed' }));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Somebody else changed this policy in the meantime',
    );
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Mine');
  });

  it('says that it is gone', async () => {
    const backend = dan(aPolicy());
    const editor = await openIt(backend);
    await editor.goTo('Check and save');
    await screen.findByText(/^The policy is for/);
    backend.policies.pop();

    await editor.press('Save as active');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no such policy.',
    );
  });
});

describe('who may change which policy', () => {
  it('is said to those who may only read', async () => {
    const backend = dan(aPolicy());
    backend.can.manage = false;
    await openPolicies(backend, EDIT);

    expect(
      await screen.findByText('You may read policies, not change them'),
    ).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('is said to those who may not even read', async () => {
    const backend = dan(aPolicy());
    backend.can.read = false;
    await openPolicies(backend, EDIT);

    expect(
      await screen.findByText(/for the people who run this portal/),
    ).toBeVisible();
  });

  it('is nobody where the policy is locked (S2.19)', async () => {
    await openPolicies(dan(theSuperusers()), '/superusers-platform/edit');

    expect(
      await screen.findByText('This policy cannot be changed here'),
    ).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('is nobody where there is no such policy', async () => {
    await openPolicies(dan(), EDIT);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no such policy.',
    );
  });
});
