import { ANA, ANALYSTS, ORDERS } from '../__testUtils__/people';
import { aRequest, orders } from '../__testUtils__/requests';
import type { Principal } from '../principals/Principal';
import {
  checkBeneficiaries,
  checkReason,
  FieldProblem,
  RequestFormValues,
  toSubmission,
} from './requestForm';

const form = aRequest().form!;
const bounds = { minLength: 10, maxLength: 20 };

function people(number: number): Principal[] {
  return Array.from({ length: number }, (_, index) => ({
    id: `user:default/user-${index}`,
    title: `User ${index}`,
    kind: 'user',
  }));
}

describe('who is to get access', () => {
  it.each<[number, number | undefined, FieldProblem | undefined]>([
    [0, 3, { key: 'dialog.nobodyChosen' }],
    [1, 3, undefined],
    [3, 3, undefined],
    [4, 3, { key: 'dialog.tooMany', number: '3' }],
    [100, undefined, undefined],
    [101, undefined, { key: 'dialog.tooMany', number: '100' }],
  ])('%i chosen, %s allowed', (number, maxBeneficiaries, problem) => {
    expect(
      checkBeneficiaries(people(number), { ...form, maxBeneficiaries }),
    ).toEqual(problem);
  });
});

describe('the reason', () => {
  const tooShort = { key: 'dialog.reasonTooShort', number: '10' };
  const tooLong = { key: 'dialog.reasonTooLong', number: '20' };

  it.each<[string, string, object | undefined]>([
    ['nothing', '', tooShort],
    ['one character too few', 'x'.repeat(9), tooShort],
    ['just enough', 'x'.repeat(10), undefined],
    ['just not too much', 'x'.repeat(20), undefined],
    ['one character too many', 'x'.repeat(21), tooLong],
    ['blanks only', ' '.repeat(15), tooShort],
    ['zero-width characters only', '\u200b'.repeat(15), tooShort],
    ['blanks around that do not count', `  ${'x'.repeat(20)}\n`, undefined],
    ['characters that count once', '🙂'.repeat(20), undefined],
    ['several lines', 'line one\nline two', undefined],
    [
      'control characters',
      'quarterly\u0000 report',
      {
        key: 'dialog.reasonUnreadable',
      },
    ],
  ])('%s', (_, reason, problem) => {
    expect(checkReason(reason, bounds)).toEqual(problem);
  });
});

describe('what is sent', () => {
  const values: RequestFormValues = {
    beneficiaries: [
      { id: ANA, title: 'Ana Analyst', kind: 'user' },
      { id: ANALYSTS, title: 'Analysts', kind: 'group' },
    ],
    level: 'editor',
    duration: 'P30D',
    reason: 'Quarterly report',
    datasetLevelAccess: true,
  };
  const ofOrders = { dataset: orders, form };

  it('is everybody chosen, by ref', () => {
    expect(toSubmission(ofOrders, values)).toEqual({
      dataset: ORDERS,
      beneficiaries: [ANA, ANALYSTS],
      level: 'editor',
      duration: 'P30D',
      reason: 'Quarterly report',
    });
  });

  it('has no duration for access without an end', () => {
    expect(
      toSubmission(ofOrders, { ...values, duration: '' }),
    ).not.toHaveProperty('duration');
  });

  it.each([true, false])(
    'says for a domain whether its datasets are asked for: %s',
    datasetLevelAccess => {
      const ofDomain = {
        dataset: { ref: 'domain:default/airline', title: 'Airline' },
        form: { ...form, datasetLevelAccess: true },
      };

      expect(
        toSubmission(ofDomain, { ...values, datasetLevelAccess }),
      ).toMatchObject({
        dataset: 'domain:default/airline',
        datasetLevelAccess,
      });
    },
  );
});
