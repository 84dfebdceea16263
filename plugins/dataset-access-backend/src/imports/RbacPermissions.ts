import type {
  Privilege,
  PrivilegeRegistry,
} from 'backstage-plugin-dataset-access-common';
import { backstagePermissions } from './backstagePermissions';

/** The privileges that a line of an RBAC policy gives, or why it gives none here. */
export type RbacGift =
  | { privileges: Privilege[]; problem?: undefined }
  | { privileges?: undefined; problem: string };

/**
 * Finds the privileges that a line of an RBAC policy is about. It names a permission, or the type of a resource with an
 * action, which stands for all permissions of that type and action.
 */
export class RbacPermissions {
  /** By permission. */
  readonly #privileges = new Map<string, Privilege[]>();
  readonly #actions = new Map<string, string>();
  /** Permissions by resource type and action. */
  readonly #ofType = new Map<string, string[]>();

  constructor(privileges: PrivilegeRegistry) {
    for (const privilege of privileges.all()) {
      privilege.permissions.forEach(name =>
        add(this.#privileges, name, privilege),
      );
    }
    for (const { name, resourceType, action } of backstagePermissions) {
      this.#actions.set(name, action);
      if (resourceType) {
        add(this.#ofType, `${resourceType} ${action}`, name);
      }
    }
  }

  /** What a line gives that allows something. */
  allowed(nameOrType: string, action: string): RbacGift {
    const asked = this.#actions.get(nameOrType);
    if (asked !== undefined && asked !== action) {
      return {
        problem: `This permission is asked for with the action ${asked}, so the line gave nothing.`,
      };
    }
    const governing = this.#governing(nameOrType, action);
    // a privilege for several permissions would give the others as well
    const privileges = governing.filter(
      ({ permissions }) => permissions.length === 1,
    );
    if (privileges.length > 0) {
      return { privileges };
    }
    return {
      problem:
        governing.length > 0
          ? `The privilege for it, ${governing[0].name}, stands for other permissions as well.`
          : 'No privilege stands for it here.',
    };
  }

  /** What a line may be meant to deny: whatever has to do with it. */
  denied(nameOrType: string, action: string): Privilege[] {
    return this.#governing(nameOrType, action);
  }

  #governing(nameOrType: string, action: string): Privilege[] {
    const ofType = this.#ofType.get(`${nameOrType} ${action}`) ?? [];
    return [nameOrType, ...ofType].flatMap(
      name => this.#privileges.get(name) ?? [],
    );
  }
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}
