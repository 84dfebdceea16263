import type { Directory } from 'backstage-plugin-dataset-access-node';
import { parents } from './domainChain';

/**
 * What systems and domains are part of, read from the catalog as it is now. Remembers what it has read, so it is made for one
 * piece of work and thrown away with it: it holds systems and domains, of which there are few, and no datasets.
 */
export class ContainerTree {
  readonly #directory: Directory;
  /** What an existing system or domain is directly part of; `undefined` for one that does not exist. */
  readonly #parents = new Map<string, readonly string[] | undefined>();

  constructor(directory: Directory) {
    this.#directory = directory;
  }

  /**
   * Reads what leads upwards from some systems and domains, level by level.
   *
   * @throws `CATALOG_UNAVAILABLE`
   */
  async read(refs: Iterable<string>): Promise<void> {
    let level = this.#unknown(refs);
    while (level.length > 0) {
      const found = await this.#directory.entities(level);
      const above: string[] = [];
      for (const ref of level) {
        const entity = found.get(ref);
        const direct = entity && parents(entity);
        this.#parents.set(ref, direct);
        above.push(...(direct ?? []));
      }
      level = this.#unknown(above);
    }
  }

  /** Whether something that is directly part of these is in a domain. What does not exist leads nowhere; cycles end. */
  leadsTo(domainRef: string, direct: readonly string[]): boolean {
    const seen = new Set<string>();
    const waiting = [...direct];
    for (let ref = waiting.pop(); ref; ref = waiting.pop()) {
      const above = this.#parents.get(ref);
      if (above && !seen.has(ref)) {
        if (ref === domainRef) {
          return true;
        }
        seen.add(ref);
        waiting.push(...above);
      }
    }
    return false;
  }

  #unknown(refs: Iterable<string>): string[] {
    return [...new Set(refs)].filter(ref => !this.#parents.has(ref));
  }
}
