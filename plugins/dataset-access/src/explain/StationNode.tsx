import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useLayoutEffect, useRef, useState } from 'react';
import { datasetAccessTranslationRef } from '../translation';
import { nodeShape } from './nodeShape';
import type { GraphNode } from './graphOfPaths';
import styles from './PathGraph.module.css';

/** Around the text, in px. */
const PADDING = { x: 18, y: 12 };
/** Names are longer than pictures are wide; the list has them in full. */
const LONGEST = 32;

/** A station of the graph: what it is, what it is called, in the outline of its kind. */
export function StationNode({ node }: { node: GraphNode }) {
  const { kind, title, isMiss } = node;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const text = useRef<SVGGElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    if (text.current) {
      const { width, height } = text.current.getBBox();
      setSize({ width: Math.round(width), height: Math.round(height) });
    }
  }, [title]);
  const width = size.width + 2 * PADDING.x;
  const height = size.height + 2 * PADDING.y;
  const kindName = t(`explain.node.${kind}`);
  return (
    <g className={isMiss ? styles.miss : styles.station}>
      <path d={nodeShape(kind, width, height)} />
      <g ref={text} transform={`translate(${width / 2},${PADDING.y})`}>
        <text className={styles.kind} textAnchor="middle" y="0.8em">
          {isMiss ? `✕ ${kindName}` : kindName}
        </text>
        {title !== kindName && (
          <text className={styles.title} textAnchor="middle" y="2em">
            {title.length > LONGEST ? `${title.slice(0, LONGEST - 1)}…` : title}
          </text>
        )}
      </g>
    </g>
  );
}
