import fc from 'fast-check';
import { accessCondition, fitsCondition } from '../decisions/accessCondition';
import { decide } from '../decisions/decide';
import type { DecisionIndex } from '../decisions/DecisionIndex';
import { holdersOf } from '../decisions/holdersOf';
import { levelPrivilege } from '../levels/levelPrivilege';
import { domainGrantOf } from './domainGrantRules';
import { Counts } from './__testUtils__/Counts';
import { thingsIn, without, withRevoked } from './__testUtils__/oneThing';
import { Answers, outcomes } from './__testUtils__/outcomes';
import {
  datasets,
  domains,
  people,
  start,
  storyOf,
  users,
} from './__testUtils__/randomStories';
import { Replay } from './__testUtils__/Replay';
import { beginningOf, Level, Story } from './__testUtils__/Story';

jest.setTimeout(120_000);

const SEED = 40_411;
const HISTORIES = 5_000;
const LEVELS: readonly Level[] = ['read-only', 'editor', 'owner'];
const privileges = LEVELS.map(levelPrivilege);

/** Everything that access can be given to. */
const things = [...datasets, ...domains];
const pairs = people.flatMap(who => things.map(what => ({ who, what })));

describe(`access to domains in random histories (seed ${SEED})`, () => {
  it(`is after each event what the history says, in ${HISTORIES} of them`, () => {
    const counts = new Counts(SEED, outcomes);
    let others = 0;
    fc.assert(
      fc.property(storyOf(18), story => {
        const replay = new Replay(start);
        const wrong: string[] = [];
        story.events.forEach((event, at) => {
          replay.add(event);
          const answers = new Answers(beginningOf(story, at + 1));
          const now = story.times[at + 1];

          for (const { who, what } of pairs) {
            const { level, outcome } = answers.of(who, what, now);
            if (outcome) {
              counts.add(outcome);
            } else {
              others += 1;
            }
            if (!isLevel(replay.index, who, what, now, level)) {
              wrong.push(`${who} on ${what} after event ${at}`);
            }
          }
        });
        const [now] = story.times.slice(-1);
        const kept = levelsIn(replay.index, now);

        // once in each history: it takes longer than all of the answers
        expect({ wrong, kept }).toEqual({
          wrong: [],
          kept: levelsIn(replay.afresh(), now),
        });
      }),
      { seed: SEED, numRuns: HISTORIES },
    );

    expect(
      counts.rarest(`answers, beside ${others} where nothing was ever given`),
    ).toBeGreaterThanOrEqual(1);
  });

  it(`is without one thing, once it is revoked, what it is if that was never given, in ${HISTORIES} of them (S1.8, P-29)`, () => {
    const counts = new Counts(
      SEED + 1,
      ['access to a domain', 'dataset-level access', 'a direct grant'].flatMap(
        kind => [
          `${kind}, revoked before`,
          `${kind}, and nothing is lost`,
          `${kind}, and something is lost`,
          `${kind}, and a lower level is left of something`,
        ],
      ),
    );
    fc.assert(
      fc.property(storyOf(18), fc.nat(), (story, which) => {
        const all = thingsIn(story);
        const one = all[which % all.length];
        const revoked = withRevoked(story, one);
        const never = without(story, one);
        const [now] = story.times.slice(-1);
        const replay = new Replay(start, story.events);
        const before = levelsIn(replay.index, now);

        revoked.events.slice(story.events.length).forEach(replay.add, replay);

        const after = new Replay(start, never.events);
        const soon = (levels: (moment: number) => string[]) =>
          [now, now + 2, now + 1_000].map(levels);
        const left = soon(moment => levelsIn(replay.index, moment));
        expect({
          said: soon(moment => levelsSaid(revoked, moment)),
          withoutIt: soon(moment => levelsIn(after.index, moment)),
          saidWithoutIt: soon(moment => levelsSaid(never, moment)),
        }).toEqual({ said: left, withoutIt: left, saidWithoutIt: left });

        const lost = lossOf(before, left[0]);
        counts.add(
          `${one.kind}, ${revoked === story ? 'revoked before' : lost}`,
        );
      }),
      { seed: SEED + 1, numRuns: HISTORIES },
    );

    expect(counts.rarest('revocations')).toBeGreaterThanOrEqual(1);
  });

  it('is the same for a list of everything, when asked who has it, and when explained', () => {
    const counts = new Counts(SEED + 2, ['allowed', 'refused']);
    fc.assert(
      fc.property(storyOf(18), fc.nat(), (story, dot) => {
        const answers = new Answers(story);
        const [now] = story.times.slice(-1);
        const { who, what } = pairs[dot % pairs.length];
        const least = dot % LEVELS.length;
        const privilege = privileges[least];
        const replay = new Replay(start);
        const { index } = replay;
        story.events.forEach((event, at) => {
          // what is remembered of one list must not be in the next
          accessCondition(index, who, privilege, story.times[at]);
          replay.add(event);
        });
        const has = (one: string, other: string) =>
          rank(answers.of(one, other, now).level) >= least;

        const condition = accessCondition(index, who, privilege, now);
        const listed = [...index.resources.all()]
          .filter(resource => fitsCondition(condition, resource))
          .map(({ facts }) => facts.ref);
        const holders = [...holdersOf(index, privilege, what, now)];
        const query = { subject: who, resource: what, privilege, now };
        const { allowed, paths } = decide(index, query);

        expect(listed.sort()).toEqual(
          things.filter(one => has(who, one)).sort(),
        );
        expect(holders.sort()).toEqual(users.filter(one => has(one, what)));
        counts.add(allowed ? 'allowed' : 'refused');
        expect(allowed).toBe(has(who, what));
        expect(
          paths
            .map(({ rule, until }) => [
              domainGrantOf(rule.id),
              rule.givenBy,
              until,
            ])
            .sort(),
        ).toEqual(
          answers
            .of(who, what, now)
            .giving.filter(({ level }) => rank(level) >= least)
            .map(({ thing, target, by, data, expiresAt }) => [
              thing,
              what === target.ref ? by : data?.by,
              expiresAt,
            ])
            .sort(),
        );
      }),
      { seed: SEED + 2, numRuns: 2_500 },
    );

    expect(counts.rarest('questions')).toBeGreaterThanOrEqual(20);
  });
});

function rank(level: Level | undefined): number {
  return level ? LEVELS.indexOf(level) : -1;
}

/** Whether somebody may do what the levels up to this one allow, and nothing above. */
function isLevel(
  index: DecisionIndex,
  who: string,
  what: string,
  now: number,
  level: Level | undefined,
): boolean {
  return privileges.every(
    (one, at) => index.check(who, one, what, now) === at <= rank(level),
  );
}

/** Whatever anybody has on anything. */
function levelsIn(index: DecisionIndex, now: number): string[] {
  return pairs.flatMap(({ who, what }) =>
    LEVELS.filter((_, at) => index.check(who, privileges[at], what, now)).map(
      level => `${who} ${level} ${what}`,
    ),
  );
}

/** The same by the history alone. */
function levelsSaid(story: Story, now: number): string[] {
  const answers = new Answers(story);
  return pairs.flatMap(({ who, what }) =>
    LEVELS.slice(0, rank(answers.of(who, what, now).level) + 1).map(
      level => `${who} ${level} ${what}`,
    ),
  );
}

/** What the difference is between what there was and what is left of it. */
function lossOf(before: string[], after: string[]): string {
  const left = new Set(after);
  const lost = before.filter(one => !left.has(one));
  if (lost.length === 0) {
    return 'and nothing is lost';
  }
  return lost.some(one =>
    left.has(one.replace(/ (editor|owner) /, ' read-only ')),
  )
    ? 'and a lower level is left of something'
    : 'and something is lost';
}
