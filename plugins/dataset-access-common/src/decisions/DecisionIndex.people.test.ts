import {
  ANA,
  BEN,
  NOON,
  SALES,
  STAFF,
  VISITS,
  person,
  policy,
  smallFacts,
  stewardship,
} from './__testUtils__/smallFacts';
import {
  answers,
  expected,
  forReaders,
  forStewards,
  Facts,
  Steps,
} from './__testUtils__/warmIndex';

const yes = true;
const no = false;

const forStaff = policy({ actors: { groups: [STAFF] } });
const binding = { id: 'binding', role: 'reader', subject: ANA };
const [, , sales] = smallFacts.people;

describe('the next decision obeys a change of people', () => {
  it.each<[string, Facts, boolean, Steps]>([
    [
      'S2.13 who leaves the group and comes back',
      { rules: [forStaff] },
      yes,
      [
        [index => index.setPerson(person(ANA)), no],
        [index => index.setPerson(person(ANA, SALES)), yes],
      ],
    ],
    [
      'S2.13 a group that is moved out of the group around it',
      { rules: [forStaff] },
      yes,
      [[index => index.setPerson(person(SALES)), no]],
    ],
    [
      'S2.13 a group on the way that is deleted and made again',
      { rules: [forStaff] },
      yes,
      [
        [index => index.deletePerson(SALES), no],
        [index => index.setPerson(sales), yes],
      ],
    ],
    [
      'P-40 the only group of somebody that is deleted and made again',
      { rules: [policy({ actors: { allGroups: true } })] },
      yes,
      [
        [index => index.deletePerson(SALES), no],
        [index => index.setPerson(sales), yes],
      ],
    ],
    [
      'P-27 who is deleted and made again',
      { rules: [policy({ actors: { allUsers: true } })] },
      yes,
      [
        [index => index.deletePerson(ANA), no],
        [index => index.setPerson(person(ANA)), yes],
      ],
    ],
    [
      'S2.13 groups that come to contain each other',
      { rules: [policy({ actors: { groups: [SALES, 'group:x/y'] } })] },
      yes,
      [
        [index => index.setPerson(person(STAFF, SALES)), yes],
        [index => index.setPerson(person(SALES, STAFF, SALES)), yes],
        [index => index.setPerson(person(ANA)), no],
      ],
    ],
    [
      'S4.4 a role that is given, moved and taken',
      { rules: [forReaders] },
      no,
      [
        [index => index.setRoleBinding(binding), yes],
        [index => index.setRoleBinding({ ...binding, subject: BEN }), no],
        [index => index.setRoleBinding({ ...binding, subject: STAFF }), yes],
        [index => index.setRoleBinding({ ...binding, role: 'editor' }), no],
        [index => index.setRoleBinding(binding), yes],
        [index => index.deleteRoleBinding(binding.id), no],
        [index => index.deleteRoleBinding(binding.id), no],
      ],
    ],
    [
      'S4.10 a role that everyone gets',
      { rules: [forReaders] },
      no,
      [
        [
          index => index.setRoleBinding({ ...binding, subject: 'everyone' }),
          yes,
        ],
        [index => index.deleteRoleBinding(binding.id), no],
      ],
    ],
    [
      'S3.11 a responsibility that is given, moved, ended and deleted',
      { rules: [forStewards] },
      no,
      [
        [index => index.setResponsibility(stewardship()), yes],
        [
          index => index.setResponsibility(stewardship({ resource: VISITS })),
          no,
        ],
        [
          index => index.setResponsibility(stewardship({ until: NOON + 1 })),
          yes,
        ],
        [index => index.setResponsibility(stewardship({ until: NOON })), no],
        [index => index.setResponsibility(stewardship()), yes],
        [index => index.deleteResponsibility('stewardship'), no],
      ],
    ],
  ])('%s', (_, facts, before, steps) => {
    expect(answers(facts, steps)).toEqual(expected(before, steps));
  });
});
