import type { Entity } from '@backstage/catalog-model';
import type { AccessLevel } from 'backstage-plugin-dataset-access-common';
import assert from 'node:assert/strict';
import {
  ConnectorProblem,
  type ConnectorProblemCode,
} from '../ConnectorProblem';
import type {
  SourceEntitlement,
  SourceOrder,
  SourceStep,
} from '../SourceConnector';
import type { ConnectorBench } from './ConnectorBench';

/** The lowest level that a connector gives. */
export function lowestLevel({ connector }: ConnectorBench): AccessLevel {
  const [level] = connector.capabilities.levels;
  assert.ok(level, 'capabilities.levels must name at least one level');
  return level;
}

/** Access as the plugin would order it now. */
export async function entitlement(
  { connector }: ConnectorBench,
  dataset: Entity,
  subject: Entity,
  level: AccessLevel,
): Promise<SourceEntitlement> {
  const { target } = await connector.locate(dataset, subject);
  return { target, level };
}

/** An order for one thing, of somebody who has nothing else. */
export function orderFor(
  wanted: SourceEntitlement,
  rest: Partial<SourceOrder> = {},
): SourceOrder {
  return { wanted, former: [], others: [], ...rest };
}

/** Gives the first subject the lowest level on the first dataset. */
export async function give(bench: ConnectorBench): Promise<SourceEntitlement> {
  const [dataset] = bench.datasets;
  const [subject] = bench.subjects;
  const given = await entitlement(bench, dataset, subject, lowestLevel(bench));
  await bench.connector.apply(orderFor(given));
  await mustHave(bench, dataset, subject, given.level, 'after apply');
  return given;
}

/** Looks at the source. */
export async function mustHave(
  bench: ConnectorBench,
  dataset: Entity,
  subject: Entity,
  level: AccessLevel | undefined,
  when: string,
): Promise<void> {
  assert.equal(
    await bench.realLevel(dataset, subject),
    level,
    `${when}, ${subject.metadata.name} should have ${level ?? 'nothing'} on ${
      dataset.metadata.name
    } in the source`,
  );
}

export function mustBeNothing(steps: SourceStep[], what: string): void {
  assert.deepEqual(steps, [], `${what} should have had nothing to do`);
}

/** Tries something that cannot be. */
export async function mustFail(
  bench: ConnectorBench,
  code: ConnectorProblemCode,
  what: string,
  work: () => Promise<unknown>,
): Promise<void> {
  const problem = await work().then(
    () => undefined,
    error => error,
  );
  assert.ok(
    problem instanceof ConnectorProblem,
    `${what} should have failed with a ConnectorProblem, and ${
      problem ? `failed with ${problem}` : 'did not fail'
    }`,
  );
  assert.equal(problem.code, code, `${what} failed with another code`);
  mustNotTell(
    bench,
    `${problem.message} ${problem.stack}`,
    `${what}: the problem`,
  );
}

/** Looks for secrets. */
export function mustNotTell(
  { secrets = [] }: ConnectorBench,
  value: unknown,
  what: string,
): void {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  // the secret itself must not get into the reports of tests, either
  assert.ok(
    secrets.every(secret => !text.includes(secret)),
    `${what} tells a secret`,
  );
}
