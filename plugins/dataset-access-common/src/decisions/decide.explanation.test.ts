import type { AccessFacts, ActorFacts } from './AccessFacts';
import {
  ANA,
  BEN,
  NOON,
  SALES,
  STAFF,
  anaReads,
  isAllowed,
  policy,
  smallIndex,
  stewardship,
} from './__testUtils__/smallFacts';
import { decide, DecisionQuery } from './decide';

describe('an explanation', () => {
  const explained = (
    facts: Partial<AccessFacts>,
    query: Partial<DecisionQuery> = {},
    implied?: Record<string, readonly string[]>,
  ) => decide(smallIndex(facts, implied), { ...anaReads, ...query });
  const reader = (subject: string) => ({
    id: `reader of ${subject}`,
    role: 'reader',
    subject,
  });

  it.each<[string, ActorFacts, string[], string[]]>([
    ['the user', { users: [ANA] }, [], [ANA]],
    ['a group', { groups: [SALES] }, [], [ANA, SALES]],
    ['a group around it', { groups: [STAFF] }, [], [ANA, SALES, STAFF]],
    ['a role', { roles: ['reader'] }, [ANA], [ANA, 'role:reader']],
    [
      'a role of a group around ones own',
      { roles: ['reader'] },
      [STAFF],
      [ANA, SALES, STAFF, 'role:reader'],
    ],
    [
      'a role, by the shortest way',
      { roles: ['reader'] },
      [STAFF, SALES],
      [ANA, SALES, 'role:reader'],
    ],
    [
      'a role that everyone has',
      { roles: ['reader'] },
      ['everyone'],
      [ANA, 'everyone', 'role:reader'],
    ],
    ['everyone', { allUsers: true }, [], [ANA, 'everyone']],
    ['all groups', { allGroups: true }, [], [ANA, 'group-members']],
  ])('leads from the user to %s', (_, actors, holders, chain) => {
    const rule = policy({ actors });
    const roleBindings = holders.map(reader);

    const { paths } = explained({ rules: [rule], roleBindings });

    expect(paths).toEqual([{ rule, relation: { kind: 'principal' }, chain }]);
  });

  it('leads from the user to the owner', () => {
    const rule = policy({ actors: { resourceOwners: true } });

    expect(explained({ rules: [rule] }).paths).toEqual([
      { rule, relation: { kind: 'owner', owner: SALES }, chain: [ANA, SALES] },
    ]);
  });

  it('leads from the user to the steward (S3.4)', () => {
    const rule = policy({ actors: { responsibilities: ['steward'] } });
    const responsibilities = [stewardship({ id: 'r-7', subject: STAFF })];

    expect(explained({ rules: [rule], responsibilities }).paths).toEqual([
      {
        rule,
        relation: {
          kind: 'responsibility',
          id: 'r-7',
          role: 'steward',
          holder: STAFF,
        },
        chain: [ANA, SALES, STAFF],
      },
    ]);
  });

  it('names all paths, of several rules and of one, and nothing else', () => {
    const owners = policy({ id: 'owners', actors: { resourceOwners: true } });
    const both = policy({
      id: 'both',
      origin: 'grant',
      actors: { users: [ANA], groups: [STAFF] },
    });
    const rules = [
      owners,
      both,
      policy({ id: 'inactive', actors: { users: [ANA] }, state: 'inactive' }),
      policy({ id: 'ended', actors: { users: [ANA] }, until: NOON }),
      policy({ id: 'ben', actors: { users: [BEN] } }),
      policy({ id: 'other', privileges: ['write'], actors: { users: [ANA] } }),
    ];

    const chains = explained({ rules }).paths.map(({ rule, chain }) => [
      rule.id,
      ...chain,
    ]);

    expect(chains).toHaveLength(3);
    expect(chains).toEqual(
      expect.arrayContaining([
        ['both', ANA],
        ['both', ANA, SALES, STAFF],
        ['owners', ANA, SALES],
      ]),
    );
  });

  const implied = {
    own: ['write'],
    write: ['read'],
    read: ['list'],
    // nothing but what leads back
    list: ['read'],
  };
  it.each<[string, string[], string | undefined]>([
    ['nothing when the rule names it', ['read'], undefined],
    ['nothing when the rule names it too', ['write', 'read'], undefined],
    ['what it follows from', ['write'], 'write'],
    ['what it follows from by way of another', ['own'], 'own'],
    ['what it follows from in a circle', ['list'], 'list'],
    ['what it follows from, not what stands first', ['share', 'own'], 'own'],
  ])('says that it is implied by %s', (_, privileges, impliedBy) => {
    const rules = [policy({ privileges, actors: { users: [ANA] } })];

    const { allowed, paths } = explained({ rules }, {}, implied);

    expect(allowed).toBe(true);
    expect(paths.map(path => path.impliedBy)).toEqual([impliedBy]);
  });

  it('implies nothing the other way round', () => {
    const rules = [policy({ privileges: ['read'], actors: { users: [ANA] } })];

    expect(explained({ rules }, { privilege: 'write' }, implied)).toEqual({
      allowed: false,
      reason: 'no-path',
      paths: [],
    });
  });

  const EARLY = NOON + 1_000;
  const LATE = NOON + 2_000;
  it.each<[string, number | undefined, number | undefined, number | undefined]>(
    [
      ['without an end', undefined, undefined, undefined],
      ['when the rule ends', EARLY, undefined, EARLY],
      ['when the responsibility ends', undefined, EARLY, EARLY],
      ['when the rule ends first', EARLY, LATE, EARLY],
      ['when the responsibility ends first', LATE, EARLY, EARLY],
    ],
  )('says until when a path lasts: %s', (_, ofRule, ofHolder, until) => {
    const actors = { responsibilities: ['steward'] };
    const rules = [policy({ actors, until: ofRule })];
    const responsibilities = [stewardship({ until: ofHolder })];
    const facts = { rules, responsibilities };

    expect(explained(facts).paths.map(path => path.until)).toEqual([until]);
    expect(isAllowed(facts, { now: LATE })).toBe(until === undefined);
    expect(isAllowed(facts, { now: (until ?? LATE) - 1 })).toBe(true);
    expect(isAllowed(facts, { now: until ?? LATE })).toBe(until === undefined);
  });

  it('leaves out a path that has ended while another one lasts', () => {
    const rules = [
      policy({ id: 'short', actors: { users: [ANA] }, until: EARLY }),
      policy({ id: 'long', actors: { users: [ANA] }, until: LATE }),
    ];
    const named = (now: number) =>
      explained({ rules }, { now }).paths.map(({ rule }) => rule.id);

    expect(named(EARLY - 1)).toEqual(['short', 'long']);
    expect(named(EARLY)).toEqual(['long']);
    expect(named(LATE)).toEqual([]);
  });

  it.each<[string, Partial<DecisionQuery>, string]>([
    ['a user', { subject: 'user:default/eva' }, 'unknown-subject'],
    ['a resource', { resource: 'resource:default/x' }, 'unknown-resource'],
    [
      'neither',
      { subject: 'user:default/eva', resource: 'resource:default/x' },
      'unknown-subject',
    ],
  ])('says that it does not know %s', (_, query, reason) => {
    const rules = [policy({ actors: { allUsers: true } })];

    expect(explained({ rules }, query)).toEqual({
      allowed: false,
      reason,
      paths: [],
    });
  });
});
