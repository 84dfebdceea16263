import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import { whoApproved } from '../approvals/Approval';
import { displayName } from '../catalog/displayName';
import type { DatasetAccessConfig } from '../config/readConfig';
import type { OutboxHandler } from '../outbox/OutboxMessage';
import type { DatabaseRequestQueries } from '../requests/DatabaseRequestQueries';
import type { RequestedAccess } from '../requests/RequestedAccess';
import type { RequestRecord } from '../requests/RequestRecord';
import type { RequestResources } from '../requests/RequestResources';
import type { RequestSituations } from '../requests/RequestSituations';
import type { NoticeKind, NoticeMessage } from '../notices/noticeMessages';
import { NoticeRecipients, undecidable, without } from './NoticeRecipients';
import type { NoticeSender } from './NoticeSender';
import {
  approverText,
  formerApproverText,
  nobodyDecidesText,
  NoticeSubjectMatter,
  outcomeText,
  oversightText,
} from './noticeTexts';

/** @see RequestNotices */
export interface RequestNoticesOptions {
  queries: DatabaseRequestQueries;
  situations: RequestSituations;
  requestResources: RequestResources;
  requestedAccess: RequestedAccess;
  audit: DatabaseAuditStore;
  directory: Directory;
  recipients: NoticeRecipients;
  sender: NoticeSender;
  config: DatasetAccessConfig;
  logger: LoggerService;
}

type Payload<TKind extends NoticeKind> = Extract<
  NoticeMessage,
  { kind: TKind }
>['payload'];

/**
 * Delivers the notices about requests. Recipients and texts are worked out now, from what is true now: a notice that was
 * held up says how things stand, and one that is sent twice says the same thing in the same row.
 */
export class RequestNotices {
  readonly #options: RequestNoticesOptions;
  readonly #recipients: NoticeRecipients;

  constructor(options: RequestNoticesOptions) {
    this.#options = options;
    this.#recipients = options.recipients;
  }

  /** By message kind, for the outbox worker. */
  handlers(): Record<string, OutboxHandler> {
    // what the outbox holds was written by noticeMessages
    return {
      'notify-approvers': payload =>
        this.#toApprovers(payload as Payload<'notify-approvers'>),
      'notify-former-approvers': payload =>
        this.#toFormerApprovers(payload as Payload<'notify-former-approvers'>),
      'notify-superusers': payload =>
        this.#toSuperusers(payload as Payload<'notify-superusers'>),
      'notify-requester': payload =>
        this.#toRequester(payload as Payload<'notify-requester'>),
      'notify-beneficiary': payload =>
        this.#toBeneficiary(payload as Payload<'notify-beneficiary'>),
      'notify-oversight': payload =>
        this.#toOversight(payload as Payload<'notify-oversight'>),
    } satisfies Record<Exclude<NoticeKind, 'signal-pages'>, OutboxHandler>;
  }

  async #toApprovers(payload: Payload<'notify-approvers'>): Promise<void> {
    const { queries, situations, sender } = this.#options;
    const requests = await queries.ofBatch(payload.batchId);
    if (requests.length === 0) {
      return;
    }
    const looked = await situations.of(requests);
    // a notice that reaches nobody was not delivered (threat model E7)
    await this.#reportUndecidable(undecidable(looked));
    const eligible = await this.#recipients.approvers(looked);
    const pending = requests.filter(({ status }) => status === 'pending');
    await sender.send(without(eligible, payload.except), {
      topic: 'access-requested',
      scope: `asked:${payload.batchId}`,
      link: this.#link(pending.length > 0 ? pending : requests, 'inbox'),
      ...approverText(await this.#matter(requests), payload.reminder),
    });
  }

  async #toSuperusers({
    batchId,
  }: Payload<'notify-superusers'>): Promise<void> {
    const { queries, situations } = this.#options;
    const requests = await queries.ofBatch(batchId);
    await this.#reportUndecidable(undecidable(await situations.of(requests)));
  }

  /** Tells those who can mend it that requests of a batch wait while nobody can decide on them. */
  async #reportUndecidable([first]: readonly RequestRecord[]): Promise<void> {
    const { sender, config, logger } = this.#options;
    if (!first) {
      return;
    }
    const superusers = await this.#recipients.existing(config.superusers);
    logger.error(
      `Nobody can decide on request ${first.id} for ${first.dataset.ref}; told ${superusers.size} superusers`,
    );
    await sender.send(superusers, {
      topic: 'access-requested',
      // not the row that they have when they are approvers of others in the batch
      scope: `undecidable:${first.batchId}`,
      // their inbox has only what is routed to them, so a list of these would be empty
      link: this.#link([first], 'inbox'),
      ...nobodyDecidesText(await this.#matter([first])),
      severity: 'high',
    });
  }

  async #toFormerApprovers({
    requestId,
    former,
  }: Payload<'notify-former-approvers'>): Promise<void> {
    const { queries, situations, sender } = this.#options;
    const requests = await queries.get([requestId]);
    if (requests.length === 0) {
      return;
    }
    const current = await this.#recipients.approvers(
      await situations.of(requests),
    );
    const users = await this.#recipients.existing(former);
    await sender.send(without(users, [...current, requests[0].requester]), {
      topic: 'access-requested',
      scope: `asked:${requests[0].batchId}`,
      link: this.#link(requests, 'inbox'),
      ...formerApproverText(await this.#matter(requests)),
    });
  }

  async #toRequester({
    batchId,
    except,
  }: Payload<'notify-requester'>): Promise<void> {
    const { queries, sender } = this.#options;
    const requests = await queries.ofBatch(batchId);
    if (requests.length === 0) {
      return;
    }
    await sender.send(without(new Set([requests[0].requester]), except), {
      topic: 'access-decided',
      scope: `outcome:${batchId}`,
      link: this.#link(requests, 'mine'),
      ...outcomeText(await this.#matter(requests)),
    });
  }

  async #toBeneficiary({
    requestId,
    except,
  }: Payload<'notify-beneficiary'>): Promise<void> {
    const { queries, sender } = this.#options;
    const requests = await queries.get([requestId]);
    if (requests.length === 0) {
      return;
    }
    const [{ beneficiary, requester }] = requests;
    const users = await this.#recipients.existing([beneficiary.ref]);
    // the requester has a notice about the whole batch
    await sender.send(without(users, [...except, requester]), {
      topic: 'access-decided',
      scope: `access:${requestId}`,
      link: this.#link(requests, 'mine'),
      ...outcomeText(await this.#matter(requests)),
    });
  }

  async #toOversight({
    requestId,
  }: Payload<'notify-oversight'>): Promise<void> {
    const { queries, requestResources, sender, config } = this.#options;
    const requests = await queries.get([requestId]);
    if (requests.length === 0) {
      return;
    }
    const [{ owner }] = await requestResources.of(requests);
    const users = await this.#recipients.existing([
      ...config.superusers,
      ...owner,
    ]);
    const { decision } = requests[0];
    await sender.send(without(users, decision?.by ? [decision.by] : []), {
      topic: 'access-oversight',
      scope: `self-approval:${requestId}`,
      link: this.#link(requests, 'mine'),
      severity: 'high',
      ...oversightText(await this.#matter(requests)),
    });
  }

  async #matter(
    requests: readonly RequestRecord[],
  ): Promise<NoticeSubjectMatter> {
    const { requestedAccess, audit, directory } = this.#options;
    const ids = requests.map(({ id }) => id);
    const questioned = requests
      .filter(
        ({ status, waitingOn }) =>
          status === 'pending' && waitingOn === 'requester',
      )
      .map(({ id }) => id);
    const [granted, events] = await Promise.all([
      requestedAccess.of(ids),
      questioned.length > 0 ? audit.read('request', questioned) : [],
    ]);
    const questions = events.filter(
      ({ type }) => type === 'information-requested',
    );
    const named = await directory.entities([
      ...requests.flatMap(request => [
        request.requester,
        request.beneficiary.ref,
        ...request.approvers.map(({ ref }) => ref),
        ...(request.decision?.by ? [request.decision.by] : []),
        ...whoApproved(request.approval),
      ]),
      ...questions.flatMap(({ actor }) => actor ?? []),
    ]);
    return {
      requests,
      given: granted,
      questions: new Map(
        questions.map(({ subject, actor = '', text = '' }) => [
          subject.id,
          { by: actor, text },
        ]),
      ),
      name: ref => displayName(named.get(ref), ref),
    };
  }

  /** One request has a page; several are a list. */
  #link(requests: readonly RequestRecord[], list: 'inbox' | 'mine'): string {
    const { pagePath } = this.#options.config.notifications;
    const [{ id, batchId }] = requests;
    const page = list === 'inbox' ? 'inbox' : 'requests';
    return requests.length === 1
      ? `${pagePath}/${page}/${id}`
      : `${pagePath}/${page}?batch=${batchId}`;
  }
}
