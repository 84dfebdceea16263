import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import { Duration } from 'luxon';
import type { EmergencyRecord } from '../emergencies/EmergencyRecord';
import { GrantRecord, MANUAL } from '../grants/GrantRecord';

type Text = Pick<NotificationPayload, 'title' | 'description'>;

/** An emergency with what a notice about it says. */
export interface EmergencyMatter {
  emergency: EmergencyRecord;
  grant: GrantRecord | undefined;
  name(ref: string): string;
}

/** Notices are read in a list; the page has the rest. */
const TEXT_LENGTH = 280;

/** To those who answer for the dataset, and superusers: who took what, why and for how long, and what they have to do. */
export function emergencyText(
  matter: EmergencyMatter,
  reminder: boolean,
): Text {
  const { emergency, name } = matter;
  const { dataset, level, duration, reason, review } = emergency;
  const who = name(emergency.user);
  if (review) {
    return {
      title: `Reviewed: emergency access of ${who} to ${dataset.title}`,
      description: `${name(review.by)} found it ${verdictText(review)}.${quoted(
        review.comment,
      )}`,
    };
  }
  const time = Duration.fromISO(duration, { locale: 'en' }).toHuman();
  return {
    title: reminder
      ? `Still to be reviewed: emergency access of ${who} to ${dataset.title}`
      : `Emergency access: ${who} took ${level} access to ${dataset.title}`,
    description: [
      `${dataset.source ? `In ${dataset.source}, for` : 'For'} ${time}.`,
      reason && `Reason:${quoted(reason)}`,
      realityText(matter),
      `Review it: until then ${who} cannot take emergency access again.`,
    ]
      .filter(Boolean)
      .join(' '),
  };
}

/** To who took it: what the review came to. */
export function emergencyUserText({ emergency, name }: EmergencyMatter): Text {
  const { dataset, review } = emergency;
  return {
    title: `Your emergency access to ${dataset.title} was reviewed`,
    description: review
      ? `${name(review.by)} found it ${verdictText(review)}.${quoted(
          review.comment,
        )}`
      : undefined,
  };
}

/** Taken is not there yet, where people grant by hand; the notice says so, and who has to hurry. */
function realityText({
  emergency,
  grant,
}: EmergencyMatter): string | undefined {
  const where = emergency.dataset.source ?? 'the source';
  return grant?.connector === MANUAL && grant.state === 'awaiting-provisioning'
    ? `It is not there yet: grant it in ${where} now, and confirm it here.`
    : undefined;
}

function verdictText({
  verdict,
}: NonNullable<EmergencyRecord['review']>): string {
  return verdict === 'justified' ? 'justified' : 'not justified';
}

/** The reader's own words never run into ours, and never beyond a few lines. */
function quoted(text: string | undefined): string {
  if (!text) {
    return '';
  }
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length > TEXT_LENGTH
    ? ` “${characters.slice(0, TEXT_LENGTH - 1).join('')}…”`
    : ` “${characters.join('')}”`;
}
