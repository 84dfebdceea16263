import { screen, waitFor } from '@testing-library/react';
import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { DatasetAccessProvider } from '../../api/DatasetAccessProvider';
import { MemoryDatasetAccess } from '../../__testUtils__/MemoryDatasetAccess';
import { MemoryPolicies } from '../../__testUtils__/MemoryPolicies';
import { DAN } from '../../__testUtils__/people';
import {
  EDIT_ANYTHING,
  EDIT_TAGS,
  SEE_CATALOG,
} from '../../__testUtils__/policies';
import { renderInPortal } from '../../__testUtils__/renderInPortal';
import { PrivilegePicker, PrivilegePickerProps } from './PrivilegePicker';

function Picker(props: Partial<PrivilegePickerProps>) {
  const { type = 'metadata', value: initial = [] } = props;
  const [value, setValue] = useState(initial);
  return (
    <DatasetAccessProvider>
      <PrivilegePicker type={type} value={value} onChange={setValue} />
      <output>{[...value].sort().join(' ')}</output>
    </DatasetAccessProvider>
  );
}

async function openPicker(
  props: Partial<PrivilegePickerProps> = {},
  backend = new MemoryPolicies(DAN),
) {
  const user = renderInPortal(<Picker {...props} />, {
    backend: new MemoryDatasetAccess(DAN),
    accessControl: backend,
  });
  await waitFor(() => expect(areas().length).toBeGreaterThan(0));
  return user;
}

/** The areas and how much of each is chosen. */
function areas() {
  return screen
    .queryAllByRole('button', { name: /\d+ of \d+ chosen/ })
    .map(({ textContent }) => textContent);
}

function boxes() {
  return screen
    .queryAllByRole('checkbox')
    .map(
      box => box.closest('label')!.querySelector('span[title]')!.textContent,
    );
}

/** The names of all that is chosen. */
function chosen() {
  return screen.getAllByRole('status').at(-1)!.textContent;
}

async function search(
  user: Awaited<ReturnType<typeof openPicker>>,
  text: string,
) {
  const field = screen.getByRole('searchbox', { name: 'Search privileges' });
  await user.clear(field);
  await user.click(field);
  await user.paste(text);
}

describe('choosing privileges', () => {
  it.each([
    [
      'metadata' as const,
      [
        'Access to datasets0 of 1 chosen',
        'Catalog0 of 1 chosen',
        'Metadata0 of 3 chosen',
      ],
    ],
    [
      'platform' as const,
      ['Access to datasets0 of 1 chosen', 'Platform0 of 1 chosen'],
    ],
  ])(
    'offers those of the type, by area: %s (S2.6, S2.11)',
    async (type, shown) => {
      await openPicker({ type });

      expect(areas()).toEqual(shown);
      expect(boxes()).toEqual([]);
    },
  );

  it('says what each lets people do, and what follows from it', async () => {
    const user = await openPicker();

    await user.click(screen.getByRole('button', { name: /^Metadata/ }));

    expect(boxes()).toEqual(['Edit description', 'Edit tags', 'Edit entity']);
    const label = screen
      .getByRole('checkbox', { name: /^Edit entity/ })
      .closest('label');
    expect(label).toHaveTextContent(/Gives as well: .*Edit tags.*\./);
  });

  it('chooses and takes away, in all areas', async () => {
    const user = await openPicker({ value: [SEE_CATALOG] });
    await user.click(screen.getByRole('button', { name: /^Metadata/ }));

    await user.click(screen.getByRole('checkbox', { name: /^Edit tags/ }));
    expect(chosen()).toBe(`${SEE_CATALOG} ${EDIT_TAGS}`);
    expect(areas()).toContain('Metadata1 of 3 chosen');
    await user.click(
      screen.getByRole('checkbox', { name: /^View entity page/ }),
    );

    expect(chosen()).toBe(EDIT_TAGS);
  });

  it.each([
    ['EDIT TAGS', ['Edit tags']],
    ['whatever is said', ['Edit entity']],
    ['catalog.entity', ['View entity page']],
  ])('searches titles, names and descriptions: %s', async (text, found) => {
    const user = await openPicker();

    await search(user, text);

    expect(boxes()).toEqual(found);
    expect(screen.queryAllByText('No privilege matches.')).toHaveLength(
      found.length === 0 ? 1 : 0,
    );
  });

  it('says that nothing is found', async () => {
    const user = await openPicker();

    await search(user, 'nothing like that');

    expect(screen.getByText('No privilege matches.')).toBeVisible();
    expect(boxes()).toEqual([]);
  });

  it('keeps what is chosen while something else is searched', async () => {
    const user = await openPicker({ value: [EDIT_TAGS, EDIT_ANYTHING] });

    await search(user, 'edit tags');
    await user.click(screen.getByRole('checkbox', { name: /^Edit tags/ }));

    expect(chosen()).toBe(EDIT_ANYTHING);
  });

  it('shows only what is chosen, where that is wanted', async () => {
    const user = await openPicker({ value: [EDIT_TAGS] });

    await user.click(
      screen.getByRole('switch', { name: 'Show chosen ones only' }),
    );
    expect(boxes()).toEqual(['Edit tags']);
    await user.click(screen.getByRole('checkbox', { name: /^Edit tags/ }));

    expect(screen.getByText('Nothing is chosen yet.')).toBeVisible();
  });

  it('lets a privilege be taken away that is no longer known', async () => {
    const user = await openPicker({ value: ['gone.since', EDIT_TAGS] });

    expect(areas().at(-1)).toBe('No longer known to this portal1 of 1 chosen');
    await user.click(screen.getByRole('checkbox', { name: /^gone.since/ }));

    expect(chosen()).toBe(EDIT_TAGS);
  });

  it('says that the privileges cannot be loaded, and tries again', async () => {
    const backend = new MemoryPolicies(DAN);
    jest
      .spyOn(backend, 'listPrivileges')
      .mockRejectedValueOnce(new DatasetAccessError('RETRY_LATER'));
    const user = renderInPortal(<Picker />, {
      backend: new MemoryDatasetAccess(DAN),
      accessControl: backend,
    });

    await user.click(await screen.findByRole('button', { name: 'Try again' }));

    await waitFor(() => expect(areas()).toHaveLength(3));
  });
});
