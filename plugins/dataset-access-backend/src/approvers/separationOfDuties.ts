import type { DatasetSettings } from '../config/datasetSettings';

/**
 * The users who may not decide on a wish, whatever role they hold: who files it, and everybody who would get the access
 * (design §3). Asked when a request is filed, when approvers are told, and when somebody decides.
 *
 * @param beneficiaryMembers - the users the beneficiary stands for
 */
export function barredUsers(
  { requests }: DatasetSettings,
  requester: string,
  beneficiaryMembers: ReadonlySet<string>,
): ReadonlySet<string> {
  return requests.selfApproval === 'allow-and-record'
    ? new Set()
    : new Set([requester, ...beneficiaryMembers]);
}
