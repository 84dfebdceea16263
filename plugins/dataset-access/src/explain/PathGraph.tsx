import {
  DependencyGraph,
  DependencyGraphTypes,
} from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Explanation } from 'backstage-plugin-dataset-access-common';
import { useMemo } from 'react';
import { datasetAccessTranslationRef } from '../translation';
import styles from './PathGraph.module.css';
import { graphOfPaths } from './graphOfPaths';
import { StationNode } from './StationNode';
import type { NodeTitle } from './useNodeTitles';

/** @see PathGraph */
export interface PathGraphProps {
  explanation: Explanation;
  titleOf: NodeTitle;
}

/** Every path as a picture, from left to right. A list beside it says all of it in words. */
export function PathGraph({ explanation, titleOf }: PathGraphProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  // another graph would be laid out anew
  const { nodes, edges } = useMemo(
    () =>
      graphOfPaths(explanation, {
        title: titleOf,
        miss: why => `✕ ${t(`explain.nearShort.${why}`)}`,
      }),
    [explanation, titleOf, t],
  );
  if (edges.length === 0) {
    return null;
  }
  return (
    <div className={styles.graph}>
      <DependencyGraph
        role="img"
        aria-label={t('explain.graph')}
        nodes={nodes}
        edges={edges}
        direction={DependencyGraphTypes.Direction.LEFT_RIGHT}
        labelPosition={DependencyGraphTypes.LabelPosition.CENTER}
        renderNode={({ node }) => <StationNode node={node} />}
        renderLabel={({ edge }) => (
          <text className={styles.label} textAnchor="middle">
            {edge.label}
          </text>
        )}
        nodeMargin={24}
        rankMargin={56}
        // as wide as the button in its corner
        paddingX={40}
        paddingY={16}
        zoom="disabled"
        showArrowHeads
      />
    </div>
  );
}
