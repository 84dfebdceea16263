import type { Directory } from 'backstage-plugin-dataset-access-node';
import { DateTime } from 'luxon';
import { displayName } from '../catalog/displayName';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import type { DatabaseDelegationStore } from '../delegations/DatabaseDelegationStore';
import { DelegationRecord, isOver } from '../delegations/DelegationRecord';
import type { DelegationMessage } from '../notices/delegationMessages';
import type { OutboxHandler } from '../outbox/OutboxMessage';
import { NoticeRecipients, without } from './NoticeRecipients';
import type { NoticeSender } from './NoticeSender';

/** @see DelegationNotices */
export interface DelegationNoticesOptions {
  delegations: Pick<DatabaseDelegationStore, 'get'>;
  directory: Directory;
  recipients: NoticeRecipients;
  sender: NoticeSender;
  config: DatasetAccessConfig;
  clock: Clock;
}

/** Delivers the notices about who decides in whose place, as it stands when they are delivered. */
export class DelegationNotices {
  readonly #options: DelegationNoticesOptions;

  constructor(options: DelegationNoticesOptions) {
    this.#options = options;
  }

  /** By message kind, for the outbox worker. */
  handlers(): Record<DelegationMessage['kind'], OutboxHandler> {
    return {
      // what the outbox holds was written by delegationMessages
      'notify-delegation': payload =>
        this.#send(payload as DelegationMessage['payload']),
    };
  }

  async #send({
    delegationId,
    except,
  }: DelegationMessage['payload']): Promise<void> {
    const { delegations, directory, recipients, sender, config } =
      this.#options;
    const delegation = await delegations.get(delegationId);
    if (!delegation) {
      return;
    }
    const { approver, delegate } = delegation;
    const named = await directory.entities([approver.ref, delegate.ref]);
    const name = (ref: string) => displayName(named.get(ref), ref);
    const common = {
      topic: 'access-requested' as const,
      scope: `delegation:${delegationId}`,
      link: `${config.notifications.pagePath}/inbox`,
    };
    const tell = async (ref: string, title: string) =>
      sender.send(without(await recipients.existing([ref]), except), {
        ...common,
        title,
        description: delegation.note,
      });
    const when = this.#when(delegation);
    await tell(
      delegate.ref,
      when
        ? `You decide on access requests in the place of ${name(
            approver.ref,
          )}, ${when}`
        : `You no longer decide in the place of ${name(approver.ref)}`,
    );
    await tell(
      approver.ref,
      when
        ? `${name(
            delegate.ref,
          )} decides on access requests in your place, ${when}`
        : `${name(delegate.ref)} no longer decides in your place`,
    );
  }

  /** Nothing once it is over. */
  #when(delegation: DelegationRecord): string | undefined {
    const now = this.#options.clock.now();
    if (isOver(delegation, now)) {
      return undefined;
    }
    const { startsAt, endsAt } = delegation;
    return startsAt > now
      ? `from ${day(startsAt)} until ${day(endsAt)}`
      : `until ${day(endsAt)}`;
  }
}

function day(instant: Date): string {
  return DateTime.fromJSDate(instant, { zone: 'utc' })
    .setLocale('en')
    .toLocaleString(DateTime.DATE_MED);
}
