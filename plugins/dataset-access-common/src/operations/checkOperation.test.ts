import type { ResponsibilityFacts } from '../decisions/AccessFacts';
import {
  DEPARTMENT,
  JANE,
  NOW,
  OTHER_PRODUCT,
  portal,
  PortalOptions,
  PRODUCT,
  responsibility,
  TEAM,
} from './__testUtils__/portal';
import { checkOperation } from './checkOperation';
import type { ObjectRoute, Operation } from './Operation';

const operation: Operation = {
  id: 'hall.paint',
  title: 'Paint the hall',
  module: 'Hall',
  allOf: ['hall.editor', 'paint.viewer'],
  objectRoutes: ['team', 'stewardship'],
  gate: ['door.viewer'],
  override: ['house.admin'],
};
const everything = ['door.viewer', 'hall.editor', 'paint.viewer'];

const check = (
  options: PortalOptions,
  {
    subject = JANE,
    resource = PRODUCT,
    now = NOW,
    ...more
  }: {
    subject?: string;
    resource?: string;
    now?: number;
    objectRoutes?: readonly ObjectRoute[];
  } = {},
) =>
  checkOperation(
    portal({ privileges: everything, ...options }),
    { ...operation, ...more },
    { subject, resource, now },
  );

const noWay = {
  allowed: false,
  reason: 'missing-route',
  missing: [],
  missingRoutes: ['team', 'stewardship'],
};

describe('the way by a team', () => {
  it.each<[string, readonly string[], boolean]>([
    ['a group that one is a member of', [TEAM], true],
    ['the group around it', [DEPARTMENT], true],
    ['another group', ['group:default/sales'], false],
    ['a group that does not exist', ['group:default/ghosts'], false],
    // owning something oneself is no team (S3.4)
    ['oneself', [JANE], false],
    ['nobody', [], false],
  ])('is open when the product is owned by %s: %s', (_, owners, expected) => {
    expect(check({ owners }).allowed).toBe(expected);
  });

  it('leads groups to what they own as well', () => {
    const rules = [
      {
        origin: 'policy' as const,
        id: 'team',
        name: 'Team',
        type: 'platform' as const,
        state: 'active' as const,
        privileges: everything,
        actors: { groups: [TEAM] },
        resources: [],
      },
    ];

    expect(check({ rules, owners: [TEAM] }, { subject: TEAM }).allowed).toBe(
      true,
    );
    expect(check({ rules }, { subject: TEAM })).toEqual(noWay);
  });
});

describe('the way by a responsibility', () => {
  it.each<[string, Partial<ResponsibilityFacts>, boolean]>([
    ['one’s own', {}, true],
    ['that of a group one is a member of', { subject: TEAM }, true],
    ['that of the group around it', { subject: DEPARTMENT }, true],
    ['that of somebody else', { subject: 'group:default/sales' }, false],
    ['one on another product', { resource: OTHER_PRODUCT }, false],
    ['one that began just now', { from: NOW }, true],
    ['one that begins in a millisecond', { from: NOW + 1 }, false],
    ['one that ends in a millisecond', { until: NOW + 1 }, true],
    ['one that ended just now', { until: NOW }, false],
    ['one for a product that was replaced', { resourceUid: 'uid-old' }, false],
    ['one of a person who was replaced', { subjectUid: 'uid-old' }, false],
  ])('is open by %s: %#', (_, more, expected) => {
    const { allowed } = check({ responsibilities: [responsibility(more)] });

    expect(allowed).toBe(expected);
  });

  it('is closed when the responsibility is ended', () => {
    const index = portal({
      privileges: everything,
      responsibilities: [responsibility()],
    });
    const ask = () =>
      checkOperation(index, operation, {
        subject: JANE,
        resource: PRODUCT,
        now: NOW,
      });

    expect(ask().allowed).toBe(true);
    index.setResponsibility(responsibility({ until: NOW - 1 }));
    expect(ask()).toEqual(noWay);
  });
});

describe('an operation with one way only', () => {
  it.each<[ObjectRoute, PortalOptions, boolean]>([
    ['team', { owners: [TEAM] }, true],
    ['team', { responsibilities: [responsibility()] }, false],
    ['stewardship', { owners: [TEAM] }, false],
    ['stewardship', { responsibilities: [responsibility()] }, true],
  ])('is not reached by the other: %s, case %#', (route, options, expected) => {
    expect(check(options, { objectRoutes: [route] })).toMatchObject({
      allowed: expected,
      missingRoutes: expected ? [] : [route],
    });
  });

  it('is not reached at all when nobody here knows the way', () => {
    const routes = ['friendship'] as unknown as ObjectRoute[];
    const options = { owners: [TEAM], responsibilities: [responsibility()] };

    expect(check(options, { objectRoutes: routes }).allowed).toBe(false);
  });
});

describe('the answer', () => {
  it('names everything that is missing at once', () => {
    expect(check({ privileges: ['hall.editor'] })).toEqual({
      allowed: false,
      reason: 'missing-privileges',
      missing: ['door.viewer', 'paint.viewer'],
      missingRoutes: ['team', 'stewardship'],
    });
  });

  it.each([
    [
      'a person nobody knows',
      { subject: 'user:default/ghost' },
      'unknown-subject',
    ],
    [
      'an object nobody knows',
      { resource: 'component:default/ghost' },
      'unknown-resource',
    ],
  ])('is no for %s, even for what takes nothing', (_, query, reason) => {
    const options = { privileges: [...everything, 'house.admin'] };
    const free = { ...operation, allOf: [], gate: [], objectRoutes: [] };
    const asked = { subject: JANE, resource: PRODUCT, now: NOW, ...query };

    expect(check(options, query)).toMatchObject({ allowed: false, reason });
    expect(checkOperation(portal(options), free, asked)).toMatchObject({
      allowed: false,
      reason,
    });
  });

  it('is yes for the override even where the gate is closed', () => {
    expect(check({ privileges: ['house.admin'] })).toEqual({
      allowed: true,
      missing: [],
      missingRoutes: [],
    });
  });

  it.each([
    [PRODUCT, true],
    [OTHER_PRODUCT, false],
  ])(
    'counts privileges and overrides that are held on one object there only: %s',
    (resource, expected) => {
      const onProduct = (privileges: string[]) => ({
        privileges: [],
        rules: [
          {
            origin: 'policy' as const,
            id: 'on-one',
            name: 'On one product',
            type: 'metadata' as const,
            state: 'active' as const,
            privileges,
            actors: { users: [JANE] },
            resources: [
              { field: 'entity', operator: 'equals', values: [PRODUCT] },
            ],
          },
        ],
      });

      expect(
        check(onProduct(everything), { resource, objectRoutes: [] }).allowed,
      ).toBe(expected);
      expect(check(onProduct(['house.admin']), { resource }).allowed).toBe(
        expected,
      );
    },
  );
});
