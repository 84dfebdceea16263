import { screen, within } from '@testing-library/react';
import type { HistoryEntry } from 'backstage-plugin-dataset-access-common';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import { ANA, BOB, CLEO, STEWARDS } from '../__testUtils__/people';
import { renderInPortal } from '../__testUtils__/renderInPortal';
import { daysFromNow } from '../__testUtils__/requests';
import { Timeline } from './Timeline';

const terms = { level: 'editor', duration: 'P7D' };

/** What each kind of entry says, who and when left out. */
const sentences: Array<[Omit<HistoryEntry, 'at' | 'seq'>, string]> = [
  [
    { type: 'filed', actor: ANA, facts: terms },
    'Ana Analyst asked for access: Editor · 7 days',
  ],
  [
    { type: 'filed', actor: ANA, facts: { ...terms, duration: null } },
    'Ana Analyst asked for access: Editor · Until revoked',
  ],
  [
    {
      type: 'approver-changed',
      facts: {
        to: [
          { ref: BOB, via: 'owner' },
          { ref: STEWARDS, via: 'owner' },
        ],
      },
    },
    'Now decided by: Bob Steward, Stewards',
  ],
  [{ type: 'approver-lost' }, 'Nobody is left who could decide'],
  [{ type: 'commented', actor: ANA }, 'Ana Analyst wrote'],
  [
    { type: 'information-requested', actor: BOB },
    'Bob Steward asked for more information',
  ],
  [{ type: 'reminded' }, 'The approvers were reminded'],
  [
    { type: 'approved', actor: BOB, facts: terms },
    'Bob Steward approved: Editor · 7 days',
  ],
  [
    { type: 'approved', facts: { ...terms, ruleTitle: 'Sales read sales' } },
    'Approved by the rule “Sales read sales”: Editor · 7 days',
  ],
  [
    {
      type: 'emergency-taken',
      actor: ANA,
      facts: { level: 'read-only', duration: 'PT1H' },
    },
    'Ana Analyst took emergency access: Read-only · 1 hour',
  ],
  [
    {
      type: 'emergency-reviewed',
      actor: BOB,
      facts: { verdict: 'not-justified' },
    },
    'Bob Steward reviewed the emergency access: not justified',
  ],
  [{ type: 'grant-created' }, 'The grant was created'],
  [{ type: 'denied', actor: BOB }, 'Bob Steward denied'],
  [{ type: 'withdrawn', actor: ANA }, 'Ana Analyst withdrew the request'],
  [{ type: 'expired' }, 'The request was not decided in time'],
  [
    { type: 'cancelled', facts: { because: 'beneficiary-gone' } },
    'Cancelled: the beneficiary is no longer in the catalog',
  ],
  [{ type: 'grant-created', actor: BOB }, 'Bob Steward created the grant'],
  [
    {
      type: 'grant-confirmed',
      actor: CLEO,
      facts: { expiresAt: '2031-03-01T12:00:00.000Z' },
    },
    'Cleo Steward granted it in the source, until Mar 1, 2031',
  ],
  [
    { type: 'grant-created', actor: BOB, facts: { adopted: true } },
    'Bob Steward created the grant for access that was found in the source',
  ],
  [
    {
      type: 'grant-provisioned',
      facts: { expiresAt: '2031-03-01T12:00:00.000Z' },
    },
    'The access is there in the source, until Mar 1, 2031',
  ],
  [
    {
      type: 'provisioning-failed',
      facts: { message: 'There is no role ana in the database.' },
    },
    'It could not be set up in the source yet: There is no role ana in the database.',
  ],
  [{ type: 'grant-revoked', actor: BOB }, 'Bob Steward revoked the access'],
  [{ type: 'grant-revoked' }, 'The access was revoked'],
  [{ type: 'grant-returned', actor: ANA }, 'Ana Analyst gave the access back'],
  [{ type: 'grant-expired' }, 'The access ended'],
  [
    { type: 'grant-ending', facts: { expiresAt: '2031-03-01T12:00:00.000Z' } },
    'The end of the access was announced: Mar 1, 2031',
  ],
  [
    { type: 'grant-suspended', facts: { because: 'beneficiary-gone' } },
    'The access was suspended: the beneficiary is no longer in the catalog',
  ],
  [{ type: 'grant-suspended' }, 'The access was suspended'],
  [{ type: 'grant-resumed' }, 'The access counts again'],
  [
    { type: 'grant-removed', actor: CLEO },
    'Cleo Steward took it back in the source',
  ],
  [{ type: 'grant-removed' }, 'The source no longer allows it'],
  [
    { type: 'grant-reviewed', actor: CLEO },
    'Cleo Steward found that the access is still needed',
  ],
  [{ type: 'grant-reviewed' }, 'The access was kept in a review'],
  // facts of another version are left out, and nothing breaks
  [
    { type: 'approved', actor: BOB, facts: { level: 'admin' } },
    'Bob Steward approved',
  ],
  [{ type: 'approver-changed', facts: { to: 'bob' } }, 'Now decided by: '],
  [{ type: 'filed', actor: ANA }, 'Ana Analyst asked for access'],
];

it('the timeline has words for everything that happens', async () => {
  const history = sentences.map(([entry], seq) => ({
    ...entry,
    seq,
    at: daysFromNow(-2),
  }));
  renderInPortal(<Timeline history={history} />, {
    backend: new MemoryDatasetAccess(ANA),
  });

  const list = within(await screen.findByRole('list'));

  expect(
    list.getAllByRole('listitem').map(({ textContent }) => textContent),
  ).toEqual(sentences.map(([, words]) => `${words} 2 days ago`));
});

it('the timeline tells who asks what was done in the source, word for word', async () => {
  const steps = ['GRANT SELECT ON TABLE sales.orders TO ana_reader'];
  const at = daysFromNow(-2);
  const user = renderInPortal(
    <Timeline
      history={[
        { seq: 1, type: 'grant-provisioned', at, facts: { steps } },
        // nothing was done, or another version wrote it
        { seq: 2, type: 'grant-removed', at, facts: { steps: [] } },
        { seq: 3, type: 'grant-removed', at, facts: { steps: 'REVOKE' } },
      ]}
    />,
    { backend: new MemoryDatasetAccess(ANA) },
  );

  await user.click(await screen.findByText('What was done in the source'));

  expect(screen.getByText(steps[0])).toBeVisible();
});
