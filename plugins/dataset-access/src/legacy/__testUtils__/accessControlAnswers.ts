import { aDomainGrant } from '../../__testUtils__/domains';
import { aResponsibility } from '../../__testUtils__/MemoryResponsibilities';
import { aPolicy, privileges } from '../../__testUtils__/policies';
import { aGrant } from '../../__testUtils__/requests';
import { aRolePolicy, role } from '../../__testUtils__/roles';

const can = { manage: false };
const FREIGHT = 'domain:default/freight';
const LOGISTICS = 'group:default/logistics';
const shared = aDomainGrant({
  domain: { ref: FREIGHT, title: 'Freight' },
  subject: LOGISTICS,
  datasetLevelAccess: true,
  grantedBy: 'user:default/guest',
});
const grant = aGrant({
  dataset: { ref: 'resource:default/parcels', title: 'Parcels' },
  subject: 'user:default/guest',
});
const reader = {
  ...role({ id: 'reader', title: 'Reader' }),
  members: 1,
  editable: false,
};

/** What the backend answers about who may do what and who has what, by path. */
export const accessControlAnswers: Record<string, object> = {
  '/v1/policies': { items: [aPolicy()], can },
  '/v1/policies/finance-docs': aPolicy(),
  '/v1/policies/finance-docs/history': { items: [], intact: true },
  '/v1/privileges': { items: privileges },
  '/v1/operations': { items: [] },
  '/v1/roles': { items: [reader], can },
  '/v1/roles/reader': { ...reader, policies: [aRolePolicy()], can },
  '/v1/roles/reader/members': {
    items: [
      {
        subject: 'user:default/guest',
        assignedAt: '2026-11-01T08:00:00Z',
        exists: true,
      },
    ],
  },
  '/v1/responsibilities': {
    items: [aResponsibility({ subject: 'group:default/logistics' })],
    roles: [{ id: 'data-steward', title: 'Data steward' }],
    can,
  },
  '/v1/requests/counts': { inbox: 0, mine: 0, tasks: 1 },
  '/v1/grants': { items: [grant], answersFor: true },
  '/v1/grants/grant-1': {
    ...grant,
    history: [],
    historyIntact: true,
    can: {
      confirm: { allowed: true },
      revoke: { allowed: true },
      return: { allowed: false },
      confirmRemoval: { allowed: false },
    },
  },
  '/v1/tasks': {
    items: [{ kind: 'grant', grant, since: grant.createdAt, overdue: false }],
  },
  '/v1/drift': { items: [] },
  '/v1/reviews': { items: [], can: { manage: true } },
  '/v1/domains': { items: [] },
  [`/v1/domains/${encodeURIComponent(FREIGHT)}/grants`]: {
    items: [shared],
    captures: [],
    can: { manage: { allowed: true } },
  },
  [`/v1/domains/${encodeURIComponent(FREIGHT)}/history`]: { items: [] },
  [`/v1/groups/${encodeURIComponent(LOGISTICS)}/domains`]: {
    group: LOGISTICS,
    newLevel: 'read-only',
    DomainNames: [],
    domains: [shared],
    etag: '"1"',
    can: { manage: [FREIGHT] },
  },
};
