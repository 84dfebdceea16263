import {
  DatasetAccessError,
  PrivilegeRegistry,
} from 'backstage-plugin-dataset-access-common';
import { csvLines } from './csvLines';
import type { ParsedImport } from './ImportSource';
import { RbacReading } from './RbacReading';

/**
 * Reads the policy file of the community's RBAC plugin: `p` lines, which give permissions to roles, and `g` lines, which
 * give roles to users and groups. Its conditions are kept in another file; a permission that is also under a condition
 * there is less than what comes of the line here.
 */
export function parseCasbinCsv(
  content: string,
  privileges: PrivilegeRegistry,
): ParsedImport {
  const lines = csvLines(content);
  if (!lines.some(({ columns = [] }) => ['p', 'g'].includes(columns[0]))) {
    throw new DatasetAccessError('BAD_IMPORT', {
      message: 'No line begins with p or g, as those of an RBAC policy do.',
    });
  }
  const reading = new RbacReading(privileges);
  lines.forEach(line => reading.noteDenial(line));
  lines.forEach(line => reading.read(line));
  return reading.result();
}
