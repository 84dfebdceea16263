import { ConnectorProblem } from 'backstage-plugin-dataset-access-node';
import { type ObjectPattern, patternText } from './annotations';
import type { SourceCatalog, SourceObject } from './SourceCatalog';

/** Targets are recorded with every grant, and stay a few kilobytes. */
const MAX_OBJECTS = 1_000;

/**
 * The tables and views that a dataset is now, by id.
 *
 * @throws ConnectorProblem TARGET_MISSING, MISCONFIGURED
 */
export async function datasetObjects(
  source: string,
  catalog: SourceCatalog,
  patterns: ObjectPattern[],
): Promise<Map<number, SourceObject>> {
  const objects = new Map<number, SourceObject>();
  for (const { pattern, schemaExists, object } of await catalog.find(
    patterns,
  )) {
    if (!object) {
      throw new ConnectorProblem(
        'TARGET_MISSING',
        `The source ${source} has no ${whatIsMissing(
          pattern,
          schemaExists,
        )}. Was it dropped or renamed? Names count as the database has them, in lower case unless they were made with quotes.`,
      );
    }
    objects.set(object.id, object);
  }
  if (objects.size > MAX_OBJECTS) {
    throw new ConnectorProblem(
      'MISCONFIGURED',
      `${patterns.map(patternText).join(', ')} in the source ${source} are ${
        objects.size
      } tables and views; a dataset can have ${MAX_OBJECTS}. Divide it into several.`,
    );
  }
  return objects;
}

function whatIsMissing(pattern: ObjectPattern, schemaExists: boolean): string {
  if (!schemaExists) {
    return `schema ${pattern.schema}`;
  }
  return pattern.name === undefined
    ? `table or view in the schema ${pattern.schema}`
    : `table or view ${patternText(pattern)}`;
}
