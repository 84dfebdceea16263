import { screen, waitFor, within } from '@testing-library/react';
import { PoliciesSection } from '../policies/PoliciesSection';
import { MemoryDatasetAccess } from './MemoryDatasetAccess';
import type { MemoryPolicies } from './MemoryPolicies';
import type { MemorySignals } from './MemorySignals';
import { catalogWithDomain } from './policies';
import { renderInPortal } from './renderInPortal';

export const POLICIES = '/dataset-access/policies';

/** Opens a page about policies, and is the user in front of it. */
export async function openPolicies(
  backend: MemoryPolicies,
  rest = '',
  signals?: MemorySignals,
) {
  const user = renderInPortal(<PoliciesSection />, {
    backend: new MemoryDatasetAccess(backend.me),
    accessControl: backend,
    entities: catalogWithDomain,
    signals,
    mountPath: POLICIES,
    path: POLICIES + rest,
  });
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  return {
    user,
    press: async (name: string | RegExp) =>
      user.click(await screen.findByRole('button', { name })),
    /** Takes an option of a field. */
    async take(field: RegExp, ...options: Array<string | RegExp>) {
      await user.click(await screen.findByRole('button', { name: field }));
      for (const name of options) {
        await user.click(await screen.findByRole('option', { name }));
      }
    },
    /** Chooses something of the menu of a policy in the list. */
    async choose(policy: string, item: string) {
      await user.click(
        await screen.findByRole('button', { name: `Actions for ${policy}` }),
      );
      await user.click(await screen.findByRole('menuitem', { name: item }));
    },
  };
}

/** The dialog that is open. */
export async function openDialog() {
  return within(await screen.findByRole('dialog'));
}

/** The lines of a list, by its name. */
export function lines(
  name: string | RegExp,
  where: Pick<typeof screen, 'getByRole'> = screen,
): Array<string | null> {
  const list = where.getByRole('list', { name });
  return [...list.children].map(({ textContent }) => textContent);
}
