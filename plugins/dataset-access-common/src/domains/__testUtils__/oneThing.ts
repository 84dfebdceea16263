import { Story, StoryEvent, tell } from './Story';

/** Something that was given in a history: access to a domain, dataset-level access, or a direct grant. */
export interface OneThing {
  kind: 'access to a domain' | 'dataset-level access' | 'a direct grant';
  thing: string;
  /** Of dataset-level access, which leaves the access to the domain. */
  part?: string;
}

export function thingsIn({ events }: Story): OneThing[] {
  const found = new Map<string, OneThing>();
  for (const event of events) {
    if (event.what === 'access given') {
      const { thing } = event;
      found.set(thing, { kind: 'access to a domain', thing });
    } else if (event.what === 'direct grant given') {
      const { thing } = event;
      found.set(thing, { kind: 'a direct grant', thing });
    } else if (event.what === 'data given') {
      const { thing, part } = event;
      found.set(part, { kind: 'dataset-level access', thing, part });
    }
  }
  return [...found.values()];
}

/** The history, in the end of which one thing is revoked, unless it has been. */
export function withRevoked(story: Story, { thing, part }: OneThing): Story {
  const isRevoked = story.events.some(
    event =>
      (event.what === 'revoked' && event.thing === thing) ||
      (event.what === 'data revoked' && event.part === part),
  );
  const revocation: StoryEvent = part
    ? { what: 'data revoked', thing, part }
    : { what: 'revoked', thing };
  return isRevoked
    ? story
    : tell(story.catalogs[0], [...story.events, revocation]);
}

/** The same history in which one thing was never given, and so never changed nor revoked. */
export function without(story: Story, { thing, part }: OneThing): Story {
  return tell(
    story.catalogs[0],
    story.events.filter(event =>
      part
        ? !('part' in event && event.part === part)
        : !('thing' in event && event.thing === thing),
    ),
  );
}
