import {
  Comment,
  DatasetAccessError,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';
import type { ChangeRequest } from './ChangeRequest';
import { COMMENT_BOUNDS, readText } from '../texts/readText';

/** Keeps one page enough for a whole history. */
const MOST_EVENTS = 300;

/**
 * Adds to a request's thread. An approver who asks for information hands the request to the requester; the requester's
 * answer hands it back.
 */
export class CommentOnRequest {
  readonly #change: ChangeRequest;

  constructor(options: { change: ChangeRequest }) {
    this.#change = options.change;
  }

  /** @throws as {@link ChangeRequest.run}, `BAD_REASON`, `TOO_MANY_COMMENTS` */
  async run(actor: Actor, requestId: string, comment: Comment): Promise<void> {
    const text = readText(comment.text, COMMENT_BOUNDS, 'comment');
    await this.#change.run(actor, {
      requestId,
      operation: comment.asksForInformation ? 'ask' : 'comment',
      transition: (request, facts) => {
        if (request.head.seq >= MOST_EVENTS) {
          throw new DatasetAccessError('TOO_MANY_COMMENTS');
        }
        if (comment.asksForInformation) {
          return {
            type: 'information-requested',
            change: { waitingOn: 'requester' },
            text,
          };
        }
        const answers = facts.isRequester || facts.isBeneficiary;
        return {
          type: 'commented',
          change: answers ? { waitingOn: 'approver' } : {},
          also: answers ? ['approvers'] : ['requester'],
          text,
        };
      },
    });
  }
}
