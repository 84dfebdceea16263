import type { DatasetAccess } from 'backstage-plugin-dataset-access-common';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import { ANA, BOB, DAN, ORDERS } from '../__testUtils__/people';
import {
  aGrant,
  anApprovedRequest,
  aRequest,
  StoredRequest,
} from '../__testUtils__/requests';
import { AccessState, accessState } from './accessState';

const refused = {
  allowed: false,
  code: 'NO_APPROVER',
  message: 'Nobody is there to decide.',
};
const owned: DatasetAccess['access'] = {
  level: 'owner',
  paths: [{ kind: 'ownership', level: 'owner', via: ANA }],
};

async function stateWith(
  requests: StoredRequest[],
  situation: Partial<DatasetAccess> = {},
): Promise<AccessState> {
  const backend = new MemoryDatasetAccess(ANA, requests);
  backend.situation = situation;
  return accessState(await backend.getDatasetAccess(ORDERS));
}

describe('where a person stands with a dataset', () => {
  it.each<
    [
      string,
      AccessState['is'],
      StoredRequest[],
      Partial<DatasetAccess> | undefined,
    ]
  >([
    ['nothing yet, and may ask', 'requestable', [], {}],
    ['nothing, and may not ask', 'not-requestable', [], { request: refused }],
    ['a request that waits', 'requested', [aRequest()], {}],
    [
      'a request for others that waits',
      'requestable',
      [aRequest({ beneficiary: DAN })],
      {},
    ],
    [
      'approved, and nobody has granted it yet (P-09)',
      'being-set-up',
      [anApprovedRequest()],
      {},
    ],
    [
      'approved, and a connector is at it',
      'being-set-up',
      [anApprovedRequest({ state: 'provisioning' })],
      {},
    ],
    ['granted', 'has-access', [anApprovedRequest({ state: 'active' })], {}],
    [
      'granted, while new requests are refused',
      'has-access',
      [anApprovedRequest({ state: 'active' })],
      { request: refused },
    ],
    ['the dataset itself', 'has-access', [], { access: owned }],
    [
      'access, and a request for more that waits',
      'requested',
      [
        anApprovedRequest({ state: 'active' }),
        aRequest({ id: 'request-2', level: 'editor' }),
      ],
      {},
    ],
    [
      'access, and more of it approved',
      'being-set-up',
      [
        anApprovedRequest({ state: 'active' }),
        anApprovedRequest({ id: 'grant-2', level: 'editor' }),
      ],
      {},
    ],
    ['denied', 'requestable', [aRequest({ status: 'denied' })], {}],
    [
      'access that was revoked',
      'requestable',
      [anApprovedRequest({ state: 'revoked' })],
      {},
    ],
  ])('%s: %s', async (_, is, requests, situation) => {
    await expect(stateWith(requests, situation)).resolves.toMatchObject({ is });
  });

  it('carries what the button has to tell', async () => {
    const grant = aGrant({ grantedBy: BOB });

    await expect(stateWith([aRequest()])).resolves.toMatchObject({
      request: { id: 'request-1' },
    });
    await expect(stateWith([anApprovedRequest(grant)])).resolves.toEqual({
      is: 'being-set-up',
      grant,
    });
    await expect(stateWith([], { request: refused })).resolves.toEqual({
      is: 'not-requestable',
      code: refused.code,
      message: refused.message,
    });
  });
});
