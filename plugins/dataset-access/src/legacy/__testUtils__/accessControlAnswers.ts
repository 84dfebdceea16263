import { aResponsibility } from '../../__testUtils__/MemoryResponsibilities';
import { aPolicy, privileges } from '../../__testUtils__/policies';
import { aRolePolicy, role } from '../../__testUtils__/roles';

const can = { manage: false };
const reader = {
  ...role({ id: 'reader', title: 'Reader' }),
  members: 1,
  editable: false,
};

/** What the backend answers about who may do what, by path. */
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
};
