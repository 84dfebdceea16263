import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import { DateTime } from 'luxon';
import { GrantRecord, isPendingInSource, MANUAL } from '../grants/GrantRecord';

type Text = Pick<NotificationPayload, 'title' | 'description'>;

/**
 * To those who answer for the dataset: what is to be done about a grant.
 *
 * @param holder - the name of who has or gets the access
 * @returns undefined when nothing is to be done any more
 */
export function taskText(
  grant: GrantRecord,
  holder: string,
  isOverdue: boolean,
  now: Date,
): Text | undefined {
  const { dataset, level, state, connector, problem } = grant;
  const where = dataset.source ?? 'the source';
  const still = isOverdue ? 'Still to be done: ' : '';
  if (state === 'failed') {
    return {
      title: `Access could not be set up: ${dataset.title}`,
      description: `${level} access of ${holder} was approved, and ${where} does not have it yet. ${
        problem?.message ?? ''
      } The portal keeps trying.`,
    };
  }
  if (connector !== MANUAL) {
    return undefined;
  }
  if (state === 'awaiting-provisioning') {
    return {
      title: `${still}Give ${holder} access to ${dataset.title}`,
      description: `${level} access was approved. Grant it in ${where}, and confirm it here.`,
    };
  }
  return isPendingInSource(grant, now)
    ? {
        title: `${still}Take access to ${dataset.title} back from ${holder}`,
        description: `${level} access has ended here. Take it back in ${where}, and confirm it here.`,
      }
    : undefined;
}

/** To the holder, before access ends. */
export function endingText({ dataset, level }: GrantRecord, end: Date): Text {
  return {
    title: `Your access to ${dataset.title} ends on ${day(end)}`,
    description: `${level} access. Ask for an extension if you still need it: nothing lapses in between when it is approved in time.`,
  };
}

function day(date: Date): string {
  return DateTime.fromJSDate(date, { zone: 'utc' })
    .setLocale('en')
    .toLocaleString(DateTime.DATE_MED);
}
