import { act, screen, waitFor } from '@testing-library/react';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import { ANA, BOB, DAN } from '../__testUtils__/people';
import { address } from '../__testUtils__/renderInPortal';
import { openRequestList, row } from '../__testUtils__/requestList';
import { aRequest, daysFromNow } from '../__testUtils__/requests';

async function openInbox() {
  const list = await openRequestList(
    new MemoryDatasetAccess(BOB, [
      aRequest({ id: 'first', beneficiary: ANA, createdAt: daysFromNow(-9) }),
      aRequest({ id: 'second', beneficiary: DAN, createdAt: daysFromNow(-8) }),
    ]),
  );
  return {
    ...list,
    /** Goes to a row with the keyboard. */
    async focus(name: string) {
      act(() => row('Ana Analyst').focus());
      if (row(name) !== document.activeElement) {
        await list.user.keyboard('{ArrowDown}');
      }
      expect(row(name)).toHaveFocus();
    },
  };
}

const planned = () =>
  screen.findByRole('list', { name: 'What will be decided' });

describe('the inbox by keyboard', () => {
  it.each([
    ['a', 'Approve 1 of the requests'],
    ['A', 'Approve 1 of the requests'],
    ['d', 'Deny 1 of the requests'],
  ])('%s: %s, for the row in focus', async (key, title) => {
    const { focus, user } = await openInbox();
    await focus('Dan Owner');

    await user.keyboard(key);

    expect(await screen.findByRole('dialog', { name: title })).toBeVisible();
    expect(await planned()).toHaveTextContent(/^Dan Owner/);
  });

  it('decides on what is chosen, wherever the focus is', async () => {
    const { focus, user } = await openInbox();
    await focus('Ana Analyst');

    await user.keyboard(' {ArrowDown}a');

    expect(await planned()).toHaveTextContent(/^Ana Analyst/);
  });

  it('explains itself with ?', async () => {
    const { focus, user } = await openInbox();
    await focus('Ana Analyst');

    await user.keyboard('?');

    const help = await screen.findByRole('dialog', {
      name: 'Keyboard shortcuts',
    });
    expect(help).toHaveTextContent(/aApprove what is chosen/);
    expect(help).toHaveTextContent(/dDeny what is chosen/);
  });

  it('explains itself to the mouse as well', async () => {
    const { press } = await openInbox();

    await press('Keyboard shortcuts');

    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'They work while the list has the focus.',
    );
  });

  it('opens the request with Enter', async () => {
    const { focus, user } = await openInbox();
    await focus('Dan Owner');

    await user.keyboard('{Enter}');

    await waitFor(() => expect(address()).toBe('/dataset-access/inbox/second'));
  });

  it('leaves its letters to the search field (WCAG 2.1.4)', async () => {
    const { user } = await openInbox();

    await user.type(screen.getByRole('searchbox'), 'ad?');

    expect(screen.getByRole('searchbox')).toHaveValue('ad?');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('leaves keys of the browser and of the list alone', async () => {
    const { focus, user } = await openInbox();
    await focus('Ana Analyst');

    await user.keyboard('{Control>}a{/Control}');

    expect(screen.getByText('2 chosen')).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
