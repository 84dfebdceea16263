import { later } from '../clock';
import type { DatasetSettings } from '../config/datasetSettings';

/** When a step that begins now escalates; never where nobody is named who could step in. */
export function escalationDue(
  { requests, approvers }: DatasetSettings,
  now: Date,
): Date | undefined {
  return requests.escalateAfter && approvers.escalation.length > 0
    ? later(now, requests.escalateAfter)
    : undefined;
}
