import {
  aDomainGrant,
  AIRLINE,
  CARGO,
  HOTELS,
} from '../../__testUtils__/domains';
import {
  DraftLine,
  draftOf,
  Edits,
  entriesOf,
  NO_EDITS,
  withAdded,
  withChange,
  without,
  withRemoval,
} from './groupDraft';

const airline = aDomainGrant({ id: 'airline' });
const cargo = aDomainGrant({
  id: 'cargo',
  domain: CARGO,
  level: 'editor',
  datasetLevelAccess: true,
});
const list = [airline, cargo];

const line = (edits: Edits, { ref }: typeof AIRLINE, of = list): DraftLine =>
  draftOf(of, edits).find(({ entry }) => entry.domain.ref === ref)!;
const marks = (edits: Edits, of = list) =>
  draftOf(of, edits).map(({ entry, mark }) => [entry.domain.title, mark]);

it('without edits, the list is sent as it is', () => {
  expect(entriesOf(draftOf(list, NO_EDITS))).toEqual([
    { domain: AIRLINE.ref, level: 'read-only', datasetLevelAccess: false },
    { domain: CARGO.ref, level: 'editor', datasetLevelAccess: true },
  ]);
});

it('one thing is changed, and the rest is sent as it is (S1.16)', () => {
  const edits = withChange(NO_EDITS, line(NO_EDITS, CARGO), {
    datasetLevelAccess: false,
  });

  expect(marks(edits)).toEqual([
    ['Airline', undefined],
    ['Cargo', 'changed'],
  ]);
  expect(entriesOf(draftOf(list, edits))[1]).toEqual({
    domain: CARGO.ref,
    level: 'editor',
    datasetLevelAccess: false,
  });
});

it('a change that is changed back is none', () => {
  const once = withChange(NO_EDITS, line(NO_EDITS, CARGO), { level: 'owner' });
  const back = withChange(once, line(once, CARGO), { level: 'editor' });

  expect(back.size).toBe(0);
});

it('what is removed is not sent, and can be kept after all', () => {
  const removed = withRemoval(NO_EDITS, line(NO_EDITS, AIRLINE));
  expect(marks(removed)[0]).toEqual(['Airline', 'removed']);
  expect(entriesOf(draftOf(list, removed))).toHaveLength(1);

  expect(without(removed, AIRLINE.ref)).toEqual(NO_EDITS);
});

it('a new domain has the level of the group and no datasets, until somebody says otherwise (S1.4, S1.13)', () => {
  const added = withAdded(NO_EDITS, [HOTELS], 'owner');
  expect(line(added, HOTELS)).toEqual({
    entry: { domain: HOTELS, level: 'owner', datasetLevelAccess: false },
    mark: 'added',
  });

  const changed = withChange(added, line(added, HOTELS), {
    datasetLevelAccess: true,
  });
  const more = withAdded(changed, [HOTELS, AIRLINE], 'owner');
  expect(line(more, HOTELS).entry.datasetLevelAccess).toBe(true);
  expect(withRemoval(changed, line(changed, HOTELS)).size).toBe(0);
  expect(withAdded(changed, [], 'owner').size).toBe(0);
});

describe('on top of what somebody else made of the list', () => {
  const edits = withChange(NO_EDITS, line(NO_EDITS, CARGO), { level: 'owner' });

  it('a change changes only what it names', () => {
    const others = [airline, { ...cargo, datasetLevelAccess: false }];

    expect(line(edits, CARGO, others).entry).toEqual({
      domain: CARGO,
      level: 'owner',
      datasetLevelAccess: false,
    });
  });

  it('a change gives nothing back that was taken away', () => {
    expect(marks(edits, [airline])).toEqual([['Airline', undefined]]);
  });

  it('a removal of what is gone is none', () => {
    const removal = withRemoval(NO_EDITS, line(NO_EDITS, CARGO));

    expect(marks(removal, [airline])).toEqual([['Airline', undefined]]);
  });

  it('what was to be added and is there now is changed, or left alone if it is the same', () => {
    const added = withAdded(NO_EDITS, [HOTELS], 'read-only');
    const theirs = aDomainGrant({ id: 'hotels', domain: HOTELS });

    expect(marks(added, [theirs])).toEqual([['Hotels', undefined]]);
    expect(marks(added, [{ ...theirs, level: 'owner' }])).toEqual([
      ['Hotels', 'changed'],
    ]);
  });
});

it.each(['suspended', 'expired'] as const)(
  'what is %s is shown and not sent: it would be given to whatever bears the name now (P-32)',
  state => {
    const old = { ...airline, state };

    expect(marks(NO_EDITS, [old])).toEqual([['Airline', undefined]]);
    expect(entriesOf(draftOf([old], NO_EDITS))).toEqual([]);
    const anew = withAdded(NO_EDITS, [AIRLINE], 'editor');
    expect(entriesOf(draftOf([old], anew))).toEqual([
      { domain: AIRLINE.ref, level: 'editor', datasetLevelAccess: false },
    ]);
  },
);
