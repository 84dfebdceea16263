import { memoryBench } from './__testUtils__/memoryBench';
import { mistakesInAnswers } from './__testUtils__/mistakesInAnswers';
import { mistakesInOrders } from './__testUtils__/mistakesInOrders';
import { mistakesInTargets } from './__testUtils__/mistakesInTargets';
import { connectorRules } from './connectorRules';

const MISTAKES = [
  ...mistakesInTargets,
  ...mistakesInOrders,
  ...mistakesInAnswers,
];

const ruleOf = (title: string) =>
  connectorRules.find(rule => rule.title === title)!;

describe('the rules for connectors', () => {
  it.each(connectorRules.map(({ title, check }) => [title, check] as const))(
    'hold for one that %s',
    async (_, check) => {
      await expect(check(memoryBench())).resolves.toBeUndefined();
    },
  );

  it.each(
    MISTAKES.flatMap(([mistake, spoil, titles]) =>
      titles.map(title => [mistake, title, spoil] as const),
    ),
  )('one that %s fails at: %s', async (_, title, spoil) => {
    await expect(ruleOf(title).check(memoryBench(spoil))).rejects.toMatchObject(
      {
        // and not some fault of the test
        name: expect.stringMatching(/^(AssertionError|ConnectorProblem)$/),
      },
    );
  });

  it('each notice a mistake', () => {
    const noticing = new Set(MISTAKES.flatMap(([, , titles]) => titles));
    expect(connectorRules.map(({ title }) => title).sort()).toEqual(
      [...noticing].sort(),
    );
  });

  it('say what the bench lacks', async () => {
    const bench = { ...memoryBench(), goDown: undefined };
    const rule = connectorRules.find(({ needs }) => needs.includes('goDown'))!;
    await expect(rule.check(bench)).rejects.toThrow(
      'This rule needs goDown on the bench',
    );
  });

  it('do not repeat a secret that they found', async () => {
    const spoil = MISTAKES.find(([mistake]) => mistake.includes('password'))!;
    const { check } = ruleOf('finds the same target again, as plain JSON');
    const error = await check(memoryBench(spoil[1])).catch(thrown => thrown);
    // a stack begins with the message, unless there is none
    const told = `${error.message} ${error.stack}`;
    expect(told).toContain('tells a secret');
    expect(told).not.toContain('open-sesame');
  });
});
