import type { AccessGrant } from 'backstage-plugin-dataset-access-common';
import { DateTime } from 'luxon';
import { aGrant } from '../../__testUtils__/requests';
import { GrantStage, grantStage, grantTones } from './grantStage';

const NOW = DateTime.fromISO('2031-02-01T12:00:00.000Z');
const inDays = (days: number) => NOW.plus({ days }).toJSDate().toISOString();

describe('how a grant stands', () => {
  it.each<[GrantStage, Partial<AccessGrant>]>([
    ['byHand', { state: 'awaiting-provisioning' }],
    ['byConnector', { state: 'provisioning', connector: 'postgres' }],
    ['failed', { state: 'failed' }],
    ['active', { state: 'active' }],
    ['active', { state: 'active', expiresAt: inDays(7) }],
    ['endingSoon', { state: 'active', expiresAt: inDays(6.99) }],
    // the end itself is without access, whatever was loaded (design §4)
    ['expired', { state: 'active', expiresAt: inDays(0) }],
    ['expired', { state: 'expired' }],
    ['endPending', { state: 'expired', pendingInSource: true }],
    ['suspended', { state: 'suspended', expiresAt: inDays(1) }],
    ['revokePending', { state: 'revoking', endReason: 'revoked' }],
    ['revokePending', { state: 'revoking' }],
    ['returnPending', { state: 'revoking', endReason: 'returned' }],
    ['revoked', { state: 'revoked', endReason: 'revoked' }],
    ['returned', { state: 'revoked', endReason: 'returned' }],
    ['revokePending', { state: 'revoked', pendingInSource: true }],
  ])('is %s: %j', (stage, facts) => {
    expect(grantStage(aGrant(facts), NOW)).toBe(stage);
  });

  it('looks settled only where nothing is left to do', () => {
    const settled = (Object.keys(grantTones) as GrantStage[]).filter(
      stage => grantTones[stage] === 'good' || grantTones[stage] === 'over',
    );

    expect(settled).toEqual(['active', 'revoked', 'returned', 'expired']);
  });
});
