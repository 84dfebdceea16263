import type { DecisionIndex } from 'backstage-plugin-dataset-access-common';
import type { Clock } from '../clock';
import { checkEscalation } from '../policies/escalation';
import type { ResponsibilityRecord } from './ResponsibilityRecord';

/** @see ResponsibilityHandout */
export interface ResponsibilityHandoutOptions {
  decisions: { require(): DecisionIndex };
  clock: Clock;
}

/** Making somebody responsible hands out what policies give to those who are, active or not. */
export class ResponsibilityHandout {
  readonly #options: ResponsibilityHandoutOptions;

  constructor(options: ResponsibilityHandoutOptions) {
    this.#options = options;
  }

  /**
   * Whoever holds all of it on this very entity may hand it out there; everybody else is judged as for a policy.
   *
   * @throws `ESCALATION`
   */
  check(by: string, { role, resource }: ResponsibilityRecord): void {
    const { decisions, clock } = this.#options;
    const index = decisions.require();
    const privileges = [...index.rules.all()]
      .filter(({ actors }) => actors.responsibilities?.includes(role))
      .flatMap(rule => [...rule.privileges]);
    const now = clock.now().getTime();
    const holdsAll = privileges.every(privilege =>
      index.check(by, privilege, resource.ref, now),
    );
    if (holdsAll) {
      return;
    }
    checkEscalation(
      index,
      by,
      [
        {
          type: 'metadata',
          privileges,
          resources: [
            { field: 'entity', operator: 'equals', values: [resource.ref] },
          ],
        },
      ],
      now,
    );
  }
}
