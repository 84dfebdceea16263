import type { ResourceFacts, ResponsibilityFacts } from './AccessFacts';
import { isInTime } from './CompiledRule';
import { IndexedResource, ResourceSurroundings } from './IndexedResource';
import { ScopeTable } from './ScopeTable';

/** The entities that decisions are about, and who holds a stewardship role on them. */
export class ResourceIndex implements ResourceSurroundings {
  readonly scopes = new ScopeTable();
  readonly #resources = new Map<string, IndexedResource>();
  readonly #hidden = new Set<string>();
  /** Grows when a name means another resource than before, or one more or less has a meaning. */
  #identities = 0;
  readonly #stillThere = new WeakMap<
    ReadonlyMap<string, string>,
    { identities: number; refs: readonly string[] }
  >();
  readonly #responsibilities = new Map<string, ResponsibilityFacts>();
  readonly #responsibilitiesOn = new Map<string, ResponsibilityFacts[]>();
  readonly #responsibilitiesOf = new Map<string, Set<ResponsibilityFacts>>();

  get(ref: string): IndexedResource | undefined {
    return this.#resources.get(ref);
  }

  get size(): number {
    return this.#resources.size;
  }

  all(): Iterable<IndexedResource> {
    return this.#resources.values();
  }

  /** Whether anything is hidden from anybody. */
  hasHidden(): boolean {
    return this.#hidden.size > 0;
  }

  /** Values of a field that some resource has and that begin with one of some prefixes. */
  valuesStartingWith(field: string, prefixes: readonly string[]): string[] {
    const found = new Set<string>();
    for (const resource of this.#resources.values()) {
      for (const value of resource.valuesOf(field)) {
        if (prefixes.some(prefix => value.startsWith(prefix))) {
          found.add(value);
        }
      }
    }
    return [...found];
  }

  /** Those of some entities, their uids by ref, that have the same uid now. Found again only after one has changed. */
  stillThere(uids: ReadonlyMap<string, string>): readonly string[] {
    const before = this.#stillThere.get(uids);
    if (before?.identities === this.#identities) {
      return before.refs;
    }
    const refs = [...uids.keys()].filter(
      ref => this.#resources.get(ref)?.facts.uid === uids.get(ref),
    );
    this.#stillThere.set(uids, { identities: this.#identities, refs });
    return refs;
  }

  set(facts: ResourceFacts): void {
    if (this.#resources.get(facts.ref)?.facts.uid !== facts.uid) {
      this.#identities += 1;
    }
    if (facts.isHidden) {
      this.#hidden.add(facts.ref);
    } else {
      this.#hidden.delete(facts.ref);
    }
    const resource = new IndexedResource(facts, this);
    resource.responsibilities = this.#responsibilitiesOn.get(facts.ref);
    this.#resources.set(facts.ref, resource);
    if (isContainer(facts.ref)) {
      this.scopes.advance();
    }
  }

  delete(ref: string): void {
    this.#identities += 1;
    this.#resources.delete(ref);
    this.#hidden.delete(ref);
    if (isContainer(ref)) {
      this.scopes.advance();
    }
  }

  domainChain(resource: ResourceFacts): readonly string[] {
    const seen = new Set<string>();
    const waiting = [...resource.domains];
    for (let ref = waiting.shift(); ref; ref = waiting.shift()) {
      const container = this.#resources.get(ref);
      if (container && !seen.has(ref)) {
        seen.add(ref);
        waiting.push(...container.facts.domains);
      }
    }
    return [...seen].filter(isDomain);
  }

  /**
   * The responsibilities of some users and groups that count at a moment, on resources that exist. As lists ask for them,
   * those of others are not looked at.
   *
   * @param uidOf - the uid that a user or group has now
   */
  *responsibilitiesOf(
    subjects: Iterable<string>,
    now: number,
    uidOf: (subject: string) => string | undefined,
  ): Iterable<ResponsibilityFacts> {
    for (const subject of subjects) {
      for (const one of this.#responsibilitiesOf.get(subject) ?? []) {
        const resource = this.#resources.get(one.resource);
        if (resource && counts(one, resource.facts, now, uidOf)) {
          yield one;
        }
      }
    }
  }

  responsibility(id: string): ResponsibilityFacts | undefined {
    return this.#responsibilities.get(id);
  }

  give(responsibility: ResponsibilityFacts): void {
    this.take(responsibility.id);
    const { id, resource, subject } = responsibility;
    this.#responsibilities.set(id, responsibility);
    const ofSubject = this.#responsibilitiesOf.get(subject) ?? new Set();
    this.#responsibilitiesOf.set(subject, ofSubject.add(responsibility));
    this.#put(resource, [...this.#on(resource), responsibility]);
  }

  take(id: string): void {
    const before = this.#responsibilities.get(id);
    if (before) {
      this.#responsibilities.delete(id);
      const ofSubject = this.#responsibilitiesOf.get(before.subject);
      ofSubject?.delete(before);
      if (ofSubject?.size === 0) {
        this.#responsibilitiesOf.delete(before.subject);
      }
      this.#put(
        before.resource,
        this.#on(before.resource).filter(one => one !== before),
      );
    }
  }

  /**
   * The responsibilities on a resource that count at a moment.
   *
   * @param uidOf - the uid that a user or group has now
   */
  responsibilitiesOn(
    { facts, responsibilities }: IndexedResource,
    now: number,
    uidOf: (subject: string) => string | undefined,
  ): ResponsibilityFacts[] {
    return (responsibilities ?? []).filter(one =>
      counts(one, facts, now, uidOf),
    );
  }

  #on(resource: string): readonly ResponsibilityFacts[] {
    return this.#responsibilitiesOn.get(resource) ?? [];
  }

  #put(resource: string, responsibilities: ResponsibilityFacts[]): void {
    if (responsibilities.length > 0) {
      this.#responsibilitiesOn.set(resource, responsibilities);
    } else {
      this.#responsibilitiesOn.delete(resource);
    }
    const indexed = this.#resources.get(resource);
    if (indexed) {
      indexed.responsibilities = this.#responsibilitiesOn.get(resource);
    }
  }
}

/** Whether a responsibility counts at a moment: within its time, and with both who they were (P-34). */
function counts(
  one: ResponsibilityFacts,
  resource: ResourceFacts,
  now: number,
  uidOf: (subject: string) => string | undefined,
): boolean {
  return (
    isInTime(one, now) &&
    (one.resourceUid === undefined || one.resourceUid === resource.uid) &&
    (one.subjectUid === undefined || one.subjectUid === uidOf(one.subject))
  );
}

/** Datasets are in domains, mostly by way of a system. */
function isContainer(ref: string): boolean {
  return isDomain(ref) || ref.startsWith('system:');
}

function isDomain(ref: string): boolean {
  return ref.startsWith('domain:');
}
