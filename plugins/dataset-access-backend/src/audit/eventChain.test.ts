import type { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import {
  appendToChain,
  AuditEntry,
  AuditEvent,
  AuditSubject,
  EMPTY_CHAIN,
  firstBrokenEvent,
} from './eventChain';

const SUBJECT: AuditSubject = { type: 'request', id: 'r-1' };
const NEW_YEAR = Date.UTC(2030, 0);

function chainOf(entries: AuditEntry[], subject = SUBJECT): AuditEvent[] {
  return entries.reduce<AuditEvent[]>(
    (events, entry) => [
      ...events,
      appendToChain(subject, events.at(-1) ?? EMPTY_CHAIN, entry),
    ],
    [],
  );
}

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
const anyEntry: fc.Arbitrary<AuditEntry> = fc.record({
  type: fc.constantFrom('filed', 'commented', 'approved'),
  at: fc.nat(86_400_000).map(ms => new Date(NEW_YEAR + ms)),
  actor: fc.option(fc.constantFrom('user:default/ana', 'user:default/bob'), {
    nil: undefined,
  }),
  facts: fc.dictionary(
    fc.constantFrom('level', 'duration', 'b', 'a', '1', '"'),
    fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null)),
  ) as fc.Arbitrary<JsonObject>,
  text: fc.option(text, { nil: undefined }),
});
const anyEntries = fc.array(anyEntry, { minLength: 1, maxLength: 6 });
/** A chain and the place of one of its events. */
const chainAndIndex = fc.tuple(anyEntries, fc.nat()).map(([entries, some]) => ({
  chain: chainOf(entries),
  index: some % entries.length,
}));

/** Changes one field of an event, whatever it holds. */
const edits: Array<[string, (event: AuditEvent) => Partial<AuditEvent>]> = [
  ['the subject type', () => ({ subject: { ...SUBJECT, type: 'grant' } })],
  ['the subject id', () => ({ subject: { ...SUBJECT, id: 'r-2' } })],
  ['the number, to a higher one', ({ seq }) => ({ seq: seq + 1 })],
  ['the number, to a lower one', ({ seq }) => ({ seq: seq - 1 })],
  ['the type', ({ type }) => ({ type: type === 'filed' ? 'denied' : 'filed' })],
  [
    'the time, by a millisecond',
    ({ at }) => ({ at: new Date(at.getTime() + 1) }),
  ],
  [
    'the actor',
    ({ actor }) => ({ actor: actor ? undefined : 'user:default/eve' }),
  ],
  ['a fact that is added', ({ facts }) => ({ facts: { ...facts, extra: 1 } })],
  [
    'the facts, to a text',
    ({ facts }) => ({ facts: { all: JSON.stringify(facts) } }),
  ],
  ['the hash', ({ hash }) => ({ hash: flip(hash) })],
  ['the previous hash', ({ prevHash }) => ({ prevHash: flip(prevHash) })],
  ['the text', event => ({ text: `${event.text ?? ''}!` })],
  [
    'the digest of the text',
    ({ textDigest = '' }) => ({ textDigest: flip(textDigest) }),
  ],
  [
    'the text, with a digest that fits',
    () => {
      const forged = chainOf([
        {
          type: 'commented',
          at: new Date(NEW_YEAR),
          facts: {},
          text: 'forged',
        },
      ])[0];
      return {
        text: forged.text,
        textSalt: forged.textSalt,
        textDigest: forged.textDigest,
      };
    },
  ],
];

function flip(hash: string): string {
  return hash.startsWith('0') ? `1${hash.slice(1)}` : `0${hash.slice(1)}`;
}

const runs = { seed: 20_110, numRuns: 400 };

describe('a chain as it was written', () => {
  it('is intact, also when it went through the database as JSON', () => {
    fc.assert(
      fc.property(anyEntries, entries => {
        const stored = chainOf(entries).map(event => ({
          ...event,
          at: new Date(event.at.toISOString()),
          facts: JSON.parse(JSON.stringify(event.facts)),
        }));

        expect(firstBrokenEvent(stored, stored.length)).toBeUndefined();
        expect(stored.map(({ seq }) => seq)).toEqual(
          entries.map((_, i) => i + 1),
        );
      }),
      runs,
    );
  });

  it('is intact when an event was added after its subject was read', () => {
    fc.assert(
      fc.property(anyEntries, entries => {
        const chain = chainOf(entries);

        expect(firstBrokenEvent(chain, chain.length - 1)).toBeUndefined();
      }),
      runs,
    );
  });

  it('stays intact when any of its texts are erased', () => {
    fc.assert(
      fc.property(anyEntries, fc.array(fc.boolean()), (entries, erased) => {
        const chain = chainOf(entries).map((event, index) =>
          erased[index]
            ? { ...event, text: undefined, textSalt: undefined }
            : event,
        );

        expect(firstBrokenEvent(chain, chain.length)).toBeUndefined();
      }),
      runs,
    );
  });

  it('does not give away an erased text to somebody who guesses it', () => {
    const guess = {
      type: 'filed',
      at: new Date(NEW_YEAR),
      facts: {},
      text: 'yes',
    };

    const [first] = chainOf([guess]);
    const [second] = chainOf([guess]);

    expect(first.textDigest).not.toBe(second.textDigest);
  });
});

describe('a chain that was tampered with', () => {
  it.each(edits)('shows the event that was changed in %s', (_, edit) => {
    fc.assert(
      fc.property(chainAndIndex, ({ chain, index }) => {
        const tampered = chain.map((event, i) =>
          i === index ? { ...event, ...edit(event) } : event,
        );

        expect(firstBrokenEvent(tampered, chain.length)).toBe(index + 1);
      }),
      runs,
    );
  });

  it('shows which event was removed, also at its end', () => {
    fc.assert(
      fc.property(chainAndIndex, ({ chain, index }) => {
        const tampered = chain.filter((_, i) => i !== index);

        expect(firstBrokenEvent(tampered, chain.length)).toBe(index + 1);
      }),
      runs,
    );
  });

  it('shows where a number is missing, even when all hashes fit', () => {
    const [first] = chainOf([{ type: 'filed', at: new Date(0), facts: {} }]);
    const late = appendToChain(SUBJECT, { ...first, seq: 2 }, first);

    expect(firstBrokenEvent([first, late], 2)).toBe(2);
  });

  it('shows where its tail was cut off', () => {
    fc.assert(
      fc.property(chainAndIndex, ({ chain, index }) => {
        const tampered = chain.slice(0, index);

        expect(firstBrokenEvent(tampered, chain.length)).toBe(index + 1);
      }),
      runs,
    );
  });

  it('shows the first of two events that were swapped', () => {
    fc.assert(
      fc.property(chainAndIndex, fc.nat(), ({ chain, index }, some) => {
        const other = some % chain.length;
        fc.pre(other !== index);
        const tampered = [...chain];
        [tampered[index], tampered[other]] = [chain[other], chain[index]];

        expect(firstBrokenEvent(tampered, chain.length)).toBe(
          Math.min(index, other) + 1,
        );
      }),
      runs,
    );
  });

  it('shows where an event was inserted that claims to fit', () => {
    fc.assert(
      fc.property(chainAndIndex, anyEntry, ({ chain, index }, entry) => {
        const before = index === 0 ? EMPTY_CHAIN : chain[index - 1];
        const forged = appendToChain(SUBJECT, before, entry);
        const tampered = [
          ...chain.slice(0, index),
          forged,
          ...chain.slice(index),
        ];

        expect(firstBrokenEvent(tampered, chain.length)).toBe(index + 2);
      }),
      runs,
    );
  });

  it('shows an event that was taken over from the history of something else', () => {
    fc.assert(
      fc.property(anyEntries, fc.nat(), (entries, some) => {
        const chain = chainOf(entries);
        const other = chainOf(entries, { type: 'request', id: 'r-2' });
        const index = some % chain.length;
        const tampered = [...chain];
        tampered[index] = { ...other[index], subject: SUBJECT };

        expect(firstBrokenEvent(tampered, chain.length)).toBe(index + 1);
      }),
      runs,
    );
  });
});
