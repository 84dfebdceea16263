/** Fields of a resource that a policy can filter by (S2.7–S2.10). */
export const criterionFields = [
  'type',
  'entity',
  'domain',
  'tag',
  'label',
  'owner',
] as const;

/**
 * Fields that only the rules of domain grants use: the domains whose dataset-level access follows a dataset, and how access to
 * a domain reaches it.
 */
export const coverageFields = ['data-of', 'coverage'] as const;

/**
 * A field of a resource that a policy can filter by.
 *
 * @public
 */
export type CriterionField = (typeof criterionFields)[number];

/**
 * How the values of a criterion are compared.
 *
 * @public
 */
export type CriterionOperator = 'equals' | 'starts-with';

/**
 * One condition on a resource. The values of one criterion are alternatives; the criteria of one policy must all hold. An
 * unknown field or operator matches nothing (S2.10), which is why both are open strings here: what was stored by a later
 * version must never widen what this one allows.
 *
 * @public
 */
export interface CriterionFacts {
  field: CriterionField | (string & {});
  operator: CriterionOperator | (string & {});
  /** Lower case; refs are canonical. A label is `key` or `key=value`, a type is `kind` or `kind/spec.type`. */
  values: readonly string[];
}

/**
 * To whom a policy gives its privileges: to anyone whom one of these names (S2.13, S2.14). Nothing named means nobody.
 *
 * @public
 */
export interface ActorFacts {
  /** Canonical refs. */
  users?: readonly string[];
  /** Canonical refs; child groups are included. */
  groups?: readonly string[];
  /** Ids of roles. */
  roles?: readonly string[];
  allUsers?: boolean;
  /** Users who belong to at least one group. */
  allGroups?: boolean;
  /** Who owns the resource, directly or through a group. Never matches without a resource (S2.15). */
  resourceOwners?: boolean;
  /** Who holds one of these stewardship roles on the resource. Never matches without a resource. */
  responsibilities?: readonly string[];
}

/**
 * Where a rule comes from: what an explanation names.
 *
 * @public
 */
export type RuleOrigin = 'policy' | 'grant' | 'domain-grant';

/**
 * Something that gives privileges: a policy, or a grant seen as one; one domain grant is several.
 *
 * @public
 */
export interface RuleFacts {
  id: string;
  origin: RuleOrigin;
  /** What people call it. */
  name: string;
  /** A platform rule ignores resources (S2.2). */
  type: 'platform' | 'metadata';
  state: 'active' | 'inactive';
  privileges: readonly string[];
  actors: ActorFacts;
  /** All of them must hold; none at all is every resource. */
  resources: readonly CriterionFacts[];
  /** In force from here on, in ms since the epoch. Absent: from the beginning. */
  from?: number;
  /** No longer in force from this instant on, in ms since the epoch. Absent: without an end. */
  until?: number;
  /** Entities by whose uid the rule is bound: it is inert while one of them is gone or is another one now (P-34). */
  boundTo?: ReadonlyArray<{ ref: string; uid: string }>;
  /**
   * The only entities that the rule gives something on, as far as they fit its criteria: their uids by ref. On one that has
   * another uid by now it gives nothing. There may be very many; unlike those that a criterion names, the rule is not found by
   * them.
   */
  entityUids?: ReadonlyMap<string, string>;
  /** What a grant was given on. It decides nothing. */
  about?: { ref: string; title: string };
  /** Who gave it, for a grant; a canonical ref. */
  givenBy?: string;
  /** Since when it counts, for a grant; in ms since the epoch. It decides nothing. */
  givenAt?: number;
}

/**
 * A role is held: by a user, or by a group for its members.
 *
 * @public
 */
export interface RoleBindingFacts {
  id: string;
  role: string;
  /** Canonical ref of a User or Group. */
  subject: string;
  /** Inert while the subject has another uid, or none. Absent: bound by name, as config does. */
  subjectUid?: string;
}

/**
 * Somebody holds a stewardship role on one entity for a time (S3.4, S3.11).
 *
 * @public
 */
export interface ResponsibilityFacts {
  id: string;
  role: string;
  /** Canonical ref of a User or Group. */
  subject: string;
  subjectUid?: string;
  /** Canonical ref of the entity. */
  resource: string;
  resourceUid?: string;
  /** In ms since the epoch. */
  from?: number;
  /** The first instant without it, in ms since the epoch. */
  until?: number;
}

/**
 * A User or Group that exists now.
 *
 * @public
 */
export interface PersonFacts {
  /** Canonical ref. */
  ref: string;
  uid?: string;
  /** For a user the groups it is a member of, for a group its parents; those that do not exist count for nothing. */
  groups: readonly string[];
}

/**
 * How access to the datasets of a domain reaches one of them (S1.11, S1.12): `following` for as long as it is in the domain,
 * `snapshot-only` when it was in the domain as the access was given as well, `never` for what is governed by tags elsewhere.
 *
 * @public
 */
export type DomainCoverage = 'following' | 'snapshot-only' | 'never';

/**
 * An entity of the catalog, as far as policies look at it. Everything is public knowledge; grants are not in it.
 *
 * @public
 */
export interface ResourceFacts {
  /** Canonical ref. */
  ref: string;
  uid?: string;
  /** `spec.type`, lower case. */
  type?: string;
  /** Canonical refs. */
  owners: readonly string[];
  /** Canonical refs of what it is directly part of: domains, and systems on the way to one. */
  domains: readonly string[];
  /** Lower case. */
  tags: readonly string[];
  labels: Readonly<Record<string, string>>;
  /** How access to its domains reaches it. Absent: it is no dataset, and is not reached. */
  coverage?: DomainCoverage;
  /** Only those see it who have something to do with it (design §7). */
  isHidden?: boolean;
}

/**
 * Everything that decides who may do what, at one revision.
 *
 * @public
 */
export interface AccessFacts {
  rules: Iterable<RuleFacts>;
  roleBindings: Iterable<RoleBindingFacts>;
  responsibilities: Iterable<ResponsibilityFacts>;
  people: Iterable<PersonFacts>;
  resources: Iterable<ResourceFacts>;
}
