import fc from 'fast-check';
import {
  canonicalPrincipalRef,
  canonicalRef,
  isPrincipalRef,
} from './canonicalRef';

const refused = expect.objectContaining({
  code: 'BAD_ENTITY_REF',
  statusCode: 400,
});
const LONG = 'a'.repeat(63);

describe('canonicalRef', () => {
  it.each([
    ['user:default/ana', 'user:default/ana'],
    ['user:ana', 'user:default/ana'],
    ['User:Default/ANA', 'user:default/ana'],
    ['API:Sales/Orders_v1.2-beta', 'api:sales/orders_v1.2-beta'],
    // names that are property names of every object are names like any other
    ['user:default/constructor', 'user:default/constructor'],
    ['group:default/toString', 'group:default/tostring'],
    [`${LONG}:${LONG}/${LONG}`, `${LONG}:${LONG}/${LONG}`],
  ])('spells %s as %s', (text, expected) => {
    expect(canonicalRef(text)).toBe(expected);
  });

  it.each([
    ['nothing', ''],
    ['a blank', ' '],
    ['a name alone', 'ana'],
    ['no name', 'user:'],
    ['no name in a namespace', 'user:default/'],
    ['no kind', ':default/ana'],
    ['an empty namespace', 'user:/ana'],
    ['two kinds', 'user:group:ana'],
    ['a path', 'user:default/ana/bob'],
    ['a step up as name', 'user:default/..'],
    ['a step up as namespace', 'user:../ana'],
    ['an encoded slash', 'user:default%2fana'],
    ['an encoded slash in the name', 'user:default/ana%2Fbob'],
    ['a double encoded slash', 'user:default/a%252fb'],
    ['a backslash', 'user:default\\ana'],
    ['__proto__ as name', 'user:default/__proto__'],
    ['__proto__ as namespace', 'user:__proto__/ana'],
    ['__proto__ as kind', '__proto__:default/ana'],
    ['a leading blank', ' user:default/ana'],
    ['a blank inside', 'user:default/ana bob'],
    ['a trailing line feed', 'user:default/ana\n'],
    ['NUL', 'user:default/ana\u0000'],
    ['a zero-width space', 'user:default/a\u200Bna'],
    ['a right-to-left override', 'user:default/\u202Eana'],
    ['the Kelvin sign for k', 'user:default/\u212Aarl'],
    ['a Turkish dotted capital i', 'user:default/\u0130nes'],
    ['a Turkish dotless i', 'user:default/\u0131nes'],
    ['a long s', 'user:default/\u017Fam'],
    ['full-width letters', 'user:default/\uFF41\uFF4E\uFF41'],
    ['a Cyrillic a', 'user:default/\u0430na'],
    ['a combining accent', 'user:default/ana\u0301'],
    ['a full-width colon', 'user\uFF1Adefault/ana'],
    ['a quote', "user:default/ana'--"],
    ['a wildcard', 'user:default/*'],
    ['a name of 64 letters', `user:default/${LONG}a`],
    ['a namespace of 64 letters', `user:${LONG}a/ana`],
  ])('refuses %s', (_, text) => {
    expect(() => canonicalRef(text)).toThrow(refused);
  });
});

describe('canonicalPrincipalRef', () => {
  it('takes users and groups', () => {
    expect(canonicalPrincipalRef('User:Ana')).toBe('user:default/ana');
    expect(canonicalPrincipalRef('GROUP:sales/team')).toBe('group:sales/team');
  });

  it.each([
    'resource:default/orders',
    'component:default/user',
    'users:default/ana',
    'domain:default/group',
    'not a ref',
  ])('refuses %s', text => {
    expect(() => canonicalPrincipalRef(text)).toThrow(refused);
  });

  it('tells a user of the same name as a kind from that kind', () => {
    expect(isPrincipalRef('user:default/group')).toBe(true);
    expect(isPrincipalRef('resource:user/group')).toBe(false);
  });
});

describe('spellings of refs', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const part = (rest: string) =>
    fc
      .tuple(
        fc.constantFrom(...letters),
        fc.string({ unit: fc.constantFrom(...letters, ...rest), maxLength: 6 }),
      )
      .map(([first, others]) => first + others);
  const entity = fc.record({
    kind: fc.oneof(fc.constantFrom('user', 'group', 'api'), part('0123.-')),
    namespace: fc.oneof(fc.constant('default'), part('0123_.-')),
    name: part('0123456789_.-'),
  });
  type Entity = { kind: string; namespace: string; name: string };

  /** One of the ways to write a ref: any letter case, and the default namespace may be left out. */
  function spelling({ kind, namespace, name }: Entity) {
    const short = namespace === 'default' ? [`${kind}:${name}`] : [];
    return fc
      .constantFrom(`${kind}:${namespace}/${name}`, ...short)
      .chain(text =>
        fc
          .array(fc.boolean(), {
            minLength: text.length,
            maxLength: text.length,
          })
          .map(upper =>
            [...text]
              .map((letter, i) => (upper[i] ? letter.toUpperCase() : letter))
              .join(''),
          ),
      );
  }
  const runs = { seed: 70_001, numRuns: 5_000 };

  it('all become the one canonical spelling of their entity', () => {
    const spelled = entity.chain(one =>
      fc.tuple(fc.constant(one), spelling(one)),
    );
    fc.assert(
      fc.property(spelled, ([{ kind, namespace, name }, text]) => {
        expect(canonicalRef(text)).toBe(`${kind}:${namespace}/${name}`);
      }),
      runs,
    );
  });

  it('of different entities never become the same', () => {
    const spelled = entity.chain(one =>
      fc.tuple(fc.constant(one), spelling(one)),
    );
    fc.assert(
      fc.property(spelled, spelled, ([a, textA], [b, textB]) => {
        const same =
          a.kind === b.kind && a.namespace === b.namespace && a.name === b.name;

        expect(canonicalRef(textA) === canonicalRef(textB)).toBe(same);
      }),
      runs,
    );
  });

  it('are stable: a canonical ref is its own spelling', () => {
    fc.assert(
      fc.property(entity.chain(spelling), text => {
        const ref = canonicalRef(text);

        expect(canonicalRef(ref)).toBe(ref);
      }),
      runs,
    );
  });

  it('with any character outside ASCII are refused', () => {
    const foreign = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 1 })
      .filter(character => /\P{ASCII}/u.test(character));
    const look = fc.constantFrom('\u212A', '\u0130', '\u0131', '\u017F');
    fc.assert(
      fc.property(
        entity.chain(spelling),
        fc.oneof(look, foreign),
        fc.nat(200),
        (text, character, position) => {
          const at = position % (text.length + 1);
          const altered = text.slice(0, at) + character + text.slice(at);

          expect(() => canonicalRef(altered)).toThrow(refused);
        },
      ),
      runs,
    );
  });
});
