import { screen } from '@testing-library/react';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import { BOB } from '../__testUtils__/people';
import { openRequestList } from '../__testUtils__/requestList';

describe('the inbox tells of tasks', () => {
  it.each([
    [1, '1 thing is to be granted or taken back by hand'],
    [3, '3 things are to be granted or taken back by hand'],
  ])('when there are any: %s', async (tasks, words) => {
    const backend = new MemoryDatasetAccess(BOB);
    backend.tasks = tasks;

    await openRequestList(backend);

    expect(await screen.findByText(words)).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Open the tasks' }),
    ).toHaveAttribute('href', '/dataset-access/tasks');
  });

  it('and says nothing when there are none', async () => {
    await openRequestList(new MemoryDatasetAccess(BOB));
    await screen.findByText('Nothing waits for you');

    expect(screen.queryByRole('link', { name: 'Open the tasks' })).toBeNull();
  });
});
