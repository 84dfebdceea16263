import {
  isDatasetAccessError,
  isPrincipalRef,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { PolicyDraftReader } from '../policies/PolicyDraftReader';
import type { RoleSubject } from '../roles/RoleAssignments';
import type { ImportedRole, ParsedImport, Unsupported } from './ImportSource';
import { PlacedPolicy, withoutActors } from './withoutActors';

/** @see PrepareImport */
export interface PrepareImportOptions {
  policyDrafts: PolicyDraftReader;
  directory: Directory;
}

/** That somebody is to hold a role. */
export interface PlacedBinding {
  place: string;
  role: string;
  subject: RoleSubject;
}

/** An import as it can be saved, as far as nothing that is there already is in its way. */
export interface PreparedImport {
  roles: readonly ImportedRole[];
  policies: readonly PlacedPolicy[];
  bindings: readonly PlacedBinding[];
  unsupported: readonly Unsupported[];
}

/** Checks each item of an import for itself: what is wrong with one is named, and stops none of the others. */
export class PrepareImport {
  readonly #options: PrepareImportOptions;

  constructor(options: PrepareImportOptions) {
    this.#options = options;
  }

  /** @throws `CATALOG_UNAVAILABLE` */
  async prepare(parsed: ParsedImport): Promise<PreparedImport> {
    const unsupported = [...parsed.unsupported];
    const readable = this.#read(parsed.policies, unsupported);
    const entities = await this.#options.directory.entities([
      ...readable.flatMap(({ content }) => [
        ...(content.actors.users ?? []),
        ...(content.actors.groups ?? []),
      ]),
      ...parsed.bindings.map(({ subject }) => subject),
    ]);
    const reasonAgainst = (actor: string) =>
      isPrincipalRef(actor) && !entities.has(actor)
        ? 'It is not in the catalog.'
        : undefined;
    return {
      roles: parsed.roles,
      policies: readable.flatMap(policy =>
        withoutActors(policy, reasonAgainst, unsupported),
      ),
      bindings: parsed.bindings.map(({ place, role, subject: ref }) => ({
        place,
        role,
        subject: { ref, uid: entities.get(ref)?.metadata.uid },
      })),
      unsupported,
    };
  }

  #read(
    policies: ParsedImport['policies'],
    unsupported: Unsupported[],
  ): PlacedPolicy[] {
    return policies.flatMap(({ place, policy }) => {
      try {
        return { place, content: this.#options.policyDrafts.read(policy) };
      } catch (error) {
        if (!isDatasetAccessError(error)) {
          throw error;
        }
        const what = `policy "${policy.name}"`;
        unsupported.push({ place, what, reason: error.message });
        return [];
      }
    });
  }
}
