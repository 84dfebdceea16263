import { screen, within } from '@testing-library/react';
import { RequestsSection } from '../pages/RequestsSection';
import type { MemoryDatasetAccess } from './MemoryDatasetAccess';
import type { MemorySignals } from './MemorySignals';
import { renderInPortal } from './renderInPortal';

/** Opens the page of a request, from the inbox, and is the user in front of it. */
export async function openRequestPage(
  backend: MemoryDatasetAccess,
  requestId = 'request-1',
  signals?: MemorySignals,
) {
  const user = renderInPortal(<RequestsSection origin="inbox" />, {
    backend,
    signals,
    mountPath: '/dataset-access/inbox',
    path: `/dataset-access/inbox/${requestId}`,
  });
  await screen.findByRole('heading', { level: 1 });
  return {
    user,
    press: (name: string) => user.click(screen.getByRole('button', { name })),
    async write(field: string, text: string) {
      await user.click(screen.getByRole('textbox', { name: field }));
      await user.paste(text);
    },
    async take(field: RegExp, option: string) {
      await user.click(screen.getByRole('button', { name: field }));
      await user.click(await screen.findByRole('option', { name: option }));
    },
  };
}

/** What the page says under one of its small titles, such as `Asked by`. */
export function fact(name: string): string | null | undefined {
  return screen
    .queryAllByRole('term')
    .find(({ textContent }) => textContent === name)?.nextElementSibling
    ?.textContent;
}

/** What has happened, one line for each. */
export function timeline(): Array<string | null> {
  const [history] = screen
    .getAllByRole('list')
    .filter(({ tagName }) => tagName === 'OL');
  return within(history)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
}
