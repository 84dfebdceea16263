import type { ActorFacts, RuleFacts } from '../decisions/AccessFacts';
import type { AccessLevel } from '../levels/AccessLevel';
import { levelPrivilege } from '../levels/levelPrivilege';

/**
 * Access of a user or group to a domain, and to its datasets when dataset-level access goes with it.
 *
 * @public
 */
export interface DomainGrantFacts {
  id: string;
  domain: { ref: string; uid: string; title: string };
  subject: { ref: string; uid: string };
  level: AccessLevel;
  datasetLevelAccess: boolean;
  /** The snapshot-only datasets that were in the domain when dataset-level access was given: their uids by ref. */
  snapshot?: ReadonlyMap<string, string>;
  /** In ms since the epoch; absent: until revoked. */
  expiresAt?: number;
  /** Who gave access to the domain. */
  grantedBy: string;
  /** In ms since the epoch. */
  grantedAt: number;
  /** Who gave dataset-level access, and when. */
  datasetLevelAccessBy?: string;
  datasetLevelAccessAt?: number;
}

/** What a rule of a domain grant is about; its id begins with that of the grant. */
const DATASETS = '/datasets';
const SNAPSHOT = '/snapshot';

/**
 * A domain grant as rules (design §4): one on the domain itself and, with dataset-level access, one on whatever is data of
 * the domain at the moment of asking. Nothing is copied to datasets, so that taking a rule away leaves exactly what there
 * would be without it. A third rule knows the snapshot-only datasets that were there when the access was given; it gives
 * them as long as they are still in the domain, still snapshot-only, and still the same. It is found by the domain: that
 * takes as long for a hundred thousand of them as for one.
 *
 * All of them are inert while the domain or the subject is gone, or is another one of the same name.
 *
 * @public
 */
export function domainGrantRules(grant: DomainGrantFacts): RuleFacts[] {
  const { id, domain, subject, level, snapshot } = grant;
  const common = {
    origin: 'domain-grant',
    type: 'metadata',
    state: 'active',
    privileges: [levelPrivilege(level)],
    actors: actorsOf(subject.ref),
    until: grant.expiresAt,
    about: { ref: domain.ref, title: domain.title },
    boundTo: [domain, subject].map(({ ref, uid }) => ({ ref, uid })),
  } as const;
  const rules: RuleFacts[] = [
    {
      ...common,
      id,
      name: `${level} on domain ${domain.title}`,
      resources: [
        { field: 'entity', operator: 'equals', values: [domain.ref] },
      ],
      givenBy: grant.grantedBy,
      givenAt: grant.grantedAt,
    },
  ];
  if (grant.datasetLevelAccess) {
    const datasets = {
      ...common,
      name: `${level} on the datasets of ${domain.title}`,
      givenBy: grant.datasetLevelAccessBy ?? grant.grantedBy,
      givenAt: grant.datasetLevelAccessAt ?? grant.grantedAt,
    };
    rules.push({
      ...datasets,
      id: id + DATASETS,
      resources: [
        { field: 'data-of', operator: 'equals', values: [domain.ref] },
      ],
    });
    if (snapshot && snapshot.size > 0) {
      rules.push({
        ...datasets,
        id: id + SNAPSHOT,
        resources: [
          { field: 'domain', operator: 'equals', values: [domain.ref] },
          {
            field: 'coverage',
            operator: 'equals',
            values: ['snapshot-only'],
          },
        ],
        entityUids: snapshot,
      });
    }
  }
  return rules;
}

/**
 * The ids of all rules that a domain grant may have been.
 *
 * @public
 */
export function domainGrantRuleIds(grantId: string): string[] {
  return [grantId, grantId + DATASETS, grantId + SNAPSHOT];
}

/**
 * The domain grant that a rule belongs to.
 *
 * @public
 */
export function domainGrantOf(ruleId: string): string {
  const end = ruleId.indexOf('/');
  return end < 0 ? ruleId : ruleId.slice(0, end);
}

function actorsOf(subject: string): ActorFacts {
  return subject.startsWith('group:')
    ? { groups: [subject] }
    : { users: [subject] };
}
