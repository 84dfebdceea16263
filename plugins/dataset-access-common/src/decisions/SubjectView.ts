import { MaskTable } from './MaskTable';
import { isPerson, Principals } from './PeopleIndex';

/** What one user or group may do, made ready to be looked up. Never changed: a new one is made instead. */
export class SubjectView {
  readonly subject: string;
  /** The subject itself, its groups, and what they hold. */
  readonly principals: ReadonlySet<string>;
  /** When one of these changes, so may the view. */
  readonly dependsOn: ReadonlySet<string>;
  readonly table = new MaskTable();

  constructor(subject: string, { all, dependsOn }: Principals) {
    this.subject = subject;
    this.principals = all;
    this.dependsOn = dependsOn;
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
