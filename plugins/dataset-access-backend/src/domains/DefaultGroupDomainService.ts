import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AccessLevel,
  accessLevels,
  DatasetAccessError,
  GroupDomains,
  GroupDomainsChange,
  GroupDomainsUpdate,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { Actor } from '../actors/Actor';
import { fromCatalogIfVisible } from '../catalog/catalogFailure';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import { HeldPrivileges, READ_ANY_GRANT } from '../permissions/HeldPrivileges';
import type { DatabaseDomainGrantStore } from './DatabaseDomainGrantStore';
import { DomainGrantRecord, presentDomainGrant } from './DomainGrantRecord';
import type { DomainOwnership } from './DomainOwnership';
import {
  groupDomainsTag,
  readGroupDomains,
  writeNamedDomains,
} from './groupDomainList';
import type { GroupDomainService, ReplaceOptions } from './GroupDomainService';
import type { ManagedDomains } from './ManagedDomains';
import type { GroupSubject } from './GroupDomainWriter';
import type { ReplaceGroupDomains } from './ReplaceGroupDomains';
import type { VisibleDomains } from './VisibleDomains';

/** @see DefaultGroupDomainService */
export interface DefaultGroupDomainServiceOptions {
  catalog: CatalogService;
  directory: Directory;
  domains: VisibleDomains;
  domainGrants: DatabaseDomainGrantStore;
  ownership: DomainOwnership;
  managedDomains: ManagedDomains;
  replaceList: ReplaceGroupDomains;
  held: HeldPrivileges;
  config: DatasetAccessConfig;
  clock: Clock;
}

/** Reads and replaces the list of a group's domains. */
export class DefaultGroupDomainService implements GroupDomainService {
  readonly #options: DefaultGroupDomainServiceOptions;

  constructor(options: DefaultGroupDomainServiceOptions) {
    this.#options = options;
  }

  async get(actor: Actor, groupRef: string): Promise<GroupDomains> {
    const { domainGrants } = this.#options;
    const entity = await this.#find(actor, groupRef);
    if (!(await this.#maySee(actor, groupRef, entity))) {
      throw new DatasetAccessError('FORBIDDEN', {
        message:
          'The domains of a group are shown to its members and owners, and to owners of domains.',
      });
    }
    return this.#present(
      actor,
      this.#subject(groupRef, entity),
      await domainGrants.ofSubject(groupRef, undefined),
    );
  }

  async replace(
    actor: Actor,
    groupRef: string,
    update: GroupDomainsUpdate,
    { ifMatch, dryRun = false }: ReplaceOptions,
  ): Promise<GroupDomainsChange> {
    if (ifMatch === undefined) {
      throw new DatasetAccessError('PRECONDITION_REQUIRED');
    }
    const wishes = readGroupDomains(update);
    const entity = await this.#find(actor, groupRef);
    const group = this.#subject(groupRef, entity);
    const { grants, changes, tag } = await this.#options.replaceList.run(
      actor,
      group,
      wishes,
      { ifMatch, dryRun },
    );
    return {
      ...(await this.#present(actor, group, grants)),
      etag: tag,
      changes,
      dryRun,
    };
  }

  async #find({ credentials }: Actor, groupRef: string): Promise<Entity> {
    const entity = await fromCatalogIfVisible(
      this.#options.catalog.getEntityByRef(groupRef, { credentials }),
    );
    if (!entity) {
      throw new DatasetAccessError('BENEFICIARY_NOT_FOUND');
    }
    return entity;
  }

  #subject(ref: string, { metadata }: Entity): GroupSubject {
    const { groupLevelLabel, groupLevel } = this.#options.config.domains;
    const said = metadata.labels?.[groupLevelLabel]?.toLowerCase();
    return {
      ref,
      uid: metadata.uid ?? '',
      newLevel: said === 'full' ? 'owner' : readLevel(said) ?? groupLevel,
    };
  }

  /** Who shares domains has to see whole lists, or could not send them back whole (S1.16). */
  async #maySee(
    actor: Actor,
    groupRef: string,
    { relations }: Entity,
  ): Promise<boolean> {
    const { directory, held, managedDomains } = this.#options;
    if (actor.kind === 'service' || held.by(actor, READ_ANY_GRANT, groupRef)) {
      return true;
    }
    const principals = await directory.principalsOf(actor.ref);
    const isClose =
      principals.has(groupRef) ||
      (relations ?? []).some(
        ({ type, targetRef }) =>
          type === RELATION_OWNED_BY && principals.has(targetRef),
      );
    return (
      isClose ||
      (await managedDomains.page(actor, { limit: 1 })).items.length > 0
    );
  }

  async #present(
    actor: Actor,
    group: GroupSubject,
    grants: readonly DomainGrantRecord[],
  ): Promise<GroupDomains> {
    const { directory, clock } = this.#options;
    const entities = await directory.entities([
      group.ref,
      ...grants.map(({ domain }) => domain.ref),
    ]);
    const domains = grants.map(grant =>
      presentDomainGrant(
        grant,
        clock.now(),
        ref => entities.get(ref)?.metadata.uid,
      ),
    );
    return {
      group: group.ref,
      newLevel: group.newLevel,
      DomainNames: writeNamedDomains(
        domains.filter(({ state }) => state === 'active'),
      ),
      domains,
      etag: groupDomainsTag(grants),
      can: { manage: await this.#managed(actor, grants) },
    };
  }

  async #managed(
    actor: Actor,
    grants: readonly DomainGrantRecord[],
  ): Promise<string[]> {
    const { ownership, domains } = this.#options;
    if (actor.kind === 'service') {
      return [];
    }
    const known = await domains.among(actor, [
      ...new Set(grants.map(({ domain }) => domain.ref)),
    ]);
    const sharer = await ownership.sharer(actor);
    return [...(await ownership.among(sharer, [...known.values()]))].sort();
  }
}

function readLevel(text: string | undefined): AccessLevel | undefined {
  return accessLevels.find(level => level === text);
}
