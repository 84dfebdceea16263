import type { ConnectorBench, ConnectorBenchHook } from './ConnectorBench';

/**
 * One thing that every connector has to do. Free of any test framework.
 *
 * @public
 */
export interface ConnectorRule {
  /** A sentence without its subject: `gives exactly the level that is ordered`. */
  title: string;
  /** What the bench has to have for it. Without, leave the rule out, so that it shows. */
  needs: readonly ConnectorBenchHook[];
  /**
   * Tries it.
   *
   * @param bench - a new one; it is not fit for another rule
   * @throws Error saying what the connector did and what it should have done
   */
  check(bench: ConnectorBench): Promise<void>;
}

/** A bench that certainly has some hooks. */
type BenchWith<H extends ConnectorBenchHook> = ConnectorBench &
  Required<Pick<ConnectorBench, H>>;

/** A rule, with a check that can rely on what it needs. */
export function rule<H extends ConnectorBenchHook = never>(
  title: string,
  needs: readonly H[],
  check: (bench: BenchWith<H>) => Promise<void>,
): ConnectorRule {
  return {
    title,
    needs,
    async check(bench) {
      const missing = needs.filter(hook => !bench[hook]);
      if (missing.length > 0) {
        throw new Error(
          `This rule needs ${missing.join(', ')} on the bench. Leave it out.`,
        );
      }
      await check(bench as BenchWith<H>);
    },
  };
}
