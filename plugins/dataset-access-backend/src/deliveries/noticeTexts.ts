import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import { compareLevels } from 'backstage-plugin-dataset-access-common';
import { DateTime, Duration } from 'luxon';
import { waitingStep } from '../approvals/Approval';
import type { GrantRecord } from '../grants/GrantRecord';
import type { GivenAccess } from '../requests/RequestedAccess';
import type { RequestRecord } from '../requests/RequestRecord';

/** Requests of one batch with what a notice about them says. */
export interface NoticeSubjectMatter {
  /** Never empty. */
  requests: readonly RequestRecord[];
  given: ReadonlyMap<string, GivenAccess>;
  /** The last question of an approver that is still open, by request. */
  questions: ReadonlyMap<string, { by: string; text: string }>;
  name(ref: string): string;
}

type Text = Pick<NotificationPayload, 'title' | 'description'>;

/** Notices are read in a list; the page has the rest. */
const REASON_LENGTH = 280;

/** To approvers: what is asked and by whom, or what became of it. */
export function approverText(
  matter: NoticeSubjectMatter,
  reminder: boolean,
): Text {
  const { requests, name } = matter;
  const [first] = requests;
  const pending = requests.filter(({ status }) => status === 'pending');
  const dataset = datasetName(first);
  if (pending.length === 0) {
    return {
      title: `Nothing left to decide: access to ${first.dataset.title}`,
      description: requests.map(one => outcome(matter, one)).join(' '),
    };
  }
  const who = name(first.requester);
  const title =
    pending.length === 1
      ? `${who} asks for ${first.level} access to ${first.dataset.title}`
      : `${who} asks for ${first.level} access to ${first.dataset.title} for ${pending.length} people or groups`;
  const decided = requests.filter(({ status }) => status !== 'pending');
  return {
    title: reminder ? `Still waiting for you: ${title}` : title,
    description: [
      `${dataset}, for ${list(
        pending.map(({ beneficiary }) => name(beneficiary.ref)),
      )}, ${term(first.duration)}.`,
      first.reason && `Reason: ${shorten(first.reason)}`,
      progress(matter, pending),
      ...decided.map(one => outcome(matter, one)),
    ]
      .filter(Boolean)
      .join(' '),
  };
}

/** Where requests stand that take more than one approval, as far as it is the same for all. */
function progress(
  { name }: NoticeSubjectMatter,
  pending: readonly RequestRecord[],
): string | undefined {
  const [{ approval }] = pending;
  if (!approval || pending.length > 1) {
    return undefined;
  }
  const { missing } = waitingStep(approval);
  const before =
    approval.given.length > 0
      ? `${list(approval.given.map(({ by }) => name(by)))} approved. `
      : '';
  const steps = approval.steps.length;
  return `${before}${
    steps > 1 ? `Step ${approval.step + 1} of ${steps} takes` : 'It takes'
  } ${missing} ${approval.given.length > 0 ? 'more ' : ''}approval${
    missing === 1 ? '' : 's'
  }.`;
}

/** To those who were approvers. */
export function formerApproverText({
  requests: [request],
  name,
}: NoticeSubjectMatter): Text {
  const now = request.approvers.map(({ ref }) => name(ref));
  return {
    title: `No longer yours to decide: access to ${request.dataset.title}`,
    description:
      now.length > 0
        ? `The request of ${name(request.requester)} is now with ${list(now)}.`
        : `The request of ${name(
            request.requester,
          )} has no approver at the moment.`,
  };
}

/** To the requester and to beneficiaries: where things stand. */
export function outcomeText(matter: NoticeSubjectMatter): Text {
  const { requests, questions, name } = matter;
  const [first] = requests;
  const asked = requests.flatMap(({ id }) => questions.get(id) ?? []).at(0);
  if (asked) {
    return {
      title: `${name(asked.by)} asks for more information: access to ${
        first.dataset.title
      }`,
      description: shorten(asked.text),
    };
  }
  const open = requests.filter(({ status }) => status === 'pending');
  return {
    title: `${headline(matter)}: access to ${first.dataset.title}`,
    description: [
      ...requests
        .filter(({ status }) => status !== 'pending')
        .map(one => outcome(matter, one)),
      open.length > 0 &&
        `Still waiting for a decision: ${list(
          open.map(({ beneficiary }) => name(beneficiary.ref)),
        )}.`,
    ]
      .filter(Boolean)
      .join(' '),
  };
}

/** To superusers and owners, when separation of duties is switched off and was broken. */
export function oversightText({
  requests: [request],
  name,
}: NoticeSubjectMatter): Text {
  const decider = name(
    request.decision?.by ??
      request.approval?.given.at(-1)?.by ??
      request.requester,
  );
  return {
    title: `${decider} decided on access for themselves: ${request.dataset.title}`,
    description: `${decider} ${
      request.decision ? request.status : 'was one of those who approved'
    } a request for ${name(request.beneficiary.ref)} that was filed by ${name(
      request.requester,
    )}. This portal allows it and records it.`,
  };
}

/** To superusers, when a request waits and nobody can decide on it. */
export function nobodyDecidesText({
  requests: [request],
  name,
}: NoticeSubjectMatter): Text {
  return {
    title: `Nobody can decide: access to ${request.dataset.title}`,
    description: `${name(request.requester)} waits for a decision, and ${
      request.datasetLevelAccess === undefined
        ? `the dataset has ${
            request.approval ? 'too few approvers' : 'no approver'
          } who may take it. Give it an owner, or decide yourself.`
        : 'the domain has no owner who may take it. Give it one.'
    }`,
  };
}

function headline({ requests, given }: NoticeSubjectMatter): string {
  const endings = new Set(
    requests.map(({ id }) => given.get(id)?.grant?.end?.reason),
  );
  if (endings.size === 1 && !endings.has(undefined)) {
    return 'Ended';
  }
  const statuses = new Set(requests.map(({ status }) => status));
  statuses.delete('pending');
  if (statuses.size !== 1) {
    return statuses.size === 0 ? 'Waiting for an approver' : 'Decided';
  }
  const [status] = statuses;
  if (requests.every(isEmergency)) {
    return 'Emergency access';
  }
  return status.charAt(0).toUpperCase() + status.slice(1);
}

function outcome(matter: NoticeSubjectMatter, request: RequestRecord): string {
  const { name, given } = matter;
  const whom = name(request.beneficiary.ref);
  const { decision } = request;
  const said = decision?.comment ? ` ${shorten(decision.comment)}` : '';
  switch (request.status) {
    case 'approved':
      if (isEmergency(request)) {
        return `${whom}: emergency access. ${reality(
          request,
          given.get(request.id),
        )}`;
      }
      return `${whom}: approved by ${decidedBy(matter, request)}${narrowed(
        request,
        given.get(request.id),
      )}. ${reality(request, given.get(request.id))}${said}`;
    case 'denied':
      return `${whom}: denied by ${decidedBy(matter, request)}.${said}`;
    case 'withdrawn':
      return `${whom}: the request was withdrawn.`;
    case 'expired':
      return `${whom}: nobody decided in time. File a new request if the access is still needed.`;
    case 'cancelled':
      return request.cancelReason?.startsWith('beneficiary')
        ? `${whom}: cancelled, because the beneficiary is no longer in the catalog.`
        : `${whom}: cancelled, because the dataset is no longer in the catalog.`;
    default:
      return `${whom}: waiting for a decision.`;
  }
}

/** What nobody approved is not called approved. */
function isEmergency({ decision }: RequestRecord): boolean {
  return decision?.rule?.kind === 'emergency';
}

/** A person, or the rule that decided in place of one. */
function decidedBy(
  { name }: NoticeSubjectMatter,
  { decision, requester }: RequestRecord,
): string {
  return decision?.rule
    ? `the rule “${decision.rule.title}”`
    : name(decision?.by ?? requester);
}

function narrowed(
  request: RequestRecord,
  { grant, domainGrant }: GivenAccess = {},
): string {
  if (domainGrant) {
    return request.datasetLevelAccess && !domainGrant.datasetLevelAccess
      ? ', but without its datasets'
      : '';
  }
  if (!grant) {
    return '';
  }
  const changes = [
    compareLevels(grant.level, request.level) < 0 && grant.level,
    grant.duration !== request.duration && term(grant.duration),
  ].filter(Boolean);
  return changes.length > 0 ? `, but ${changes.join(' and ')}` : '';
}

/** Approved is not granted; the notice never blurs the two (design §3). */
function reality(
  request: RequestRecord,
  { grant, domainGrant }: GivenAccess = {},
): string {
  if (domainGrant?.endedAt) {
    return 'The access is over.';
  }
  if (domainGrant) {
    return `The access is there${
      domainGrant.datasetLevelAccess ? ', with all datasets of the domain' : ''
    }${untilText(domainGrant.expiresAt)}.`;
  }
  return grant
    ? grantReality(grant, request.dataset.source ?? 'the source')
    : 'The access is not there yet.';
}

function grantReality(grant: GrantRecord, source: string): string {
  switch (grant.state) {
    case 'awaiting-provisioning':
      return `The owner still has to grant it in ${source}.`;
    case 'provisioning':
      return `It is being set up in ${source}.`;
    case 'failed':
      return `${source} does not have it yet; the portal keeps trying.`;
    case 'active':
      return `The access is there${untilText(grant.expiresAt)}.`;
    case 'suspended':
      return 'The access is suspended, because the catalog has lost who it is for or what it is to.';
    case 'expired':
      return 'The access has ended.';
    default:
      return grant.end?.reason === 'returned'
        ? 'The access was given back.'
        : 'The access was revoked.';
  }
}

function untilText(end: Date | undefined): string {
  return end
    ? `, until ${DateTime.fromJSDate(end, { zone: 'utc' })
        .setLocale('en')
        .toLocaleString(DateTime.DATE_MED)}`
    : '';
}

function datasetName({ dataset, datasetLevelAccess }: RequestRecord): string {
  if (datasetLevelAccess !== undefined) {
    return `The domain ${dataset.title}${
      datasetLevelAccess ? ' with all of its datasets' : ''
    }`;
  }
  return dataset.source
    ? `${dataset.title} in ${dataset.source}`
    : dataset.title;
}

function term(duration: string | undefined): string {
  return duration
    ? `for ${Duration.fromISO(duration, { locale: 'en' }).toHuman()}`
    : 'until revoked';
}

function list(names: readonly string[]): string {
  return new Intl.ListFormat('en').format(names);
}

/** The reader's own words never run into ours, and never beyond a few lines. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length > REASON_LENGTH
    ? `“${characters.slice(0, REASON_LENGTH - 1).join('')}…”`
    : `“${line}”`;
}
