import { screen, waitFor, within } from '@testing-library/react';
import { RequestsSection } from '../pages/RequestsSection';
import type { RequestOrigin } from '../routing/useRequestLink';
import type { MemoryDatasetAccess } from './MemoryDatasetAccess';
import { renderInPortal } from './renderInPortal';

/** Opens a list of requests, and is the user in front of it. */
export async function openRequestList(
  backend: MemoryDatasetAccess,
  origin: RequestOrigin = 'inbox',
  search = '',
) {
  const mountPath = `/dataset-access/${origin}`;
  const user = renderInPortal(<RequestsSection origin={origin} />, {
    backend,
    mountPath,
    path: mountPath + search,
  });
  await screen.findByRole('search');
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  return {
    user,
    press: async (name: string) =>
      user.click(await screen.findByRole('button', { name })),
    choose: (...names: string[]) =>
      names.reduce(async (before, name) => {
        await before;
        await user.click(within(row(name)).getByRole('checkbox'));
      }, Promise.resolve()),
  };
}

/** The row whose text begins with that of a dataset or contains the name of a beneficiary. */
export function row(name: string): HTMLElement {
  return rows().find(({ textContent }) => textContent?.includes(name))!;
}

/** What the list shows of each request, cell by cell. */
export function cells(): string[][] {
  return rows().map(one =>
    [...one.querySelectorAll('[role=rowheader],[role=gridcell]')].flatMap(
      ({ textContent }) => textContent || [],
    ),
  );
}

/** The cells of one column. */
export function column(index: number): string[] {
  return cells().map(texts => texts[index]);
}

function rows(): HTMLElement[] {
  return screen
    .getAllByRole('row')
    .filter(one => one.querySelector('[role=rowheader]'));
}
