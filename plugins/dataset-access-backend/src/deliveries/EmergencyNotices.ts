import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { ApproverService } from '../approvers/ApproverService';
import { displayName } from '../catalog/displayName';
import type { DatasetAccessConfig } from '../config/readConfig';
import type { DatasetReader } from '../datasets/Dataset';
import type { DatabaseEmergencyStore } from '../emergencies/DatabaseEmergencyStore';
import type { EmergencyRecord } from '../emergencies/EmergencyRecord';
import type {
  EmergencyMessage,
  EmergencyMessageKind,
} from '../notices/emergencyMessages';
import type { OutboxHandler } from '../outbox/OutboxMessage';
import type { RequestedAccess } from '../requests/RequestedAccess';
import {
  EmergencyMatter,
  emergencyText,
  emergencyUserText,
} from './emergencyNoticeTexts';
import { NoticeRecipients, without } from './NoticeRecipients';
import type { NoticeSender } from './NoticeSender';

/** @see EmergencyNotices */
export interface EmergencyNoticesOptions {
  emergencies: DatabaseEmergencyStore;
  requestedAccess: RequestedAccess;
  reader: DatasetReader;
  approvers: ApproverService;
  directory: Directory;
  recipients: NoticeRecipients;
  sender: NoticeSender;
  config: DatasetAccessConfig;
}

type Payload<TKind extends EmergencyMessageKind> = Extract<
  EmergencyMessage,
  { kind: TKind }
>['payload'];

/** Delivers the notices about emergency access, which are as loud as notices can be (M10). */
export class EmergencyNotices {
  readonly #options: EmergencyNoticesOptions;

  constructor(options: EmergencyNoticesOptions) {
    this.#options = options;
  }

  /** By message kind, for the outbox worker. */
  handlers(): Record<string, OutboxHandler> {
    // what the outbox holds was written by emergencyMessages
    return {
      'notify-emergency': payload =>
        this.#toReviewers(payload as Payload<'notify-emergency'>),
      'notify-emergency-user': payload =>
        this.#toUser(payload as Payload<'notify-emergency-user'>),
    } satisfies Record<EmergencyMessageKind, OutboxHandler>;
  }

  async #toReviewers({
    id,
    reminder,
  }: Payload<'notify-emergency'>): Promise<void> {
    const matter = await this.#matter(id);
    if (matter) {
      const { emergency } = matter;
      const users = await this.#reviewers(emergency);
      await this.#options.sender.send(without(users, [emergency.user]), {
        topic: 'access-oversight',
        scope: `emergency:${id}`,
        link: this.#link(id),
        severity: emergency.review ? 'normal' : 'critical',
        ...emergencyText(matter, reminder),
      });
    }
  }

  async #toUser({ id }: Payload<'notify-emergency-user'>): Promise<void> {
    const { recipients, sender } = this.#options;
    const matter = await this.#matter(id);
    if (matter?.emergency.review) {
      const { user, review } = matter.emergency;
      await sender.send(await recipients.existing([user]), {
        topic: 'access-decided',
        scope: `emergency-review:${id}`,
        link: this.#link(id),
        severity: review.verdict === 'justified' ? 'normal' : 'high',
        ...emergencyUserText(matter),
      });
    }
  }

  /** Owners and approvers of the dataset as it is now, those who were approvers when it was taken, and superusers. */
  async #reviewers({
    dataset: { ref },
    approvers: before,
  }: EmergencyRecord): Promise<Set<string>> {
    const { directory, reader, approvers, recipients, config } = this.#options;
    const entities = await directory.entities([ref]);
    const dataset = reader.read(entities.get(ref));
    return recipients.existing([
      ...config.superusers,
      ...(dataset
        ? [...dataset.owners, ...(await approvers.routing(dataset)).members]
        : before.map(approver => approver.ref)),
    ]);
  }

  async #matter(id: string): Promise<EmergencyMatter | undefined> {
    const { emergencies, requestedAccess, directory } = this.#options;
    const emergency = await emergencies.get(id);
    if (!emergency) {
      return undefined;
    }
    const { user, review } = emergency;
    const [given, named] = await Promise.all([
      requestedAccess.of([id]),
      directory.entities([user, ...(review ? [review.by] : [])]),
    ]);
    return {
      emergency,
      grant: given.get(id)?.grant,
      name: ref => displayName(named.get(ref), ref),
    };
  }

  #link(id: string): string {
    return `${this.#options.config.notifications.pagePath}/requests/${id}`;
  }
}
