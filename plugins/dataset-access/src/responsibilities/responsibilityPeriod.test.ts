import { DateTime } from 'luxon';
import {
  checkPeriod,
  dayOf,
  PeriodProblem,
  toInstants,
} from './responsibilityPeriod';

const now = DateTime.fromISO('2031-03-10T15:30:00', {
  zone: 'Europe/Helsinki',
});

it.each<[starts: string, ends: string, PeriodProblem | undefined]>([
  ['', '', undefined],
  ['', '2031-03-10', undefined],
  ['', '2031-03-09', 'endOver'],
  ['2031-04-01', '', undefined],
  ['2031-04-01', '2031-04-01', undefined],
  ['2031-04-01', '2031-03-31', 'endFirst'],
  ['2030-01-01', '2031-03-11', undefined],
  ['2030-01-01', '2030-02-01', 'endOver'],
])('from %j until %j: %s', (starts, ends, problem) => {
  expect(checkPeriod({ starts, ends }, now)).toBe(problem);
});

it.each([
  ['no days', '', '', {}],
  [
    'a whole last day, in the time zone of who chose it',
    '',
    '2031-03-20',
    { endsAt: '2031-03-20T21:59:59.999Z' },
  ],
  [
    'a first day from its beginning',
    '2031-04-01',
    '',
    { startsAt: '2031-03-31T21:00:00.000Z' },
  ],
  // what began earlier today would be refused, or count for hours that are over
  ['today, which is from now on', '2031-03-10', '', {}],
])('sends %s', (_, starts, ends, sent) => {
  expect(toInstants({ starts, ends }, now)).toEqual(sent);
});

it('shows the last day that somebody chose, whatever the time zone', () => {
  const { endsAt } = toInstants({ starts: '', ends: '2031-03-20' });

  expect(dayOf(endsAt)).toBe('2031-03-20');
  expect(dayOf(undefined)).toBe('');
});
