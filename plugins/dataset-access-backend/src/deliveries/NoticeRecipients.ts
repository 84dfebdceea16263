import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { RequestRecord } from '../requests/RequestRecord';
import type { RequestSituation } from '../requests/RequestSituations';

/** Finds the people behind the audiences of a notice: always existing users, worked out when the notice is sent. */
export class NoticeRecipients {
  readonly #directory: Directory;

  constructor(options: { directory: Directory }) {
    this.#directory = options.directory;
  }

  /**
   * Those who may decide on pending requests, and those who could have decided on closed ones. Never somebody who is
   * barred: whoever is told may act (P-04).
   */
  async approvers(
    situations: readonly RequestSituation[],
  ): Promise<Set<string>> {
    const perRequest = await Promise.all(
      situations.map(async ({ request, deciders, beneficiaryMembers }) => {
        if (request.status === 'pending') {
          return deciders.eligible;
        }
        const members = await this.existing(
          request.approvers.map(({ ref }) => ref),
        );
        return without(members, [request.requester, ...beneficiaryMembers]);
      }),
    );
    return new Set(perRequest.flatMap(users => [...users]));
  }

  /** Existing users that some users and groups stand for. */
  async existing(refs: readonly string[]): Promise<Set<string>> {
    const members = await this.#directory.membersOf(refs);
    return new Set((await this.#directory.entities(members)).keys());
  }
}

/** The requests that wait while nobody can decide on them. */
export function undecidable(
  situations: readonly RequestSituation[],
): RequestRecord[] {
  return situations
    .filter(
      ({ request, deciders }) =>
        request.status === 'pending' && deciders.isShort,
    )
    .map(({ request }) => request);
}

/** Recipients less some of them. */
export function without(
  users: ReadonlySet<string>,
  except: readonly string[],
): Set<string> {
  const excluded = new Set(except);
  return new Set([...users].filter(user => !excluded.has(user)));
}
