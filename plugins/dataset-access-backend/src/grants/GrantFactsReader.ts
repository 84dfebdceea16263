import type {
  GrantCallerFacts,
  RequestFacts,
} from 'backstage-plugin-dataset-access-common';
import { grantStateAt } from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { Actor } from '../actors/Actor';
import type {
  ApproverService,
  DatasetRouting,
} from '../approvers/ApproverService';
import { barredUsers } from '../approvers/separationOfDuties';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import type { DatasetReader } from '../datasets/Dataset';
import { DECIDE_ANY, HeldPrivileges } from '../permissions/HeldPrivileges';
import { GrantRecord, isPendingInSource, MANUAL } from './GrantRecord';

/** What is known about a caller before the grant itself is looked at. */
export type GrantCaller = Pick<
  RequestFacts,
  | 'isUser'
  | 'inCatalog'
  | 'isSuperuser'
  | 'isRequester'
  | 'isBeneficiary'
  | 'isBeneficiaryItself'
  | 'isApprover'
  | 'selfApprovalAllowed'
>;

/** @see GrantFactsReader */
export interface GrantFactsReaderOptions {
  directory: Directory;
  reader: DatasetReader;
  approvers: ApproverService;
  held: HeldPrivileges;
  config: DatasetAccessConfig;
  clock: Clock;
}

/** What the verdicts on grants ask, for one caller, read live. */
export class GrantFactsReader {
  readonly #options: GrantFactsReaderOptions;

  constructor(options: GrantFactsReaderOptions) {
    this.#options = options;
  }

  /** @throws `CATALOG_UNAVAILABLE` */
  async of(actor: Actor, grant: GrantRecord): Promise<GrantCallerFacts> {
    const { caller, routing } = await this.#look(actor, grant);
    return this.from(actor, grant, caller, routing);
  }

  /**
   * As {@link GrantFactsReader.of}, for who has looked at the request that led to the grant already.
   *
   * @throws `CATALOG_UNAVAILABLE`
   */
  async from(
    actor: Actor,
    grant: GrantRecord,
    caller: GrantCaller,
    routing: DatasetRouting | undefined,
  ): Promise<GrantCallerFacts> {
    const { directory, clock } = this.#options;
    const owners = await directory.membersOf(routing?.dataset.owners ?? []);
    const now = clock.now();
    return {
      state: grantStateAt(grant, now),
      pendingInSource: isPendingInSource(grant, now),
      isManual: grant.connector === MANUAL,
      isUser: caller.isUser,
      inCatalog: caller.inCatalog,
      isSuperuser: caller.isSuperuser,
      isRequester: caller.isRequester,
      isHolder: caller.isBeneficiary,
      isSubject: caller.isBeneficiaryItself,
      isApprover: caller.isApprover,
      isDatasetOwner: actor.kind === 'user' && owners.has(actor.ref),
      isDecider: actor.kind === 'user' && grant.grantedBy === actor.ref,
      selfApprovalAllowed: caller.selfApprovalAllowed,
    };
  }

  async #look(
    actor: Actor,
    grant: GrantRecord,
  ): Promise<{ caller: GrantCaller; routing?: DatasetRouting }> {
    const { directory, reader, approvers, held, config } = this.#options;
    const userRef = actor.kind === 'user' ? actor.ref : undefined;
    const { dataset, subject } = grant;
    const [entities, holders, superusers] = await Promise.all([
      directory.entities([dataset.ref, ...(userRef ? [userRef] : [])]),
      directory.membersOf([subject.ref]),
      directory.membersOf(config.superusers),
    ]);
    const found = reader.read(entities.get(dataset.ref));
    // another dataset of the same name has other owners, and they have nothing to do with this grant (P-34)
    const routing =
      found?.uid === dataset.uid ? await approvers.routing(found) : undefined;
    const deciders =
      routing &&
      (await approvers.deciders(
        routing,
        barredUsers(routing.settings, grant.requester ?? '', holders),
      ));
    const is = (users: ReadonlySet<string> | undefined) =>
      userRef !== undefined && users !== undefined && users.has(userRef);
    return {
      routing,
      caller: {
        isUser: userRef !== undefined,
        inCatalog: userRef !== undefined && entities.has(userRef),
        isSuperuser: is(superusers) || held.by(actor, DECIDE_ANY, dataset.ref),
        isRequester: userRef !== undefined && grant.requester === userRef,
        isBeneficiary: is(holders),
        isBeneficiaryItself: subject.ref === userRef,
        isApprover: is(deciders?.eligible) || is(routing?.members),
        selfApprovalAllowed:
          routing?.settings.requests.selfApproval === 'allow-and-record',
      },
    };
  }
}
