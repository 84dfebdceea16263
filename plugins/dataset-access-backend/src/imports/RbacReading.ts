import {
  canonicalPrincipalRef,
  PolicyType,
  PrivilegeRegistry,
} from 'backstage-plugin-dataset-access-common';
import type { CsvLine } from './csvLines';
import { Denials } from './Denials';
import { ImportedRoles, RoleIdentity } from './ImportedRoles';
import type { ParsedImport, Unsupported } from './ImportSource';
import { RbacPermissions } from './RbacPermissions';

const ROLE = /^role:([A-Za-z0-9-]+)\/([A-Za-z0-9._-]+)$/;

/** Nothing, or why not all that a line says is taken over. */
type Outcome = { problem: string } | undefined;

/** What has been read of one policy file of the RBAC plugin. Its denials have to be noted before its lines are read. */
export class RbacReading {
  readonly #permissions: RbacPermissions;
  readonly #denials: Denials;
  readonly #roles = new ImportedRoles();
  /** By role and type, in the order of their first lines. */
  readonly #policies = new Map<
    string,
    { place: string; role: string; type: PolicyType; privileges: Set<string> }
  >();
  readonly #bindings: ParsedImport['bindings'] = [];
  readonly #unsupported: Unsupported[] = [];

  constructor(privileges: PrivilegeRegistry) {
    this.#permissions = new RbacPermissions(privileges);
    this.#denials = new Denials(privileges);
  }

  /** A denial counts wherever it stands, and whatever else is wrong with its line. */
  noteDenial({ place, columns = [] }: CsvLine): void {
    const [kind, , permission, action, effect] = columns;
    if (kind === 'p' && effect?.toLowerCase() === 'deny') {
      this.#permissions
        .denied(permission, action)
        .forEach(({ name }) => this.#denials.add(name, place));
    }
  }

  read({ place, text, columns, problem }: CsvLine): void {
    const outcome = columns ? this.#readColumns(place, columns) : { problem };
    if (outcome?.problem) {
      this.#unsupported.push({ place, what: text, reason: outcome.problem });
    }
  }

  result(): ParsedImport {
    const used = [
      ...[...this.#policies.values()].map(({ role }) => role),
      ...this.#bindings.map(({ role }) => role),
    ];
    const roles = this.#roles.list(new Set(used));
    const titles = new Map(roles.map(({ id, title }) => [id, title]));
    return {
      roles,
      policies: [...this.#policies.values()].map(
        ({ place, role, type, privileges }) => ({
          place,
          policy: {
            name: `${titles.get(role)}: ${type}`,
            description: 'What the RBAC plugin gave to this role.',
            type,
            state: 'active',
            privileges: [...privileges],
            actors: { roles: [role] },
          },
        }),
      ),
      bindings: this.#bindings,
      unsupported: this.#unsupported,
    };
  }

  #readColumns(place: string, columns: string[]): Outcome {
    const [kind, ...rest] = columns;
    switch (kind) {
      case 'p':
        return this.#readPermission(place, rest);
      case 'g':
        return this.#readMember(place, rest);
      default:
        return { problem: 'A line begins with p or g.' };
    }
  }

  #readPermission(place: string, columns: string[]): Outcome {
    const [subject, permission, action, effect] = columns;
    if (effect === 'deny') {
      return {
        problem:
          'Policies here only allow. What is denied to anybody is imported for nobody.',
      };
    }
    if (columns.length !== 4 || effect !== 'allow') {
      return {
        problem: 'Expected p, a role, a permission, an action, and allow.',
      };
    }
    const { id, problem } = this.#roleOf(place, subject);
    if (id === undefined) {
      return { problem };
    }
    const gift = this.#permissions.allowed(permission, action);
    if (!gift.privileges) {
      return gift;
    }
    const reasons = gift.privileges.map(({ name, type }) => {
      const reason = this.#denials.reasonAgainst(name);
      if (!reason) {
        this.#give(place, id, type, name);
      }
      return reason;
    });
    const against = reasons.find(Boolean);
    return against ? { problem: against } : undefined;
  }

  #readMember(place: string, columns: string[]): Outcome {
    const [member, role] = columns;
    if (columns.length !== 2) {
      return { problem: 'Expected g, a user or group, and a role.' };
    }
    if (member.startsWith('role:')) {
      return { problem: 'A role cannot hold another role.' };
    }
    if (role.startsWith('group:')) {
      return { problem: 'Who belongs to a group is said by the catalog.' };
    }
    const subject = subjectRef(member);
    if (!subject) {
      return {
        problem:
          'Expected the full ref of a user or group, such as user:default/ana.',
      };
    }
    const { id, problem } = this.#roleOf(place, role);
    if (id === undefined) {
      return { problem };
    }
    this.#bindings.push({ place, role: id, subject });
    return undefined;
  }

  #roleOf(place: string, ref: string): RoleIdentity {
    const [, namespace, name] = ROLE.exec(ref) ?? [];
    if (!name) {
      const isPrincipal = subjectRef(ref) !== undefined;
      return {
        problem: isPrincipal
          ? 'RBAC gives this only as long as they hold no role, which cannot be said here. Make a role for it.'
          : 'Expected the full ref of a role, such as role:default/analysts.',
      };
    }
    const title = namespace === 'default' ? name : `${namespace}/${name}`;
    return this.#roles.idOf(ref, { place, title, isShared: false });
  }

  #give(place: string, role: string, type: PolicyType, name: string): void {
    const key = `${role} ${type}`;
    const policy = this.#policies.get(key);
    if (policy) {
      policy.privileges.add(name);
    } else {
      this.#policies.set(key, {
        place,
        role,
        type,
        privileges: new Set([name]),
      });
    }
  }
}

/** RBAC knows refs in full only, and members in lower case. */
function subjectRef(text: string): string | undefined {
  if (!/^(user|group):[^/]+\/./i.test(text)) {
    return undefined;
  }
  try {
    return canonicalPrincipalRef(text);
  } catch {
    return undefined;
  }
}
