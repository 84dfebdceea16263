import {
  AccessLevel,
  accessLevels,
  DomainGrant,
} from 'backstage-plugin-dataset-access-common';
import {
  AIRLINE,
  CREW,
  DAN,
  FARES,
  FILMS,
  FLIGHTS,
  LAKE,
  MOVIES,
  OLGA,
  ROSTERS,
  TAGGED,
} from './airlineWorld';
import { grantsOf, shareDomain } from './shareDomain';
import type { TestProduct } from './TestProduct';
import type { WorldEntity } from './world';

/** The one to whom everything happens, and the one who never gets one thing. */
export type Twin = 'with' | 'without';

/** Himself, or the group of which he may be a member. */
export type TwinHolder = 'user' | 'group';

const EVERYTHING = [
  ...[AIRLINE, CREW, MOVIES],
  ...[FLIGHTS, FARES, ROSTERS, LAKE, TAGGED, FILMS],
];

/** Two users, each with a group of his own, who live through the same in one catalog. */
export class DatasetTwins {
  readonly product: TestProduct;
  readonly #number: number;

  static async born(
    product: TestProduct,
    number: number,
  ): Promise<DatasetTwins> {
    const twins = new DatasetTwins(product, number);
    for (const twin of ['with', 'without'] as const) {
      product.catalog.put({ ref: twins.ref(twin, 'group') });
    }
    await twins.join(true);
    return twins;
  }

  private constructor(product: TestProduct, number: number) {
    this.product = product;
    this.#number = number;
  }

  ref(twin: Twin, holder: TwinHolder): `user:${string}` {
    return `${holder}:default/${twin}-${this.#number}` as `user:${string}`;
  }

  /** Both join their groups, or leave them. */
  async join(isMember: boolean): Promise<void> {
    for (const twin of ['with', 'without'] as const) {
      this.product.catalog.put({
        ref: this.ref(twin, 'user'),
        memberOf: isMember ? [this.ref(twin, 'group')] : [],
      });
    }
    await this.#look();
  }

  /** Something about a dataset changes. */
  async change(dataset: string, change: Partial<WorldEntity>): Promise<void> {
    const { catalog } = this.product;
    catalog.put({ ...catalog.get(dataset), ...change });
    await this.#look();
  }

  /** Both are given a dataset directly, at a level above all that domains are shared at here. */
  async own(dataset: string): Promise<void> {
    for (const twin of ['with', 'without'] as const) {
      const user = this.ref(twin, 'user');
      const { outcomes } = await this.product.submit(user, {
        dataset,
        level: 'owner',
        duration: undefined,
      });
      const [{ outcome, requestId }] = outcomes;
      if (outcome === 'created') {
        await this.product.post(DAN, `/v1/requests/${requestId}/decision`, {
          decision: 'approve',
          granted: true,
        });
      }
    }
  }

  async share(
    twin: Twin,
    holder: TwinHolder,
    wish: { domain: string; level: AccessLevel; datasetLevelAccess: boolean },
  ): Promise<void> {
    const { domain, level, datasetLevelAccess } = wish;
    await shareDomain(this.product, this.ref(twin, holder), {
      domain,
      level,
      datasetLevelAccess,
    });
  }

  /** What one of them has on a domain, when anything. */
  async grant(
    twin: Twin,
    holder: TwinHolder,
    domain: string,
  ): Promise<DomainGrant | undefined> {
    const { body } = await this.product.get(
      OLGA,
      `${grantsOf(domain)}?limit=100`,
    );
    const subject = this.ref(twin, holder);
    return body.items.find((one: DomainGrant) => one.subject === subject);
  }

  /** The level on every domain and dataset, empty for none. */
  async levels(twin: Twin): Promise<string[]> {
    const subject = { type: 'user', id: this.ref(twin, 'user') };
    const { body } = await this.product.post(
      'service',
      '/access/v1/evaluations',
      {
        evaluations: EVERYTHING.flatMap(id =>
          accessLevels.map(name => ({
            subject,
            action: { name },
            resource: { type: 'resource', id },
          })),
        ),
      },
    );
    return EVERYTHING.map(
      (_, at) =>
        accessLevels
          .filter(
            (__, rank) =>
              body.evaluations[at * accessLevels.length + rank].decision,
          )
          .at(-1) ?? '',
    );
  }

  /** The index sees what the catalog says now. */
  async #look(): Promise<void> {
    await this.product.access.decisions.refreshCatalog();
  }
}
