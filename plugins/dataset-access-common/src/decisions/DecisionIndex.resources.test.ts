import {
  ANA,
  BEN,
  COMPANY,
  FINANCE,
  ORDERS,
  STAFF,
  equals,
  policy,
  resource,
  smallFacts,
  stewardship,
} from './__testUtils__/smallFacts';
import {
  answers,
  expected,
  forAna,
  forOwners,
  forStewards,
  Facts,
  Steps,
} from './__testUtils__/warmIndex';

const yes = true;
const no = false;

const inFinance = policy({
  actors: { users: [ANA] },
  resources: [equals('domain', FINANCE)],
});
const [orders, , finance] = smallFacts.resources;

describe('the next decision obeys a change of resources', () => {
  it.each<[string, Facts, boolean, Steps]>([
    [
      'P-27 what is deleted and made again',
      { rules: [forAna] },
      yes,
      [
        [index => index.deleteResource(ORDERS), no],
        [index => index.setResource(resource(ORDERS)), yes],
      ],
    ],
    [
      'F16 what is moved out of the domain and back',
      { rules: [inFinance] },
      yes,
      [
        [index => index.setResource(resource(ORDERS)), no],
        [index => index.setResource(orders), yes],
      ],
    ],
    [
      'P-32 a domain that is moved, deleted and made again around it',
      { rules: [{ ...inFinance, resources: [equals('domain', COMPANY)] }] },
      yes,
      [
        [index => index.setResource(resource(FINANCE)), no],
        [index => index.setResource(finance), yes],
        [index => index.deleteResource(FINANCE), no],
        [index => index.setResource(finance), yes],
        [index => index.deleteResource(COMPANY), no],
      ],
    ],
    [
      'P-32 a system on the way to the domain that is moved',
      {
        rules: [inFinance],
        resources: [
          resource(ORDERS, { domains: ['system:default/shop'] }),
          resource('system:default/shop', { domains: [FINANCE] }),
          resource(FINANCE),
        ],
      },
      yes,
      [
        [index => index.setResource(resource('system:default/shop')), no],
        [
          index =>
            index.setResource(
              resource('system:default/shop', { domains: [FINANCE] }),
            ),
          yes,
        ],
      ],
    ],
    [
      'S2.14 another owner, and the one before again',
      { rules: [forOwners] },
      yes,
      [
        [index => index.setResource({ ...orders, owners: [BEN] }), no],
        [index => index.setResource({ ...orders, owners: [STAFF] }), yes],
      ],
    ],
    [
      'S3.4 a responsibility that was given before there was the resource',
      {
        rules: [forStewards],
        responsibilities: [stewardship()],
        resources: [],
      },
      no,
      [
        [index => index.setResource(resource(ORDERS)), yes],
        [index => index.deleteResource(ORDERS), no],
      ],
    ],
  ])('%s', (_, facts, before, steps) => {
    expect(answers(facts, steps)).toEqual(expected(before, steps));
  });
});
