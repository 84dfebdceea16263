import { everythingGiven, Given, isAbout, obstacles } from './referenceAccess';
import type { Level, Story } from './Story';

/** Ways to come to an answer about something that was given. Every such answer is of one class, and each is worth many examples. */
export const outcomes = [
  'a direct grant only',
  'a domain itself',
  'data that follows its domain, given to oneself',
  'data that follows its domain, given to a group',
  'data of a snapshot',
  'data of a domain and a direct grant',
  'data of a domain in several ways',
  'nothing: tag-based',
  'nothing: not in the snapshot',
  'nothing: suspended',
  'nothing: expired',
  'nothing: revoked',
  'nothing: access to the domain alone',
] as const;

export type Outcome = (typeof outcomes)[number];

export interface Answer {
  level: Level | undefined;
  /** Absent: nothing that was ever given is about it, or there is more than one thing against it. */
  outcome: Outcome | undefined;
  /** Whatever gives something. */
  giving: Given[];
}

const LEVELS: readonly Level[] = ['read-only', 'editor', 'owner'];

/** What the reference model says about anybody and anything at one moment. */
export class Answers {
  readonly #story: Story;
  readonly #given: Given[];

  constructor(story: Story) {
    this.#story = story;
    this.#given = everythingGiven(story);
  }

  /** The highest level of all that counts (P-35), and how it comes about. */
  of(who: string, what: string, now = this.#story.times.at(-1)!): Answer {
    const catalog = this.#story.catalogs.at(-1)!;
    const judged = this.#given
      .filter(given => isAbout(given, catalog, who, what))
      .map(given => ({
        given,
        against: obstacles(given, catalog, what, now),
      }));
    const giving = judged
      .filter(({ against }) => against.length === 0)
      .map(({ given }) => given);
    const level = LEVELS.findLast(one =>
      giving.some(given => given.level === one),
    );
    const outcome =
      giving.length > 0
        ? wayOf(giving, catalog.get(what)!.flag !== undefined, who, what)
        : reasonFor(judged.map(({ against }) => against));
    return { level, outcome, giving };
  }
}

function wayOf(
  giving: Given[],
  isFlagged: boolean,
  who: string,
  what: string,
): Outcome {
  const ofDomains = giving.filter(({ isDomain }) => isDomain);
  if (ofDomains.length === 0) {
    return 'a direct grant only';
  }
  if (what.startsWith('domain:')) {
    return 'a domain itself';
  }
  if (ofDomains.length < giving.length) {
    return 'data of a domain and a direct grant';
  }
  if (ofDomains.length > 1) {
    return 'data of a domain in several ways';
  }
  if (isFlagged) {
    return 'data of a snapshot';
  }
  return ofDomains[0].subject.ref === who
    ? 'data that follows its domain, given to oneself'
    : 'data that follows its domain, given to a group';
}

/** Why nothing counts: what alone is against something that was given. */
function reasonFor(all: string[][]): Outcome | undefined {
  const isOnly = (obstacle: string) =>
    all.some(against => against.length === 1 && against[0] === obstacle);
  const reasons = [
    'tag-based',
    'not in the snapshot',
    'suspended',
    'expired',
    'revoked',
  ] as const;
  const reason = reasons.find(isOnly);
  if (reason) {
    return `nothing: ${reason}`;
  }
  return isOnly('no dataset-level access')
    ? 'nothing: access to the domain alone'
    : undefined;
}
