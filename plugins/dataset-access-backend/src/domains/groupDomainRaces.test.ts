import { TestDatabases } from '@backstage/backend-test-utils';
import {
  airlineWorld,
  ANALYSTS,
  OLGA,
  PETRA,
} from '../__testUtils__/airlineWorld';
import { codeOf } from '../__testUtils__/codeOf';
import {
  GIVEN,
  listOf,
  NOT_GIVEN,
  replaceList,
  tryToReplace,
} from '../__testUtils__/groupDomains';
import { replaceListsNaively } from '../__testUtils__/naiveVariants';
import { TestProduct } from '../__testUtils__/TestProduct';

jest.setTimeout(120_000);

// SQLite has one writer and cannot show a race: the naive arm would pass there (threat model, finding 6)
const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

const ROUNDS = 20;
const BEFORE = [{ movies: NOT_GIVEN }];

/** What two administrators make of the same list at the same time. */
const CHANGES = [
  { by: OLGA, DomainNames: [...BEFORE, { airline: GIVEN }] },
  { by: PETRA, DomainNames: [{ crew: NOT_GIVEN }] },
] as const;

interface Round {
  answers: Array<ReturnType<typeof codeOf>>;
  left: object[];
}

async function race(product: TestProduct): Promise<Round[]> {
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await replaceList(product, ANALYSTS, { DomainNames: BEFORE });
    const { etag: tag } = await listOf(product, ANALYSTS);
    const answers = await Promise.all(
      CHANGES.map(({ by, DomainNames }) =>
        tryToReplace(product, ANALYSTS, { DomainNames }, { by, tag }),
      ),
    );
    rounds.push({
      answers: answers.map(codeOf),
      left: (await listOf(product, ANALYSTS)).DomainNames,
    });
  }
  return rounds;
}

/** One change is made, as a whole; the other one is told that it was not. */
function isSound({ answers, left }: Round): boolean {
  const winners = CHANGES.filter((_, at) => answers[at][0] === 200);
  const [winner] = winners;
  return (
    winners.length === 1 &&
    answers.some(([, code]) => code === 'LIST_CHANGED') &&
    names(left) === names(winner.DomainNames)
  );
}

function names(list: readonly object[]): string {
  return JSON.stringify(list.map(one => Object.entries(one)).sort());
}

describe.each(databases.eachSupportedId())(
  'two administrators who change the list of a group at once (%s)',
  id => {
    const start = async () =>
      TestProduct.start({
        world: airlineWorld,
        knex: await databases.init(id),
      });

    it('do not lose each other’s change: the first one counts (P-31)', async () => {
      const rounds = await race(await start());

      expect(rounds.filter(round => !isSound(round))).toEqual([]);
    });

    it('would without a second look at the list, which shows that this test can fail', async () => {
      const product = await start();
      const restore = replaceListsNaively();
      try {
        const rounds = await race(product);
        const unsound = rounds.filter(round => !isSound(round));

        expect(unsound.length).toBeGreaterThan(0);
        expect(unsound[0].answers.map(([status]) => status)).toEqual([
          200, 200,
        ]);
      } finally {
        restore();
      }
    });
  },
);
