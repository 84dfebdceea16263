import { removeFrom, RuleEntry } from './Holder';

const NONE: readonly RuleEntry[] = [];

/** Rules by some text of which each rule may have several. */
export class RuleLists {
  readonly #lists = new Map<string, RuleEntry[]>();

  get(key: string): readonly RuleEntry[] {
    return this.#lists.get(key) ?? NONE;
  }

  add(key: string, entry: RuleEntry): void {
    const list = this.#lists.get(key);
    if (list === undefined) {
      this.#lists.set(key, [entry]);
    } else if (list.at(-1) !== entry) {
      // named twice by one rule, a key comes twice while that rule is the last
      list.push(entry);
    }
  }

  remove(key: string, entry: RuleEntry): void {
    const list = this.#lists.get(key);
    if (list) {
      removeFrom(list, entry);
      if (list.length === 0) {
        this.#lists.delete(key);
      }
    }
  }
}
