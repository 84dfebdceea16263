import { screen, waitFor, within } from '@testing-library/react';
import { GrantsSection } from '../grants/GrantsSection';
import type { MemoryGrants } from './MemoryGrants';
import { MemorySignals } from './MemorySignals';
import { renderInPortal } from './renderInPortal';

export const GRANTS = '/dataset-access/grants';

/** Opens what the user has, or the page of a grant, and is the user in front of it. */
export async function openGrants(backend: MemoryGrants, rest = '') {
  const signals = new MemorySignals();
  const user = renderInPortal(<GrantsSection />, {
    backend,
    grantAccess: backend,
    signals,
    mountPath: GRANTS,
    path: GRANTS + rest,
  });
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  return { ...actsOf(user), signals };
}

/** Opens the page of a grant. */
export async function openGrant(backend: MemoryGrants, grantId = 'grant-1') {
  const page = await openGrants(backend, `/${grantId}`);
  await screen.findByRole('heading', { level: 1 });
  return page;
}

/** What somebody does with pages and dialogs. */
export function actsOf(user: ReturnType<typeof renderInPortal>) {
  const dialog = async () => within(await screen.findByRole('dialog'));
  return {
    user,
    dialog,
    press: async (name: string | RegExp) =>
      user.click(await screen.findByRole('button', { name })),
    /** Presses a button of the dialog that is open. */
    pressIn: async (name: string) =>
      user.click((await dialog()).getByRole('button', { name })),
    async write(field: string, text: string) {
      await user.click(await screen.findByRole('textbox', { name: field }));
      await user.paste(text);
    },
    isDone: () =>
      waitFor(() => expect(screen.queryByRole('dialog')).toBeNull()),
  };
}
