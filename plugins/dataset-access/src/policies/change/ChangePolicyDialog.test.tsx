import { screen, waitFor } from '@testing-library/react';
import {
  DatasetAccessError,
  ErrorCode,
  errorCodes,
} from 'backstage-plugin-dataset-access-common';
import { MemoryPolicies } from '../../__testUtils__/MemoryPolicies';
import { BOB, DAN } from '../../__testUtils__/people';
import { aPolicy, theSuperusers } from '../../__testUtils__/policies';
import { openDialog, openPolicies } from '../../__testUtils__/policyPages';

const DOCS = 'Edit documentation: Finance stewards';

/** Presses a button of the policy's page, and is in front of the dialog that opens. */
async function openChange(button: string, policy = aPolicy()) {
  const backend = new MemoryPolicies(DAN, [policy]);
  const page = await openPolicies(backend, `/${policy.id}`);
  await page.press(button);
  const dialog = await openDialog();
  await waitFor(() =>
    expect(dialog.getByRole('button', { name: button })).toBeEnabled(),
  );
  return {
    backend,
    dialog,
    confirm: () =>
      page.user.click(dialog.getByRole('button', { name: button })),
    pressThere: async (name: string) =>
      page.user.click(await dialog.findByRole('button', { name })),
  };
}

describe('asking to confirm a change', () => {
  it.each([
    ['Deactivate', 'active', /gives nothing until it is activated again/],
    ['Activate', 'inactive', /applies from the next decision on/],
    ['Delete', 'active', /its history stays/],
  ] as const)('says what it means to %s', async (button, state, words) => {
    const { dialog } = await openChange(button, aPolicy({ state }));

    expect(
      dialog.getByRole('heading', { name: `${button} “${DOCS}”?` }),
    ).toBeVisible();
    expect(dialog.getByText(words)).toBeVisible();
  });

  it('says for how many people and entities the policy is', async () => {
    const { dialog } = await openChange('Deactivate');

    expect(dialog.getByText(/^The policy is for/)).toHaveTextContent(
      'The policy is for 2 people. It covers 1 entity today.',
    );
  });

  it('does not speak of entities where the policy is about the portal', async () => {
    const { dialog } = await openChange(
      'Deactivate',
      theSuperusers({ editable: true, origin: 'custom' }),
    );

    expect(dialog.getByText(/^The policy is for/)).toHaveTextContent(
      /^The policy is for 1 person\.$/,
    );
    expect(
      dialog.getByRole('heading', { name: '1 person loses' }),
    ).toBeVisible();
  });

  it('says plainly when nobody gains or loses anything', async () => {
    const { dialog } = await openChange(
      'Delete',
      aPolicy({ state: 'inactive' }),
    );

    expect(dialog.getByText('Nobody gains or loses anything.')).toBeVisible();
  });

  it('can still be confirmed when nobody can say what would change', async () => {
    const backend = new MemoryPolicies(DAN, [aPolicy()]);
    jest
      .spyOn(backend, 'previewPolicy')
      .mockRejectedValue(new DatasetAccessError('DECISIONS_UNAVAILABLE'));
    const { press, user } = await openPolicies(backend, '/finance-docs');
    await press('Deactivate');
    const dialog = await openDialog();

    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'What would change could not be found out',
    );
    await user.click(dialog.getByRole('button', { name: 'Deactivate' }));

    expect(await screen.findByText('Inactive')).toBeVisible();
  });
});

describe('when a change is refused', () => {
  it.each<[string, ErrorCode]>([
    ['Delete', 'LAST_ADMIN'],
    ['Deactivate', 'LAST_ADMIN'],
    ['Delete', 'POLICY_LOCKED'],
    ['Deactivate', 'FORBIDDEN'],
  ])('%s: says why, and lets try again: %s', async (button, code) => {
    const { backend, dialog, confirm } = await openChange(button);
    const call = button === 'Delete' ? 'deletePolicy' : 'setPolicyState';
    jest
      .spyOn(backend, call)
      .mockRejectedValueOnce(new DatasetAccessError(code));

    await confirm();

    expect(await dialog.findByRole('alert')).toHaveTextContent(
      errorCodes[code].message,
    );
    await confirm();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('offers the newer version, shows what that would change, and only then does it', async () => {
    const { backend, dialog, confirm, pressThere } = await openChange('Delete');
    backend.change(backend.policies[0], {
      name: 'Docs',
      actors: { users: [BOB] },
    });

    await confirm();

    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'This changed since you looked at it.',
    );
    expect(dialog.getByRole('button', { name: 'Delete' })).toBeDisabled();
    expect(backend.policies).toHaveLength(1);

    await pressThere('Load the newer version');

    expect(
      await dialog.findByText(/^This is the newer version/),
    ).toHaveTextContent('“Docs”, Active');
    expect(
      await dialog.findByRole('heading', { name: '1 person loses' }),
    ).toBeVisible();
    await confirm();
    await waitFor(() => expect(backend.policies).toHaveLength(0));
  });

  it('says that there is no newer version when the policy is gone', async () => {
    const { backend, dialog, confirm, pressThere } = await openChange(
      'Deactivate',
    );
    backend.change(backend.policies[0], {});
    await confirm();
    await dialog.findByRole('alert');

    backend.policies.pop();
    await pressThere('Load the newer version');

    expect(await dialog.findByText('There is no such policy.')).toBeVisible();
  });
});
