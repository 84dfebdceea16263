import { aGrantPath, aNo, aPath, aYes } from '../__testUtils__/MemoryDecisions';
import { ANALYSTS, ORDERS } from '../__testUtils__/people';
import { graphOfPaths } from './graphOfPaths';

const words = {
  title: ({ title, id }: { title?: string; id: string }) => title ?? id,
  miss: (why: string) => `not: ${why}`,
};

const miss = (id: string) => ({
  kind: 'policy' as const,
  id,
  name: `Policy ${id}`,
  why: 'inactive' as const,
});

describe('the graph of an explanation', () => {
  it('goes from the subject to the resource, station by station', () => {
    const { nodes, edges } = graphOfPaths(aYes(), words);

    expect(nodes.map(({ kind }) => kind)).toEqual([
      'user',
      'group',
      'role',
      'policy',
      'resource',
    ]);
    expect(edges).toHaveLength(4);
    expect(edges.map(({ from }) => from)).toEqual(
      nodes.slice(0, -1).map(({ id }) => id),
    );
    expect(edges.map(({ to }) => to)).toEqual(
      nodes.slice(1).map(({ id }) => id),
    );
  });

  it('draws a station once, however many paths lead through it', () => {
    const { nodes, edges } = graphOfPaths(
      aYes({ paths: [aPath(), aGrantPath(), aGrantPath()] }),
      words,
    );

    expect(nodes.filter(({ kind }) => kind === 'user')).toHaveLength(1);
    expect(nodes.filter(({ kind }) => kind === 'resource')).toHaveLength(1);
    expect(nodes).toHaveLength(6);
    expect(edges).toHaveLength(6);
  });

  it('keeps a group apart from that group as an owner', () => {
    const { nodes } = graphOfPaths(
      aYes({
        paths: [
          aPath({
            nodes: [
              { kind: 'group', id: ANALYSTS },
              { kind: 'owner', id: ANALYSTS },
              { kind: 'resource', id: ORDERS },
            ],
          }),
        ],
      }),
      words,
    );

    expect(nodes).toHaveLength(3);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(3);
  });

  it('shows for a no what comes close, marked, with what is in the way', () => {
    const { nodes, edges } = graphOfPaths(
      aNo({ nearMisses: [miss('a')] }),
      words,
    );

    expect(nodes.map(({ kind, isMiss }) => [kind, isMiss])).toEqual([
      ['user', false],
      ['policy', true],
      ['resource', false],
    ]);
    expect(edges.map(({ label }) => label)).toEqual([
      'not: inactive',
      undefined,
    ]);
  });

  it('shows no more of it than can be looked at', () => {
    const nearMisses = [...'abcdefghij'].map(miss);

    const { nodes } = graphOfPaths(aNo({ nearMisses }), words);

    expect(nodes.filter(({ isMiss }) => isMiss)).toHaveLength(5);
  });

  it('has nothing of it for a yes', () => {
    const { nodes } = graphOfPaths(aYes({ nearMisses: [miss('a')] }), words);

    expect(nodes.filter(({ isMiss }) => isMiss)).toEqual([]);
  });

  it('begins at a group that was asked about, and ends at the policy when there is no entity', () => {
    const { nodes } = graphOfPaths(
      aNo({
        subject: ANALYSTS,
        resource: undefined,
        nearMisses: [miss('a')],
      }),
      words,
    );

    expect(nodes.map(({ kind }) => kind)).toEqual(['group', 'policy']);
  });

  it('is empty when there is nothing to show', () => {
    expect(graphOfPaths(aNo(), words)).toEqual({ nodes: [], edges: [] });
  });
});
