import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ExplanationNode,
  ExplanationPath,
} from 'backstage-plugin-dataset-access-common';
import { useCallback } from 'react';
import { useEntityTitles } from '../entities/useEntityTitles';
import { datasetAccessTranslationRef } from '../translation';

/** What people call a station of a path. */
export type NodeTitle = (node: ExplanationNode) => string;

/** What people call the stations of some paths; undefined until all are known. */
export function useNodeTitles(
  paths: readonly Pick<ExplanationPath, 'nodes'>[],
  others: readonly string[] = [],
): NodeTitle | undefined {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const refs = paths.flatMap(({ nodes }) =>
    nodes.flatMap(node => (isEntity(node) ? node.id : [])),
  );
  const entities = useEntityTitles([...refs, ...others]);
  const titleOf = useCallback<NodeTitle>(
    node => {
      switch (node.kind) {
        case 'everyone':
        case 'group-members':
          return t(`explain.node.${node.kind}`);
        default:
          return node.title ?? entities?.get(node.id) ?? node.id;
      }
    },
    [t, entities],
  );
  return entities && titleOf;
}

/** Whether a station is an entity of the catalog. */
export function isEntity({ kind }: Pick<ExplanationNode, 'kind'>): boolean {
  return ['user', 'group', 'owner', 'resource'].includes(kind);
}
