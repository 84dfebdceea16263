import type { ErrorCode } from 'backstage-plugin-dataset-access-common';
import type { OperationId } from '../http/operation';
import { airlineWorld, ANA, DAN, OLGA, ROOT, TOM } from './airlineWorld';
import type { Caller } from './TestProduct';
import type { WorldEntity } from './world';

/*
 * Who may do what with access to a domain, written down from design §4 and §7, the capabilities S1.3, S1.16 and S1.18, the
 * pitfall P-33 and the API description, not from the code.
 *
 * The domain is Airline, in the domain Travel. Somebody and a group have been given it, and that is what is asked about.
 */

/** Everybody who may call, or try to. */
export const domainCallers = {
  'owner by the catalog, through a group': OLGA,
  'given the domain as owner': 'user:default/gita',
  'member of a group that was given it as owner': 'user:default/gil',
  'given the domain as editor': 'user:default/ed',
  'given the domain read-only': 'user:default/rita',
  'member of a group that was given it read-only': ANA,
  'owner of the domain around it': TOM,
  'owner of a dataset in it': DAN,
  superuser: ROOT,
  'holder of the role Admin': 'user:default/ada',
  stranger: 'user:default/sid',
  'user not in the catalog': 'user:default/ghost',
  service: 'service',
  nobody: 'nobody',
} as const satisfies Record<string, Caller>;

export type DomainCaller = keyof typeof domainCallers;

export const DEPUTIES = 'group:default/deputies';

export const domainWorld: WorldEntity[] = [
  ...airlineWorld,
  { ref: DEPUTIES },
  {
    ref: domainCallers['member of a group that was given it as owner'],
    memberOf: ['deputies'],
  },
  ...(
    [
      'given the domain as owner',
      'given the domain as editor',
      'given the domain read-only',
      'holder of the role Admin',
      'stranger',
    ] as const
  ).map(one => ({ ref: domainCallers[one] })),
];

/** `all` and `own` say what of a list is shown: that of everybody, or what reaches the caller. */
type Answer = 'ok' | 'all' | 'own' | ErrorCode;

/** One row: what most are told, and what others are. */
export interface DomainRow {
  operation: OperationId;
  /** What is asked for, where it matters. */
  about?: string;
  others: Answer;
  but: Partial<Record<DomainCaller, Answer>>;
  /** The permissions of the framework that it takes, beside owning the domain. */
  permissions: readonly string[];
  /** What is answered before a policy with conditions is asked whether the caller may share the domain. */
  before?: readonly Answer[];
  /** It is not about one domain, so a policy can allow it or not, but has no domain to make conditions about. */
  ofNoDomain?: boolean;
}

export const READ = 'dataset-access.domain-grant.read';
export const MANAGE = 'dataset-access.domain-grant.manage';

const same = (answer: Answer, ...callers: DomainCaller[]) =>
  Object.fromEntries(callers.map(one => [one, answer])) as DomainRow['but'];

const OWNERS = [
  'owner by the catalog, through a group',
  'given the domain as owner',
  'member of a group that was given it as owner',
] as const;
/** They see all access there is, and may share nothing: policies and roles give no say over a domain. */
const SEERS = ['superuser', 'holder of the role Admin'] as const;

/** Only owners of the domain itself give and take. */
const sharing = {
  others: 'NOT_DOMAIN_OWNER',
  but: {
    ...same('ok', ...OWNERS),
    'user not in the catalog': 'ACTOR_NOT_IN_CATALOG',
    service: 'USER_REQUIRED',
  },
  permissions: [MANAGE],
} as const satisfies Omit<DomainRow, 'operation'>;

/** What is found by its user is not there for those who may not see it. */
const sharingOfOne = {
  others: 'GRANT_NOT_FOUND',
  but: {
    ...same('ok', ...OWNERS),
    ...same('NOT_DOMAIN_OWNER', ...SEERS),
    service: 'USER_REQUIRED',
  },
  permissions: [READ, MANAGE],
  before: ['GRANT_NOT_FOUND'],
} as const satisfies Omit<DomainRow, 'operation'>;

const listing = {
  others: 'own',
  but: same('all', ...OWNERS, ...SEERS, 'service'),
  permissions: [READ],
} as const satisfies Omit<DomainRow, 'operation'>;

/** A list changes as a whole, so what it changes is known, and judged, before a policy is asked about it. */
const replacing = {
  ...sharing,
  before: ['NOT_DOMAIN_OWNER', 'ACTOR_NOT_IN_CATALOG'],
} as const satisfies Omit<DomainRow, 'operation'>;

const ofGroup = {
  others: 'FORBIDDEN',
  but: {
    ...same(
      'ok',
      ...OWNERS,
      ...SEERS,
      'owner of the domain around it',
      'service',
    ),
    'user not in the catalog': 'ACTOR_NOT_IN_CATALOG',
  },
  permissions: [READ],
  ofNoDomain: true,
} as const satisfies Omit<DomainRow, 'operation'>;

export const domainMatrix: readonly DomainRow[] = [
  {
    operation: 'listManagedDomains',
    others: 'own',
    but: {
      ...same('all', ...OWNERS),
      'user not in the catalog': 'ACTOR_NOT_IN_CATALOG',
      service: 'USER_REQUIRED',
    },
    permissions: [],
  },
  { operation: 'listDomainGrants', ...listing },
  { operation: 'getDomainHistory', ...listing },
  // how many datasets there are is no secret to whoever sees the domain
  { operation: 'getDomainReach', others: 'ok', but: {}, permissions: [READ] },
  { operation: 'createDomainGrant', ...sharing },
  { operation: 'updateDomainGrant', ...sharing },
  { operation: 'deleteDomainGrant', ...sharing },
  {
    operation: 'getUserDomainGrant',
    others: 'GRANT_NOT_FOUND',
    but: same('ok', ...OWNERS, ...SEERS, 'service'),
    permissions: [READ],
  },
  { operation: 'createUserDomainGrant', ...sharing },
  { operation: 'updateUserDomainGrant', ...sharingOfOne },
  { operation: 'deleteUserDomainGrant', ...sharingOfOne },
  { operation: 'getGroupDomains', about: 'of a group', ...ofGroup },
  {
    operation: 'getGroupDomains',
    about: 'of the own group',
    ...ofGroup,
    but: {
      ...ofGroup.but,
      'member of a group that was given it read-only': 'ok',
    },
  },
  { operation: 'replaceGroupDomains', about: 'by more', ...replacing },
  { operation: 'replaceGroupDomains', about: 'by less', ...replacing },
  { operation: 'replaceGroupDomains', about: 'for a try', ...replacing },
];

/** What the framework says to a permission: the last lets through who owns the domain by the catalog. */
export type FrameworkSays = 'yes' | 'no' | 'if owner by the catalog';

/** The expected answer to one cell; the framework can only narrow, and lets services pass. */
export function expectedOfDomain(
  { others, but, permissions, before = [], ofNoDomain }: DomainRow,
  caller: DomainCaller,
  says: (permission: string) => FrameworkSays = () => 'yes',
): Answer | '401' {
  if (caller === 'nobody') {
    return '401';
  }
  const answer = but[caller] ?? others;
  if (caller === 'service') {
    return answer;
  }
  if (permissions.some(one => says(one) === 'no')) {
    return 'FORBIDDEN';
  }
  const conditions = permissions.filter(one => says(one) !== 'yes');
  const isKept =
    conditions.length === 0 ||
    ofNoDomain ||
    caller === 'owner by the catalog, through a group' ||
    (!conditions.includes(READ) && before.includes(answer));
  return isKept ? answer : 'FORBIDDEN';
}
