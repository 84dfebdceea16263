import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { withUids, worldEntities, WorldEntity } from './world';

/** A catalog that tests can change, hide things in, and switch off. */
export class TestCatalog {
  #world: WorldEntity[];
  #client: InMemoryCatalogClient;
  readonly #hidden = new Map<string, Set<string>>();
  /** How often the catalog was asked. */
  calls = 0;
  /** While set, every read fails with it. */
  failure: Error | undefined;
  /** How many entities a page of a stream holds. */
  pageSize = Infinity;
  /** What a stream waits for before it gives out a page, counted from 0. */
  beforePage: ((page: number) => Promise<void>) | undefined;
  readonly service: CatalogService;

  constructor(world: readonly WorldEntity[]) {
    this.#world = withUids(world);
    this.#client = this.#build();
    this.service = {
      getEntityByRef: async (ref, options) => {
        this.#enter();
        const text = typeof ref === 'string' ? ref : stringifyEntityRef(ref);
        return this.#sees(options.credentials, text)
          ? this.#client.getEntityByRef(text)
          : undefined;
      },
      getEntitiesByRefs: async (request, options) => {
        this.#enter();
        const { items } = await this.#client.getEntitiesByRefs(request);
        return {
          items: items.map((item, index) =>
            this.#sees(options.credentials, request.entityRefs[index])
              ? item
              : undefined,
          ),
        };
      },
      // eslint-disable-next-line func-names
      streamEntities: async function* (this: TestCatalog) {
        this.#enter();
        const entities = this.entities();
        const size = Math.min(this.pageSize, entities.length);
        for (let page = 0; page * size < entities.length; page++) {
          await this.beforePage?.(page);
          yield entities.slice(page * size, (page + 1) * size);
        }
      }.bind(this),
    } as Pick<
      CatalogService,
      'getEntityByRef' | 'getEntitiesByRefs' | 'streamEntities'
    > as CatalogService;
  }

  /** Adds an entity, or replaces the one of the same ref: a changed one keeps its uid, unless another one is given. */
  put(entity: WorldEntity): void {
    const before = this.#world.find(({ ref }) => ref === entity.ref);
    this.remove(entity.ref);
    this.#world.push(...withUids([{ uid: before?.uid, ...entity }]));
    this.#client = this.#build();
  }

  remove(ref: string): void {
    this.#world = this.#world.filter(one => one.ref !== ref);
    this.#client = this.#build();
  }

  get(ref: string): WorldEntity {
    const found = this.#world.find(one => one.ref === ref);
    if (!found) {
      throw new Error(`The test world has no ${ref}`);
    }
    return found;
  }

  /** What the permission policy of a portal would do: the user's reads do not find it. */
  hide(ref: string, fromUser: string): void {
    this.#hidden.set(
      ref,
      new Set([...(this.#hidden.get(ref) ?? []), fromUser]),
    );
  }

  entities(): Entity[] {
    return worldEntities(this.#world);
  }

  #build(): InMemoryCatalogClient {
    return new InMemoryCatalogClient({ entities: this.entities() });
  }

  #enter(): void {
    this.calls += 1;
    if (this.failure) {
      throw this.failure;
    }
  }

  #sees(credentials: BackstageCredentials, ref: string): boolean {
    const principal = credentials.principal as { userEntityRef?: string };
    return !(
      principal.userEntityRef &&
      this.#hidden.get(ref)?.has(principal.userEntityRef)
    );
  }
}
