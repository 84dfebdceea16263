import type { DomainPage } from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';
import { cutPage, decodeCursor } from '../database/pageCursor';
import type { ManagedDomainQuery } from './DomainGrantService';
import type { DomainOwnership } from './DomainOwnership';
import type { VisibleDomains } from './VisibleDomains';

/** @see ManagedDomains */
export interface ManagedDomainsOptions {
  domains: VisibleDomains;
  ownership: DomainOwnership;
}

/** Lists the domains that somebody may share. One person has few, so they are read whole and paged here. */
export class ManagedDomains {
  readonly #options: ManagedDomainsOptions;

  constructor(options: ManagedDomainsOptions) {
    this.#options = options;
  }

  /** @throws as {@link DomainGrantService.managed} */
  async page(
    actor: Actor,
    { limit = 25, cursor: text, search = '' }: ManagedDomainQuery,
  ): Promise<DomainPage> {
    const { domains, ownership } = this.#options;
    const list = ['managed-domains', search];
    const cursor = text ? decodeCursor(text, list, 'string') : undefined;
    const sharer = await ownership.sharer(actor);
    const given = await ownership.given(sharer);
    const [owned, named] = await Promise.all([
      domains.ownedBy(actor, new Set(sharer.principals.map(({ ref }) => ref))),
      domains.among(
        actor,
        given.map(({ ref }) => ref),
      ),
    ]);
    const intact = given.flatMap(({ ref, uid }) => {
      const domain = named.get(ref);
      return domain?.uid === uid ? [domain] : [];
    });
    const wanted = search.toLowerCase();
    const all = [
      ...new Map([...owned, ...intact].map(one => [one.ref, one])).values(),
    ]
      .filter(({ ref, title }) =>
        `${ref} ${title}`.toLowerCase().includes(wanted),
      )
      .sort((a, b) => (a.ref < b.ref ? -1 : 1));
    const isBackwards = cursor?.direction === 'prev';
    const rest = all.filter(
      ({ ref }) =>
        cursor === undefined ||
        (isBackwards ? ref < cursor.id : ref > cursor.id),
    );
    const found = isBackwards
      ? rest.slice(-limit - 1)
      : rest.slice(0, limit + 1);
    const page = cutPage(found, limit, cursor, list, ({ ref }) => ({
      value: '',
      id: ref,
    }));
    return {
      ...page,
      items: page.items.map(({ ref, title }) => ({ ref, title })),
    };
  }
}
