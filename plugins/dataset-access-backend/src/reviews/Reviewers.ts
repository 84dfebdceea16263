import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { ApproverService } from '../approvers/ApproverService';
import type { DatasetAccessConfig } from '../config/readConfig';
import type { DatasetReader } from '../datasets/Dataset';
import type { ReviewedDataset } from './DatabaseReviewStore';

/** Who is asked about the grants on a dataset, as the catalog says right now. */
export interface ReviewPanel {
  /** Users and groups. */
  principals: string[];
  /** Existing users behind them. */
  users: ReadonlySet<string>;
  /** Nobody else can review, so superusers are asked. */
  isFallback: boolean;
}

/** @see Reviewers */
export interface ReviewersOptions {
  directory: Directory;
  reader: DatasetReader;
  approvers: ApproverService;
  config: DatasetAccessConfig;
}

/**
 * Says who reviews: who answers for the dataset now, its approvers and owners, as everywhere. Where that is nobody, and where
 * the dataset is gone or another one of its name, superusers are asked; so nothing goes unasked.
 */
export class Reviewers {
  readonly #options: ReviewersOptions;

  constructor(options: ReviewersOptions) {
    this.#options = options;
  }

  /**
   * @returns by {@link datasetKey}
   * @throws `CATALOG_UNAVAILABLE`, `DECISIONS_UNAVAILABLE` where deciding takes privileges
   */
  async of(
    datasets: readonly ReviewedDataset[],
  ): Promise<Map<string, ReviewPanel>> {
    const { directory, reader } = this.#options;
    const named = new Map(datasets.map(one => [datasetKey(one), one]));
    const [entities, superusers] = await Promise.all([
      directory.entities(datasets.map(({ ref }) => ref)),
      this.superusers(),
    ]);
    const fallback: ReviewPanel = {
      principals: this.#options.config.superusers,
      users: superusers,
      isFallback: true,
    };
    return new Map(
      await Promise.all(
        [...named].map(async ([key, { ref, uid }]) => {
          const dataset = reader.read(entities.get(ref));
          const panel =
            dataset && dataset.uid === uid
              ? await this.#panel(dataset)
              : undefined;
          return [
            key,
            panel && panel.users.size > 0 ? panel : fallback,
          ] as const;
        }),
      ),
    );
  }

  /** @throws `CATALOG_UNAVAILABLE` */
  async superusers(): Promise<Set<string>> {
    const { directory, config } = this.#options;
    return this.#existing(await directory.membersOf(config.superusers));
  }

  async #panel(
    dataset: Parameters<ApproverService['routing']>[0],
  ): Promise<ReviewPanel> {
    const { directory, approvers } = this.#options;
    const [{ resolution, members }, owners] = await Promise.all([
      approvers.routing(dataset),
      directory.membersOf(dataset.owners),
    ]);
    return {
      principals: [
        ...new Set([
          ...resolution.approvers.map(({ ref }) => ref),
          ...dataset.owners,
        ]),
      ].sort(),
      users: new Set([...members, ...(await this.#existing(owners))]),
      isFallback: false,
    };
  }

  async #existing(users: ReadonlySet<string>): Promise<Set<string>> {
    return new Set((await this.#options.directory.entities(users)).keys());
  }
}

/** Names a dataset; one of the same ref with another uid is another one. */
export function datasetKey({ ref, uid }: ReviewedDataset): string {
  return `${ref}\n${uid}`;
}
