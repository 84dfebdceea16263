import { screen, waitFor } from '@testing-library/react';
import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import { MemoryPolicies } from '../../__testUtils__/MemoryPolicies';
import { ANALYSTS, BOB, DAN, STEWARDS } from '../../__testUtils__/people';
import {
  EDIT_DESCRIPTION,
  FINANCE,
  MANAGE_POLICIES,
} from '../../__testUtils__/policies';
import {
  openActors,
  openEditor,
  openReview,
  step,
} from '../../__testUtils__/policyEditor';
import { lines, openPolicies, POLICIES } from '../../__testUtils__/policyPages';
import { address } from '../../__testUtils__/renderInPortal';

const dan = (...policies: MemoryPolicies['policies']) =>
  new MemoryPolicies(DAN, policies);

describe('writing a policy', () => {
  it('makes a metadata policy in three steps, shows what it would do, and saves it', async () => {
    const backend = dan();
    const created = jest.spyOn(backend, 'createPolicy');
    const editor = await openEditor(backend);

    expect(step()).toBe('Name and description');
    await editor.write('Name', 'Docs of Finance');
    await editor.write('Description', 'Stewards look after them.');
    await editor.next();

    expect(step()).toBe('Scope and privileges');
    await editor.pick(/Values of Domain/, 'Finance');
    await editor.openArea('Metadata');
    await editor.tick(/^Edit description/);
    await editor.next();

    expect(step()).toBe('Actors');
    await editor.pick(/Users and groups/, 'Stewards');
    await editor.next();

    expect(step()).toBe('Check and save');
    expect(await screen.findByText(/^The policy is for/)).toHaveTextContent(
      'The policy is for 2 people. It covers 1 entity today.',
    );
    expect(lines('2 people gain')).toEqual([
      'Bob StewardEdit description on 1 entity: Customer orders',
      'Cleo StewardEdit description on 1 entity: Customer orders',
    ]);
    expect(lines('For whom')).toEqual(['Stewards']);
    expect(lines('What it gives')).toEqual(['Edit description']);
    expect(screen.getByText(/^Domain is/)).toHaveTextContent(
      'Domain is Finance or a domain within it',
    );
    expect(created).not.toHaveBeenCalled();
    await editor.press('Save as active');

    await waitFor(() => expect(address()).toBe(`${POLICIES}/policy-1`));
    expect(created.mock.calls).toEqual([
      [
        {
          name: 'Docs of Finance',
          description: 'Stewards look after them.',
          type: 'metadata',
          state: 'active',
          privileges: [EDIT_DESCRIPTION],
          actors: { groups: [STEWARDS] },
          resources: [
            { field: 'domain', operator: 'equals', values: [FINANCE] },
          ],
        },
      ],
    ]);
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Docs of Finance' }),
    ).toBeVisible();
  });

  it('makes a platform policy, which is about no entities (S2.2)', async () => {
    const backend = dan();
    const editor = await openEditor(backend);
    await editor.user.click(screen.getByRole('radio', { name: 'Platform' }));
    await editor.write('Name', 'Run the portal');
    await editor.next();

    expect(
      screen.getByText(/A platform policy is about the portal itself/),
    ).toBeVisible();
    expect(screen.queryByRole('list', { name: 'Conditions' })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Metadata/ })).toBeNull();
    await editor.openArea('Access to datasets');
    await editor.tick(/^Manage policies/);
    await editor.next();

    await screen.findByRole('group', { name: 'Roles' });
    expect(
      screen.queryByRole('checkbox', { name: /^Owners of the entity/ }),
    ).toBeNull();
    expect(
      screen.queryByRole('group', { name: 'Stewards of the entity' }),
    ).toBeNull();
    await editor.pick(/Users and groups/, 'Bob');
    await editor.next();

    expect(await screen.findByText(/^The policy is for/)).toHaveTextContent(
      /^The policy is for 1 person\.$/,
    );
    expect(lines('1 person gains')).toEqual(['Bob StewardManage policies']);
    expect(screen.getByText('This policy makes administrators')).toBeVisible();
    await editor.press('Save as active');

    await waitFor(() =>
      expect(backend.policies).toMatchObject([
        {
          type: 'platform',
          privileges: [MANAGE_POLICIES],
          actors: { users: [BOB] },
          resources: [],
        },
      ]),
    );
  });

  it('saves it switched off, and says that it gives nothing then (S2.18)', async () => {
    const backend = dan();
    const { press, user } = await openReview(backend);

    await user.click(screen.getByRole('radio', { name: 'Inactive' }));
    expect(
      await screen.findByText('Nobody gains or loses anything.'),
    ).toBeVisible();
    await press('Save as inactive');

    await waitFor(() =>
      expect(backend.policies).toMatchObject([{ state: 'inactive' }]),
    );
  });

  it('says plainly when only a part was compared', async () => {
    const backend = dan();
    jest.spyOn(backend, 'previewPolicy').mockResolvedValue({
      gains: [],
      losses: [],
      people: 12,
      entities: 37,
      complete: false,
    });
    await openReview(backend);

    expect(screen.getByText('Only a part was compared')).toBeVisible();
  });

  it('can be saved only when it was shown what that would do, or that nobody can say', async () => {
    const backend = dan();
    let fail = (_: Error) => {};
    jest
      .spyOn(backend, 'previewPolicy')
      .mockReturnValueOnce(new Promise((_, reject) => (fail = reject)));
    const editor = await openActors(backend);
    await editor.pick(/Users and groups/, 'Stewards');
    await editor.next();

    expect(
      await screen.findByRole('button', { name: 'Save as active' }),
    ).toBeDisabled();
    fail(new DatasetAccessError('DECISIONS_UNAVAILABLE'));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'What would change could not be found out',
    );
    expect(
      screen.getByRole('button', { name: 'Save as active' }),
    ).toBeEnabled();
  });
});

describe('whom a policy is for', () => {
  it('can be users, groups, roles, everybody, owners and stewards (S2.13, S2.14)', async () => {
    const backend = dan();
    const editor = await openActors(backend);

    await editor.pick(/Users and groups/, 'Bob', 'Analysts');
    for (const name of [
      'Reader Sees all metadata.',
      'Data steward',
      /^All users Everybody who can sign in/,
      /^All users who are in a group/,
      /^Owners of the entity/,
    ]) {
      await editor.tick(name);
    }
    await editor.next();
    await screen.findByText(/^The policy is for/);
    await editor.press('Save as active');

    await waitFor(() => expect(backend.policies).toHaveLength(1));
    expect(backend.policies[0].actors).toEqual({
      users: [BOB],
      groups: [ANALYSTS],
      roles: ['reader'],
      responsibilities: ['data-steward'],
      allUsers: true,
      allGroups: true,
      resourceOwners: true,
    });
  });

  it('has to be somebody', async () => {
    const editor = await openActors(dan());

    await editor.next();

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Say whom the policy is for',
    );
    expect(step()).toBe('Actors');
    await editor.tick(/^Admin/);
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('can be said without the roles when these cannot be loaded', async () => {
    const backend = dan();
    jest
      .spyOn(backend, 'listRoles')
      .mockRejectedValue(new DatasetAccessError('FORBIDDEN'));
    const editor = await openActors(backend);

    expect(await screen.findByRole('alert')).toBeVisible();
    await editor.pick(/Users and groups/, 'Bob');
    await editor.next();

    expect(await screen.findByText(/^The policy is for/)).toBeVisible();
  });
});

describe('who may write', () => {
  it('is said to those who may only read', async () => {
    const backend = dan();
    backend.can.manage = false;
    await openPolicies(backend, '/new');

    expect(
      await screen.findByText('You may read policies, not change them'),
    ).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('is said to those who may not even read', async () => {
    const backend = dan();
    backend.can.read = false;
    await openPolicies(backend, '/new');

    expect(
      await screen.findByText(/for the people who run this portal/),
    ).toBeVisible();
  });
});
