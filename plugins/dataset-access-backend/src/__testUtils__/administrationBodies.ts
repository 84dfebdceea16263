import type { OperationId } from '../http/operation';
import { ANA, ORDERS } from './smallWorld';

const UNKNOWN_ID = '7e0b6a36-3b0f-4b6e-9d35-0f6e2f3f6d10';

/** For somebody who does not exist, so that it is refused however well the rest is written. */
const policy = {
  name: 'A policy',
  description: 'For nobody',
  type: 'metadata',
  state: 'active',
  privileges: ['metadata.edit-links'],
  actors: { users: ['user:default/ghost'] },
  resources: [{ field: 'entity', operator: 'equals', values: [ORDERS] }],
};

/** The bodies of administrators' operations, with every field that they can have: none of them does anything. */
export const administrationBodies: Array<
  [OperationId, 'post' | 'put', string, Record<string, unknown>]
> = [
  ['createPolicy', 'post', '/v1/policies', policy],
  ['updatePolicy', 'put', '/v1/policies/nothing', { policy, version: 1 }],
  [
    'setPolicyState',
    'put',
    '/v1/policies/nothing/state',
    { state: 'inactive', version: 1 },
  ],
  [
    'previewPolicy',
    'post',
    '/v1/policies/preview',
    { change: 'delete', policyId: 'nothing', policy },
  ],
  [
    'importPolicies',
    'post',
    '/v1/policies/import',
    { format: 'datahub', content: '{', dryRun: true },
  ],
  [
    'createRole',
    'post',
    '/v1/roles',
    { id: 'admin', title: 'Taken', description: 'As its id is' },
  ],
  [
    'updateRole',
    'put',
    '/v1/roles/nothing',
    { title: 'Title', description: 'Description' },
  ],
  [
    'assignRole',
    'post',
    '/v1/roles/nothing/assignments',
    { subjects: [ANA], dryRun: true },
  ],
  [
    'removeRole',
    'post',
    '/v1/roles/nothing/removals',
    { subjects: [ANA], dryRun: true },
  ],
  [
    'createResponsibility',
    'post',
    '/v1/responsibilities',
    {
      role: 'wizard',
      subject: ANA,
      resource: ORDERS,
      startsAt: '2030-02-01T00:00:00Z',
      endsAt: '2030-03-01T00:00:00Z',
    },
  ],
  [
    'updateResponsibility',
    'put',
    `/v1/responsibilities/${UNKNOWN_ID}`,
    {
      startsAt: '2030-02-01T00:00:00Z',
      endsAt: '2030-03-01T00:00:00Z',
      version: 1,
    },
  ],
  [
    'terminateResponsibility',
    'post',
    `/v1/responsibilities/${UNKNOWN_ID}/termination`,
    { version: 1 },
  ],
];
