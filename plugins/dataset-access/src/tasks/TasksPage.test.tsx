import { screen, waitFor, within } from '@testing-library/react';
import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import { actsOf } from '../__testUtils__/grantPages';
import { MemoryGrants } from '../__testUtils__/MemoryGrants';
import { BOB } from '../__testUtils__/people';
import { address, renderInPortal } from '../__testUtils__/renderInPortal';
import { cells, column, row } from '../__testUtils__/requestList';
import { toGrant, toTakeBack } from '../__testUtils__/tasks';
import { TasksSection } from './TasksSection';

const TASKS = '/dataset-access/tasks';
const GRANTED = 'Done: Grant Customer orders, Ana Analyst';
const TAKEN_BACK = 'Done: Take back Products, Cleo Steward';

function bob(tasks = [toGrant(), toTakeBack()]): MemoryGrants {
  const backend = new MemoryGrants(
    BOB,
    tasks.map(({ grant }) => grant),
  );
  backend.tasksToDo = tasks;
  return backend;
}

async function openTasks(backend = bob(), search = '') {
  const user = renderInPortal(<TasksSection />, {
    backend,
    grantAccess: backend,
    mountPath: TASKS,
    path: TASKS + search,
  });
  await screen.findByRole('search');
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  return actsOf(user);
}

describe('the list of tasks', () => {
  it('shows what is to be granted and taken back by hand, the oldest first, overdue marked', async () => {
    await openTasks();

    await waitFor(() =>
      expect(cells().map(texts => texts.slice(0, 4))).toEqual([
        [
          'GrantRead-only · 30 days',
          'Customer ordersSnowflake',
          'Ana Analyst',
          '9 days agoOverdue',
        ],
        ['Take backEditor', 'ProductsBigQuery', 'Cleo Steward', '2 days ago'],
      ]),
    );
  });

  it('says what stays when another grant gives it', async () => {
    await openTasks(bob([toTakeBack({ keeps: 'read-only' })]));

    await waitFor(() =>
      expect(column(0)).toEqual([
        'Take backEditorTake back, but leave read-only: another grant gives it',
      ]),
    );
  });

  it('shows one kind only, and says so in the address', async () => {
    const { user } = await openTasks();

    await user.click(screen.getByRole('radio', { name: 'Take back' }));

    await waitFor(() => expect(column(1)).toEqual(['ProductsBigQuery']));
    expect(address()).toBe(`${TASKS}?kind=take-back`);
  });

  it.each([
    ['?kind=grant', ['Customer ordersSnowflake']],
    ['?kind=nonsense', ['Customer ordersSnowflake', 'ProductsBigQuery']],
  ])('shows what the address asks for: %s', async (search, datasets) => {
    await openTasks(bob(), search);

    await waitFor(() => expect(column(1)).toEqual(datasets));
  });

  it('leads to the grant', async () => {
    const { user } = await openTasks();
    await waitFor(() => expect(cells()).toHaveLength(2));

    await user.click(within(row('Products')).getByRole('rowheader'));

    await waitFor(() =>
      expect(address()).toBe('/dataset-access/grants/grant-2'),
    );
  });

  it.each([
    ['', 'Nothing to do by hand', /appears here by itself/],
    ['?kind=grant', 'Nothing of this kind to do', /Show all/],
  ])('says that there is nothing: %s', async (search, title, hint) => {
    await openTasks(bob([]), search);

    expect(await screen.findByText(title)).toBeVisible();
    expect(screen.getByText(hint)).toBeVisible();
  });
});

describe('a task that is done', () => {
  it('is granted, with what exactly, and leaves the list', async () => {
    const backend = bob();
    const { press, write, pressIn, dialog, isDone } = await openTasks(backend);
    await press(GRANTED);
    const { getByText } = await dialog();
    expect(
      getByText('Ana Analyst gets read-only access to Customer orders.'),
    ).toBeVisible();
    expect(getByText(/Give it in Snowflake first/)).toBeVisible();

    await write('What was granted', 'role ORDERS_READER');
    await pressIn('I have granted it');

    await isDone();
    await waitFor(() => expect(column(1)).toEqual(['ProductsBigQuery']));
    expect(backend.grants[0]).toMatchObject({
      state: 'active',
      accessNote: 'role ORDERS_READER',
    });
  });

  it('is taken back, and what another grant gives is left', async () => {
    const backend = bob([toTakeBack({ keeps: 'read-only' })]);
    const { press, pressIn, dialog, isDone } = await openTasks(backend);
    await press(TAKEN_BACK);
    const { getByText } = await dialog();
    expect(
      getByText('Cleo Steward loses editor access to Products.'),
    ).toBeVisible();
    expect(getByText(/keeps read-only access/)).toBeVisible();

    await pressIn('I have taken it back');

    await isDone();
    expect(await screen.findByText('Nothing to do by hand')).toBeVisible();
    expect(backend.grants[0]).toMatchObject({
      state: 'revoked',
      pendingInSource: false,
    });
  });

  it('is recorded once, however often the button is pressed', async () => {
    const backend = bob();
    const sent = jest.spyOn(backend, 'confirmGrant');
    const { press, dialog, user, isDone } = await openTasks(backend);
    await press(GRANTED);

    await user.dblClick(
      (await dialog()).getByRole('button', { name: 'I have granted it' }),
    );

    await isDone();
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it('keeps what was written when that did not work', async () => {
    const backend = bob();
    jest
      .spyOn(backend, 'confirmGrant')
      .mockRejectedValueOnce(new DatasetAccessError('RETRY_LATER'));
    const { press, write, pressIn } = await openTasks(backend);
    await press(GRANTED);
    await write('What was granted', 'role ORDERS_READER');

    await pressIn('I have granted it');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      /This was not recorded.*The database is busy/,
    );
    expect(screen.getByRole('textbox')).toHaveValue('role ORDERS_READER');
  });

  it('tells who comes too late that somebody was faster', async () => {
    const backend = bob();
    const { press, pressIn } = await openTasks(backend);
    await press(GRANTED);
    backend.grants.splice(0, 1, { ...backend.grants[0], state: 'active' });

    await pressIn('I have granted it');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This grant is not waiting to be confirmed.',
    );
  });
});
