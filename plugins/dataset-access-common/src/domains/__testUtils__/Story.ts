/** What is in the catalog: a user, a group, a domain, a system or a dataset. */
export interface Entity {
  ref: string;
  uid: string;
  /** Groups that a user or group is in; what a dataset or system belongs to; the domains around a domain. */
  partOf: readonly string[];
  /** Of a dataset: how far dataset-level access may reach it. */
  flag?: 'snapshot-only' | 'tag-based';
}

export type Catalog = ReadonlyMap<string, Entity>;

/** Somebody or something, and which one of that name. */
export type Identity = Pick<Entity, 'ref' | 'uid'>;

export type Level = 'read-only' | 'editor' | 'owner';

/** Access that is given, and what becomes of it. Everything about one giving has the same `thing`. */
export type AccessEvent =
  | {
      what: 'access given' | 'direct grant given';
      thing: string;
      subject: Identity;
      /** The domain, or the dataset of a direct grant. */
      target: Identity;
      level: Level;
      by: string;
      expiresAt?: number;
    }
  /** Dataset-level access; `part` is the same as long as it is only given again. */
  | { what: 'data given'; thing: string; part: string; by: string }
  | { what: 'data revoked'; thing: string; part: string }
  | { what: 'level changed'; thing: string; level: Level }
  | { what: 'revoked'; thing: string };

/** What happens beside it, whoever has access. */
export type CatalogEvent =
  /** There is something new, or it is another one now, or has moved, or is flagged in another way. */
  | { what: 'entity set'; entity: Entity }
  | { what: 'entity deleted'; ref: string }
  | { what: 'time passed'; ticks: number };

export type StoryEvent = AccessEvent | CatalogEvent;

/** All that ever happened, and how things were each time: just before each event, and after the last one. */
export interface Story {
  events: readonly StoryEvent[];
  catalogs: readonly Catalog[];
  times: readonly number[];
}

export function tell(start: Catalog, events: readonly StoryEvent[]): Story {
  const catalogs = [start];
  const times = [0];
  for (const event of events) {
    const ticks = event.what === 'time passed' ? event.ticks : 0;
    times.push(times.at(-1)! + ticks);
    catalogs.push(catalogAfter(catalogs.at(-1)!, event));
  }
  return { events, catalogs, times };
}

/** A story up to a point. */
export function beginningOf(story: Story, length: number): Story {
  return {
    events: story.events.slice(0, length),
    catalogs: story.catalogs.slice(0, length + 1),
    times: story.times.slice(0, length + 1),
  };
}

export function catalogAfter(catalog: Catalog, event: StoryEvent): Catalog {
  if (event.what !== 'entity set' && event.what !== 'entity deleted') {
    return catalog;
  }
  const after = new Map(catalog);
  if (event.what === 'entity set') {
    after.set(event.entity.ref, event.entity);
  } else {
    after.delete(event.ref);
  }
  return after;
}
