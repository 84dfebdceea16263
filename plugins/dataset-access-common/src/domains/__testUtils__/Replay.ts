import type {
  PersonFacts,
  ResourceFacts,
  RuleFacts,
} from '../../decisions/AccessFacts';
import { DecisionIndex } from '../../decisions/DecisionIndex';
import { PrivilegeRegistry } from '../../privileges/privilegeRegistry';
import { DomainGrantFacts, domainGrantRules } from '../domainGrantRules';
import {
  deleteDomainGrant,
  directGrant,
  setDomainGrant,
  takeSnapshot,
} from './domainGrants';
import type { Catalog, Entity, StoryEvent } from './Story';

const registry = new PrivilegeRegistry();
const options = { implied: (name: string) => registry.implied(name) };

/** An index that is kept event by event, as the plugin keeps its own, with the facts that it was made from. */
export class Replay {
  readonly index = new DecisionIndex(options);
  readonly #entities = new Map<string, Entity>();
  readonly #domainGrants = new Map<string, DomainGrantFacts>();
  readonly #directGrants = new Map<string, RuleFacts>();

  constructor(start: Catalog, events: readonly StoryEvent[] = []) {
    start.forEach(entity => this.#set(entity));
    events.forEach(event => this.add(event));
  }

  add(event: StoryEvent): void {
    switch (event.what) {
      case 'entity set':
        return this.#set(event.entity);
      case 'entity deleted':
        return this.#delete(event.ref);
      case 'direct grant given': {
        const { thing: id, target: dataset, by: grantedBy } = event;
        const rule = directGrant({ ...event, id, dataset, grantedBy });
        this.#directGrants.set(id, rule);
        return this.index.setRule(rule);
      }
      case 'access given':
        return this.#give({
          id: event.thing,
          domain: { ...event.target, title: 'A domain' },
          subject: event.subject,
          level: event.level,
          datasetLevelAccess: false,
          expiresAt: event.expiresAt,
          grantedBy: event.by,
          grantedAt: 0,
        });
      case 'data given': {
        const grant = this.#domainGrants.get(event.thing)!;
        return this.#give({
          ...grant,
          datasetLevelAccess: true,
          datasetLevelAccessBy: event.by,
          snapshot: takeSnapshot(this.index, grant.domain.ref),
        });
      }
      case 'data revoked': {
        const grant = this.#domainGrants.get(event.thing)!;
        const { snapshot, datasetLevelAccessBy, ...access } = grant;
        return this.#give({ ...access, datasetLevelAccess: false });
      }
      case 'level changed': {
        const grant = this.#domainGrants.get(event.thing)!;
        return this.#give({ ...grant, level: event.level });
      }
      case 'revoked':
        this.#domainGrants.delete(event.thing);
        this.#directGrants.delete(event.thing);
        this.index.deleteRule({ origin: 'grant', id: event.thing });
        return deleteDomainGrant(this.index, event.thing);
      default:
        return undefined;
    }
  }

  /** Another index, of the same facts, made at once. */
  afresh(): DecisionIndex {
    const entities = [...this.#entities.values()];
    return DecisionIndex.of(
      {
        people: entities.filter(isPerson).map(personFacts),
        resources: entities.filter(one => !isPerson(one)).map(resourceFacts),
        rules: [
          ...[...this.#domainGrants.values()].flatMap(domainGrantRules),
          ...this.#directGrants.values(),
        ],
      },
      options,
    );
  }

  #give(grant: DomainGrantFacts): void {
    this.#domainGrants.set(grant.id, grant);
    setDomainGrant(this.index, grant);
  }

  #set(entity: Entity): void {
    this.#entities.set(entity.ref, entity);
    if (isPerson(entity)) {
      this.index.setPerson(personFacts(entity));
    } else {
      this.index.setResource(resourceFacts(entity));
    }
  }

  #delete(ref: string): void {
    const entity = this.#entities.get(ref)!;
    this.#entities.delete(ref);
    if (isPerson(entity)) {
      this.index.deletePerson(ref);
    } else {
      this.index.deleteResource(ref);
    }
  }
}

function isPerson({ ref }: Entity): boolean {
  return ref.startsWith('user:') || ref.startsWith('group:');
}

function personFacts({ ref, uid, partOf }: Entity): PersonFacts {
  return { ref, uid, groups: partOf };
}

function resourceFacts({ ref, uid, partOf, flag }: Entity): ResourceFacts {
  const coverage = flag === 'tag-based' ? 'never' : flag ?? 'following';
  return {
    ref,
    uid,
    owners: [],
    domains: partOf,
    tags: [],
    labels: {},
    coverage: ref.startsWith('resource:') ? coverage : undefined,
  };
}
