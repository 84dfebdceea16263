import type { OperationId } from '../http/operation';
import { ANA } from './smallWorld';

const GRANTS = '/v1/domains/nothing/grants';
const UNKNOWN_ID = '7e0b6a36-3b0f-4b6e-9d35-0f6e2f3f6d10';
const expiresAt = '2031-01-01T00:00:00Z';

/** The bodies of the operations on domains, with every field that they can have: there is no such domain. */
export const domainBodies: Array<
  [OperationId, 'post' | 'put', string, Record<string, unknown>]
> = [
  [
    'createDomainGrant',
    'post',
    GRANTS,
    { subject: ANA, level: 'owner', datasetLevelAccess: true, expiresAt },
  ],
  [
    'updateDomainGrant',
    'put',
    `${GRANTS}/${UNKNOWN_ID}`,
    {
      level: 'owner',
      datasetLevelAccess: true,
      retakeSnapshot: true,
      expiresAt,
      version: 1,
    },
  ],
  [
    'createUserDomainGrant',
    'post',
    '/v1/domains/nothing/users/ana/grants',
    { AccessType: 'owner', IsDatasetLevelAccessProvided: true },
  ],
  [
    'updateUserDomainGrant',
    'put',
    '/v1/domains/nothing/users/ana/grants',
    { AccessType: 'owner', IsDatasetLevelAccessProvided: true },
  ],
  [
    'replaceGroupDomains',
    'put',
    '/v1/groups/nothing/domains',
    {
      DomainNames: [{ nothing: { IsDatasetLevelAccessProvided: true } }],
      domains: [
        { domain: 'nothing', level: 'owner', datasetLevelAccess: true },
      ],
    },
  ],
];
