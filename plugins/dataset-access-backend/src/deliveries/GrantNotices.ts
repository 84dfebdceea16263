import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { ApproverService } from '../approvers/ApproverService';
import { displayName } from '../catalog/displayName';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import type { DatasetReader } from '../datasets/Dataset';
import type { DatabaseGrantStore } from '../grants/DatabaseGrantStore';
import type { GrantRecord } from '../grants/GrantRecord';
import type { GrantMessage, GrantMessageKind } from '../notices/grantMessages';
import type { OutboxHandler } from '../outbox/OutboxMessage';
import { endingText, taskText } from './grantNoticeTexts';
import { NoticeRecipients, without } from './NoticeRecipients';
import type { NoticeSender } from './NoticeSender';

/** @see GrantNotices */
export interface GrantNoticesOptions {
  grants: DatabaseGrantStore;
  reader: DatasetReader;
  approvers: ApproverService;
  directory: Directory;
  recipients: NoticeRecipients;
  sender: NoticeSender;
  config: DatasetAccessConfig;
  clock: Clock;
}

type Payload<TKind extends GrantMessageKind> = Extract<
  GrantMessage,
  { kind: TKind }
>['payload'];

/** Delivers the notices about grants. Like those about requests, they say how things stand when they are delivered. */
export class GrantNotices {
  readonly #options: GrantNoticesOptions;

  constructor(options: GrantNoticesOptions) {
    this.#options = options;
  }

  /** By message kind, for the outbox worker. */
  handlers(): Record<string, OutboxHandler> {
    // what the outbox holds was written by grantMessages
    return {
      'notify-answerable': payload =>
        this.#toAnswerable(payload as Payload<'notify-answerable'>),
      'notify-holder': payload =>
        this.#toHolder(payload as Payload<'notify-holder'>),
      'notify-escalation': payload =>
        this.#escalate(payload as Payload<'notify-escalation'>),
    } satisfies Record<GrantMessageKind, OutboxHandler>;
  }

  async #toAnswerable({
    grantId,
    except,
  }: Payload<'notify-answerable'>): Promise<void> {
    const grant = await this.#grant(grantId);
    if (grant) {
      const users = await this.#answerable(grant);
      await this.#sendTask(grant, without(users, except), false);
    }
  }

  async #escalate({ grantId }: Payload<'notify-escalation'>): Promise<void> {
    const { recipients, config } = this.#options;
    const grant = await this.#grant(grantId);
    if (grant) {
      const superusers = await recipients.existing(config.superusers);
      const users = await this.#answerable(grant);
      await this.#sendTask(grant, new Set([...users, ...superusers]), true);
    }
  }

  async #toHolder({ grantId }: Payload<'notify-holder'>): Promise<void> {
    const { recipients, sender } = this.#options;
    const grant = await this.#grant(grantId);
    if (grant?.expiresAt) {
      await sender.send(await recipients.existing([grant.subject.ref]), {
        topic: 'access-decided',
        scope: `ending:${grant.id}`,
        link: this.#link(grant),
        ...endingText(grant, grant.expiresAt),
      });
    }
  }

  async #sendTask(
    grant: GrantRecord,
    users: ReadonlySet<string>,
    isOverdue: boolean,
  ): Promise<void> {
    const { sender, directory, clock } = this.#options;
    const named = await directory.entities([grant.subject.ref]);
    const text = taskText(
      grant,
      displayName(named.get(grant.subject.ref), grant.subject.ref),
      isOverdue,
      clock.now(),
    );
    if (text) {
      await sender.send(users, {
        topic: 'access-task',
        scope: `task:${grant.id}`,
        link: this.#link(grant),
        severity: isOverdue ? 'high' : 'normal',
        ...text,
      });
    }
  }

  /** Owners and approvers of the dataset as it is now; never those who get the access. */
  async #answerable(grant: GrantRecord): Promise<Set<string>> {
    const { directory, reader, approvers, recipients } = this.#options;
    const entities = await directory.entities([grant.dataset.ref]);
    const dataset = reader.read(entities.get(grant.dataset.ref));
    if (!dataset || dataset.uid !== grant.dataset.uid) {
      return new Set();
    }
    const [{ members }, owners, holders] = await Promise.all([
      approvers.routing(dataset),
      recipients.existing(dataset.owners),
      directory.membersOf([grant.subject.ref]),
    ]);
    const existing = await recipients.existing([...members, ...owners]);
    return without(existing, [...holders]);
  }

  async #grant(id: string): Promise<GrantRecord | undefined> {
    const [grant] = await this.#options.grants.get([id]);
    return grant;
  }

  #link({ id }: GrantRecord): string {
    return `${this.#options.config.notifications.pagePath}/grants/${id}`;
  }
}
