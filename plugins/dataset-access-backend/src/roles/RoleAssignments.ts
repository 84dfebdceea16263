import {
  canonicalPrincipalRef,
  DatasetAccessError,
  DecisionIndex,
  isDatasetAccessError,
  RoleAssignmentOutcome,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import { bindingFacts } from '../decisions/ruleFacts';
import type { DatabasePolicyStore } from '../policies/DatabasePolicyStore';
import { checkEscalation } from '../policies/escalation';
import { checkLockOut } from '../policies/lockOut';
import type { DatabaseRoleStore } from './DatabaseRoleStore';
import type { RoleHistory } from './RoleHistory';
import type { RoleBindingRecord, RoleRecord } from './RoleRecord';

/** @see RoleAssignments */
export interface RoleAssignmentsOptions {
  roles: DatabaseRoleStore;
  policies: DatabasePolicyStore;
  roleHistory: RoleHistory;
  directory: Directory;
  decisions: { require(): DecisionIndex };
  clock: Clock;
}

/** What giving or taking a role changes for one subject. */
interface Step {
  taken: RoleBindingRecord[];
  given?: RoleBindingRecord;
  type: 'assigned' | 'removed';
  facts: { subject: string; replaced?: string };
}

/** Whom a call names: in the order asked, each once, with the uid it has now. */
export interface RoleSubject {
  ref: string;
  /** Absent: not in the catalog. */
  uid?: string;
  /** Why this is nobody's ref; it is then as it was written. */
  problem?: DatasetAccessError;
}

/**
 * Giving and taking roles, in a transaction that the caller holds the administration lock in. Every subject has an outcome
 * of its own; one that is refused changes nothing and stops nobody else (S4.5, P-38).
 */
export class RoleAssignments {
  readonly #options: RoleAssignmentsOptions;

  constructor(options: RoleAssignmentsOptions) {
    this.#options = options;
  }

  /** @throws `CATALOG_UNAVAILABLE` */
  async subjects(texts: readonly string[]): Promise<RoleSubject[]> {
    const named = namedSubjects(texts);
    const entities = await this.#options.directory.entities(refsOf(named));
    return named.map(subject => ({
      ...subject,
      uid: entities.get(subject.ref)?.metadata.uid,
    }));
  }

  /** @throws `ESCALATION` */
  async assign(
    trx: Knex.Transaction,
    by: string,
    role: RoleRecord,
    subjects: readonly RoleSubject[],
  ): Promise<RoleAssignmentOutcome[]> {
    const { policies, decisions, clock } = this.#options;
    checkEscalation(
      decisions.require(),
      by,
      await policies.naming(role.id, trx),
      clock.now().getTime(),
    );
    const held = await this.#heldBy(trx, subjects);
    const steps: Step[] = [];
    const outcomes = eachInTurn(subjects, ({ ref, uid }) => {
      const mine = held.get(ref) ?? [];
      const same = mine.find(({ roleId }) => roleId === role.id);
      if (!uid) {
        throw new DatasetAccessError('BENEFICIARY_NOT_FOUND');
      }
      if (same?.subject.uid === uid) {
        return { subject: ref, outcome: 'already-assigned' };
      }
      const replaced = mine.find(
        binding =>
          binding !== same &&
          role.exclusiveGroup !== undefined &&
          binding.exclusiveGroup === role.exclusiveGroup,
      );
      // a namesake's binding gives nothing, and makes room
      const taken = [same, replaced].flatMap(binding => binding ?? []);
      const given: RoleBindingRecord = {
        id: randomUUID(),
        roleId: role.id,
        exclusiveGroup: role.exclusiveGroup,
        subject: { ref, uid },
        assignedAt: clock.now(),
        assignedBy: by,
      };
      const facts = { subject: ref, replaced: replaced?.roleId };
      this.#add(steps, { taken, given, type: 'assigned', facts });
      return { ...facts, outcome: 'assigned' };
    });
    await this.#write(trx, by, role, steps);
    return outcomes;
  }

  async unassign(
    trx: Knex.Transaction,
    by: string,
    role: RoleRecord,
    subjects: readonly RoleSubject[],
  ): Promise<RoleAssignmentOutcome[]> {
    const held = await this.#heldBy(trx, subjects);
    const steps: Step[] = [];
    const outcomes = eachInTurn(subjects, ({ ref }) => {
      const mine = held.get(ref) ?? [];
      const taken = mine.filter(({ roleId }) => roleId === role.id);
      if (taken.length === 0) {
        return { subject: ref, outcome: 'not-assigned' };
      }
      this.#add(steps, { taken, type: 'removed', facts: { subject: ref } });
      return { subject: ref, outcome: 'removed' };
    });
    await this.#write(trx, by, role, steps);
    return outcomes;
  }

  async #heldBy(
    trx: Knex.Transaction,
    subjects: readonly RoleSubject[],
  ): Promise<Map<string, RoleBindingRecord[]>> {
    const { roles } = this.#options;
    const held = new Map<string, RoleBindingRecord[]>();
    for (const one of await roles.bindingsOfSubjects(refsOf(subjects), trx)) {
      const { ref } = one.subject;
      held.set(ref, [...(held.get(ref) ?? []), one]);
    }
    return held;
  }

  /**
   * Judges a step together with the steps before it, of which the index knows nothing until they are committed. One that
   * takes nothing locks nobody out.
   */
  #add(steps: Step[], step: Step): void {
    const { decisions, clock } = this.#options;
    if (step.taken.length > 0) {
      const all = [...steps, step];
      const taken = all.flatMap(one => one.taken);
      const given = all.flatMap(one => one.given ?? []);
      checkLockOut(
        decisions.require(),
        {
          apply: index => exchange(index, taken, given),
          undo: index => exchange(index, given, taken),
        },
        clock.now().getTime(),
      );
    }
    steps.push(step);
  }

  async #write(
    trx: Knex.Transaction,
    by: string,
    role: RoleRecord,
    steps: readonly Step[],
  ): Promise<void> {
    const { roles, roleHistory, clock } = this.#options;
    if (steps.length === 0) {
      return;
    }
    const taken = steps.flatMap(step => step.taken);
    await roles.unbind(trx, taken, clock.now());
    await roles.bind(
      trx,
      steps.flatMap(step => step.given ?? []),
    );
    const heads = await roleHistory.record(
      trx,
      by,
      steps.map(({ type, facts }) => ({ role, type, facts: { ...facts } })),
    );
    await roles.advance(trx, { ...role, head: heads.get(role.id)! });
  }
}

function exchange(
  index: DecisionIndex,
  taken: readonly RoleBindingRecord[],
  given: readonly RoleBindingRecord[],
): void {
  taken.forEach(({ id }) => index.deleteRoleBinding(id));
  given.forEach(one => index.setRoleBinding(bindingFacts(one)));
}

/** In the order named, each once. Catalog and tables are asked about refs only: they choke on some other texts. */
export function namedSubjects(texts: readonly string[]): RoleSubject[] {
  const subjects = texts.map(readSubject);
  return [...new Map(subjects.map(one => [one.ref, one])).values()];
}

function readSubject(text: string): RoleSubject {
  try {
    return { ref: canonicalPrincipalRef(text) };
  } catch (error) {
    if (!isDatasetAccessError(error)) {
      throw error;
    }
    return { ref: text, problem: error };
  }
}

function refsOf(subjects: readonly RoleSubject[]): string[] {
  return subjects.flatMap(({ ref, problem }) => (problem ? [] : ref));
}

function eachInTurn(
  subjects: readonly RoleSubject[],
  change: (subject: RoleSubject) => RoleAssignmentOutcome,
): RoleAssignmentOutcome[] {
  const outcomes: RoleAssignmentOutcome[] = [];
  for (const subject of subjects) {
    try {
      if (subject.problem) {
        throw subject.problem;
      }
      outcomes.push(change(subject));
    } catch (error) {
      if (!isDatasetAccessError(error)) {
        throw error;
      }
      outcomes.push(refused(subject.ref, error));
    }
  }
  return outcomes;
}

function refused(
  subject: string,
  { code, message }: DatasetAccessError,
): RoleAssignmentOutcome {
  return { subject, outcome: 'refused', code, message };
}
