type DurationConfig =
  | string
  | {
      years?: number;
      months?: number;
      weeks?: number;
      days?: number;
      hours?: number;
      minutes?: number;
      seconds?: number;
    };

export interface Config {
  /**
   * Dataset access: requests, approvals and grants. Every key has a default. Durations are ISO-8601 (`P30D`) or objects
   * (`{ days: 30 }`). A wrong value stops the start with the key's name and what was expected.
   */
  datasetAccess?: {
    /** Which catalog entities are datasets, and where facts about them are found. */
    dataset?: {
      /**
       * Filter predicate for entities that are datasets. The frontend shows its button on the same ones.
       * Default: `API` and `Resource` entities with `spec.type: dataset`.
       * @deepVisibility frontend
       */
      filter?: object;
      /**
       * Filter predicate for datasets that are listed in the data registry; others take no requests.
       * Default: all datasets.
       */
      registryFilter?: object;
      /**
       * Annotation (or label) that names the platform holding the data, shown in notices.
       * Default: `data-registry/source`.
       */
      sourceAnnotation?: string;
      /**
       * Label that names the domain of a dataset without a system.
       * Default: `data-registry/domain`.
       */
      domainLabel?: string;
      /**
       * Label that hides a dataset, with the value `hidden`, or shows it, with `discoverable`.
       * Default: `data-registry/visibility`.
       */
      visibilityLabel?: string;
      /**
       * What datasets without the label are. Hidden ones are seen only by those who have something to do with them; that
       * needs the modules for the catalog and the permission backend.
       * Default: `discoverable`.
       */
      visibility?: 'discoverable' | 'hidden';
    };

    /** Access to domains, and to all of their datasets at once. */
    domains?: {
      /**
       * Label of datasets that are shared with their domain only when they are in it at that moment; later ones are not.
       * Any value but `false` and `disabled` sets it.
       * Default: `data-registry/snapshot-only`.
       */
      snapshotLabel?: string;
      /**
       * Label of datasets that are never shared with their domain, because tags govern them elsewhere. Any value but `false`
       * and `disabled` sets it.
       * Default: `data-registry/tag-based-access`.
       */
      tagBasedLabel?: string;
      /**
       * Label of a group that says at which level it gets access to domains when nothing else is said: `full`, `owner`,
       * `editor` or `read-only`.
       * Default: `data-registry/group-access`.
       */
      groupLevelLabel?: string;
      /**
       * The level of groups without the label, or with another value.
       * Default: `read-only`.
       */
      groupLevel?: 'read-only' | 'editor' | 'owner';
      /**
       * Who may share a domain: its owners, or also those who were given it as editors. Owners are those of the catalog, and
       * those who were given the domain as owners.
       * Default: `owners`.
       */
      managers?: 'owners' | 'owners-and-editors';
    };

    /** Who decides on requests. */
    approvers?: {
      /**
       * Label whose value, a bare name, replaces the owner as approver.
       * Default: `data-registry/override-approver`.
       */
      overrideLabel?: string;
      /**
       * Annotation whose value, a full entity ref, replaces the owner as approver. Tried before the label.
       * Default: `data-registry/override-approver`.
       */
      overrideAnnotation?: string;
      /**
       * Namespace in which the label's name is looked up as a Group.
       * Default: `default`.
       */
      groupNamespace?: string;
      /**
       * Namespace in which the label's name is looked up as a User.
       * Default: `default`.
       */
      userNamespace?: string;
      /**
       * Who decides when an override names nobody: the `owner`, with a warning, or `none`, which closes requests.
       * Default: `owner`.
       */
      overrideFallback?: 'owner' | 'none';
      /**
       * Whether owners may decide as well when an override is in force.
       * Default: `false`.
       */
      ownerMayAlsoDecide?: boolean;
      /**
       * Users and groups who decide when separation of duties leaves nobody else.
       * Default: none; such requests are refused.
       */
      escalation?: string[];
      /**
       * Names of privileges that an approver has to hold as well, all of them, or he does not decide. Escalation approvers and
       * those who may decide on any request need none. Default: none.
       */
      requiredPrivileges?: string[];
      /**
       * What an approval takes: one step after the other, and in each so many different people. Requests that are under way
       * keep to the steps they were filed under. For domains themselves one approval of their owners is enough, always.
       * Default: one approval of the approvers.
       */
      steps?: Array<{
        /**
         * The `approvers` of the dataset, its `owner`, even where an override decides, or the owner of its domain. Instead:
         * `responsibility` or `principals`.
         */
        by?: 'approvers' | 'owner' | 'domain-owner';
        /** Id of a stewardship role; those who hold it on the dataset or one of its domains take this step. */
        responsibility?: string;
        /** Users and groups who take this step. */
        principals?: string[];
        /** What people call the step. Default: none. */
        title?: string;
        /**
         * How many different people have to approve.
         * Default: `1`.
         */
        needed?: number;
      }>;
      /**
       * Groups that stand for more users than this are not accepted as approvers.
       * Default: `5000`.
       */
      maxMembers?: number;
    };

    /** What requests may contain and how long they live. */
    requests?: {
      /**
       * Label that switches requests for a dataset off or on.
       * Default: `data-registry/access-requests`.
       */
      disablingLabel?: string;
      /**
       * Values of that label that switch requests off. Unknown values do too, with a warning.
       * Default: `[disabled]`.
       */
      disablingValues?: string[];
      /**
       * Values of that label that leave requests on.
       * Default: `[enabled]`.
       */
      enablingValues?: string[];
      /** How long a reason has to and may be, in characters. */
      reason?: {
        /** Default: `10`. */
        minLength?: number;
        /** Default: `2000`. */
        maxLength?: number;
      };
      /**
       * Access levels that can be asked for.
       * Default: `[read-only, editor, owner]`.
       */
      levels?: Array<'read-only' | 'editor' | 'owner'>;
      /**
       * Level the dialog starts with.
       * Default: `read-only`.
       */
      defaultLevel?: 'read-only' | 'editor' | 'owner';
      /**
       * Durations the dialog offers.
       * Default: `[P7D, P30D, P90D, P1Y]`.
       */
      durations?: DurationConfig[];
      /**
       * Duration the dialog starts with.
       * Default: `P90D`.
       */
      defaultDuration?: DurationConfig;
      /**
       * Longest duration that can be asked for.
       * Default: none.
       */
      maxDuration?: DurationConfig;
      /**
       * Whether access without an end can be asked for.
       * Default: `true`.
       */
      indefiniteAllowed?: boolean;
      /**
       * How long a request waits for a decision before it expires.
       * Default: `P30D`.
       */
      pendingLifetime?: DurationConfig;
      /**
       * When approvers are reminded, counted from filing.
       * Default: `[P2D, P7D]`.
       */
      reminders?: DurationConfig[];
      /**
       * When the escalation approvers may decide as well and are told, counted from when the step began that waits.
       * Default: never.
       */
      escalateAfter?: DurationConfig;
      /**
       * `deny`: nobody decides on a request that he filed or would benefit from. `allow-and-record`: they may, it is marked
       * in the history, and owners and superusers are told.
       * Default: `deny`.
       */
      selfApproval?: 'deny' | 'allow-and-record';
      /**
       * Whether a denial has to be explained.
       * Default: `false`.
       */
      denialNeedsComment?: boolean;
      /**
       * How many users and groups one submission can name.
       * Default: `50`; at most `100`.
       */
      maxBeneficiaries?: number;
      /**
       * How many open requests one person can have.
       * Default: `200`.
       */
      maxOpenPerRequester?: number;
      /**
       * How long a dataset or beneficiary can be missing from the catalog before its pending requests are cancelled.
       * Default: `PT1H`.
       */
      missingGrace?: DurationConfig;
    };

    /**
     * Users and groups who may decide on every request, within separation of duties, and who hear of requests that
     * nobody else can decide on.
     * Default: none.
     */
    superusers?: string[];

    /** Notices through the Backstage notification service. */
    notifications?: {
      /**
       * Set to `false` in a portal without the notifications plugin.
       * Default: `true`.
       */
      enabled?: boolean;
      /**
       * Path of the dataset access page in the frontend, for links.
       * Default: `/dataset-access`.
       */
      pagePath?: string;
    };

    /**
     * Settings that differ by domain or dataset. Overrides of domains apply outermost first, that of the dataset last.
     */
    overrides?: Array<{
      /** Name or entity ref of a domain; its sub-domains are included. */
      domain?: string;
      /** Entity ref of a dataset. */
      dataset?: string;
      /** As above, for this domain or dataset. */
      requests?: {
        /** As above. */
        reason?: {
          /** As above. */
          minLength?: number;
          /** As above. */
          maxLength?: number;
        };
        /** As above. */
        levels?: Array<'read-only' | 'editor' | 'owner'>;
        /** As above. */
        defaultLevel?: 'read-only' | 'editor' | 'owner';
        /** As above. */
        durations?: DurationConfig[];
        /** As above. */
        defaultDuration?: DurationConfig;
        /** As above. */
        maxDuration?: DurationConfig;
        /** As above. */
        indefiniteAllowed?: boolean;
        /** As above. */
        pendingLifetime?: DurationConfig;
        /** As above. */
        reminders?: DurationConfig[];
        /** As above. */
        escalateAfter?: DurationConfig;
        /** As above. */
        selfApproval?: 'deny' | 'allow-and-record';
        /** As above. */
        denialNeedsComment?: boolean;
      };
      /** As above, for this domain or dataset. */
      approvers?: {
        /** As above. */
        ownerMayAlsoDecide?: boolean;
        /** As above. */
        escalation?: string[];
        /** As above. */
        requiredPrivileges?: string[];
        /** As above. */
        steps?: Array<{
          /** As above. */
          by?: 'approvers' | 'owner' | 'domain-owner';
          /** As above. */
          responsibility?: string;
          /** As above. */
          principals?: string[];
          /** As above. */
          title?: string;
          /** As above. */
          needed?: number;
        }>;
      };
    }>;

    /** Roles. */
    roles?: {
      /** Id of a role that everybody holds, for instance `reader`. Default: none. */
      default?: string;
    };

    /** Who answers for entities. */
    responsibilities?: {
      /**
       * The stewardship roles that can be given.
       * Default: data product owner, data steward, technical contact.
       */
      roles?: Array<{
        /** Lower-case letters, digits and dashes; policies name it. */
        id: string;
        /** What people call it. */
        title: string;
      }>;
    };

    /** Privileges beside the shipped ones, for policies to give. */
    privileges?: Array<{
      /** For instance `shop.orders.export`, or the name of a Backstage permission. */
      name: string;
      /** What people call it. */
      title: string;
      /** A sentence. */
      description?: string;
      /** `platform` is held or not; `metadata` is held on entities. */
      type: 'platform' | 'metadata';
      /** Backstage permissions that ask for it. */
      permissions?: string[];
    }>;

    /** YAML files with policies and roles, relative to where the backend runs. Shown read-only, with their source. Default: none. */
    policyFiles?: string[];

    /** How policies take part in the portal's permission policy, where the permission module is installed. */
    permissionPolicy?: {
      /**
       * Names of Backstage permissions that need the privilege of the same name, for instance `catalog.entity.delete`.
       * Those of this product and `catalog.entity.read` always do. Default: none.
       */
      enforced?: string[];
    };

    /**
     * What is approved without a person deciding each time. A rule is a standing decision, so it is changed as the rest of
     * the configuration is: by a review of the change. The first rule that covers a request approves it, and is named in
     * the record; what no rule covers goes to the approvers.
     */
    preApprovals?: Array<{
      /** An id, kept in the record of what the rule approved. */
      name: string;
      /** What people read: "Approved by …". Without it, the name. */
      title?: string;
      /** Refs of users and groups, with their members and child groups, or `everyone`. */
      beneficiaries: 'everyone' | string[];
      /** Which datasets: those that meet all of these. Without any, all. */
      datasets?: Array<{
        /** As in policies; a domain includes the domains in it. */
        field: 'type' | 'entity' | 'domain' | 'tag' | 'label' | 'owner';
        /** `equals`, unless something else is said. */
        operator?: 'equals' | 'starts-with';
        /** Any one of them. */
        values: string[];
      }>;
      /** The highest level that is approved; `read-only`, unless something else is said. */
      maxLevel?: 'read-only' | 'editor' | 'owner';
      /** The longest time that is approved. Has to be said, unless `indefinite` is. */
      maxDuration?: DurationConfig;
      /** Whether access until revoked is approved, too. */
      indefinite?: boolean;
    }>;

    /** Emergency access: taken without asking, for minutes or hours, told to everybody in charge, and reviewed afterwards. */
    emergency?: {
      /**
       * Whether there is such a thing.
       * Default: `false`.
       */
      enabled?: boolean;
      /** Refs of users and groups who may take it. Default: none. */
      allowed?: string[];
      /**
       * The longest time, 24 hours at most.
       * Default: `PT1H`.
       */
      maxDuration?: DurationConfig;
      /**
       * The highest level.
       * Default: `read-only`.
       */
      maxLevel?: 'read-only' | 'editor' | 'owner';
      /**
       * Datasets with this label are left out, whatever its value is, except `enabled`.
       * Default: `data-registry/emergency-access`.
       */
      disablingLabel?: string;
      /**
       * When a review counts as overdue, and reviewers and superusers are told again.
       * Default: `P1D`.
       */
      reviewOverdueAfter?: DurationConfig;
    };

    /** The history of requests and grants, which is kept for ever. */
    history?: {
      /**
       * When reasons, comments and notes of requests and grants that are over are erased. That they were there, and who did
       * what and when, stays.
       * Default: never.
       */
      eraseTextsAfter?: DurationConfig;
    };

    /** The life of grants. */
    grants?: {
      /**
       * When holders are reminded, counted back from the end of their access.
       * Default: `[P7D, P1D]`.
       */
      reminders?: DurationConfig[];
      /**
       * When something that people have to grant or take back by hand counts as overdue, and superusers are told.
       * Default: `P2D`.
       */
      tasksOverdueAfter?: DurationConfig;
    };

    /** Access reviews: whether each grant of a scope is still needed. */
    reviews?: {
      /**
       * When reviewers are reminded of what they have not reviewed, counted back from the due date, unless a review says
       * otherwise.
       * Default: `[P7D, P1D]`.
       */
      reminders?: DurationConfig[];
      /**
       * Whether a revocation in a review has to be explained.
       * Default: `false`.
       */
      revokeNeedsComment?: boolean;
    };

    /**
     * Settings of connectors, by the id of the connector. Each module describes its own.
     * Default: none.
     */
    connectors?: object;

    /** Comparing what sources allow with what they should. */
    drift?: {
      /**
       * How often the sources are compared.
       * Default: `PT15M`.
       */
      compareEvery?: DurationConfig;
      /**
       * `report`: differences are shown, and people mend them. `repair`: what this product gave or should have given is
       * mended at once, and the history says so. What others gave is never touched.
       * Default: `report`.
       */
      onDifference?: 'report' | 'repair';
    };

    /** How decisions are kept current in each replica. */
    decisions?: {
      /**
       * How often changes of policies, roles, responsibilities and grants are looked for. On PostgreSQL they are
       * announced as well, and obeyed within milliseconds.
       * Default: `PT0.5S`.
       */
      pollEvery?: DurationConfig;
      /**
       * When changes could not be read for so long, nothing is allowed.
       * Default: `PT10S`.
       */
      staleAfter?: DurationConfig;
      /**
       * How often ownership, group membership and domains are read from the catalog.
       * Default: `PT1M`.
       */
      catalogEvery?: DurationConfig;
      /**
       * When the catalog could not be read for so long, nothing is allowed.
       * Default: `PT10M`.
       */
      catalogStaleAfter?: DurationConfig;
      /**
       * Whether to listen for announcements on PostgreSQL. Poolers that share connections between transactions swallow
       * them; polling goes on in any case.
       * Default: `true`.
       */
      listen?: boolean;
    };

    /** How often background work runs in each replica. */
    workers?: {
      /**
       * Expiry of requests and reminders.
       * Default: `PT1M`.
       */
      dueEvery?: DurationConfig;
      /**
       * Re-routing of pending requests after catalog changes.
       * Default: `PT2M`.
       */
      followCatalogEvery?: DurationConfig;
      /**
       * Retries of notices; first deliveries do not wait for it.
       * Default: `PT5S`.
       */
      outboxEvery?: DurationConfig;
      /**
       * How long messages in delivery stay with a replica that has died.
       * Default: `PT15S`.
       */
      outboxLease?: DurationConfig;
      /**
       * Longest pause between two attempts to have a source follow while it cannot.
       * Default: `PT30S`.
       */
      sourceRetryEvery?: DurationConfig;
    };
  };
}
