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
    const { roles, policies, decisions, clock } = this.#options;
    checkEscalation(
      decisions.require(),
      by,
      await policies.naming(role.id, trx),
      clock.now().getTime(),
    );
    const held = await roles.bindingsOfSubjects(refsOf(subjects), trx);
    const steps: Step[] = [];
    let { head } = role;
    return eachInTurn(subjects, async ({ ref, uid }) => {
      const mine = held.filter(({ subject }) => subject.ref === ref);
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
      const step = { taken, given };
      this.#checkLockOut([...steps, step]);
      steps.push(step);
      await roles.unbind(trx, taken, clock.now());
      await roles.bind(trx, [given]);
      head = await this.#log(trx, { ...role, head }, 'assigned', by, {
        subject: ref,
        replaced: replaced?.roleId,
      });
      return { subject: ref, outcome: 'assigned', replaced: replaced?.roleId };
    });
  }

  async unassign(
    trx: Knex.Transaction,
    by: string,
    role: RoleRecord,
    subjects: readonly RoleSubject[],
  ): Promise<RoleAssignmentOutcome[]> {
    const { roles, clock } = this.#options;
    const held = await roles.bindingsOfSubjects(refsOf(subjects), trx);
    const steps: Step[] = [];
    let { head } = role;
    return eachInTurn(subjects, async ({ ref }) => {
      const taken = held.filter(
        ({ subject, roleId }) => subject.ref === ref && roleId === role.id,
      );
      if (taken.length === 0) {
        return { subject: ref, outcome: 'not-assigned' };
      }
      const step = { taken };
      this.#checkLockOut([...steps, step]);
      steps.push(step);
      await roles.unbind(trx, taken, clock.now());
      head = await this.#log(trx, { ...role, head }, 'removed', by, {
        subject: ref,
      });
      return { subject: ref, outcome: 'removed' };
    });
  }

  /** Judges a step together with the steps before it, of which the index knows nothing until they are committed. */
  #checkLockOut(steps: readonly Step[]): void {
    const { decisions, clock } = this.#options;
    const taken = steps.flatMap(step => step.taken);
    const given = steps.flatMap(step => step.given ?? []);
    checkLockOut(
      decisions.require(),
      {
        apply: index => exchange(index, taken, given),
        undo: index => exchange(index, given, taken),
      },
      clock.now().getTime(),
    );
  }

  async #log(
    trx: Knex.Transaction,
    role: RoleRecord,
    type: string,
    by: string,
    facts: Record<string, string | undefined>,
  ) {
    return this.#options.roleHistory.append(trx, role, type, by, facts);
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

async function eachInTurn(
  subjects: readonly RoleSubject[],
  change: (subject: RoleSubject) => Promise<RoleAssignmentOutcome>,
): Promise<RoleAssignmentOutcome[]> {
  const outcomes: RoleAssignmentOutcome[] = [];
  for (const subject of subjects) {
    try {
      if (subject.problem) {
        throw subject.problem;
      }
      outcomes.push(await change(subject));
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
