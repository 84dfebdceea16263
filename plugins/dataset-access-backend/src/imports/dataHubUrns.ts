import { canonicalRef } from 'backstage-plugin-dataset-access-common';

/** What a kind of urn is in the catalog. Of the others nobody knows which entity is meant. */
const KINDS: Record<string, string> = {
  corpuser: 'user',
  corpGroup: 'group',
  domain: 'domain',
};

/** What a type of DataHub is in the catalog: a kind, or a kind with the types that mean it. */
const TYPES: Record<string, readonly string[]> = {
  dataset: ['api/dataset', 'resource/dataset'],
  domain: ['domain'],
  corpuser: ['user'],
  corpGroup: ['group'],
  // no kinds of Backstage, but a catalog may have them, and there are privileges for them
  tag: ['tag'],
  glossaryNode: ['termgroup'],
};

/**
 * The entity that a urn names; `undefined` for what has no equivalent. Names are the same on both sides, in the namespace
 * `default`.
 *
 * @param kinds - kinds of urn that make sense here
 */
export function urnToRef(
  urn: string,
  kinds: readonly string[],
): string | undefined {
  const { type, name } = partsOf(urn);
  if (!kinds.includes(type) || !KINDS[type] || name.includes('/')) {
    return undefined;
  }
  try {
    return canonicalRef(`${KINDS[type]}:default/${name}`);
  } catch {
    return undefined; // no entity can bear such a name
  }
}

/** As {@link urnToRef}, for the beginning of a urn that at least says of which kind it is. */
export function urnPrefixToRefPrefix(
  prefix: string,
  kinds: readonly string[],
): string | undefined {
  const { type, name } = partsOf(prefix);
  return kinds.includes(type) && KINDS[type] && /^[\w.-]*$/.test(name)
    ? `${KINDS[type]}:default/${name.toLowerCase()}`
    : undefined;
}

/** The name of a role. */
export function urnToRoleName(urn: string): string | undefined {
  const { type, name } = partsOf(urn);
  return type === 'dataHubRole' ? name : undefined;
}

/** The tag that a urn names; `undefined` when no tag of the catalog can be called so. */
export function urnToTag(urn: string): string | undefined {
  const { type, name } = partsOf(urn);
  return type === 'tag' && /^[A-Za-z0-9:+#-]{1,63}$/.test(name)
    ? name.toLowerCase()
    : undefined;
}

/** Types of the catalog that a type of DataHub means. */
export function catalogTypes(type: string): readonly string[] {
  return Object.hasOwn(TYPES, type) ? TYPES[type] : [];
}

/** Types of the catalog that the types of DataHub mean which begin in some way. */
export function catalogTypesBeginning(prefix: string): string[] {
  return Object.entries(TYPES).flatMap(([type, types]) =>
    type.startsWith(prefix) ? types : [],
  );
}

function partsOf(urn: string): { type: string; name: string } {
  const [, type = '', name = ''] = /^urn:li:([A-Za-z]+):(.*)$/s.exec(urn) ?? [];
  return { type, name };
}
