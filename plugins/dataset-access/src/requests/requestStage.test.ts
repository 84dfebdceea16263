import type {
  AccessGrant,
  DomainGrant,
} from 'backstage-plugin-dataset-access-common';
import { aDomainGrant } from '../__testUtils__/domains';
import { anApprovedRequest, aRequest } from '../__testUtils__/requests';
import { RequestStage, requestStage, stageTones } from './requestStage';

describe('how far a request has come', () => {
  it.each<[AccessGrant['state'], RequestStage]>([
    ['awaiting-provisioning', 'beingSetUp'],
    ['provisioning', 'beingSetUp'],
    ['active', 'granted'],
    ['suspended', 'suspended'],
    ['failed', 'failed'],
    ['revoking', 'ended'],
    ['revoked', 'ended'],
    ['expired', 'ended'],
  ])(
    'with a grant that is %s: %s; approved alone is not granted (P-09)',
    (state, stage) => {
      expect(requestStage(anApprovedRequest({ state }))).toBe(stage);
    },
  );

  it.each<[RequestStage, Parameters<typeof aRequest>[0]]>([
    ['waiting', { status: 'pending' }],
    ['waitingForRequester', { status: 'pending', waitingOn: 'requester' }],
    ['denied', { status: 'denied' }],
    ['withdrawn', { status: 'withdrawn' }],
    ['expired', { status: 'expired' }],
    ['cancelled', { status: 'cancelled' }],
    // a decided request says what it said last about whom it waited on
    ['denied', { status: 'denied', waitingOn: 'requester' }],
  ])('%s: %j', (stage, facts) => {
    expect(requestStage(aRequest(facts))).toBe(stage);
  });

  it.each<[DomainGrant['state'], RequestStage]>([
    ['active', 'granted'],
    ['suspended', 'suspended'],
    ['expired', 'ended'],
    ['revoked', 'ended'],
  ])('with access to a domain that is %s: %s', (state, stage) => {
    const { grant, ...request } = anApprovedRequest();

    expect(
      requestStage({ ...request, domainGrant: aDomainGrant({ state }) }),
    ).toBe(stage);
  });

  it('looks settled only when there is nothing left to do for anybody', () => {
    const good = Object.entries(stageTones).flatMap(([stage, tone]) =>
      tone === 'good' ? [stage] : [],
    );

    expect(good).not.toContain('beingSetUp');
    expect(good).toContain('granted');
    expect(stageTones.beingSetUp).toBe(stageTones.waiting);
  });
});
