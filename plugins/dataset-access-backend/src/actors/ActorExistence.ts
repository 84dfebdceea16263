import {
  DatasetAccessError,
  PolicyActors,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';

/** Tells whether those whom something is for are in the catalog now. */
export class ActorExistence {
  readonly #directory: Directory;

  constructor({ directory }: { directory: Directory }) {
    this.#directory = directory;
  }

  /**
   * @param kept - actors that were named before; they may be gone meanwhile
   * @throws `UNKNOWN_ACTOR`, `CATALOG_UNAVAILABLE`
   */
  async check(actors: PolicyActors, kept: PolicyActors = {}): Promise<void> {
    const before = new Set([...(kept.users ?? []), ...(kept.groups ?? [])]);
    const added = [...(actors.users ?? []), ...(actors.groups ?? [])].filter(
      ref => !before.has(ref),
    );
    const found = await this.#directory.entities(added);
    const missing = added.filter(ref => !found.has(ref));
    if (missing.length > 0) {
      throw new DatasetAccessError('UNKNOWN_ACTOR', {
        message: `Not in the catalog: ${missing.slice(0, 10).join(', ')}.`,
      });
    }
  }
}
