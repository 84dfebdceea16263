import {
  AccessLevel,
  accessLevels,
  compareLevels,
  isAtMost,
} from 'backstage-plugin-dataset-access-common';
import { aRequest } from '../__testUtils__/requests';
import {
  DecisionFormValues,
  initialDecision,
  offeredTerms,
  toApproval,
  toBulkDecision,
  toDenial,
} from './decisionForm';

const NOW = new Date('2031-02-01T00:00:00Z');
const form = {
  ...aRequest().form!,
  durations: ['P7D', 'P30D', 'P1M', 'P90D'],
};

describe('what may be given instead', () => {
  it.each<[AccessLevel, AccessLevel[]]>([
    ['read-only', ['read-only']],
    ['editor', ['read-only', 'editor']],
    ['owner', ['read-only', 'editor', 'owner']],
  ])('of %s: %j', (level, levels) => {
    const request = aRequest({ level });

    expect(offeredTerms(request, form, NOW).levels).toEqual(levels);
  });

  it.each<[string | undefined, string[]]>([
    ['P1D', []],
    ['P7D', ['P7D']],
    // February 2031 has 28 days
    ['P29D', ['P7D', 'P1M']],
    ['P30D', ['P7D', 'P30D', 'P1M']],
    ['P1Y', ['P7D', 'P30D', 'P1M', 'P90D']],
    [undefined, ['P7D', 'P30D', 'P1M', 'P90D']],
  ])('of %s: %j', (duration, durations) => {
    const request = aRequest({ duration });

    expect(offeredTerms(request, form, NOW).durations).toEqual(durations);
  });

  it('is never more than was asked for (threat model A11)', () => {
    for (const level of accessLevels) {
      for (const duration of [...form.durations, undefined]) {
        const offered = offeredTerms({ level, duration }, form, NOW);

        offered.levels.forEach(one =>
          expect(compareLevels(one, level)).toBeLessThanOrEqual(0),
        );
        offered.durations.forEach(one =>
          expect(isAtMost(one, duration, NOW)).toBe(true),
        );
      }
    }
  });

  it('is only what the dataset has', () => {
    const request = aRequest({ level: 'owner' });
    const narrow = { ...form, levels: ['read-only' as const], durations: [] };

    expect(offeredTerms(request, narrow, NOW)).toEqual({
      levels: ['read-only'],
      durations: [],
    });
  });

  it('is what was asked for when the dataset says nothing', () => {
    const request = aRequest({ level: 'editor' });

    expect(offeredTerms(request, undefined, NOW)).toEqual({
      levels: ['editor'],
      durations: [],
    });
  });
});

describe('what is sent', () => {
  const request = aRequest({ level: 'editor', duration: 'P90D', version: 4 });
  const asAsked = initialDecision(request);
  const approval = { decision: 'approve', version: 4 };

  it.each<[string, Partial<DecisionFormValues>, object]>([
    ['an approval as asked', {}, {}],
    ['a lower level', { level: 'read-only' }, { level: 'read-only' }],
    ['a shorter time', { duration: 'P7D' }, { duration: 'P7D' }],
    ['a comment', { comment: 'Enjoy' }, { comment: 'Enjoy' }],
    ['a comment of blanks', { comment: ' \n ' }, {}],
    [
      'access that exists already',
      { granted: true, accessNote: 'role ANALYST' },
      { granted: true, accessNote: 'role ANALYST' },
    ],
    ['the tick alone', { granted: true, accessNote: ' ' }, { granted: true }],
    [
      'a note whose tick was taken away again',
      { granted: false, accessNote: 'role ANALYST' },
      {},
    ],
  ])('%s', (_, changes, says) => {
    expect(toApproval(request, { ...asAsked, ...changes })).toEqual({
      ...approval,
      ...says,
    });
  });

  it('gives an end to access that was asked for without one', () => {
    const endless = aRequest({ duration: undefined });
    const values = { ...initialDecision(endless), duration: 'P30D' };

    expect(toApproval(endless, values)).toMatchObject({ duration: 'P30D' });
    expect(toApproval(endless, initialDecision(endless))).not.toHaveProperty(
      'duration',
    );
  });

  it('says nothing about levels, times or the source in a denial', () => {
    expect(toDenial(request, { ...asAsked, comment: 'No' })).toEqual({
      decision: 'deny',
      version: 4,
      comment: 'No',
    });
  });

  it('names id and version of each of many requests, and approves each as it asks (P-19)', () => {
    const requests = [
      aRequest({ id: 'a', version: 1, level: 'read-only' }),
      aRequest({ id: 'b', version: 7, level: 'owner', duration: undefined }),
    ];
    const values = { comment: 'Fine', granted: true, accessNote: '' };

    expect(toBulkDecision('approve', requests, values)).toEqual({
      decisions: [
        {
          requestId: 'a',
          decision: 'approve',
          version: 1,
          comment: 'Fine',
          granted: true,
        },
        {
          requestId: 'b',
          decision: 'approve',
          version: 7,
          comment: 'Fine',
          granted: true,
        },
      ],
    });
    expect(toBulkDecision('deny', requests, values).decisions[1]).toEqual({
      requestId: 'b',
      decision: 'deny',
      version: 7,
      comment: 'Fine',
    });
  });
});

describe('an approval of access to a domain', () => {
  const decided = (asked: boolean | undefined, given: boolean) => {
    const request = aRequest({ datasetLevelAccess: asked });
    return toApproval(request, {
      ...initialDecision(request),
      datasetLevelAccess: given,
    });
  };

  it('leaves its datasets out where the approver does', () => {
    expect(decided(true, false)).toMatchObject({ datasetLevelAccess: false });
  });

  it.each([
    [true, true],
    [false, true],
    [false, false],
    [undefined, false],
  ])(
    'says nothing about them otherwise: asked %s, given %s',
    (asked, given) => {
      expect(decided(asked, given)).not.toHaveProperty('datasetLevelAccess');
    },
  );
});
