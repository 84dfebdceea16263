import { act, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { crowdedCatalog } from '../__testUtils__/crowdedCatalog';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import { ANA, principal } from '../__testUtils__/people';
import { renderInPortal } from '../__testUtils__/renderInPortal';
import type { Principal } from './Principal';
import { PrincipalPicker } from './PrincipalPicker';

/** 9,000 people and 1,000 groups. */
const crowd = Array.from({ length: 10_000 }, (_, index) => {
  const number = String(index).padStart(4, '0');
  return index % 10 === 0
    ? principal(`group:default/team-${number}`, `Team ${number}`)
    : principal(`user:default/person-${number}`, `Person ${number}`);
});

function Picker(props: { error?: string; initial?: Principal[] }) {
  const { error, initial = [] } = props;
  const [value, setValue] = useState<Principal[]>(initial);
  return (
    <PrincipalPicker
      label="Who needs access?"
      value={value}
      onChange={setValue}
      error={error}
    />
  );
}

async function openPicker(element = <Picker />) {
  const catalog = crowdedCatalog(crowd);
  const user = renderInPortal(element, {
    backend: new MemoryDatasetAccess(ANA),
    entities: crowd,
    catalog,
  });
  const field = await screen.findByRole('button', {
    name: /Who needs access\?/,
  });
  await user.click(field);
  await screen.findAllByRole('option');
  return { asked: catalog.queryEntities, user };
}

type Opened = Awaited<ReturnType<typeof openPicker>>;

/** What the list offers, by name. */
function offered(): string[] {
  return within(screen.getByRole('listbox'))
    .getAllByRole('option')
    .map(option => option.textContent!.replace(/ *(user|group):.*/, ''));
}

async function searchFor({ user }: Opened, text: string, found: string[]) {
  const search = screen.getByRole('searchbox', {
    name: 'Search users and groups',
  });
  await user.clear(search);
  await user.paste(text);
  await waitFor(() => expect(offered()).toEqual(found));
}

async function pick(opened: Opened, name: string) {
  await searchFor(opened, name, [name]);
  await opened.user.click(screen.getByRole('option'));
}

async function chosen({ user }: Opened) {
  // once for the search, once for the list
  await user.keyboard('{Escape}{Escape}');
  return within(
    await screen.findByRole('grid', { name: 'Chosen users and groups' }),
  );
}

afterEach(() => {
  jest.restoreAllMocks();
});

describe('PrincipalPicker with 10,000 users and groups', () => {
  it('shows a page of them, and asks for no more', async () => {
    const { asked } = await openPicker();

    expect(offered()).toHaveLength(20);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(asked).toHaveBeenCalledWith(
      expect.objectContaining({
        filter: { kind: ['user', 'group'] },
        limit: 20,
        totalItems: 'exclude',
      }),
    );
  });

  it('tells users and groups of one name apart, to the ear as well', async () => {
    const opened = await openPicker();

    await searchFor(opened, '0420', ['Team 0420']);

    expect(
      screen.getByRole('option', { name: 'Team 0420 group:default/team-0420' }),
    ).toBeVisible();
  });

  it('has the catalog search', async () => {
    const opened = await openPicker();
    const names = Array.from({ length: 9 }, (_, n) => `Person 777${n + 1}`);

    await searchFor(opened, 'PERSON 777', names);

    expect(opened.asked).toHaveBeenLastCalledWith(
      expect.objectContaining({
        limit: 20,
        fullTextFilter: expect.objectContaining({ term: 'PERSON 777' }),
      }),
    );
  });

  it('loads the next page when the end of the list comes into view', async () => {
    const endOfList = jest.fn<void, [IntersectionObserverCallback]>();
    jest
      .spyOn(globalThis, 'IntersectionObserver')
      .mockImplementation(callback => {
        endOfList(callback);
        return { observe() {}, disconnect() {} } as any;
      });
    const { asked } = await openPicker();

    const [comesIntoView] = endOfList.mock.lastCall!;
    act(() => comesIntoView([{ isIntersecting: true } as any], null as any));

    await waitFor(() => expect(offered()).toHaveLength(40));
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('picks several, users and groups, whatever is searched next (S0.4)', async () => {
    const opened = await openPicker();

    await pick(opened, 'Person 7771');
    await pick(opened, 'Team 0420');
    await pick(opened, 'Person 0001');

    const tags = (await chosen(opened)).getAllByRole('row');
    expect(tags.map(({ textContent }) => textContent)).toEqual([
      'Person 7771',
      'Team 0420',
      'Person 0001',
    ]);
  });

  it('keeps who was chosen from the beginning, wherever in the catalog', async () => {
    const initial: Principal[] = [
      { id: 'user:default/person-9999', title: 'Person 9999', kind: 'user' },
    ];
    const opened = await openPicker(<Picker initial={initial} />);

    await pick(opened, 'Team 0420');

    expect((await chosen(opened)).getAllByRole('row')).toHaveLength(2);
  });

  it('takes one away again', async () => {
    const opened = await openPicker();
    await pick(opened, 'Person 7771');
    await pick(opened, 'Team 0420');
    const tags = await chosen(opened);

    await opened.user.click(
      tags.getByRole('button', { name: 'Remove Person 7771' }),
    );

    expect(tags.getAllByRole('row')).toHaveLength(1);
    expect(tags.getByRole('row', { name: 'Team 0420' })).toBeVisible();
  });

  it('says what is wrong with the choice', async () => {
    await openPicker(<Picker error="Choose at least one user or group." />);

    expect(
      screen.getByText('Choose at least one user or group.'),
    ).toBeVisible();
  });
});
