import type {
  ImportReport,
  PolicyImport,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';

/** Takes over what another system's policies say. */
export interface ImportService {
  /**
   * Makes policies, roles and role assignments of an export, all or none of them; `dryRun` tells what would be made. What
   * has no equivalent is in the report.
   *
   * @throws `FORBIDDEN`, `BAD_IMPORT`, `ESCALATION`
   */
  importPolicies(actor: Actor, request: PolicyImport): Promise<ImportReport>;
}
