import {
  AccessLevel,
  ApprovalRule,
  compareLevels,
  DecisionIndex,
  isAtMost,
  meetsCriteria,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { DatasetAccessConfig } from '../config/readConfig';
import type { Dataset } from '../datasets/Dataset';
import { readCriterion } from '../policies/PolicyDraftReader';

/** What somebody asks for, as far as rules look at it. */
export interface RuleQuestion {
  dataset: Dataset;
  /** Canonical refs. */
  beneficiaries: readonly string[];
  level: AccessLevel;
  /** ISO-8601; absent: until revoked. */
  duration?: string;
}

/** @see PreApprovalRules */
export interface PreApprovalRulesOptions {
  config: DatasetAccessConfig;
  directory: Directory;
  decisions: { current(): DecisionIndex | undefined };
}

type Rule = DatasetAccessConfig['preApprovals'][number];

/**
 * The standing decisions of the configuration: who gets which datasets, up to which level and duration, without a person
 * deciding each time (issue 5 item 7, ADR 0017). What no rule covers goes to a person, and so does everything while what is
 * known of the catalog is too old to match datasets with.
 */
export class PreApprovalRules {
  readonly #options: PreApprovalRulesOptions;
  readonly #rules: readonly Rule[];

  constructor(options: PreApprovalRulesOptions) {
    this.#options = options;
    this.#rules = options.config.preApprovals.map(rule => ({
      ...rule,
      datasets: rule.datasets.map(readCriterion),
    }));
  }

  /**
   * The first rule that covers each beneficiary; those that no rule covers are missing. A group is covered by a rule for
   * itself or for a group around it, not by one for its members.
   *
   * @throws `CATALOG_UNAVAILABLE`, `BAD_DURATION`
   */
  async covering(
    question: RuleQuestion,
    now: Date,
  ): Promise<Map<string, ApprovalRule>> {
    const { directory } = this.#options;
    const rules = this.#rules.filter(rule => this.#allows(rule, question, now));
    const covered = new Map<string, ApprovalRule>();
    if (rules.length === 0) {
      return covered;
    }
    for (const beneficiary of question.beneficiaries) {
      const principals = await directory.principalsOf(beneficiary);
      const rule = rules.find(
        ({ beneficiaries }) =>
          beneficiaries === 'everyone' ||
          beneficiaries.some(ref => principals.has(ref)),
      );
      if (rule) {
        covered.set(beneficiary, {
          kind: 'pre-approval',
          name: rule.name,
          title: rule.title ?? rule.name,
        });
      }
    }
    return covered;
  }

  #allows(
    rule: Rule,
    { dataset, level, duration }: RuleQuestion,
    now: Date,
  ): boolean {
    return (
      dataset.kind === 'dataset' &&
      compareLevels(level, rule.maxLevel) <= 0 &&
      (rule.maxDuration === undefined
        ? rule.indefinite
        : isAtMost(duration, rule.maxDuration, now)) &&
      this.#isAbout(rule, dataset)
    );
  }

  #isAbout({ datasets }: Rule, { ref, uid }: Dataset): boolean {
    const resource = this.#options.decisions.current()?.resources.get(ref);
    return resource?.facts.uid === uid && meetsCriteria(resource, datasets);
  }
}
