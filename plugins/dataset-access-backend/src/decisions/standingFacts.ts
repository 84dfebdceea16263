import {
  EVERYONE,
  RoleBindingFacts,
} from 'backstage-plugin-dataset-access-common';
import type { DatasetAccessConfig } from '../config/readConfig';

/** What holds because app-config says so, and so is in no table. */
export function standingFacts({ roles }: DatasetAccessConfig): {
  roleBindings: RoleBindingFacts[];
} {
  return {
    roleBindings: roles.default
      ? [{ id: 'default-role', role: roles.default, subject: EVERYONE }]
      : [],
  };
}
