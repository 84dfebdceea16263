import { screen, waitFor } from '@testing-library/react';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import { ANA, BOB, CLEO } from '../__testUtils__/people';
import { openRequestList } from '../__testUtils__/requestList';
import { daysFromNow } from '../__testUtils__/requests';

const OFFER = 'Have somebody stand in';

async function openDialog(backend: MemoryDatasetAccess) {
  const list = await openRequestList(backend);
  await list.press(OFFER);
  await screen.findByRole('dialog');
  return list;
}

/** A delegation of somebody to somebody, in force for ten more days. */
function standIn(
  approver: string,
  delegate: string,
  startsAt = daysFromNow(-1),
) {
  return {
    id: 'delegation-1',
    approver,
    delegate,
    startsAt,
    endsAt: daysFromNow(10),
    createdBy: approver,
    createdAt: daysFromNow(-1),
    can: { end: true },
  };
}

describe('while an approver is away', () => {
  it('somebody else is chosen, a person and not a group', async () => {
    const backend = new MemoryDatasetAccess(BOB);
    const { user } = await openDialog(backend);

    await user.click(screen.getByRole('button', { name: /Who stands in/ }));

    const names = (await screen.findAllByRole('option')).map(
      ({ textContent }) => textContent,
    );
    expect(names).toContainEqual(expect.stringMatching(/^Cleo Steward/));
    expect(names).not.toContainEqual(expect.stringMatching(/^Stewards/));
  });

  it('needs a person and a last day', async () => {
    const backend = new MemoryDatasetAccess(BOB);
    const { press } = await openDialog(backend);

    await press('Agree');

    expect(await screen.findByText('Choose a person.')).toBeVisible();
    expect(screen.getByText('Say until when.')).toBeVisible();
    expect(backend.delegations).toEqual([]);
  });

  it('the inbox says who decides, and it can be ended there', async () => {
    const backend = new MemoryDatasetAccess(BOB);
    backend.delegations = [standIn(BOB, CLEO)];
    const { press } = await openRequestList(backend);
    const said = /^Cleo Steward decides in your place until /;
    expect(await screen.findByText(said)).toBeVisible();

    await press('End it');

    await waitFor(() => expect(screen.queryByText(said)).toBeNull());
    expect(backend.delegations).toEqual([]);
  });

  it('whoever stands in is told so, and since when', async () => {
    const backend = new MemoryDatasetAccess(CLEO);
    backend.delegations = [
      standIn(BOB, CLEO),
      { ...standIn(ANA, CLEO, daysFromNow(3)), id: 'delegation-2' },
    ];
    await openRequestList(backend);

    expect(
      await screen.findByText(/^You decide in the place of Bob Steward until /),
    ).toBeVisible();
    expect(
      screen.getByText(
        /^You decide in the place of Ana Analyst from .* until /,
      ),
    ).toBeVisible();
  });
});
