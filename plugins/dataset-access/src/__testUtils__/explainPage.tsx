import { screen, waitFor, within } from '@testing-library/react';
import { ExplainSection } from '../explain/ExplainSection';
import { MemoryDatasetAccess } from './MemoryDatasetAccess';
import type { MemoryDecisions } from './MemoryDecisions';
import { renderInPortal } from './renderInPortal';

export const EXPLAIN = '/dataset-access/explain';

/** Opens the page with a question, and is the user in front of it. */
export async function openExplain(
  accessControl: MemoryDecisions,
  question: Record<string, string> = {},
) {
  const search = new URLSearchParams(question);
  const user = renderInPortal(<ExplainSection />, {
    backend: new MemoryDatasetAccess(accessControl.me),
    accessControl,
    mountPath: EXPLAIN,
    path: `${EXPLAIN}?${search}`,
  });
  await screen.findByRole('search');
  return {
    user,
    press: async (name: string | RegExp) =>
      user.click(await screen.findByRole('button', { name })),
    async pick(field: RegExp, option: RegExp) {
      await user.click(await screen.findByRole('button', { name: field }));
      await user.click(await screen.findByRole('option', { name: option }));
    },
  };
}

/** The answer in one sentence. */
export async function answer(): Promise<string | null> {
  return (await screen.findByRole('heading', { level: 1 })).textContent;
}

/** The lines of a list. */
export async function lines(name: string): Promise<Array<string | null>> {
  const list = await screen.findByRole('list', { name });
  return [...list.children].map(({ textContent }) => textContent);
}

/** Every path in words: its stations, and what else there is to say about it. */
export async function paths(): Promise<
  Array<{ stations: Array<string | null>; details: string | undefined }>
> {
  const list = await screen.findByRole('list', { name: /^Every reason/ });
  return [...list.children].map(path => ({
    stations: within(path as HTMLElement)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
    details: path.querySelector('p')?.textContent ?? undefined,
  }));
}

/** What the picture shows: its stations, each with its outline. */
export async function picture(): Promise<
  Array<{ text: string | null; outline: string | null | undefined }>
> {
  const graph = await screen.findByRole('img', { name: /picture/ });
  await waitFor(() =>
    expect(within(graph).getAllByTestId('node').length).toBeGreaterThan(0),
  );
  return within(graph)
    .getAllByTestId('node')
    .map(station => ({
      text: [...station.querySelectorAll('text')]
        .map(({ textContent }) => textContent)
        .join(' '),
      outline: station.querySelector('path')?.getAttribute('d'),
    }));
}

/** Gives text in pictures a size; jsdom has no layout. */
export function measureText(): void {
  Object.assign(SVGElement.prototype, {
    getBBox: () => ({ x: 0, y: 0, width: 100, height: 30 }),
  });
}
