import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ConnectorProblem } from 'backstage-plugin-dataset-access-node';

/**
 * Annotation of a dataset: the name of the endpoint in the configuration that makes access to it real.
 *
 * @public
 */
export const WEBHOOK_ANNOTATION = 'data-registry/webhook';

/**
 * Annotation of a dataset: what the endpoint calls it, passed on as it is.
 *
 * @public
 */
export const WEBHOOK_OBJECT_ANNOTATION = 'data-registry/webhook-object';

/**
 * Annotation of a User or Group: what endpoints call it, passed on as it is.
 *
 * @public
 */
export const WEBHOOK_SUBJECT_ANNOTATION = 'data-registry/webhook-subject';

/** What an annotation says; `undefined` when it is absent or blank. */
export function annotation(entity: Entity, name: string): string | undefined {
  return entity.metadata.annotations?.[name]?.trim() || undefined;
}

/**
 * The endpoint that a dataset names. Only names are taken from the catalog, never addresses.
 *
 * @throws ConnectorProblem MISCONFIGURED when no such endpoint is configured
 */
export function endpointName(
  dataset: Entity,
  endpoints: readonly string[],
): string {
  const named = annotation(dataset, WEBHOOK_ANNOTATION);
  if (named === undefined || !endpoints.includes(named)) {
    throw new ConnectorProblem(
      'MISCONFIGURED',
      `${WEBHOOK_ANNOTATION} of ${stringifyEntityRef(
        dataset,
      )} says ${JSON.stringify(
        (named ?? '').slice(0, 80),
      )}, which is no configured endpoint. Configured are: ${endpoints.join(
        ', ',
      )}.`,
    );
  }
  return named;
}
