import { screen, waitFor, within } from '@testing-library/react';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import { ANA, BOB, CLEO, DAN, STEWARDS } from '../__testUtils__/people';
import { openRequestDialog } from '../__testUtils__/requestDialog';
import { openRequestList, row } from '../__testUtils__/requestList';
import { openRequestPage, timeline } from '../__testUtils__/requestPage';
import { aRequest } from '../__testUtils__/requests';

const AT = '2030-01-15T09:00:00.000Z';

/** Dan has approved as owner, read-only instead of editor; the stewards are asked now, two of them. */
const halfApproved = aRequest({
  level: 'editor',
  version: 2,
  approval: {
    step: 2,
    steps: [
      { by: 'owner', needed: 1, approvals: [{ by: DAN, at: AT }] },
      {
        by: 'named',
        title: 'Data office',
        needed: 2,
        approvals: [{ by: CLEO, onBehalfOf: ANA, at: AT }],
      },
    ],
    terms: { level: 'read-only', duration: 'P30D' },
  },
  history: [
    { seq: 1, type: 'filed', at: AT, actor: ANA },
    {
      seq: 2,
      type: 'approval-given',
      at: AT,
      actor: DAN,
      facts: { step: 1, steps: 2, given: 1, needed: 1 },
    },
    {
      seq: 3,
      type: 'approval-given',
      at: AT,
      actor: CLEO,
      facts: { step: 2, steps: 2, given: 1, needed: 2, onBehalfOf: ANA },
    },
    {
      seq: 4,
      type: 'escalated',
      at: AT,
      facts: { to: [{ ref: STEWARDS, via: 'escalation' }] },
    },
  ],
});

describe('a request that takes several approvals', () => {
  it('shows who has approved, in whose place, and what is missing', async () => {
    await openRequestPage(new MemoryDatasetAccess(BOB, [halfApproved]));

    const [, steps] = screen
      .getAllByRole('list')
      .filter(({ tagName }) => tagName === 'OL');
    const lines = within(steps)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(lines).toEqual([
      expect.stringMatching(
        /^Step 1: owner of the dataset \(1 of 1, done\)Dan Owner, /,
      ),
      expect.stringMatching(
        /^Step 2: Data office \(1 of 2, waits for this step\)Cleo Steward in the place of Ana Analyst, /,
      ),
    ]);
    expect(screen.getByText(/^Narrowed so far to Read-only/i)).toBeVisible();
  });

  it('tells its story', async () => {
    await openRequestPage(new MemoryDatasetAccess(BOB, [halfApproved]));

    expect(timeline()).toEqual([
      expect.stringContaining('Ana Analyst asked for access'),
      expect.stringContaining('Dan Owner approved (step 1 of 2, 1 of 1)'),
      expect.stringContaining(
        'Cleo Steward approved in the place of Ana Analyst (step 2 of 2, 1 of 2)',
      ),
      expect.stringContaining('now also decided by: Stewards'),
    ]);
  });

  it('offers no more than those before left, and to grant only with the last approval', async () => {
    const one = { ...halfApproved, id: 'request-1' };
    const first = {
      ...one,
      approval: {
        ...one.approval!,
        steps: [
          one.approval!.steps[0],
          { ...one.approval!.steps[1], approvals: [] },
        ],
      },
    };
    const { user } = await openRequestPage(
      new MemoryDatasetAccess(BOB, [first]),
    );

    expect(
      screen.getByText(/^One more approval is needed after yours/),
    ).toBeVisible();
    expect(screen.queryByRole('checkbox')).toBeNull();
    await user.click(
      screen.getByRole('button', { name: /Access level|level/i }),
    );
    expect(
      screen.getAllByRole('option').map(({ textContent }) => textContent),
    ).toEqual(['Read-only']);
  });

  it('may be granted with the last one', async () => {
    await openRequestPage(new MemoryDatasetAccess(BOB, [halfApproved]));

    expect(
      await screen.findByRole('checkbox', { name: /already granted it/ }),
    ).toBeVisible();
    expect(screen.queryByText(/more approval is needed/)).toBeNull();
  });

  it('is approved with others without saying that it is granted', async () => {
    const missing = {
      ...halfApproved,
      approval: {
        ...halfApproved.approval!,
        step: 1,
        steps: halfApproved.approval!.steps.map(step => ({
          ...step,
          approvals: [],
        })),
      },
    };
    const { choose, press } = await openRequestList(
      new MemoryDatasetAccess(BOB, [missing]),
    );
    expect(row('Customer orders')).toBeVisible();
    await choose('Customer orders');
    await press('Approve');
    const dialog = await screen.findByRole('dialog');

    await waitFor(() =>
      expect(within(dialog).getByRole('textbox')).toBeVisible(),
    );
    expect(within(dialog).queryByRole('checkbox')).toBeNull();
  });
});

describe('the dialog', () => {
  it('says who will approve, one after the other', async () => {
    const backend = new MemoryDatasetAccess(ANA);
    backend.situation = {
      approvalSteps: [
        { by: 'owner', needed: 1, approvers: [{ ref: DAN, via: 'owner' }] },
        {
          by: 'named',
          title: 'Data office',
          needed: 2,
          approvers: [{ ref: STEWARDS, via: 'named' }],
        },
      ],
    };
    const { dialog } = await openRequestDialog(backend);

    const lines = (await dialog.findAllByRole('listitem')).map(
      ({ textContent }) => textContent,
    );
    expect(lines).toEqual([
      '1. one approval by Dan Owner (owner)',
      '2. Data office: 2 approvals by Stewards (named by the rules of this portal)',
    ]);
  });
});
