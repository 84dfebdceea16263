import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import {
  canonicalPrincipalRef,
  canonicalRef,
  DatasetAccessError,
} from 'backstage-plugin-dataset-access-common';

/** A domain of the catalog, as it is now. */
export interface Domain {
  /** Canonical. */
  ref: string;
  uid: string;
  title: string;
  /** Refs in the `ownedBy` relations; they need not exist. */
  owners: string[];
}

export function readDomain(ref: string, { metadata, relations }: Entity) {
  return {
    ref,
    uid: metadata.uid ?? '',
    title: metadata.title ?? metadata.name,
    owners: (relations ?? [])
      .filter(({ type }) => type === RELATION_OWNED_BY)
      .map(({ targetRef }) => targetRef),
  } satisfies Domain;
}

/**
 * The ref that a name in a path or a list means: a bare name is one in the namespace `default` (design §8).
 *
 * @throws `BAD_ENTITY_REF`
 */
export function domainRefOf(nameOrRef: string): string {
  return ofKind('domain', canonicalRef(withKind('domain', nameOrRef)));
}

/** @throws `BAD_ENTITY_REF` */
export function principalRefOf(
  kind: 'user' | 'group',
  nameOrRef: string,
): string {
  return ofKind(kind, canonicalPrincipalRef(withKind(kind, nameOrRef)));
}

/** What a domain is called where bare names are spoken. */
export function domainName(ref: string): string {
  const prefix = 'domain:default/';
  return ref.startsWith(prefix) ? ref.slice(prefix.length) : ref;
}

function withKind(kind: string, nameOrRef: string): string {
  return nameOrRef.includes(':') ? nameOrRef : `${kind}:${nameOrRef}`;
}

function ofKind(kind: string, ref: string): string {
  if (!ref.startsWith(`${kind}:`)) {
    throw new DatasetAccessError('BAD_ENTITY_REF', {
      message: `Expected a ${kind}, got ${ref}.`,
    });
  }
  return ref;
}
