import type { OperationId } from '../http/operation';
import type { ContractCases } from './ContractScene';
import { decisionCases } from './contractDecisions';
import { delegationCases } from './contractDelegations';
import { domainCases } from './contractDomains';
import { emergencyCases } from './contractEmergencies';
import { grantCases } from './contractGrants';
import { groupDomainCases } from './contractGroupDomains';
import { policyCases } from './contractPolicies';
import { responsibilityCases } from './contractResponsibilities';
import { reviewCases } from './contractReviews';
import { roleCases } from './contractRoles';
import { APPROVE, DENY, GRANTED, transitionCases } from './contractTransitions';
import { BOB, DAN, EVE, ORDERS } from './smallWorld';

const accessTo = (name: string) =>
  `/v1/datasets/resource/default/${name}/access`;

const CLOSED = { dataset: 'resource:default/closed' };
const NOTHING = { dataset: 'resource:default/nothing' };

/** What every operation answers, good and bad, as the issue, the design and `docs/errors.md` have it. */
export const contractCases: Record<OperationId, ContractCases> = {
  getDatasetAccess: {
    '200 with access, an approval, a request and one for another': async s => {
      const { requester } = await s.decided(GRANTED);
      await s.decided(APPROVE, requester, { level: 'editor' });
      await s.filed(requester, { level: 'owner' });
      await s.filed(requester, { beneficiaries: [s.newcomer()] });
      return s.get(requester, accessTo('orders'));
    },
    '200 with a warning for the owner': s => s.get(DAN, accessTo('typo')),
    '200 where requests are closed': s => s.get(EVE, accessTo('closed')),
    '400 for a name that is none': s => s.get(EVE, accessTo('-')),
    '401 for nobody': s => s.get('nobody', accessTo('orders')),
    '403 for a service': s => s.get('service', accessTo('orders')),
    '404 for an unknown dataset': s => s.get(EVE, accessTo('nothing')),
  },
  listRequests: {
    '200 with requests in several states': async s => {
      const { requester } = await s.decided(GRANTED);
      await s.decided(DENY, requester, { level: 'editor' });
      await s.filed(requester, { level: 'owner', duration: undefined });
      return s.get(requester, '/v1/requests?view=mine');
    },
    '200 with a page before and a page after': async s => {
      const { requester } = await s.filed();
      await s.filed(requester, { level: 'editor' });
      await s.filed(requester, { level: 'owner' });
      const { body } = await s.get(requester, '/v1/requests?limit=1');
      const second = `/v1/requests?limit=1&cursor=${body.nextCursor}`;
      return s.get(requester, second);
    },
    '400 for an unknown view': s => s.get(EVE, '/v1/requests?view=everything'),
    '400 for a made-up cursor': s => s.get(EVE, '/v1/requests?cursor=abc'),
    '401 for nobody': s => s.get('nobody', '/v1/requests'),
  },
  countRequests: {
    '200 always': s => s.get(BOB, '/v1/requests/counts'),
    '400 for an unknown parameter': s => s.get(BOB, '/v1/requests/counts?of=1'),
    '401 for nobody': s => s.get('nobody', '/v1/requests/counts'),
  },
  submitRequests: {
    '201 for one who exists and one who does not': s => {
      const requester = s.newcomer();
      const beneficiaries = [requester, 'user:default/nobody'];
      return s.submit(requester, { beneficiaries });
    },
    '200 for what is already pending': async s => {
      const { requester } = await s.filed();
      return s.submit(EVE, { beneficiaries: [requester] });
    },
    '400 for wrong fields': s => s.submit(EVE, { dataset: 1, level: 'god' }),
    '401 for nobody': s => s.submit('nobody', { beneficiaries: [EVE] }),
    '403 for a closed dataset': s => s.submit(EVE, CLOSED),
    '404 for an unknown dataset': s => s.submit(EVE, NOTHING),
    '413 for too much': s => s.submit(EVE, { reason: 'x'.repeat(1_100_000) }),
    '415 for what is not JSON': s =>
      s.post(EVE, '/v1/requests', 'orders, please', {
        'content-type': 'text/plain',
      }),
    '422 for the key of another submission': async s => {
      const requester = s.newcomer();
      const key = { 'Idempotency-Key': 'one-and-the-same' };
      await s.submit(requester, {}, key);
      return s.submit(requester, { level: 'editor' }, key);
    },
    '429 for more than one person may have open': async s => {
      const beneficiaries = Array.from({ length: 5 }, () => s.newcomer());
      return s.submit(s.newcomer(), { beneficiaries });
    },
  },
  getRequest: {
    '200 with every event that people cause': async s => {
      const { path, requester } = await s.filed();
      await s.post(BOB, `${path}/comments`, {
        text: 'For which region?',
        asksForInformation: true,
      });
      await s.post(requester, `${path}/comments`, { text: 'EMEA' });
      const { body } = await s.post(BOB, `${path}/decision`, APPROVE);
      await s.post(DAN, `/v1/grants/${body.grant.id}/confirmation`, {});
      return s.get(requester, path);
    },
    '200 for its approver': async s => s.get(BOB, (await s.filed()).path),
    '400 for an id that is none': s => s.get(EVE, '/v1/requests/1'),
    '401 for nobody': async s => s.get('nobody', (await s.filed()).path),
    '404 for a stranger': async s => s.get(EVE, (await s.filed()).path),
  },
  listGrants: {
    '200 with a page before and a page after': async s => {
      const { requester } = await s.decided(GRANTED);
      await s.decided(APPROVE, requester, { level: 'editor' });
      await s.decided(GRANTED, requester, { level: 'owner' });
      const { body } = await s.get(requester, '/v1/grants?limit=1');
      const second = `/v1/grants?limit=1&cursor=${body.nextCursor}`;
      return s.get(requester, second);
    },
    '200 for a dataset': async s => {
      await s.decided(GRANTED);
      return s.get(DAN, `/v1/grants?dataset=${ORDERS}`);
    },
    '200 for those that are not over': async s => {
      const { requester } = await s.revoked();
      return s.get(requester, '/v1/grants?open=true');
    },
    '400 for an unknown state': s => s.get(EVE, '/v1/grants?state=lost'),
    '401 for nobody': s => s.get('nobody', '/v1/grants'),
  },
  ...transitionCases,
  ...grantCases,
  ...delegationCases,
  ...emergencyCases,
  ...policyCases,
  ...roleCases,
  ...responsibilityCases,
  ...reviewCases,
  ...domainCases,
  ...groupDomainCases,
  ...decisionCases,
};
