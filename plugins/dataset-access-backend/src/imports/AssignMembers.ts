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
    const { roles, roleAssignments } = this.#options;
    const results = new Map<string, RoleAssignmentOutcome>();
    const asked = subjectsByRole(bindings);
    for (const role of await roles.findAll([...asked.keys()], trx)) {
      const subjects = asked.get(role.id)!;
      for (const one of await roleAssignments.assign(trx, by, role, subjects)) {
        results.set(keyOf(role.id, one.subject), one);
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
