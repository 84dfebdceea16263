import type { CriterionFacts } from './AccessFacts';
import {
  ANA,
  BEN,
  COMPANY,
  FINANCE,
  ORDERS,
  SALES,
  STAFF,
  VISITS,
  equals,
  isAllowed,
  policy,
  resource,
  smallFacts,
  startsWith,
} from './__testUtils__/smallFacts';

const yes = true;
const no = false;

describe('which resources are meant', () => {
  it.each<[string, CriterionFacts[], boolean]>([
    ['S2.7 all without a filter', [], yes],
    ['S2.7 a kind', [equals('type', 'resource')], yes],
    ['S2.7 a kind with a type', [equals('type', 'resource/dataset')], yes],
    ['S2.7 not another kind', [equals('type', 'api')], no],
    ['S2.7 not another type', [equals('type', 'resource/topic')], no],
    ['S2.7 not a type without its kind', [equals('type', 'dataset')], no],
    ['S2.8 an entity', [equals('entity', VISITS, ORDERS)], yes],
    ['S2.8 not another one', [equals('entity', VISITS)], no],
    ['S2.9 a domain', [equals('domain', FINANCE)], yes],
    ['S2.9 a domain around it', [equals('domain', COMPANY)], yes],
    ['S2.9 not another domain', [equals('domain', 'domain:default/it')], no],
    ['S2.10 a tag', [equals('tag', 'pii')], yes],
    ['S2.10 not a part of a tag', [equals('tag', 'pi')], no],
    ['S2.10 a label', [equals('label', 'tier')], yes],
    ['S2.10 a label with its value', [equals('label', 'tier=gold')], yes],
    ['S2.10 not with another value', [equals('label', 'tier=silver')], no],
    ['S2.10 an owner', [equals('owner', SALES)], yes],
    ['S2.10 not a group around the owner', [equals('owner', STAFF)], no],
    ['S2.10 one of several values', [equals('tag', 'gdpr', 'pii')], yes],
    ['S2.10 all criteria', [equals('tag', 'pii'), equals('owner', SALES)], yes],
    ['S2.10 not only one', [equals('tag', 'pii'), equals('owner', BEN)], no],
    [
      'S2.10 not only the other',
      [equals('owner', BEN), equals('tag', 'pii')],
      no,
    ],
    [
      'S2.10 two criteria on one field',
      [equals('tag', 'pii'), equals('tag', 'gdpr')],
      no,
    ],
    ['S2.10 a beginning', [startsWith('entity', 'resource:default/ord')], yes],
    ['S2.10 one of two beginnings', [startsWith('tag', 'x', 'pi')], yes],
    ['S2.10 not an end', [startsWith('tag', 'ii')], no],
    [
      'S2.10 the beginning of a domain around it',
      [startsWith('domain', 'domain:default/co')],
      yes,
    ],
    [
      'S2.10 a beginning and a value',
      [startsWith('label', 'tier='), equals('type', 'resource')],
      yes,
    ],
    [
      'S2.10 not a beginning without the value',
      [startsWith('label', 'tier='), equals('type', 'api')],
      no,
    ],
    ['S2.10 no unknown field', [equals('colour', 'pii')], no],
    ['S2.10 no field of every object', [equals('constructor', 'pii')], no],
    ['S2.10 no field in another spelling', [equals('Tag', 'pii')], no],
    [
      'S2.10 no unknown field beside a known one',
      [equals('tag', 'pii'), equals('colour', 'red')],
      no,
    ],
    [
      'S2.10 no unknown operator',
      [{ ...equals('tag', 'pii'), operator: 'matches' }],
      no,
    ],
    [
      'S2.10 no unknown operator beside a known one',
      [equals('tag', 'pii'), { ...equals('tag', 'pii'), operator: '' }],
      no,
    ],
    ['F14 nothing by a criterion without values', [equals('tag')], no],
    ['F14 nothing by a beginning without values', [startsWith('tag')], no],
    [
      'F14 nothing by one without values beside another',
      [equals('tag', 'pii'), equals('owner')],
      no,
    ],
  ])('%s', (_, resources, expected) => {
    const rules = [policy({ actors: { users: [ANA] }, resources })];

    expect(isAllowed({ rules })).toBe(expected);
  });

  it.each<[string, CriterionFacts]>([
    ['type', equals('type', 'resource/dataset')],
    ['domain', equals('domain', FINANCE)],
    ['tag', equals('tag', 'pii')],
    ['label', equals('label', 'tier')],
    ['owner', equals('owner', SALES)],
    ['beginning', startsWith('tag', 'pi')],
  ])(
    'P-27 a filter by %s means no resource that has none, and nothing without a resource (S2.10)',
    (_, criterion) => {
      const rules = [
        policy({ actors: { users: [ANA] }, resources: [criterion] }),
      ];

      expect(isAllowed({ rules }, { resource: ORDERS })).toBe(yes);
      expect(isAllowed({ rules }, { resource: VISITS })).toBe(no);
      expect(isAllowed({ rules }, { resource: undefined })).toBe(no);
    },
  );

  it('S2.10 without a filter it holds without a resource', () => {
    const rules = [policy({ actors: { users: [ANA] } })];

    expect(isAllowed({ rules }, { resource: undefined })).toBe(yes);
  });

  it('P-32 a domain is found through a system, and a system is no domain', () => {
    const SYSTEM = 'system:default/shop';
    const resources = [
      ...smallFacts.resources,
      resource(VISITS, { domains: [SYSTEM, 'system:default/other'] }),
      resource(SYSTEM, { domains: [FINANCE] }),
      // a system in no domain
      resource('system:default/other'),
    ];
    const by = (ref: string) => [
      policy({
        actors: { users: [ANA] },
        resources: [equals('domain', ref)],
      }),
    ];
    const query = { resource: VISITS };

    expect(isAllowed({ rules: by(FINANCE), resources }, query)).toBe(yes);
    expect(isAllowed({ rules: by(COMPANY), resources }, query)).toBe(yes);
    expect(isAllowed({ rules: by(SYSTEM), resources }, query)).toBe(no);
  });

  it('P-32 domains that contain each other end, and each is in the other', () => {
    const resources = [
      resource(ORDERS, { domains: [FINANCE] }),
      resource(FINANCE, { domains: [COMPANY] }),
      resource(COMPANY, { domains: [FINANCE, COMPANY] }),
    ];
    const may = (domain: string, on: string) =>
      isAllowed(
        {
          rules: [
            policy({
              actors: { users: [ANA] },
              resources: [equals('domain', domain)],
            }),
          ],
          resources,
        },
        { resource: on },
      );

    expect([
      may(COMPANY, ORDERS),
      may(FINANCE, COMPANY),
      may(COMPANY, FINANCE),
      may('domain:default/it', ORDERS),
    ]).toEqual([yes, yes, yes, no]);
  });

  it('P-32 a domain that does not exist, and what is said to be around it, counts for nothing', () => {
    const resources = [
      resource(ORDERS, { domains: ['domain:default/gone'] }),
      resource(COMPANY),
    ];
    const rules = [
      policy({
        actors: { users: [ANA] },
        resources: [equals('domain', 'domain:default/gone', COMPANY)],
      }),
    ];

    expect(isAllowed({ rules, resources })).toBe(no);
  });
});
