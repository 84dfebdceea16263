import { isRoleId, toRoleId } from './roleId';

describe('toRoleId', () => {
  it.each([
    ['Data Curator', 'data-curator'],
    ['  Finance: read & export! ', 'finance-read-export'],
    ['Prüfer für Köln', 'prufer-fur-koln'],
    ['Level 2', 'level-2'],
    ['2nd line', '2nd-line'],
    ['データ', ''],
    ['', ''],
    ['x'.repeat(80), 'x'.repeat(63)],
    [`${'x'.repeat(62)} y`, 'x'.repeat(62)],
  ])('%j becomes %j', (title, id) => {
    expect(toRoleId(title)).toBe(id);
  });

  it.each(['Data Curator', 'Prüfer', '-- a --', 'x'.repeat(99)])(
    '%j becomes an id that the API takes',
    title => {
      expect(isRoleId(toRoleId(title))).toBe(true);
    },
  );
});

it.each(['', '-a', 'Admin', 'a b', 'a_b', 'ä', 'x'.repeat(64)])(
  '%j is no id',
  id => {
    expect(isRoleId(id)).toBe(false);
  },
);
