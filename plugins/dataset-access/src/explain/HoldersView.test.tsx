import { screen, waitFor, within } from '@testing-library/react';
import type { AccessHolder } from 'backstage-plugin-dataset-access-common';
import {
  answer,
  EXPLAIN,
  measureText,
  openExplain,
} from '../__testUtils__/explainPage';
import {
  aGrantPath,
  aPath,
  MemoryDecisions,
} from '../__testUtils__/MemoryDecisions';
import { ANA, BOB, DAN, ORDERS } from '../__testUtils__/people';
import { address } from '../__testUtils__/renderInPortal';
import { cells, row } from '../__testUtils__/requestList';

const aboutOrders = { view: 'holders', resource: ORDERS };

function decisions(...holders: AccessHolder[]): MemoryDecisions {
  const accessControl = new MemoryDecisions(BOB);
  accessControl.holders = holders;
  return accessControl;
}

beforeAll(measureText);

describe('who has access', () => {
  it('is shown with level, end and every way', async () => {
    await openExplain(
      decisions(
        { subject: DAN, level: 'owner', paths: [aPath()] },
        {
          subject: ANA,
          level: 'read-only',
          expiresAt: '2031-03-01T12:00:00.000Z',
          paths: [aPath(), aGrantPath(), aGrantPath()],
        },
      ),
      aboutOrders,
    );

    await waitFor(() =>
      expect(cells()).toEqual([
        [
          'Dan Owner',
          'Owner',
          'Without an end',
          'Analysts → Reader → Reader: metadata',
          'Why?',
        ],
        [
          'Ana Analyst',
          'Read-only',
          'Mar 1, 2031',
          'Analysts → Reader → Reader: metadataRead-only on Customer ordersand 1 more',
          'Why?',
        ],
      ]),
    );
  });

  it('leads from each of them to why', async () => {
    const accessControl = decisions({
      subject: ANA,
      level: 'editor',
      paths: [aPath()],
    });
    const { user } = await openExplain(accessControl, aboutOrders);
    await waitFor(() => expect(cells()).toHaveLength(1));

    await user.click(
      within(row('Ana Analyst')).getByRole('link', { name: 'Why?' }),
    );

    expect(await answer()).toMatch(/^Yes, Ana Analyst holds/);
    expect(accessControl.asked.at(-1)).toMatchObject({
      subject: ANA,
      privilege: 'dataset-access.level.editor',
      resource: ORDERS,
    });
  });

  it('is shown a page at a time, the page in the address', async () => {
    const { press } = await openExplain(
      decisions(
        ...Array.from({ length: 27 }, (_, n) => ({
          subject: `user:default/u${n}`,
          level: 'read-only' as const,
          paths: [aGrantPath()],
        })),
      ),
      aboutOrders,
    );
    await waitFor(() => expect(cells()).toHaveLength(25));

    await press('Next table page');

    await waitFor(() => expect(cells()).toHaveLength(2));
    expect(address()).toContain('cursor=25');
  });

  it('asks for a dataset first, and offers nothing else', async () => {
    const accessControl = decisions();
    const { press, user } = await openExplain(accessControl, {
      view: 'holders',
    });
    expect(screen.getByText('Choose a dataset')).toBeVisible();
    await press(/Of which dataset\?/);
    await waitFor(() =>
      expect(
        screen.getAllByRole('option').map(({ textContent }) => textContent),
      ).toEqual([
        expect.stringMatching(/^Customer orders/),
        expect.stringMatching(/^Products/),
      ]),
    );

    await user.click(screen.getByRole('option', { name: /^Customer orders/ }));

    expect(
      await screen.findByText('Nobody has access to this dataset'),
    ).toBeVisible();
    expect(address()).toBe(
      `${EXPLAIN}?view=holders&resource=${encodeURIComponent(ORDERS)}`,
    );
  });

  it('is a switch away from the question, and back', async () => {
    const { user } = await openExplain(decisions(), { resource: ORDERS });

    await user.click(screen.getByRole('radio', { name: 'Who has access' }));

    expect(
      await screen.findByText('Nobody has access to this dataset'),
    ).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'Who may do what' }));
    expect(await screen.findByText('Ask a question')).toBeVisible();
    expect(address()).toBe(`${EXPLAIN}?resource=${encodeURIComponent(ORDERS)}`);
  });

  it('is not for everybody, who can see about themselves', async () => {
    const accessControl = decisions();
    accessControl.mayAsk = false;
    await openExplain(accessControl, aboutOrders);

    expect(
      await screen.findByText(/^Who has access is shown to those who answer/),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Do I have access?' }),
    ).toHaveAttribute(
      'href',
      `${EXPLAIN}?privilege=dataset-access.level.read-only&resource=${encodeURIComponent(
        ORDERS,
      )}`,
    );
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
