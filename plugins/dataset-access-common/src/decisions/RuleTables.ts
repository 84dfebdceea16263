import type { Holder, RuleEntry } from './Holder';
import type { IndexedResource } from './IndexedResource';
import { MaskTable } from './MaskTable';
import { OWNERS, principalsNamed, responsible } from './principalsNamed';
import type { PrivilegeBit } from './PrivilegeTable';
import type { RuleIndex } from './RuleIndex';

const NOTHING = new MaskTable();

/**
 * What rules give, as tables to be looked up. Rules that name entities are in a table of each entity, by holder; all others are
 * in a table of each holder, by scope.
 */
export class RuleTables {
  readonly #rules: RuleIndex;
  readonly #owners: Holder;

  constructor(rules: RuleIndex) {
    this.#rules = rules;
    this.#owners = rules.holder(OWNERS);
  }

  /** What those may do who count as some principals, by rules about more than named entities. */
  tableFor(principals: ReadonlySet<string>): MaskTable {
    const tables: MaskTable[] = [];
    let size = 0;
    for (const principal of principals) {
      const holder = this.#rules.find(principal);
      if (holder && holder.rules.length > 0) {
        const table = this.#tableOf(holder);
        tables.push(table);
        size += table.size;
      }
    }
    // principals are often given something in the same places, of which there are only so many
    const all = new MaskTable(Math.min(size, this.#rules.places));
    tables.forEach(table => all.includeTable(table));
    return all;
  }

  /** What the rules give that name a resource, by holder. */
  own(resource: IndexedResource): MaskTable {
    if (!resource.own) {
      const entries = this.#rules.onEntity(resource.facts.ref);
      resource.own = entries.length > 0 ? this.#ownTable(entries) : NOTHING;
    }
    return resource.own;
  }

  /** Whether owners may do something with what they own. */
  ownersMay(
    privilege: PrivilegeBit,
    resource: IndexedResource,
    now: number,
  ): boolean {
    return this.#relationMay(this.#owners, privilege, resource, now);
  }

  /** Whether those may do something who hold a stewardship role, with what they hold it on. */
  stewardsMay(
    role: string,
    privilege: PrivilegeBit,
    resource: IndexedResource,
    now: number,
  ): boolean {
    const holder = this.#rules.find(responsible(role));
    return (
      holder !== undefined &&
      this.#relationMay(holder, privilege, resource, now)
    );
  }

  /** Makes ready what owners and stewards may do. */
  prepareRelations(): void {
    this.#rules.relations.forEach(relation =>
      this.#tableOf(this.#rules.holder(relation)),
    );
  }

  #tableOf(holder: Holder): MaskTable {
    return holder.table(this.#rules.whatGives);
  }

  #ownTable(entries: readonly RuleEntry[]): MaskTable {
    const table = new MaskTable(entries.length);
    for (const entry of entries) {
      const rule = this.#rules.whatGives(entry);
      if (rule) {
        table.add(
          rule,
          principalsNamed(entry.facts.actors).map(
            principal => this.#rules.holder(principal).number,
          ),
        );
      }
    }
    return table;
  }

  #relationMay(
    holder: Holder,
    privilege: PrivilegeBit,
    resource: IndexedResource,
    now: number,
  ): boolean {
    return (
      this.#tableOf(holder).gives(
        privilege,
        resource.scopes(),
        resource,
        now,
      ) ||
      this.own(resource).givesUnder(privilege, holder.number, resource, now)
    );
  }
}
