import {
  GrantState,
  grantStateAt,
  hasEnded,
  isBeingSetUp,
  isInForce,
} from './grantState';

const END = new Date('2031-02-01T12:00:00.000Z');
const atOffset = (ms: number) => new Date(END.getTime() + ms);

describe('an active grant with an end', () => {
  it.each([
    ['gives access one millisecond before its end', -1, 'active', true],
    ['gives none at the end itself', 0, 'expired', false],
    ['gives none one millisecond later', 1, 'expired', false],
    ['gives none decades later', 20 * 365 * 86_400_000, 'expired', false],
  ])('%s', (_, offset, state, inForce) => {
    const grant = { state: 'active' as const, expiresAt: END };
    const now = atOffset(offset);

    expect([grantStateAt(grant, now), isInForce(grant, now)]).toEqual([
      state,
      inForce,
    ]);
  });
});

describe('a grant', () => {
  it('without an end lasts until it is revoked', () => {
    const farAhead = new Date('2099-12-31T23:59:59.999Z');

    expect(isInForce({ state: 'active' }, farAhead)).toBe(true);
    expect(isInForce({ state: 'revoked' }, farAhead)).toBe(false);
  });

  it.each<[GrantState, boolean, boolean, boolean]>([
    // state, gives access, somebody or something still has to make it real, is over for good
    ['awaiting-provisioning', false, true, false],
    ['provisioning', false, true, false],
    ['active', true, false, false],
    ['revoking', false, false, true],
    ['revoked', false, false, true],
    ['expired', false, false, true],
    ['failed', false, true, false],
    ['suspended', false, false, false],
  ])('that is %s before its end', (state, inForce, beingSetUp, over) => {
    const grant = { state, expiresAt: END };

    expect([
      isInForce(grant, atOffset(-1)),
      isBeingSetUp(grant),
      hasEnded(state),
    ]).toEqual([inForce, beingSetUp, over]);
  });

  it.each<GrantState>([
    'awaiting-provisioning',
    'provisioning',
    'revoking',
    'revoked',
    'failed',
    'suspended',
  ])('that is %s stays so after its end and is not called expired', state => {
    expect(grantStateAt({ state, expiresAt: END }, atOffset(1))).toBe(state);
  });
});
