import { dataset, user } from './__testUtils__/entities';
import { hasObjects, objectPatterns, sourceName } from './annotations';
import { roleName } from './roleName';

const problemOf = (work: () => unknown) => {
  try {
    return { code: 'none', message: String(work()) };
  } catch (error) {
    return error as { code: string; message: string };
  }
};

describe('the objects of a dataset', () => {
  it.each([
    ['sales.orders', [{ schema: 'sales', name: 'orders' }]],
    [
      ' sales.orders ,archive.*,\n sales.orders,',
      [{ schema: 'sales', name: 'orders' }, { schema: 'archive' }],
    ],
    ['_s.Or$1', [{ schema: '_s', name: 'Or$1' }]],
  ])('%j are %j', (text, expected) => {
    expect(hasObjects(dataset(text))).toBe(true);
    expect(objectPatterns(dataset(text))).toEqual(expected);
  });

  it.each([
    ...['orders', 'a.b.c', '*.orders', 'sales.', '.orders', '*', 'a.b c'],
    ...['sales.$or', 'sales.1', '"sales"."orders"'],
  ])('%j are none', text => {
    expect(problemOf(() => objectPatterns(dataset(text))).code).toBe(
      'BAD_IDENTIFIER',
    );
  });

  it('are said by the annotation alone', () => {
    expect(hasObjects(dataset(undefined))).toBe(false);
    expect(hasObjects(dataset('  '))).toBe(false);
    expect(problemOf(() => objectPatterns(dataset(' , '))).code).toBe(
      'MISCONFIGURED',
    );
  });
});

describe('the source of a dataset', () => {
  const named = (source?: string) =>
    dataset('a.b', source ? { 'data-registry/postgres-source': source } : {});

  it('is the only one, or the one that is named', () => {
    expect(sourceName(named(), ['warehouse'])).toBe('warehouse');
    expect(sourceName(named('lake'), ['warehouse', 'lake'])).toBe('lake');
  });

  it.each([
    [undefined, ['warehouse', 'lake'], 'needs the annotation'],
    ['lke', ['warehouse', 'lake'], 'Configured are: warehouse, lake.'],
    ['lke', ['warehouse'], '"lke", which is no configured source'],
  ])('called %s, of %j, is a mistake that says so', (name, all, words) => {
    const { code, message } = problemOf(() => sourceName(named(name), all));
    expect(code).toBe('MISCONFIGURED');
    expect(message).toContain(words);
  });
});

describe('the role of somebody', () => {
  const templates = {
    userRole: 'u_{namespace}_{name}',
    groupRole: 'g_{name}',
  };

  it('is made by the template of his kind', () => {
    expect(roleName(user('ann'), templates)).toBe('u_default_ann');
    expect(
      roleName(user('team', undefined, undefined, 'Group'), templates),
    ).toBe('g_team');
    expect(
      roleName(user('ann', undefined, 'a_smith@example.com'), {
        ...templates,
        userRole: '{email-local}',
      }),
    ).toBe('a_smith');
  });

  it('is what the annotation says, first', () => {
    expect(roleName(user('jane.doe', ' jane_doe '), templates)).toBe(
      'jane_doe',
    );
  });

  it('cannot be made of an address that is not there', () => {
    expect(
      problemOf(() =>
        roleName(user('ann'), { ...templates, userRole: '{email-local}' }),
      ).code,
    ).toBe('SUBJECT_MISSING');
  });

  it('can be put right by an annotation, as the message says', () => {
    const { code, message } = problemOf(() =>
      roleName(user('jane.doe'), templates),
    );
    expect(code).toBe('BAD_IDENTIFIER');
    expect(message).toContain('u_default_jane.doe');
    expect(message).toContain('data-registry/postgres-role');
  });
});
