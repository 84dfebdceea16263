import {
  DecisionPath,
  EVERYONE,
  ExplanationNode,
  ExplanationPath,
  GROUP_MEMBERS,
} from 'backstage-plugin-dataset-access-common';

/** A path as the API shows it: from the subject, through groups and roles, to what gives the privilege and on what. */
export function presentPath(
  path: DecisionPath,
  privilege: string,
  resource: string | undefined,
): ExplanationPath {
  const { rule, relation, chain, until } = path;
  const nodes: ExplanationNode[] = chain.map(presentPrincipal);
  if (relation.kind === 'owner') {
    nodes.push({ kind: 'owner', id: relation.owner });
  } else if (relation.kind === 'responsibility') {
    nodes.push({
      kind: 'responsibility',
      id: relation.id,
      title: relation.role,
    });
  }
  nodes.push({ kind: rule.origin, id: rule.id, title: rule.name });
  if (resource !== undefined) {
    nodes.push({ kind: 'resource', id: resource });
  }
  return {
    nodes,
    privilege: path.impliedBy ?? privilege,
    // a grant is on one dataset, which the last node names
    criteria:
      rule.origin === 'policy' && rule.type === 'metadata'
        ? rule.resources.map(criterion => ({
            ...(criterion as { field: 'type'; operator: 'equals' }),
            values: [...criterion.values],
          }))
        : undefined,
    expiresAt: until === undefined ? undefined : new Date(until).toISOString(),
  };
}

function presentPrincipal(principal: string): ExplanationNode {
  if (principal === EVERYONE || principal === GROUP_MEMBERS) {
    return { kind: principal, id: principal };
  }
  const kind = principal.slice(0, principal.indexOf(':'));
  return kind === 'role'
    ? { kind, id: principal.slice('role:'.length) }
    : { kind: kind as 'user' | 'group', id: principal };
}
