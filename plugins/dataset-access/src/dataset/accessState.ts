import type {
  AccessGrant,
  AccessRequest,
  DatasetAccess,
  EffectiveAccess,
} from 'backstage-plugin-dataset-access-common';

/**
 * Where a person stands with a dataset, the one thing the header says. Approved and granted are never mixed up
 * (design §3).
 */
export type AccessState =
  | { is: 'requested'; request: AccessRequest }
  | { is: 'being-set-up'; grant: AccessGrant }
  | { is: 'has-access'; access: EffectiveAccess; isDomain: boolean }
  | { is: 'requestable' }
  | { is: 'not-requestable'; code: string; message: string };

/** Whether it is a domain that the person stands before, not a dataset. */
export function isDomain({ dataset }: Pick<DatasetAccess, 'dataset'>): boolean {
  return dataset.ref.startsWith('domain:');
}

/** What is under way comes before what is there: somebody who asks for more wants to know how that is going. */
export function accessState(situation: DatasetAccess): AccessState {
  const [request] = situation.openRequests;
  if (request) {
    return { is: 'requested', request };
  }
  const [grant] = situation.settingUp;
  if (grant) {
    return { is: 'being-set-up', grant };
  }
  if (situation.access.level) {
    return {
      is: 'has-access',
      access: situation.access,
      isDomain: isDomain(situation),
    };
  }
  const { allowed, code = '', message = '' } = situation.request;
  return allowed
    ? { is: 'requestable' }
    : { is: 'not-requestable', code, message };
}
