import { screen, waitFor, within } from '@testing-library/react';
import type {
  AccessRequest,
  ApprovalRule,
} from 'backstage-plugin-dataset-access-common';
import { anEmergency } from '../__testUtils__/MemoryEmergencies';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import { ANA, BOB } from '../__testUtils__/people';
import { openRequestDialog, REASON } from '../__testUtils__/requestDialog';
import { fact, openRequestPage } from '../__testUtils__/requestPage';
import { anApprovedRequest, daysFromNow } from '../__testUtils__/requests';

const RULE: ApprovalRule = {
  kind: 'pre-approval',
  name: 'sales-read',
  title: 'Sales read sales',
};
const byRule = (rule: ApprovalRule): Partial<AccessRequest> => ({
  decision: { rule, at: daysFromNow(-1), outcome: 'approved' },
});

describe('what a rule approved', () => {
  it('is said at once to who asked, who then waits for nobody', async () => {
    const backend = new MemoryDatasetAccess(ANA);
    jest.spyOn(backend, 'submitRequests').mockResolvedValue({
      batchId: 'batch',
      approvers: [{ ref: BOB, via: 'owner' }],
      outcomes: [
        {
          beneficiary: ANA,
          outcome: 'created',
          requestId: 'request-1',
          rule: RULE,
        },
      ],
    });
    const { dialog, writeReason, press, results } = await openRequestDialog(
      backend,
    );
    await writeReason(REASON);

    await press('Send request');

    expect(await results()).toEqual([
      'Ana AnalystApproved at once by the rule “Sales read sales”',
    ]);
    expect(dialog.queryByText(/you get a notification/i)).toBeNull();
    expect(dialog.queryByText('Decided by')).toBeNull();
  });

  it('names the rule where else a person is named', async () => {
    await openRequestPage(
      new MemoryDatasetAccess(BOB, [anApprovedRequest({}, byRule(RULE))]),
    );

    expect(fact('Approved by')).toMatch(/^Sales read sales, /);
  });
});

describe('the page of a request that was taken as emergency access', () => {
  const open = async (emergency = anEmergency({ id: 'request-1' })) => {
    const backend = new MemoryDatasetAccess(BOB, [
      anApprovedRequest(
        {},
        byRule({
          kind: 'emergency',
          name: 'emergency-access',
          title: 'Emergency access',
        }),
      ),
    ]);
    const detail = await backend.getRequest('request-1');
    jest
      .spyOn(backend, 'getRequest')
      .mockResolvedValue({ ...detail, emergency });
    return openRequestPage(backend);
  };

  it('says that nobody decided and that the review is to be done, and lets it be done', async () => {
    const { press } = await open();
    expect(fact('Approved by')).toMatch(/^Emergency access, /);
    expect(screen.getByText(/The review is still to be done/)).toBeVisible();

    await press('Review');

    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('Orders are lost in production')).toBeVisible();
  });

  it('says what the review came to', async () => {
    await open(
      anEmergency({
        state: 'done',
        review: {
          by: BOB,
          at: daysFromNow(0),
          verdict: 'not-justified',
          comment: 'A summary was there',
        },
        can: { review: { allowed: false, code: 'EMERGENCY_REVIEWED' } },
      }),
    );

    await waitFor(() =>
      expect(
        screen.getByText(
          (_, element) =>
            element?.textContent === 'Reviewed by Bob Steward: not justified' &&
            element.tagName !== 'DIV',
        ),
      ).toBeVisible(),
    );
    expect(screen.getByText('A summary was there')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Review' })).toBeNull();
  });
});
