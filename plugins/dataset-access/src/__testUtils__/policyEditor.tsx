import { screen, within } from '@testing-library/react';
import type { MemoryPolicies } from './MemoryPolicies';
import type { MemorySignals } from './MemorySignals';
import { openPolicies } from './policyPages';

const STEP_NAMES =
  /^(Name and description|Scope and privileges|Actors|Check and save)$/;

/** Opens the editor, for a new policy if nothing else is said, and is the user in front of it. */
export async function openEditor(
  backend: MemoryPolicies,
  rest = '/new',
  signals?: MemorySignals,
) {
  const page = await openPolicies(backend, rest, signals);
  await screen.findByRole('navigation', { name: 'Steps' });
  const { user, press } = page;
  return {
    ...page,
    async write(field: string, text: string) {
      const box = await screen.findByRole('textbox', { name: field });
      await user.clear(box);
      await user.click(box);
      if (text) {
        await user.paste(text);
      }
    },
    next: () => press('Next'),
    back: () => press('Back'),
    /** Goes to a step by its button above. */
    goTo: (name: string) => press(new RegExp(`\\d\\. ${name}`)),
    /** Ticks a box. */
    tick: async (name: string | RegExp) =>
      user.click(await screen.findByRole('checkbox', { name })),
    /** Shows the privileges of an area, or hides them. */
    openArea: (area: string) => press(new RegExp(`^${area} ?\\d+ of \\d+`)),
    /** Picks users, groups or other entities by the beginning of their names. */
    async pick(field: RegExp, ...names: string[]) {
      await user.click(await screen.findByRole('button', { name: field }));
      for (const name of names) {
        await user.click(
          await screen.findByRole('option', { name: new RegExp(`^${name}`) }),
        );
      }
      await user.keyboard('{Escape}');
    },
    /** One of the conditions, the first is 1. */
    condition: (number: number) =>
      within(screen.getByRole('group', { name: `Condition ${number}` })),
  };
}

/** The step that is shown. */
export function step(): string | null {
  return screen.getByRole('heading', {
    level: 2,
    name: STEP_NAMES,
  }).textContent;
}

/** What is chosen, by the name of the list. */
export function chosen(list: string): Array<string | null> {
  const grid = screen.queryByRole('grid', { name: list });
  return grid
    ? within(grid)
        .getAllByRole('row')
        .map(({ textContent }) => textContent)
    : [];
}

/** Fills in the first two steps of a new policy, and stands before the third. */
export async function openActors(backend: MemoryPolicies) {
  const editor = await openEditor(backend);
  await editor.write('Name', 'Docs');
  await editor.next();
  await editor.openArea('Metadata');
  await editor.tick(/^Edit description/);
  await editor.next();
  await screen.findByRole('group', { name: 'Roles' });
  return editor;
}

/** Fills in all steps of a new policy for the stewards, and stands before what saving it would do. */
export async function openReview(backend: MemoryPolicies) {
  const editor = await openActors(backend);
  await editor.pick(/Users and groups/, 'Stewards');
  await editor.next();
  await screen.findByText(/^The policy is for/);
  return editor;
}
