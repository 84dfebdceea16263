import {
  AccessLevel,
  accessLevels,
  decide,
  DecisionIndex,
  levelPrivilege,
  maxLevel,
} from 'backstage-plugin-dataset-access-common';
import type { Clock } from '../clock';
import type { DecisionIndexKeeper } from '../decisions/DecisionIndexKeeper';
import type { DatabaseGrantQueries } from '../grants/DatabaseGrantQueries';
import type { EntitlementKey, EntitlementRecord } from './EntitlementRecord';

/** @see WantedAccess */
export interface WantedAccessOptions {
  grantQueries: DatabaseGrantQueries;
  decisions: Pick<DecisionIndexKeeper, 'require' | 'catchUp'>;
  clock: Clock;
}

/**
 * What somebody is to have in a source because of grants: the highest level of his own grants on the dataset, and of grants
 * of its domains that were given to him with dataset-level access. What members of a group have is given to the group.
 * Ownership, roles and policies are about the portal and give nothing in a source.
 */
export class WantedAccess {
  readonly #options: WantedAccessOptions;

  constructor(options: WantedAccessOptions) {
    this.#options = options;
  }

  /** @throws `DECISIONS_UNAVAILABLE`; it is never guessed */
  async of(entitlement: EntitlementRecord): Promise<AccessLevel | undefined> {
    return (await this.ofMany([entitlement])).get(entitlement.id);
  }

  /**
   * By id; missing are those of whom nothing is wanted.
   *
   * @throws `DECISIONS_UNAVAILABLE`; it is never guessed
   */
  async ofMany(
    entitlements: readonly EntitlementRecord[],
  ): Promise<Map<string, AccessLevel>> {
    const { grantQueries, decisions, clock } = this.#options;
    await decisions.catchUp();
    const now = clock.now();
    const direct = await grantQueries.wantedLevels(
      entitlements.map(({ id }) => id),
      now,
    );
    const index = decisions.require();
    return new Map(
      entitlements.flatMap((one): Array<[string, AccessLevel]> => {
        const level = maxLevel(
          [direct.get(one.id), domainLevel(index, one, now)].flatMap(
            each => each ?? [],
          ),
        );
        return level ? [[one.id, level]] : [];
      }),
    );
  }
}

/** The highest level that grants of domains give one subject, itself, on one dataset. */
export function domainLevel(
  index: DecisionIndex,
  { dataset, subject }: Pick<EntitlementKey, 'dataset' | 'subject'>,
  now: Date,
): AccessLevel | undefined {
  const resource = index.resources.get(dataset.ref);
  if (resource?.facts.uid !== dataset.uid) {
    return undefined;
  }
  return [...accessLevels].reverse().find(level =>
    decide(index, {
      subject: subject.ref,
      privilege: levelPrivilege(level),
      resource: dataset.ref,
      now: now.getTime(),
    }).paths.some(
      ({ rule, chain }) =>
        rule.origin === 'domain-grant' &&
        chain.at(-1) === subject.ref &&
        rule.boundTo?.some(
          ({ ref, uid }) => ref === subject.ref && uid === subject.uid,
        ),
    ),
  );
}
