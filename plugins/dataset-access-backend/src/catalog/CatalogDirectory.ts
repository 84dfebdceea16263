import type { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  RELATION_MEMBER_OF,
  RELATION_PARENT_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { isPrincipalRef } from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import DataLoader from 'dataloader';
import { fromCatalog } from './catalogFailure';

// The catalog's by-refs endpoint takes bodies up to 100 kB; a ref has up to 191 characters
const REFS_PER_READ = 400;

/** What is needed of users and groups; of them there are many, so nothing else crosses the wire. */
const PRINCIPAL_FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'metadata.title',
  'metadata.labels',
  'metadata.tags',
  'metadata.annotations',
  'spec.type',
  'spec.profile.displayName',
  'relations',
];

/** @see CatalogDirectory */
export interface CatalogDirectoryOptions {
  catalog: CatalogService;
  auth: AuthService;
  /** Told of every entity that was read. */
  decisions?: { learn(entity: Entity): void };
}

/**
 * The directory read from the catalog with the plugin's own credentials (P-02). Nothing is remembered between reads:
 * what is asked in the same turn shares one call, what is asked later reads again.
 */
export class CatalogDirectory implements Directory {
  readonly #loader: DataLoader<string, Entity | undefined>;

  constructor(options: CatalogDirectoryOptions) {
    this.#loader = new DataLoader(refs => readEntities(options, refs), {
      cache: false,
      maxBatchSize: REFS_PER_READ,
      // one turn of the event loop, so that requests which came in together are answered by one read
      batchScheduleFn: callback => setImmediate(callback),
    });
  }

  async entities(refs: Iterable<string>): Promise<Map<string, Entity>> {
    const wanted = [...new Set(refs)];
    const found = await Promise.all(wanted.map(ref => this.#loader.load(ref)));
    return new Map(
      wanted.flatMap((ref, index) => {
        const entity = found[index];
        return entity ? [[ref, entity]] : [];
      }),
    );
  }

  async membersOf(refs: Iterable<string>): Promise<Set<string>> {
    const start = [...refs];
    const users = new Set(start.filter(ref => ref.startsWith('user:')));
    for await (const group of this.#walk(start, RELATION_PARENT_OF)) {
      for (const member of targets(group, RELATION_HAS_MEMBER, 'user')) {
        users.add(member);
      }
    }
    return users;
  }

  async principalsOf(ref: string): Promise<Set<string>> {
    const principals = new Set([ref]);
    const start = (await this.entities([ref])).get(ref);
    const groups = start
      ? [
          ...targets(start, RELATION_MEMBER_OF, 'group'),
          ...targets(start, RELATION_CHILD_OF, 'group'),
        ]
      : [];
    for await (const group of this.#walk(groups, RELATION_CHILD_OF)) {
      principals.add(stringifyEntityRef(group));
    }
    return principals;
  }

  /** Existing groups reachable from some groups along one relation, each once, level by level. */
  async *#walk(start: string[], relation: string): AsyncGenerator<Entity> {
    const seen = new Set<string>();
    let level = start;
    while (level.length > 0) {
      const groups = level.filter(
        ref => ref.startsWith('group:') && !seen.has(ref),
      );
      groups.forEach(ref => seen.add(ref));
      level = [];
      for (const group of (await this.entities(groups)).values()) {
        yield group;
        level.push(...targets(group, relation, 'group'));
      }
    }
  }
}

/** Targets of one relation that are of one kind, as canonical refs. */
function targets(entity: Entity, relation: string, kind: string): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => type === relation)
    .map(({ targetRef }) => targetRef)
    .filter(ref => ref.startsWith(`${kind}:`));
}

async function readEntities(
  options: CatalogDirectoryOptions,
  refs: readonly string[],
): Promise<Array<Entity | undefined>> {
  const unique = [...new Set(refs)];
  // datasets are read whole: whoever resolves approvers has to see the same when deciding as when filing
  const found = await Promise.all([
    readFields(options, unique.filter(isPrincipalRef), PRINCIPAL_FIELDS),
    readFields(
      options,
      unique.filter(ref => !isPrincipalRef(ref)),
    ),
  ]);
  const byRef = new Map(found.flat());
  byRef.forEach(entity => entity && options.decisions?.learn(entity));
  return refs.map(ref => byRef.get(ref));
}

/** @param fields - absent: all of them */
async function readFields(
  { catalog, auth }: CatalogDirectoryOptions,
  refs: string[],
  fields?: string[],
): Promise<Array<[string, Entity | undefined]>> {
  if (refs.length === 0) {
    return [];
  }
  const { items } = await fromCatalog(
    auth
      .getOwnServiceCredentials()
      .then(credentials =>
        catalog.getEntitiesByRefs(
          { entityRefs: refs, fields },
          { credentials },
        ),
      ),
  );
  return refs.map((ref, index) => [ref, items[index]]);
}
