import { nodeShape } from './nodeShape';

const different = [
  'user',
  'group',
  'role',
  'owner',
  'policy',
  'grant',
  'domain-grant',
  'resource',
] as const;

it('gives each kind of station an outline of its own', () => {
  const outlines = different.map(kind => nodeShape(kind, 120, 50));

  expect(new Set(outlines).size).toBe(different.length);
});

it.each([...different, 'everyone', 'group-members', 'responsibility'] as const)(
  'draws %s with numbers only, whatever its size',
  kind => {
    for (const [width, height] of [
      [0, 0],
      [36, 24],
      [400, 60],
    ]) {
      expect(nodeShape(kind, width, height)).toMatch(
        /^M-?[\d.]+,-?[\d.]+[\sMHVLAZ\d.,-]+$/,
      );
    }
  },
);
