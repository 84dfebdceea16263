import { screen, waitFor, within } from '@testing-library/react';
import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import { actsOf } from '../__testUtils__/grantPages';
import { MemoryReviews, threeItems } from '../__testUtils__/MemoryReviews';
import { BOB } from '../__testUtils__/people';
import { address, renderInPortal } from '../__testUtils__/renderInPortal';
import { column, openRequestList, row } from '../__testUtils__/requestList';
import { ReviewsSection } from './ReviewsSection';

const REVIEWS = '/dataset-access/reviews';
const PAGE = `${REVIEWS}/review-1`;

function open(backend: MemoryReviews, path: string) {
  const user = renderInPortal(<ReviewsSection />, {
    backend,
    reviewAccess: backend,
    mountPath: REVIEWS,
    path,
  });
  return {
    ...actsOf(user),
    choose: async (...names: string[]) => {
      for (const name of names) {
        await user.click(within(row(name)).getByRole('checkbox'));
      }
    },
  };
}

async function openPage(backend = new MemoryReviews(BOB), search = '') {
  const acts = open(backend, PAGE + search);
  await screen.findByRole('heading', { level: 1, name: 'Spring clean' });
  await waitFor(() =>
    expect(screen.queryByText(/Ana Analyst|Nothing/)).not.toBeNull(),
  );
  return { ...acts, backend };
}

/** What became of each, one line per access. */
async function outcomes() {
  const list = await screen.findByRole('list', {
    name: 'What became of each access',
  });
  return within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
}

describe('the inbox tells of reviews', () => {
  it.each([
    [1, '1 access waits for your review'],
    [3, '3 accesses wait for your review'],
  ])('when something waits in them: %s', async (count, words) => {
    const backend = new MemoryReviews(BOB);
    backend.countRequests = async () => ({
      inbox: 0,
      mine: 0,
      tasks: 0,
      reviews: count,
    });

    await openRequestList(backend);

    expect(await screen.findByText(words)).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Open the reviews' }),
    ).toHaveAttribute('href', REVIEWS);
  });
});

describe('the list of reviews', () => {
  it('says how far each is, what waits for the user, and what becomes of the rest', async () => {
    const backend = new MemoryReviews(BOB);
    backend.items[0].state = 'kept';
    const { user } = open(backend, REVIEWS);

    const [review] = within(
      await screen.findByRole('list', { name: 'Access reviews' }),
    ).getAllByRole('listitem');

    expect(review).toHaveTextContent('Spring clean');
    expect(review).toHaveTextContent('Started by Ana Analyst');
    expect(review).toHaveTextContent('What nobody reviews is revoked');
    expect(review).toHaveTextContent('1 waits for you');
    expect(
      within(review).getByRole('progressbar', { name: '1 of 3 reviewed' }),
    ).toHaveAttribute('aria-valuenow', '1');
    expect(review).toHaveTextContent(
      '1 kept, 0 revoked, 0 ended otherwise, 2 open',
    );
    expect(screen.queryByRole('button', { name: 'Start a review' })).toBeNull();

    await user.click(screen.getByRole('link', { name: 'Spring clean' }));
    expect(address()).toBe(PAGE);
  });

  it.each([
    [false, 'When somebody asks you to review access, it appears here.'],
    [true, 'Start one to find out which access is still needed.'],
  ])('says what to do when there is none: %s', async (manages, hint) => {
    const backend = new MemoryReviews(BOB, [], manages);
    backend.reviews = 0;
    open(backend, REVIEWS);

    expect(await screen.findByText('No access reviews')).toBeVisible();
    expect(screen.getByText(hint)).toBeVisible();
  });

  it('shows those of one state, and says so in the address', async () => {
    const { user } = open(new MemoryReviews(BOB), REVIEWS);
    await screen.findByRole('link', { name: 'Spring clean' });

    await user.click(screen.getByRole('radio', { name: 'Closed' }));

    expect(await screen.findByText('No such access reviews')).toBeVisible();
    expect(address()).toBe(`${REVIEWS}?state=closed`);
  });

  it('says why it cannot be shown', async () => {
    const backend = new MemoryReviews(BOB);
    backend.listReviews = async () => {
      throw new DatasetAccessError('CATALOG_UNAVAILABLE');
    };
    open(backend, REVIEWS);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The catalog cannot be read right now.',
    );
  });
});

describe('the page of a review', () => {
  it('begins with what waits for the user, and leads to each grant', async () => {
    const { user } = await openPage();
    await waitFor(() =>
      expect(column(0)).toEqual(['Ana Analyst', 'Cleo Steward']),
    );
    expect(column(1)).toEqual(['Customer ordersSnowflake', 'ProductsBigQuery']);

    await user.click(within(row('Cleo Steward')).getByRole('rowheader'));

    await waitFor(() =>
      expect(address()).toBe('/dataset-access/grants/grant-2'),
    );
  });

  it('shows all of it, with why some is not for the user', async () => {
    const { user } = await openPage();

    await user.click(screen.getByRole('radio', { name: 'All' }));

    await waitFor(() => expect(column(0)).toHaveLength(3));
    expect(row('Stewards')).toHaveTextContent(/Open.*Not yours to decide:/);
    expect(address()).toBe(`${PAGE}?whose=all`);
  });

  it.each([
    ['?q=cleo', ['Cleo Steward']],
    ['?whose=all&state=open', ['Ana Analyst', 'Cleo Steward', 'Stewards']],
    ['?state=nonsense', ['Ana Analyst', 'Cleo Steward']],
  ])('shows what the address asks for: %s', async (search, names) => {
    open(new MemoryReviews(BOB), PAGE + search);

    await waitFor(() => expect(column(0)).toEqual(names));
  });

  it('keeps several at once, with one comment', async () => {
    const { backend, user, choose, press, pressIn, write, isDone } =
      await openPage();
    await choose('Ana Analyst', 'Cleo Steward');
    expect(screen.getByText('2 chosen')).toBeVisible();

    await press('Keep');
    expect(
      await screen.findByRole('list', { name: 'What will be decided' }),
    ).toHaveTextContent('Ana Analyst: Customer orders, read-only');
    await write('Comment', 'Still on the project');
    await pressIn('Keep');

    expect(await outcomes()).toEqual([
      expect.stringMatching(/^Ana Analyst.*Kept$/),
      expect.stringMatching(/^Cleo Steward.*Kept$/),
    ]);
    expect(backend.items.slice(0, 2)).toMatchObject([
      { state: 'kept', comment: 'Still on the project' },
      { state: 'kept' },
    ]);
    const [, close] = screen.getAllByRole('button', { name: 'Close' });
    await user.click(close);
    await isDone();
    expect(
      await screen.findByRole('progressbar', { name: '2 of 3 reviewed' }),
    ).toBeVisible();
    expect(screen.getByText('Choose what to decide about')).toBeVisible();
  });

  it('revokes, and says for each what became of it', async () => {
    const { backend, choose, press, pressIn } = await openPage();
    await choose('Ana Analyst', 'Cleo Steward');
    await press('Revoke');
    // somebody was faster
    backend.items[1].state = 'revoked';

    await pressIn('Revoke');

    expect(await outcomes()).toEqual([
      expect.stringMatching(/^Ana Analyst.*Revoked$/),
      expect.stringMatching(
        /^Cleo Steward.*Somebody has reviewed this access already\.$/,
      ),
    ]);
  });

  it('asks why where a revocation has to be explained, and keeps what was written', async () => {
    const backend = new MemoryReviews(BOB);
    backend.review.commentNeeded = true;
    const sent = jest
      .spyOn(backend, 'decideReviewItems')
      .mockRejectedValueOnce(new DatasetAccessError('RETRY_LATER'));
    const { choose, press, pressIn, write } = await openPage(backend);
    await choose('Ana Analyst');
    await press('Revoke');
    await pressIn('Revoke');
    expect(await screen.findByText('Say why.')).toBeVisible();
    expect(sent).not.toHaveBeenCalled();

    await write('Comment', 'Left the team');
    await pressIn('Revoke');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is busy.',
    );
    expect(screen.getByRole('textbox')).toHaveValue('Left the team');
  });

  it('says thank you when nothing is left', async () => {
    const backend = new MemoryReviews(BOB);
    const { user, choose, press, pressIn } = await openPage(
      backend,
      '?state=open',
    );
    await choose('Ana Analyst', 'Cleo Steward');
    await press('Keep');
    await pressIn('Keep');
    await outcomes();
    await user.click(screen.getAllByRole('button', { name: 'Close' })[1]);

    expect(await screen.findByText('Nothing left for you')).toBeVisible();
  });

  it('is closed by who manages reviews, after saying what becomes of the rest', async () => {
    const backend = new MemoryReviews(BOB, threeItems(), true);
    const { press, pressIn, dialog, isDone } = await openPage(backend);
    await press('Close now');
    expect(
      (await dialog()).getByText(
        '3 accesses that nobody reviewed are revoked.',
      ),
    ).toBeVisible();

    await pressIn('Close the review');

    await isDone();
    expect(await screen.findByText(/^Closed/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Close now' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Keep' })).toBeNull();
  });

  it('cannot be closed by who is only asked', async () => {
    await openPage();

    expect(screen.queryByRole('button', { name: 'Close now' })).toBeNull();
  });

  it('gives a file away', async () => {
    const made = jest.fn(() => 'blob:review');
    Object.assign(URL, { createObjectURL: made, revokeObjectURL: jest.fn() });
    const clicked = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    const { press } = await openPage();

    await press('Export');

    await waitFor(() => expect(clicked).toHaveBeenCalled());
    expect(clicked.mock.contexts[0]).toMatchObject({
      download: 'access-review-review-1.csv',
    });
    clicked.mockRestore();
  });

  it('says that there is no such review', async () => {
    open(new MemoryReviews(BOB), `${REVIEWS}/other`);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no such access review',
    );
  });
});

describe('starting a review', () => {
  const begin = async (backend = new MemoryReviews(BOB, [], true)) => {
    const acts = open(backend, REVIEWS);
    await acts.press('Start a review');
    await acts.dialog();
    return { ...acts, backend };
  };

  it('says what it would ask, starts it, and shows it', async () => {
    const { backend, write, pressIn, user, dialog } = await begin();
    expect(
      await screen.findByText('Grants: 3 · Datasets: 2 · Reviewers: 4'),
    ).toBeVisible();
    await write('Name', 'Before the audit');
    await user.click(
      (
        await dialog()
      ).getByRole('checkbox', {
        name: 'Only access without an end',
      }),
    );
    await user.click(
      (await dialog()).getByRole('radio', { name: 'is revoked' }),
    );

    await pressIn('Start the review');

    await waitFor(() => expect(address()).toBe(PAGE));
    expect(backend.started).toMatchObject([
      {
        name: 'Before the audit',
        scope: { endless: true },
        unreviewed: 'revoke',
      },
    ]);
    expect(backend.previewed.at(-1)).toEqual({ endless: true });
    expect(Date.parse(backend.started[0].dueAt)).toBeGreaterThan(Date.now());
  });

  it('needs a name', async () => {
    const { backend, pressIn } = await begin();

    await pressIn('Start the review');

    expect(
      await screen.findByText('Give it a name that reviewers recognize.'),
    ).toBeVisible();
    expect(backend.started).toEqual([]);
  });

  it('keeps what was written when there is nothing to review', async () => {
    const backend = new MemoryReviews(BOB, [], true);
    backend.preview = { ...backend.preview, grants: 0 };
    const { write, pressIn, dialog } = await begin(backend);
    expect(
      await screen.findByText(
        'No access in force matches. Choose a wider scope.',
      ),
    ).toBeVisible();
    await write('Name', 'Before the audit');

    await pressIn('Start the review');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      /The review was not started.*nothing to review/,
    );
    expect((await dialog()).getByRole('textbox', { name: 'Name' })).toHaveValue(
      'Before the audit',
    );
  });
});
