import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ConnectorProblem } from 'backstage-plugin-dataset-access-node';
import { toIdentifier } from './identifiers';

/**
 * Annotation of a dataset: the tables, views and schemas that it is, separated by commas, as `sales.orders, archive.*`.
 *
 * @public
 */
export const POSTGRES_OBJECTS_ANNOTATION = 'data-registry/postgres-objects';

/**
 * Annotation of a dataset: the name of its source in the configuration. Not needed when there is only one.
 *
 * @public
 */
export const POSTGRES_SOURCE_ANNOTATION = 'data-registry/postgres-source';

/**
 * Annotation of a User or Group: its role in the databases, when the template does not give it.
 *
 * @public
 */
export const POSTGRES_ROLE_ANNOTATION = 'data-registry/postgres-role';

/** One object of a dataset, or all tables and views of a schema when there is no name. */
export interface ObjectPattern {
  schema: string;
  name?: string;
}

/** Whether a dataset says that it is in PostgreSQL. */
export function hasObjects(dataset: Entity): boolean {
  return Boolean(objectsText(dataset));
}

/**
 * What a dataset is in its database, in the order of its annotation and without repetitions.
 *
 * @throws ConnectorProblem BAD_IDENTIFIER, MISCONFIGURED
 */
export function objectPatterns(dataset: Entity): ObjectPattern[] {
  const where = `${POSTGRES_OBJECTS_ANNOTATION} of ${stringifyEntityRef(
    dataset,
  )}`;
  const words = (objectsText(dataset) ?? '')
    .split(',')
    .map(word => word.trim())
    .filter(Boolean);
  if (words.length === 0) {
    throw new ConnectorProblem(
      'MISCONFIGURED',
      `${where} names nothing. Write schema.table or schema.*, separated by commas.`,
    );
  }
  return [...new Set(words)].map(word => {
    const [schema, name, ...rest] = word.split('.');
    if (name === undefined || rest.length > 0) {
      throw new ConnectorProblem(
        'BAD_IDENTIFIER',
        `${where} says ${JSON.stringify(
          word.slice(0, 140),
        )}. Write schema.table or schema.*, separated by commas.`,
      );
    }
    return name === '*'
      ? { schema: toIdentifier(schema, where) }
      : {
          schema: toIdentifier(schema, where),
          name: toIdentifier(name, where),
        };
  });
}

/** A pattern as people write it. */
export function patternText({ schema, name }: ObjectPattern): string {
  return `${schema}.${name ?? '*'}`;
}

/**
 * The name of a dataset's source.
 *
 * @param sources - the names that are configured
 * @throws ConnectorProblem MISCONFIGURED
 */
export function sourceName(dataset: Entity, sources: string[]): string {
  const named =
    dataset.metadata.annotations?.[POSTGRES_SOURCE_ANNOTATION]?.trim();
  const ref = stringifyEntityRef(dataset);
  const known = `Configured are: ${sources.join(', ')}.`;
  if (!named && sources.length === 1) {
    return sources[0];
  }
  if (!named) {
    throw new ConnectorProblem(
      'MISCONFIGURED',
      `${ref} needs the annotation ${POSTGRES_SOURCE_ANNOTATION}, since there are several sources. ${known}`,
    );
  }
  if (!sources.includes(named)) {
    throw new ConnectorProblem(
      'MISCONFIGURED',
      `${POSTGRES_SOURCE_ANNOTATION} of ${ref} says ${JSON.stringify(
        named.slice(0, 80),
      )}, which is no configured source. ${known}`,
    );
  }
  return named;
}

function objectsText(dataset: Entity): string | undefined {
  return dataset.metadata.annotations?.[POSTGRES_OBJECTS_ANNOTATION]?.trim();
}
