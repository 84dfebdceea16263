import { screen, waitFor, within } from '@testing-library/react';
import { PoliciesSection } from '../policies/PoliciesSection';
import { MemoryDatasetAccess } from './MemoryDatasetAccess';
import { MemoryPolicies } from './MemoryPolicies';
import type { MemorySignals } from './MemorySignals';
import { DAN } from './people';
import {
  allSeeTheCatalog,
  aPolicy,
  catalogWithDomain,
  theSuperusers,
} from './policies';
import { renderInPortal } from './renderInPortal';
import { column } from './requestList';
import { timeline } from './requestPage';

export const POLICIES = '/dataset-access/policies';

/** What the policies of the portal are called. */
export const DOCS = 'Edit documentation: Finance stewards';
export const CATALOG = 'All users may see the catalog';
export const SUPERUSERS = 'Superusers: platform';

/** A backend with a policy of each origin, and Dan in front of it. */
export function portal(): MemoryPolicies {
  return new MemoryPolicies(DAN, [
    theSuperusers(),
    aPolicy(),
    allSeeTheCatalog(),
  ]);
}

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

/** Opens the list of policies. */
export async function openList(search = '', backend = portal()) {
  const page = await openPolicies(backend, search);
  await screen.findByRole('search');
  return page;
}

/** The names in the list. */
export function names(): string[] {
  return column(0).map(text => text.replace(/Keeps the .*/, ''));
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

/** A backend with some policies, and Dan in front of it. */
export function beforeDan(...policies: MemoryPolicies['policies']) {
  return new MemoryPolicies(DAN, policies);
}

/** Opens the page of the first policy, and is the user in front of it. */
export async function openPolicy(
  backend: MemoryPolicies,
  { hash = '', signals }: { hash?: string; signals?: MemorySignals } = {},
) {
  const [{ id }] = backend.policies;
  const page = await openPolicies(backend, `/${id}${hash}`, signals);
  await screen.findByRole('heading', { level: 1 });
  await waitFor(() => timeline());
  return page;
}
