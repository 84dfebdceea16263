import { screen, waitFor, within } from '@testing-library/react';
import {
  DatasetAccessError,
  Emergency,
} from 'backstage-plugin-dataset-access-common';
import { actsOf } from '../__testUtils__/grantPages';
import {
  anEmergency,
  MemoryEmergencies,
} from '../__testUtils__/MemoryEmergencies';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import { MemoryGrants } from '../__testUtils__/MemoryGrants';
import { ANA, BOB } from '../__testUtils__/people';
import { renderInPortal } from '../__testUtils__/renderInPortal';
import { openRequestList } from '../__testUtils__/requestList';
import { TasksSection } from '../tasks/TasksSection';

const TASKS = '/dataset-access/tasks';
const REVIEW = 'Review: Ana Analyst, Customer orders';
const TITLE = 'Emergency access to be reviewed';

async function openTasks(emergencies: Emergency[], me = BOB) {
  const emergencyAccess = new MemoryEmergencies(me, emergencies);
  const backend = new MemoryGrants(me);
  const user = renderInPortal(<TasksSection />, {
    backend,
    grantAccess: backend,
    emergencyAccess,
    mountPath: TASKS,
    path: TASKS,
  });
  await screen.findByRole('search');
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  return { emergencyAccess, ...actsOf(user) };
}

describe('the reviews among the tasks', () => {
  it('say who took what, for how long and why', async () => {
    await openTasks([anEmergency({ overdue: true })]);

    const reviews = within(await screen.findByRole('region', { name: TITLE }));
    expect(
      reviews.getByText(
        'Ana Analyst took read-only access to Customer orders, for 1 hour',
      ),
    ).toBeVisible();
    expect(reviews.getByText('Orders are lost in production')).toBeVisible();
    expect(reviews.getByText('Overdue')).toBeVisible();
  });

  it('are not there for who took it, nor when there are none', async () => {
    await openTasks([anEmergency()], ANA);

    expect(await screen.findByText('Nothing to do by hand')).toBeVisible();
    expect(screen.queryByText(TITLE)).toBeNull();
  });

  it('are done with a verdict, and leave the list', async () => {
    const { emergencyAccess, press, write, pressIn, isDone } = await openTasks([
      anEmergency(),
    ]);
    await press(REVIEW);
    await write('Comment', 'It was urgent');

    await pressIn('Record the review');

    await isDone();
    expect(emergencyAccess.emergencies[0].review).toMatchObject({
      by: BOB,
      verdict: 'justified',
      comment: 'It was urgent',
    });
    await waitFor(() => expect(screen.queryByText(TITLE)).toBeNull());
  });

  it('want to know why it was not justified', async () => {
    const { emergencyAccess, press, pressIn, dialog, user, write, isDone } =
      await openTasks([anEmergency()]);
    await press(REVIEW);
    await user.click(
      (await dialog()).getByRole('radio', { name: 'Not justified' }),
    );
    await pressIn('Record the review');
    expect(
      await screen.findByText('Say why it was not justified.'),
    ).toBeVisible();
    expect(emergencyAccess.emergencies[0].state).toBe('open');

    await write('Comment', 'A summary was there');
    await pressIn('Record the review');

    await isDone();
    expect(emergencyAccess.emergencies[0].review).toMatchObject({
      verdict: 'not-justified',
      comment: 'A summary was there',
    });
  });

  it('keep what was written when somebody was faster', async () => {
    const { emergencyAccess, press, write, pressIn } = await openTasks([
      anEmergency(),
    ]);
    jest
      .spyOn(emergencyAccess, 'reviewEmergency')
      .mockRejectedValueOnce(new DatasetAccessError('EMERGENCY_REVIEWED'));
    await press(REVIEW);
    await write('Comment', 'It was urgent');

    await pressIn('Record the review');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      /The review was not recorded.*reviewed already/,
    );
    expect(screen.getByRole('textbox')).toHaveValue('It was urgent');
  });

  it('are told of in the inbox', async () => {
    const backend = new MemoryDatasetAccess(BOB);
    backend.emergencyReviews = 2;

    await openRequestList(backend);

    expect(
      await screen.findByText('2 emergency accesses are to be reviewed'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Open the tasks' }),
    ).toHaveAttribute('href', TASKS);
  });
});
