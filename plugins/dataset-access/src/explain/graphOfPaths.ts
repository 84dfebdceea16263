import type {
  Explanation,
  ExplanationNode,
  NearMiss,
} from 'backstage-plugin-dataset-access-common';

/** A station, drawn once however many paths lead through it. */
export interface GraphNode {
  id: string;
  kind: ExplanationNode['kind'];
  title: string;
  /** Nothing comes of it: a policy or grant that would give it, but for one thing. */
  isMiss: boolean;
}

/** A step from one station to the next. */
export interface GraphEdge {
  from: string;
  to: string;
  label?: string;
}

/** @see graphOfPaths */
export interface GraphWords {
  /** What a station is called. */
  title(node: ExplanationNode): string;
  /** What is in the way, in a word or two. */
  miss(why: NearMiss['why']): string;
}

/** More of them would hide what is worth seeing; the list has them all. */
const MISSES_SHOWN = 5;

/** All paths as one graph, from the subject to the resource. For a no, what comes close is in it as well, marked as such. */
export function graphOfPaths(
  explanation: Pick<
    Explanation,
    'subject' | 'resource' | 'allowed' | 'paths' | 'nearMisses'
  >,
  words: GraphWords,
): { nodes: GraphNode[]; edges: GraphEdge[] } {
  const { subject, resource, allowed, paths, nearMisses } = explanation;
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  const add = (node: ExplanationNode, isMiss = false): string => {
    const id = `${node.kind} ${node.id}`;
    if (!nodes.has(id)) {
      nodes.set(id, { id, kind: node.kind, title: words.title(node), isMiss });
    }
    return id;
  };
  const connect = (ids: string[], label?: string) => {
    ids.slice(1).forEach((to, index) => {
      const from = ids[index];
      const key = JSON.stringify([from, to]);
      edges.set(key, edges.get(key) ?? { from, to, label });
    });
  };
  for (const path of paths) {
    connect(path.nodes.map(node => add(node)));
  }
  for (const miss of allowed ? [] : nearMisses.slice(0, MISSES_SHOWN)) {
    const from = add({
      kind: subject.startsWith('group:') ? 'group' : 'user',
      id: subject,
    });
    const missed = add(
      { kind: miss.kind, id: miss.id, title: miss.name },
      true,
    );
    connect([from, missed], words.miss(miss.why));
    if (resource !== undefined) {
      connect([missed, add({ kind: 'resource', id: resource })]);
    }
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}
