import type { Holder } from './Holder';
import type { MaskTable } from './MaskTable';
import { isPerson, Principals } from './PeopleIndex';

/** What one user or group may do, made ready to be looked up. Never changed: a new one is made instead. */
export class SubjectView {
  readonly subject: string;
  /** The subject itself, its groups, and what they hold. */
  readonly principals: ReadonlySet<string>;
  /** The numbers of the principals that rules name. */
  readonly holders: readonly number[];
  readonly table: MaskTable;
  /** Of the index, when the view was last known to be current. */
  epoch = -1;
  readonly #dependsOn: readonly Holder[];
  readonly #versions: readonly number[];

  constructor(
    subject: string,
    { all, dependsOn }: Principals,
    table: MaskTable,
    holderOf: (principal: string) => Holder,
  ) {
    this.subject = subject;
    this.principals = all;
    this.holders = [...all].map(one => holderOf(one).number);
    this.table = table;
    this.#dependsOn = [...dependsOn].map(holderOf);
    this.#versions = this.#dependsOn.map(({ version }) => version);
  }

  /** Whether nothing has changed that it was made from. */
  isCurrent(): boolean {
    for (let at = 0; at < this.#versions.length; at++) {
      if (this.#dependsOn[at].version !== this.#versions[at]) {
        return false;
      }
    }
    return true;
  }

  countsAsAny(refs: readonly string[]): boolean {
    for (let at = 0; at < refs.length; at++) {
      if (this.principals.has(refs[at]) && isPerson(refs[at])) {
        return true;
      }
    }
    return false;
  }
}
