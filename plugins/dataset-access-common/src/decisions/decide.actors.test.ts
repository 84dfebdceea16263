import type { ActorFacts } from './AccessFacts';
import {
  ANA,
  BEN,
  FINANCE,
  ORDERS,
  SALES,
  STAFF,
  VISITS,
  equals,
  isAllowed,
  person,
  policy,
  resource,
  stewardship,
} from './__testUtils__/smallFacts';
import type { DecisionQuery } from './decide';
import { EVERYONE } from './PeopleIndex';

const yes = true;
const no = false;

describe('who is meant', () => {
  const GUESTS = 'group:default/guests';

  it.each<[string, ActorFacts, string, boolean]>([
    ['S2.13 a user', { users: [BEN, ANA] }, ANA, yes],
    ['S2.13 nobody else', { users: [BEN] }, ANA, no],
    ['S2.13 a member of a group', { groups: [SALES] }, ANA, yes],
    [
      'S2.13 a member of a group inside the group',
      { groups: [STAFF] },
      ANA,
      yes,
    ],
    ['S2.13 nobody outside the group', { groups: [STAFF] }, BEN, no],
    ['S2.13 a group that is named', { groups: [SALES] }, SALES, yes],
    ['S2.13 a group inside it', { groups: [STAFF] }, SALES, yes],
    ['S2.13 no group around it', { groups: [SALES] }, STAFF, no],
    [
      'S2.13 nobody by a group that does not exist',
      { groups: [GUESTS] },
      ANA,
      no,
    ],
    [
      'S2.14 whom any one of several names',
      { users: [BEN], groups: [GUESTS], roles: ['none'], resourceOwners: true },
      ANA,
      yes,
    ],
    ['P-40 everyone', { allUsers: true }, ANA, yes],
    ['P-40 everyone, without a group too', { allUsers: true }, BEN, yes],
    ['P-40 everyone is no group', { allUsers: true }, SALES, no],
    ['P-40 all groups are their members', { allGroups: true }, ANA, yes],
    ['F14 all groups are nobody without a group', { allGroups: true }, BEN, no],
    ['P-40 all groups are users, not groups', { allGroups: true }, SALES, no],
    [
      'F14 an empty list is nobody',
      { users: [], groups: [], roles: [], responsibilities: [] },
      ANA,
      no,
    ],
    ['F14 no actors are nobody', {}, ANA, no],
    [
      'F14 what is switched off is nobody',
      { allUsers: false, allGroups: false, resourceOwners: false },
      ANA,
      no,
    ],
    ['S2.14 who owns it through a group', { resourceOwners: true }, ANA, yes],
    ['S2.14 the group that owns it', { resourceOwners: true }, SALES, yes],
    [
      'S2.14 not the group around the owner',
      { resourceOwners: true },
      STAFF,
      no,
    ],
    ['S2.14 not who does not own it', { resourceOwners: true }, BEN, no],
  ])('%s', (_, actors, subject, expected) => {
    expect(isAllowed({ rules: [policy({ actors })] }, { subject })).toBe(
      expected,
    );
  });

  it.each<[string, ActorFacts, boolean]>([
    ['what everyone may do', { allUsers: true }, yes],
    ['what a role gives that everyone has', { roles: ['reader'] }, yes],
    ['not what members of groups may do', { allGroups: true }, no],
    ['not what owners may do', { resourceOwners: true }, no],
    ['not what users may do', { users: [ANA], groups: [SALES] }, no],
  ])('gives who is signed in and not in the catalog %s', (_, actors, may) => {
    const rules = [policy({ actors })];
    const roleBindings = [
      { id: 'default', role: 'reader', subject: EVERYONE },
      { id: 'group', role: 'editor', subject: SALES },
    ];

    expect(isAllowed({ rules, roleBindings }, { subject: EVERYONE })).toBe(may);
  });

  it('F14 does not count membership in a group that does not exist', () => {
    const people = [person(ANA, GUESTS)];
    const rules = [policy({ actors: { allGroups: true } })];

    expect(isAllowed({ people, rules })).toBe(no);
  });

  it.each<[string, string[], Partial<DecisionQuery>, boolean]>([
    ['S2.14 directly', [BEN, ANA], {}, yes],
    ['S2.14 through a group around ones own', [STAFF], {}, yes],
    ['P-27 not by there being no owner', [], {}, no],
    ['P-27 not by an owner that does not exist', ['group:x/y'], {}, no],
    ['S2.15 not without a resource', [ANA], { resource: undefined }, no],
    ['S2.15 not on another resource', [ANA], { resource: VISITS }, no],
  ])('means owners: %s', (_, owners, query, expected) => {
    const rules = [policy({ actors: { resourceOwners: true } })];
    const resources = [resource(ORDERS, { owners }), resource(VISITS)];

    expect(isAllowed({ rules, resources }, query)).toBe(expected);
  });

  it.each<[string, Parameters<typeof stewardship>[0], object, boolean]>([
    ['S3.4 who holds the role on it', {}, {}, yes],
    ['S3.4 members of a group that holds it', { subject: STAFF }, {}, yes],
    ['S3.4 not who holds it on another one', { resource: VISITS }, {}, no],
    ['S3.4 not who holds another role', { role: 'custodian' }, {}, no],
    ['S3.4 not whose colleague holds it', { subject: BEN }, {}, no],
    ['S2.15 not without a resource', {}, { resource: undefined }, no],
    ['P-34 not the namesake', { subjectUid: 'somebody before' }, {}, no],
    ['P-32 not on the namesake', { resourceUid: 'something before' }, {}, no],
    [
      'P-34 both as they were',
      { subjectUid: `uid of ${ANA}`, resourceUid: `uid of ${ORDERS}` },
      {},
      yes,
    ],
  ])('means stewards: %s', (_, held, query, expected) => {
    const rules = [policy({ actors: { responsibilities: ['steward'] } })];
    const responsibilities = [stewardship(held)];

    expect(isAllowed({ rules, responsibilities }, query)).toBe(expected);
  });

  it.each<[string, { subject: string; subjectUid?: string }, string, boolean]>([
    ['S4.11 a user', { subject: ANA }, ANA, yes],
    ['S4.11 a member of a group', { subject: SALES }, ANA, yes],
    ['S4.11 a member of a group in the group', { subject: STAFF }, ANA, yes],
    ['S4.11 the group itself', { subject: STAFF }, SALES, yes],
    ['S4.11 nobody else', { subject: STAFF }, BEN, no],
    ['S4.10 everyone, by default', { subject: 'everyone' }, BEN, yes],
    ['S4.10 no group by default', { subject: 'everyone' }, SALES, no],
    ['S4.10 whoever is in a group', { subject: 'group-members' }, ANA, yes],
    ['S4.10 but nobody else', { subject: 'group-members' }, BEN, no],
    [
      'P-34 who is meant',
      { subject: STAFF, subjectUid: `uid of ${STAFF}` },
      ANA,
      yes,
    ],
    [
      'P-34 not the namesake',
      { subject: STAFF, subjectUid: 'before' },
      ANA,
      no,
    ],
    [
      'P-34 not who is gone',
      { subject: 'group:x/y', subjectUid: 'before' },
      ANA,
      no,
    ],
  ])('means holders of a role: %s', (_, held, subject, expected) => {
    const roleBindings = [{ id: 'binding', role: 'reader', ...held }];
    const rules = [policy({ actors: { roles: ['reader'] } })];

    expect(isAllowed({ rules, roleBindings }, { subject })).toBe(expected);
  });

  it('S4.7 adds what a policy gives to what a role gives', () => {
    const roleBindings = [{ id: 'binding', role: 'reader', subject: ANA }];
    const rules = [
      policy({ id: 'reader', actors: { roles: ['reader'] } }),
      policy({
        id: 'custom',
        privileges: ['write'],
        actors: { users: [ANA] },
        resources: [equals('domain', FINANCE)],
      }),
    ];
    const may = (privilege: string, on: string) =>
      isAllowed({ rules, roleBindings }, { privilege, resource: on });

    expect([
      may('read', ORDERS),
      may('read', VISITS),
      may('write', ORDERS),
      may('write', VISITS),
    ]).toEqual([yes, yes, yes, no]);
  });
});
