import { screen, within } from '@testing-library/react';
import { RequestAccessDialog } from '../dialog/RequestAccessDialog';
import type { MemoryDatasetAccess } from './MemoryDatasetAccess';
import { ORDERS } from './people';
import { renderInPortal } from './renderInPortal';

/** Long enough for {@link aRequest}'s form. */
export const REASON = 'Quarterly revenue report';

/** Opens the dialog for the orders, and is the user who fills it in. */
export async function openRequestDialog(backend: MemoryDatasetAccess) {
  const onOpenChange = jest.fn();
  const user = renderInPortal(
    <RequestAccessDialog
      datasetRef={ORDERS}
      isOpen
      onOpenChange={onOpenChange}
    />,
    { backend },
  );
  const dialog = within(
    await screen.findByRole('dialog', { name: 'Request Dataset Access' }),
  );
  const press = async (name: string) =>
    user.click(await dialog.findByRole('button', { name }));
  return {
    user,
    dialog,
    onOpenChange,
    press,
    reason: () => dialog.findByRole('textbox', { name: 'Reason' }),
    async writeReason(text: string) {
      const field = await dialog.findByRole('textbox', { name: 'Reason' });
      await user.clear(field);
      await user.click(field);
      await user.paste(text);
    },
    /** Adds users and groups, by name. */
    async choose(...names: string[]) {
      await user.click(
        await dialog.findByRole('button', { name: /Who needs access\?/ }),
      );
      for (const name of names) {
        await user.click(
          await screen.findByRole('option', { name: new RegExp(`^${name}`) }),
        );
      }
      await user.keyboard('{Escape}');
    },
    /** Takes the duration of that name. */
    async chooseDuration(name: string) {
      await user.click(dialog.getByRole('button', { name: /For how long\?/ }));
      await user.click(await screen.findByRole('option', { name }));
    },
    /** What became of it: a line for each beneficiary. */
    async results(): Promise<Array<string | null>> {
      const list = await dialog.findByRole('list', {
        name: 'What happens now',
      });
      return within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent);
    },
  };
}
