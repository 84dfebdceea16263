import type { Privilege } from './Privilege';
import { DecisionIndex } from '../decisions/DecisionIndex';
import { MOST_PRIVILEGES, PrivilegeRegistry } from './privilegeRegistry';

const registry = new PrivilegeRegistry();

/** As an unimaginative plugin would name it. */
const privilege = (name: string, more: Partial<Privilege> = {}): Privilege => ({
  name,
  title: name,
  description: 'For a test.',
  type: 'platform',
  area: 'platform',
  permissions: [],
  ...more,
});

describe('PrivilegeRegistry', () => {
  it('knows a privilege by its name alone, and finds it by an alias in any case as well', () => {
    const tags = registry.get('metadata.edit-tags');

    expect(tags).toMatchObject({ title: 'Edit tags' });
    expect(registry.find('metadata.edit-tags')).toBe(tags);
    expect(registry.find('EDIT_ENTITY_TAGS')).toBe(tags);
    expect(registry.find('Edit_Entity_Tags')).toBe(tags);
    expect(registry.get('EDIT_ENTITY_TAGS')).toBeUndefined();
    expect(registry.find('EDIT_ENTITY_WINGS')).toBeUndefined();
  });

  it('takes up privileges of other plugins', () => {
    const extended = new PrivilegeRegistry([
      privilege('billing.pay', {
        implies: ['billing.look', 'catalog.entity.read'],
        aliases: ['PAY'],
      }),
      privilege('billing.look'),
    ]);

    expect(extended.find('pay')).toBe(extended.get('billing.pay'));
    expect(extended.implied('billing.pay')).toEqual([
      'billing.look',
      'catalog.entity.read',
    ]);
    expect(extended.all()).toHaveLength(registry.all().length + 2);
  });

  it('takes as many as decisions can tell apart, and says how many when there are more', () => {
    const room = MOST_PRIVILEGES - registry.all().length;
    const more = (count: number) =>
      Array.from({ length: count }, (_, at) => privilege(`billing.pay-${at}`));
    const full = new PrivilegeRegistry(more(room));

    const index = DecisionIndex.of(
      {
        people: [{ ref: 'user:default/ana', uid: '1', groups: [] }],
        rules: [
          {
            origin: 'policy',
            id: 'all',
            name: 'All',
            type: 'platform',
            state: 'active',
            privileges: full.all().map(({ name }) => name),
            actors: { users: ['user:default/ana'] },
            resources: [],
          },
        ],
      },
      { implied: name => full.implied(name) },
    );

    const held = full
      .all()
      .filter(({ name }) =>
        index.check('user:default/ana', name, undefined, 0),
      );
    expect(held).toHaveLength(MOST_PRIVILEGES);
    expect(() => new PrivilegeRegistry(more(room + 1))).toThrow(
      `There can be ${room} privileges beside those that come with the product, and there are ${
        room + 1
      }`,
    );
  });

  it.each<[string, Privilege[], RegExp]>([
    [
      'a name that a shipped privilege has',
      [privilege('metadata.edit-tags')],
      /two privileges named "metadata\.edit-tags"/,
    ],
    [
      'the same name twice',
      [privilege('billing.pay'), privilege('billing.pay')],
      /two privileges named "billing\.pay"/,
    ],
    [
      'an alias that a shipped privilege has, in another case',
      [privilege('billing.pay', { aliases: ['edit_entity_TAGS'] })],
      /"edit_entity_TAGS" of privilege "billing\.pay" is taken by "metadata\.edit-tags"/,
    ],
    [
      'the same alias twice',
      [
        privilege('billing.pay', { aliases: ['PAY'] }),
        privilege('billing.refund', { aliases: ['PAY'] }),
      ],
      /"PAY" of privilege "billing\.refund" is taken by "billing\.pay"/,
    ],
    [
      'an alias that is the name of another one',
      [
        privilege('billing.refund', { aliases: ['BILLING.PAY'] }),
        privilege('billing.pay'),
      ],
      /"BILLING\.PAY" of privilege "billing\.refund" is taken by "billing\.pay"/,
    ],
    [
      'one that implies what does not exist',
      [privilege('billing.pay', { implies: ['billing.lok'] })],
      /"billing\.pay" implies "billing\.lok", which does not exist/,
    ],
    [
      'one that implies itself',
      [privilege('billing.pay', { implies: ['billing.pay'] })],
      /implies itself: billing\.pay → billing\.pay$/,
    ],
    [
      'ones that imply each other',
      [
        privilege('billing.pay', { implies: ['billing.refund'] }),
        privilege('billing.refund', { implies: ['billing.pay'] }),
      ],
      /implies itself: billing\.pay → billing\.refund → billing\.pay$/,
    ],
  ])('refuses %s', (_, extra, message) => {
    expect(() => new PrivilegeRegistry(extra)).toThrow(message);
  });
});
