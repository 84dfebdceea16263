import {
  DecisionPath,
  domainGrantOf,
  EVERYONE,
  ExplanationNode,
  ExplanationPath,
  GROUP_MEMBERS,
} from 'backstage-plugin-dataset-access-common';

/** What people call roles and stewardship roles, by id. */
export interface HolderTitles {
  roles: ReadonlyMap<string, string>;
  stewardships: ReadonlyMap<string, string>;
}

/** A path as the API shows it: from the subject, through groups and roles, to what gives the privilege and on what. */
export function presentPath(
  path: DecisionPath,
  privilege: string,
  resource: string | undefined,
  titles: HolderTitles,
): ExplanationPath {
  const { rule, relation, chain, until } = path;
  const nodes: ExplanationNode[] = chain.map(principal =>
    presentPrincipal(principal, titles),
  );
  if (relation.kind === 'owner') {
    nodes.push({ kind: 'owner', id: relation.owner });
  } else if (relation.kind === 'responsibility') {
    nodes.push({
      kind: 'responsibility',
      id: relation.id,
      title: titles.stewardships.get(relation.role) ?? relation.role,
    });
  }
  nodes.push({
    kind: rule.origin,
    id: rule.origin === 'domain-grant' ? domainGrantOf(rule.id) : rule.id,
    title: rule.name,
  });
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
    expiresAt: instant(until),
    givenBy: rule.givenBy,
    givenAt: instant(rule.givenAt),
  };
}

function instant(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : new Date(ms).toISOString();
}

function presentPrincipal(
  principal: string,
  { roles }: HolderTitles,
): ExplanationNode {
  if (principal === EVERYONE || principal === GROUP_MEMBERS) {
    return { kind: principal, id: principal };
  }
  const kind = principal.slice(0, principal.indexOf(':'));
  if (kind !== 'role') {
    return { kind: kind as 'user' | 'group', id: principal };
  }
  const id = principal.slice('role:'.length);
  return { kind, id, title: roles.get(id) };
}
