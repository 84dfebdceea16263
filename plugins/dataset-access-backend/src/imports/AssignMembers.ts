import type {
  ImportReport,
  RoleAssignmentOutcome,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import type { DatabaseRoleStore } from '../roles/DatabaseRoleStore';
import type { RoleAssignments, RoleSubject } from '../roles/RoleAssignments';
import type { Unsupported } from './ImportSource';
import type { PlacedBinding } from './PrepareImport';

/** @see AssignMembers */
export interface AssignMembersOptions {
  roles: DatabaseRoleStore;
  roleAssignments: RoleAssignments;
}

type Outcomes = ImportReport['bindings'];

/** How many are assigned a role at a time: what one step may do is judged together with all those before it. */
const AT_ONCE = 100;

/** Gives the roles of an import to those who hold them there. */
export class AssignMembers {
  readonly #options: AssignMembersOptions;

  constructor(options: AssignMembersOptions) {
    this.#options = options;
  }

  /**
   * @param unsupported - gets those who are refused
   * @returns an outcome for each of the others, in their order
   * @throws `ESCALATION`
   */
  async assign(
    trx: Knex.Transaction,
    by: string,
    bindings: readonly PlacedBinding[],
    unsupported: Unsupported[],
  ): Promise<Outcomes> {
    const results = new Map<string, RoleAssignmentOutcome>();
    for (const [role, subjects] of subjectsByRole(bindings)) {
      for (const result of await this.#assignAll(trx, by, role, subjects)) {
        results.set(keyOf(role, result.subject), result);
      }
    }
    return bindings.flatMap(
      ({ place, role, subject: { ref: subject, uid } }) => {
        const key = keyOf(role, subject);
        const { outcome, message = '' } = results.get(key) ?? {};
        // the same line again finds it done
        results.set(key, { subject, outcome: 'already-assigned' });
        if (uid && outcome === 'refused') {
          const what = `${role} for ${subject}`;
          unsupported.push({ place, what, reason: message });
          return [];
        }
        return { place, role, subject, outcome: outcomeOf(uid, outcome) };
      },
    );
  }

  async #assignAll(
    trx: Knex.Transaction,
    by: string,
    roleId: string,
    subjects: readonly RoleSubject[],
  ): Promise<RoleAssignmentOutcome[]> {
    const { roles, roleAssignments } = this.#options;
    const outcomes: RoleAssignmentOutcome[] = [];
    for (let done = 0; done < subjects.length; done += AT_ONCE) {
      const role = await roles.find(roleId, trx);
      const some = subjects.slice(done, done + AT_ONCE);
      outcomes.push(...(await roleAssignments.assign(trx, by, role!, some)));
    }
    return outcomes;
  }
}

/** Those who exist, each once. */
function subjectsByRole(
  bindings: readonly PlacedBinding[],
): Map<string, RoleSubject[]> {
  const byRole = new Map<string, Map<string, RoleSubject>>();
  for (const { role, subject } of bindings) {
    if (subject.uid) {
      const subjects = byRole.get(role) ?? new Map<string, RoleSubject>();
      byRole.set(role, subjects.set(subject.ref, subject));
    }
  }
  return new Map(
    [...byRole].map(([role, subjects]) => [role, [...subjects.values()]]),
  );
}

function outcomeOf(
  uid: string | undefined,
  outcome: RoleAssignmentOutcome['outcome'] | undefined,
): Outcomes[number]['outcome'] {
  if (!uid) {
    return 'subject-not-found';
  }
  return outcome === 'assigned' ? 'created' : 'already-there';
}

function keyOf(role: string, subject: string): string {
  return `${role} ${subject}`;
}
