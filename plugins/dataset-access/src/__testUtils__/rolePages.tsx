import { screen, waitFor, within } from '@testing-library/react';
import { RolesSection } from '../roles/RolesSection';
import { MemoryDatasetAccess } from './MemoryDatasetAccess';
import type { MemoryRoles } from './MemoryRoles';
import { renderInPortal } from './renderInPortal';

const ROLES = '/dataset-access/roles';

/** Opens the list of roles or the page of one, and is the user in front of it. */
export async function openRoles(accessControl: MemoryRoles, rest = '') {
  const user = renderInPortal(<RolesSection />, {
    backend: new MemoryDatasetAccess(accessControl.me),
    accessControl,
    mountPath: ROLES,
    path: ROLES + rest,
  });
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  return {
    user,
    press: async (name: string | RegExp) =>
      user.click(await screen.findByRole('button', { name })),
    /** Closes the open dialog by the button at its foot. */
    async close() {
      const dialog = within(await screen.findByRole('dialog'));
      const buttons = dialog.getAllByRole('button', { name: 'Close' });
      await user.click(buttons[buttons.length - 1]);
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    },
    /** Picks users and groups in the open dialog, by name. */
    async choose(...names: string[]) {
      await user.click(
        await screen.findByRole('button', { name: /Who gets the role\?/ }),
      );
      for (const name of names) {
        await user.click(
          await screen.findByRole('option', { name: new RegExp(`^${name}`) }),
        );
      }
      await user.keyboard('{Escape}');
    },
    async write(field: string, text: string) {
      const input = await screen.findByRole('textbox', { name: field });
      await user.clear(input);
      await user.click(input);
      await user.paste(text);
    },
  };
}

/** What a list of outcomes says, a line for each user or group. */
export async function outcomes(label: string): Promise<Array<string | null>> {
  const list = await screen.findByRole('list', { name: label });
  return within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
}
