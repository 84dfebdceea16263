import fc from 'fast-check';
import {
  catalogAfter,
  Catalog,
  Entity,
  Identity,
  Level,
  Story,
  StoryEvent,
  tell,
} from './Story';

/** Few names, so that they meet. */
export const users = ['ana', 'ben', 'eva'].map(name => `user:default/${name}`);
export const groups = ['pilots', 'crew'].map(name => `group:default/${name}`);
export const people = [...users, ...groups];
export const domains = ['airline', 'cargo', 'transport'].map(
  name => `domain:default/${name}`,
);
export const datasets = ['flights', 'freight', 'ledger', 'crews', 'fuel'].map(
  name => `resource:default/${name}`,
);
const systems = ['booking', 'loading'].map(name => `system:default/${name}`);
const containers = [...domains, ...systems];
const flags = ['snapshot-only', 'tag-based', undefined] as const;
const levels: readonly Level[] = ['read-only', 'editor', 'owner'];

const [ANA, BEN, EVA] = users;
const [PILOTS, CREW] = groups;
const [AIRLINE, CARGO, TRANSPORT] = domains;
const [FLIGHTS, FREIGHT, LEDGER, CREWS] = datasets;
const [BOOKING, LOADING] = systems;

/** Two are pilots and so of the crew; cargo is part of the airline. There is no fuel yet. */
export const start: Catalog = new Map(
  [
    entity(ANA, [PILOTS]),
    entity(BEN, [PILOTS, CREW]),
    entity(EVA, []),
    entity(PILOTS, [CREW]),
    entity(CREW, []),
    entity(TRANSPORT, []),
    entity(AIRLINE, [TRANSPORT]),
    entity(CARGO, [AIRLINE]),
    entity(BOOKING, [AIRLINE]),
    entity(LOADING, [CARGO]),
    entity(FLIGHTS, [BOOKING]),
    entity(FREIGHT, [LOADING, BOOKING]),
    entity(LEDGER, [AIRLINE], 'snapshot-only'),
    entity(CREWS, [CARGO], 'snapshot-only'),
  ].map(one => [one.ref, one]),
);

function entity(ref: string, partOf: string[], flag?: Entity['flag']): Entity {
  return { ref, uid: `${ref} 1`, partOf, flag };
}

/** What may happen, and how often. */
const acts = {
  'give access': 4,
  'give access with data': 9,
  'give data': 3,
  'revoke data': 2,
  'change level': 2,
  'give a direct grant': 5,
  revoke: 3,
  move: 8,
  flag: 12,
  delete: 3,
  'bring back': 3,
  'make anew': 5,
  'let time pass': 5,
} as const;

type Act = keyof typeof acts;

/** Something that is yet to happen: dice. */
interface Dice {
  act: Act;
  who: number;
  what: number;
  how: number;
}

const dots = fc.nat(1 << 20);
const anything = fc.constantFrom(
  ...Object.entries(acts).flatMap(([act, often]) =>
    Array.from({ length: often }, () => act as Act),
  ),
);

function dice(act: fc.Arbitrary<Act>): fc.Arbitrary<Dice> {
  return fc.record({ act, who: dots, what: dots, how: dots });
}

/** Something that all of the rest can be about. */
const opening = fc.tuple(
  ...(
    [
      'give access with data',
      'give access with data',
      'give a direct grant',
      'give a direct grant',
    ] as const
  ).map(act => dice(fc.constant(act))),
);

/** Something that is given; `part` while dataset-level access goes with it. */
interface Open {
  thing: string;
  target: Identity;
  part?: string;
}

/** Makes of dice what can happen: what exists is given to who exists, and what was given is revoked. */
class Author {
  readonly #events: StoryEvent[] = [];
  #catalog = start;
  #now = 0;
  #made = 0;
  /** What there was, by ref, with its last uid. */
  readonly #gone = new Map<string, Entity>();
  /** What is given and not revoked. */
  #given: Open[] = [];

  constructor(all: readonly Dice[]) {
    all.forEach(one => this.#tell(one));
  }

  get story(): Story {
    return tell(start, this.#events);
  }

  #tell(one: Dice): void {
    const { who, what, how } = one;
    switch (one.act) {
      case 'give access':
      case 'give access with data':
        return this.#give(one, 'access given', pick(domains, what));
      case 'give a direct grant':
        return this.#give(one, 'direct grant given', pick(datasets, what));
      case 'give data':
        return this.#giveData(pick(this.#domainGrants(), what), how);
      case 'revoke data': {
        const given = this.#domainGrants().filter(({ part }) => part);
        return this.#revokeData(pick(given, what));
      }
      case 'change level': {
        const given = pick(this.#domainGrants(), what);
        return given && this.#changeLevel(given.thing, pick(levels, how));
      }
      case 'revoke': {
        const given = pick(this.#given, what);
        this.#given = this.#given.filter(other => other !== given);
        return given && this.#add({ what: 'revoked', thing: given.thing });
      }
      case 'move':
        return this.#move(pick([...this.#catalog.values()], what), who, how);
      case 'flag': {
        const dataset = this.#catalog.get(pick(datasets, what));
        const flag = pick(flags, how);
        return dataset && this.#set({ ...dataset, flag });
      }
      case 'delete': {
        const gone = pick([...this.#catalog.values()], what);
        this.#gone.set(gone.ref, gone);
        return this.#add({ what: 'entity deleted', ref: gone.ref });
      }
      case 'bring back': {
        const before = pick([...this.#gone.values()], what);
        return before && this.#set(before);
      }
      case 'make anew':
        return this.#makeAnew(one);
      default:
        return this.#letPass(1 + (how % 3));
    }
  }

  #give(
    { act, who, how }: Dice,
    what: 'access given' | 'direct grant given',
    ref: string,
  ): void {
    const subject = this.#catalog.get(pick(people, who));
    const target = this.#catalog.get(ref);
    if (!subject || !target) {
      return;
    }
    this.#made += 1;
    const given: Open = {
      thing: `thing-${this.#made}`,
      target: identityOf(target),
    };
    this.#given.push(given);
    this.#add({
      what,
      thing: given.thing,
      subject: identityOf(subject),
      target: given.target,
      level: pick(levels, how),
      by: pick(users, who + what.length),
      expiresAt: how % 3 === 0 ? this.#now + 1 + (who % 6) : undefined,
    });
    if (act === 'give access with data') {
      this.#giveData(given, how);
    }
  }

  /** Also again, of what is there by then. Not while the domain is another one: whoever gives it cannot mean that. */
  #giveData(given: Open | undefined, how: number) {
    if (
      given &&
      this.#catalog.get(given.target.ref)?.uid === given.target.uid
    ) {
      this.#made += 1;
      given.part ??= `part-${this.#made}`;
      const { thing, part } = given;
      this.#add({ what: 'data given', thing, part, by: pick(users, how) });
    }
  }

  #revokeData(given: Open | undefined): void {
    if (given?.part) {
      const { thing, part } = given;
      given.part = undefined;
      this.#add({ what: 'data revoked', thing, part });
    }
  }

  #move(one: Entity, who: number, how: number): void {
    const places = placesOf(one.ref);
    const partOf = [pick(places, who), pick(places, how)];
    // in one place, in two, or nowhere
    this.#set({ ...one, partOf: partOf.slice(0, [1, 1, 1, 2, 0][how % 5]) });
  }

  #changeLevel(thing: string, level: Level): void {
    this.#add({ what: 'level changed', thing, level });
  }

  /** What is not there; or something is another one without ever having been gone. */
  #makeAnew({ who, what, how }: Dice): void {
    const missing = [...people, ...containers, ...datasets].filter(
      ref => !this.#catalog.has(ref),
    );
    const isMissing = missing.length > 0 && how % 2 > 0;
    const ref = pick(isMissing ? missing : [...this.#catalog.keys()], what);
    const before = this.#catalog.get(ref) ?? this.#gone.get(ref);
    this.#made += 1;
    if (before) {
      this.#gone.set(ref, before);
    }
    this.#set({
      ref,
      uid: `${ref} anew ${this.#made}`,
      partOf: before?.partOf ?? [pick(placesOf(ref), who)],
      flag: before?.flag,
    });
  }

  #letPass(ticks: number): void {
    this.#now += ticks;
    this.#add({ what: 'time passed', ticks });
  }

  #set(one: Entity): void {
    this.#add({ what: 'entity set', entity: one });
  }

  #add(event: StoryEvent): void {
    this.#events.push(event);
    this.#catalog = catalogAfter(this.#catalog, event);
  }

  #domainGrants(): Open[] {
    return this.#given.filter(({ target }) => target.ref.startsWith('domain:'));
  }
}

function identityOf({ ref, uid }: Entity): Identity {
  return { ref, uid };
}

/** Where something can be. Domains can be in each other, and in themselves. */
function placesOf(ref: string): string[] {
  if (people.includes(ref)) {
    return groups;
  }
  return datasets.includes(ref) ? containers : domains;
}

function pick<T>(from: readonly T[], dot: number): T {
  return from[dot % from.length];
}

/** Histories in which up to so much happens after the opening. */
export function storyOf(most: number): fc.Arbitrary<Story> {
  const rest = { minLength: 4, maxLength: most, size: 'max' } as const;
  return fc
    .tuple(opening, fc.array(dice(anything), rest))
    .map(([first, others]) => new Author([...first, ...others]).story);
}
