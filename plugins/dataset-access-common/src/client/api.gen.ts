// Generated from openapi.yaml by `yarn generate`; not edited.
export interface paths {
  '/v1/datasets/{kind}/{namespace}/{name}/access': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the caller has on a dataset, may do with it, and why not */
    get: operations['getDatasetAccess'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/datasets/{kind}/{namespace}/{name}/emergency-access': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take access without asking anybody, in an emergency
     * @description For the caller alone, and for a short while. Everybody in charge of the dataset is told, and until somebody of them has reviewed it there is no second time. Send an `Idempotency-Key` so that a repeated call returns the first answer.
     */
    post: operations['takeEmergencyAccess'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/emergencies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Access that was taken in emergencies, the newest first */
    get: operations['listEmergencies'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/emergencies/{emergencyId}/review': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say whether access that somebody took in an emergency was justified */
    post: operations['reviewEmergency'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Requests the caller may see, newest or oldest first, a page at a time */
    get: operations['listRequests'];
    put?: never;
    /**
     * Ask for access for one or more people or groups
     * @description Makes one request per beneficiary and answers each of them; a beneficiary that cannot be served never fails the others. Send an `Idempotency-Key` so that a repeated call returns the first answer.
     */
    post: operations['submitRequests'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/requests/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Approve or deny many requests, with one outcome for each */
    post: operations['decideRequests'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/requests/counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How much waits for the caller */
    get: operations['countRequests'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/requests/{requestId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One request with its history and what the caller may do with it */
    get: operations['getRequest'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/requests/{requestId}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Approve or deny a request
     * @description Exactly one decision is ever taken. The same person repeating the same decision gets the stored result; anybody else gets 409 with the state as it is.
     */
    post: operations['decideRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/requests/{requestId}/withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a pending request back */
    post: operations['withdrawRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/requests/{requestId}/comments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Add a comment, or ask the requester for more information */
    post: operations['commentOnRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/grants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Grants the caller holds, or all grants of a dataset the caller answers for */
    get: operations['listGrants'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/grants/{grantId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A grant with its history, and what the caller may do with it */
    get: operations['getGrant'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/grants/{grantId}/revocation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take access back; it counts at once, whatever the source says */
    post: operations['revokeGrant'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/grants/{grantId}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give one's own access back before its end */
    post: operations['returnGrant'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/grants/{grantId}/removal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** State that the source no longer allows access that has ended */
    post: operations['confirmRemoval'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/tasks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the caller, answering for datasets without a connector, has to grant and to take back in the source */
    get: operations['listTasks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/delegations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who decides in whose place, a page at a time */
    get: operations['listDelegations'];
    put?: never;
    /** Have somebody decide in one's place while one is away */
    post: operations['createDelegation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/delegations/{delegationId}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End a delegation before its time */
    post: operations['endDelegation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/drift': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where a source allows something else than it should, on datasets that the caller answers for */
    get: operations['listDrift'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/drift/{driftId}/resolution': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Mend a difference, or with `dryRun` say what would be done */
    post: operations['resolveDrift'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reviews': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Access reviews, the newest first; all of them for who manages reviews, and those one is asked in for others */
    get: operations['listReviews'];
    put?: never;
    /** Ask those who answer for datasets whether each grant of a scope is still needed */
    post: operations['startReview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reviews/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** How much a review of a scope would ask, and whom; nothing is started */
    post: operations['previewReview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reviews/{reviewId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One review with its progress and what the caller may do with it */
    get: operations['getReview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reviews/{reviewId}/items': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The grants of a review, by dataset, a page at a time */
    get: operations['listReviewItems'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reviews/{reviewId}/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Keep or revoke many grants of a review, with one outcome for each
     * @description A decision stands, except that what was kept can still be revoked until the review closes. Revoking ends the grant at once. Nobody decides about access of his own, or of a group he is in.
     */
    post: operations['decideReviewItems'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reviews/{reviewId}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Close a review before its due date; what nobody reviewed is kept or revoked by its rule */
    post: operations['closeReview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reviews/{reviewId}/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All items of a review that the caller may see, as a file for auditors */
    get: operations['exportReview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/grants/{grantId}/confirmation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** State that the access exists in the source, which starts its clock */
    post: operations['confirmGrant'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/privileges': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything that a policy can give */
    get: operations['listPrivileges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/policies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Policies, by name, a page at a time */
    get: operations['listPolicies'];
    put?: never;
    /** Write a policy */
    post: operations['createPolicy'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/policies/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Who would gain and who would lose what by a change, before it is made */
    post: operations['previewPolicy'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/policies/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make policies and role assignments from an export of another system
     * @description Nothing is saved when `dryRun` is true, and nothing at all when one item cannot be saved.
     */
    post: operations['importPolicies'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/policies/{policyId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One policy */
    get: operations['getPolicy'];
    /** Change a policy */
    put: operations['updatePolicy'];
    post?: never;
    /** Remove a policy; its history stays */
    delete: operations['deletePolicy'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/policies/{policyId}/state': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Activate or deactivate a policy without losing it */
    put: operations['setPolicyState'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/policies/{policyId}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who changed a policy, when and what */
    get: operations['getPolicyHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/roles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All roles */
    get: operations['listRoles'];
    put?: never;
    /** Make a role of your own */
    post: operations['createRole'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/roles/{roleId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A role with the policies behind it */
    get: operations['getRole'];
    /** Rename a role of your own */
    put: operations['updateRole'];
    post?: never;
    /** Remove a role of your own and take it from everyone who holds it */
    delete: operations['deleteRole'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/roles/{roleId}/members': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who holds a role, a page at a time */
    get: operations['listRoleMembers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/roles/{roleId}/assignments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give a role to users and groups, with one outcome for each */
    post: operations['assignRole'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/roles/{roleId}/removals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a role from users and groups, with one outcome for each */
    post: operations['removeRole'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/responsibilities': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who answers for what, a page at a time */
    get: operations['listResponsibilities'];
    put?: never;
    /** Make somebody responsible for an entity, for a time */
    post: operations['createResponsibility'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/responsibilities/{responsibilityId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Change when a responsibility starts and ends */
    put: operations['updateResponsibility'];
    post?: never;
    /** Remove a responsibility that should never have been; its history stays */
    delete: operations['deleteResponsibility'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/responsibilities/{responsibilityId}/termination': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End a responsibility now; it stays on record */
    post: operations['terminateResponsibility'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/domains': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The domains that the caller may share, a page at a time */
    get: operations['listManagedDomains'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/domains/{domain}/grants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who has access to a domain, and to its datasets through it, a page at a time
     * @description Who may share the domain sees everybody; anybody else sees what reaches himself.
     */
    get: operations['listDomainGrants'];
    put?: never;
    /** Give a user or group access to a domain, with or without access to its datasets */
    post: operations['createDomainGrant'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/domains/{domain}/grants/{grantId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Change a domain grant, one thing without touching the others */
    put: operations['updateDomainGrant'];
    post?: never;
    /** Revoke access to a domain, and with it access to its datasets */
    delete: operations['deleteDomainGrant'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/domains/{domain}/reach': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What access to the datasets of a domain covers today */
    get: operations['getDomainReach'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/domains/{domain}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What happened to the access to a domain, a page at a time */
    get: operations['getDomainHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/domains/{domain}/users/{user}/grants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a user was given on a domain */
    get: operations['getUserDomainGrant'];
    /**
     * Give a user access to the datasets of a domain, or take it back
     * @description The user must have access to the domain already. Giving dataset-level access to somebody who has it, with nothing else changed, is giving it again: which snapshot-only datasets it covers is recorded anew.
     */
    put: operations['updateUserDomainGrant'];
    /**
     * Give a user access to a domain
     * @description 409 when the user has access already; use PUT then.
     */
    post: operations['createUserDomainGrant'];
    /** Revoke a user's access to a domain, and with it access to its datasets */
    delete: operations['deleteUserDomainGrant'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/groups/{group}/domains': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The domains that a group has access to */
    get: operations['getGroupDomains'];
    /**
     * Replace the list of domains that a group has access to
     * @description The list is replaced as a whole: a domain that is left out is taken away, together with access to its datasets. Domains that stay as they are may belong to somebody else; those that change must be the caller's. All of it happens or nothing.
     */
    put: operations['replaceGroupDomains'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/operations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The operations of the matrix and what each needs */
    get: operations['listOperations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/explain': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether somebody may do something, and every reason why */
    get: operations['explainDecision'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/who-has-access': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who may use a dataset, and why */
    get: operations['whoHasAccess'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/access/v1/evaluation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * AuthZEN access evaluation
     * @description OpenID AuthZEN Authorization API 1.0, for services that enforce what this portal decides.
     */
    post: operations['evaluateAccess'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/access/v1/evaluations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** AuthZEN access evaluations, many at once */
    post: operations['evaluateAccessMany'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description Text to look for, without control characters */
    SearchText: string;
    /** @description Full entity ref, `kind:namespace/name`; the namespace may be left out, letter case is ignored */
    EntityRef: string;
    /**
     * @description Totally ordered, `read-only` < `editor` < `owner`
     * @enum {string}
     */
    AccessLevel: 'read-only' | 'editor' | 'owner';
    /** @description ISO-8601 duration such as `P30D`; counted from the moment the access is active */
    AccessDuration: string;
    /** @enum {string} */
    RequestStatus:
      | 'pending'
      | 'approved'
      | 'denied'
      | 'withdrawn'
      | 'expired'
      | 'cancelled';
    /** @enum {string} */
    GrantState:
      | 'awaiting-provisioning'
      | 'provisioning'
      | 'active'
      | 'revoking'
      | 'revoked'
      | 'expired'
      | 'failed'
      | 'suspended';
    ErrorCode: string;
    ErrorResponse: {
      error: {
        name: string;
        /** @description A sentence that says what to do */
        message: string;
        code: components['schemas']['ErrorCode'];
        /** @description The fields that are wrong, for code INVALID_REQUEST */
        details?: {
          field: string;
          problem: string;
        }[];
        current?: components['schemas']['CurrentState'];
      };
      request?: {
        method?: string;
        url?: string;
      };
      response?: {
        statusCode?: number;
      };
    };
    /** @description What Backstage itself answers to a call that does not reach the plugin */
    FrameworkErrorResponse: {
      error: {
        name: string;
        message: string;
      };
      request?: {
        method?: string;
        url?: string;
      };
      response?: {
        statusCode?: number;
      };
    };
    /** @description What a request has become, for the conflicts of a decision */
    CurrentState: {
      status: components['schemas']['RequestStatus'];
      version: number;
      decidedBy?: string;
      /** Format: date-time */
      decidedAt?: string;
    };
    Dataset: {
      ref: string;
      title: string;
      /** @description The platform that holds the data */
      source?: string;
    };
    /**
     * @description What made a User or Group the approver
     * @enum {string}
     */
    ApproverVia:
      | 'override-annotation'
      | 'override-group'
      | 'override-user'
      | 'owner'
      | 'domain-owner'
      | 'responsibility'
      | 'named'
      | 'escalation'
      | 'custom';
    Approver: {
      /** @description Entity ref of a User or Group */
      ref: string;
      via: components['schemas']['ApproverVia'];
    };
    /** @description One thing that was tried while looking for the approver */
    ResolutionStep: {
      via: components['schemas']['ApproverVia'];
      /** @description The ref that was looked up, or the text that could not be one */
      tried: string;
      /** @enum {string} */
      outcome:
        | 'chosen'
        | 'not-found'
        | 'no-members'
        | 'not-a-principal'
        | 'invalid'
        | 'too-large'
        | 'not-needed';
    };
    ResolutionWarning: {
      /** @enum {string} */
      code:
        | 'OVERRIDE_MATCHES_NOTHING'
        | 'OVERRIDE_HAS_NO_MEMBERS'
        | 'OVERRIDE_INVALID'
        | 'OWNER_NOT_FOUND'
        | 'OWNER_HAS_NO_MEMBERS'
        | 'OWNER_NOT_A_PRINCIPAL'
        | 'NO_OWNER'
        | 'UNKNOWN_DISABLING_VALUE'
        | 'APPROVER_SET_TOO_LARGE';
      message: string;
    };
    /** @description Whether the caller may do something, and when not, why */
    Verdict: {
      allowed: boolean;
      code?: components['schemas']['ErrorCode'];
      message?: string;
    };
    /** @description What a request for this dataset may contain */
    RequestForm: {
      reason: {
        minLength: number;
        maxLength: number;
      };
      levels: components['schemas']['AccessLevel'][];
      defaultLevel: components['schemas']['AccessLevel'];
      durations: components['schemas']['AccessDuration'][];
      defaultDuration?: components['schemas']['AccessDuration'];
      maxDuration?: components['schemas']['AccessDuration'];
      indefiniteAllowed: boolean;
      maxBeneficiaries?: number;
      /** @description For a domain, where access to its datasets can be asked for, too */
      datasetLevelAccess?: boolean;
    };
    /** @description One reason why the caller has access */
    AccessPath: {
      /** @enum {string} */
      kind: 'grant' | 'domain' | 'ownership' | 'policy';
      level: components['schemas']['AccessLevel'];
      /** @description The user, group or role that holds it, or `everyone` */
      via: string;
      /** @description The policy that gives it */
      policy?: {
        id: string;
        name: string;
      };
      /** @description The domain that was given */
      domain?: components['schemas']['NamedEntity'];
      /** @description For access to a domain, whether its datasets go with it */
      datasetLevelAccess?: boolean;
      /** @description Of a grant, or of a domain grant */
      grantId?: string;
      requestId?: string;
      /** Format: date-time */
      since?: string;
      /** Format: date-time */
      expiresAt?: string;
      grantedBy?: string;
    };
    DatasetAccess: {
      dataset: components['schemas']['Dataset'];
      request: components['schemas']['Verdict'];
      approvers: components['schemas']['Approver'][];
      /** @description Present where a request takes more than one approval */
      approvalSteps?: components['schemas']['ApprovalPlanStep'][];
      trail: components['schemas']['ResolutionStep'][];
      /** @description Only for the owner and for admins */
      warnings?: components['schemas']['ResolutionWarning'][];
      form: components['schemas']['RequestForm'];
      /** @description What the caller has now */
      access: {
        level?: components['schemas']['AccessLevel'];
        /** Format: date-time */
        expiresAt?: string;
        paths: components['schemas']['AccessPath'][];
      };
      /** @description Pending requests on this dataset that are meant for the caller or a group of the caller */
      openRequests: components['schemas']['AccessRequest'][];
      /** @description Pending requests on this dataset that the caller filed for others */
      openForOthers: components['schemas']['AccessRequest'][];
      /** @description Approved for the caller and not yet granted in the source */
      settingUp: components['schemas']['AccessGrant'][];
      can: {
        /** @description The caller is an approver of this dataset */
        decide: boolean;
        /** @description What the caller may do with this dataset, by name; see /v1/privileges */
        privileges: string[];
        takeEmergencyAccess?: components['schemas']['EmergencyOffer'];
      };
    };
    /** @description What the caller can take without asking; absent when there is nothing, whatever was reviewed */
    EmergencyOffer: {
      verdict: components['schemas']['Verdict'];
      /** @description The emergency that is to be reviewed first */
      openReview?: string;
      levels: components['schemas']['AccessLevel'][];
      maxDuration: components['schemas']['AccessDuration'];
    };
    EmergencyWish: {
      reason: string;
      level: components['schemas']['AccessLevel'];
      duration: components['schemas']['AccessDuration'];
    };
    /**
     * @description Whether its review is still to be done
     * @enum {string}
     */
    EmergencyState: 'open' | 'done';
    /** @enum {string} */
    EmergencyVerdict: 'justified' | 'not-justified';
    /** @description Access that somebody took without asking, and its review */
    Emergency: {
      /** @description Also that of the request as which it is recorded */
      id: string;
      user: string;
      dataset: components['schemas']['Dataset'];
      level: components['schemas']['AccessLevel'];
      duration: components['schemas']['AccessDuration'];
      /** @description Absent once it was erased */
      reason?: string;
      /** Format: date-time */
      takenAt: string;
      state: components['schemas']['EmergencyState'];
      overdue: boolean;
      grant?: components['schemas']['AccessGrant'];
      review?: {
        by: string;
        /** Format: date-time */
        at: string;
        verdict: components['schemas']['EmergencyVerdict'];
        comment?: string;
      };
      can: {
        review: components['schemas']['Verdict'];
      };
    };
    EmergencyPage: {
      items: components['schemas']['Emergency'][];
      nextCursor?: string;
      prevCursor?: string;
    };
    EmergencyReviewDraft: {
      verdict: components['schemas']['EmergencyVerdict'];
      /** @description Has to be there when it was not justified */
      comment?: string;
    };
    AccessRequest: {
      id: string;
      batchId: string;
      dataset: components['schemas']['Dataset'];
      beneficiary: string;
      requester: string;
      level: components['schemas']['AccessLevel'];
      duration?: components['schemas']['AccessDuration'];
      /** @description Absent once it was erased */
      reason?: string;
      /** @description Present for a domain, whether access to its datasets is asked for, too */
      datasetLevelAccess?: boolean;
      status: components['schemas']['RequestStatus'];
      /** @enum {string} */
      waitingOn: 'approver' | 'requester';
      version: number;
      /** @description Whom the request is routed to, as last resolved */
      approvers: components['schemas']['Approver'][];
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
      /** Format: date-time */
      pendingUntil: string;
      decision?: components['schemas']['DecisionRecord'];
      approval?: components['schemas']['ApprovalProgress'];
      /**
       * Format: date-time
       * @description Since when the escalation approvers may decide as well, because it waited too long
       */
      escalatedAt?: string;
      /**
       * @description Why the system cancelled it
       * @enum {string}
       */
      closedBecause?:
        | 'dataset-gone'
        | 'dataset-recreated'
        | 'beneficiary-gone'
        | 'beneficiary-recreated';
      grant?: components['schemas']['AccessGrant'];
      domainGrant?: components['schemas']['DomainGrant'];
    };
    /**
     * @description Who takes a step; the approvers of the dataset, its owners, the owners of its domain, those with a responsibility for it or one of its domains, or people and groups by name
     * @enum {string}
     */
    ApprovalStepKind:
      | 'approvers'
      | 'owner'
      | 'domain-owner'
      | 'responsibility'
      | 'named';
    /** @description Where a request stands that takes more than one approval; the rule is the one at filing */
    ApprovalProgress: {
      /** @description The number of the step that waits; of the last one, once all are done */
      step: number;
      steps: {
        by: components['schemas']['ApprovalStepKind'];
        /** @description What the configuration calls it */
        title?: string;
        needed: number;
        approvals: components['schemas']['Approval'][];
      }[];
      /** @description What is left of the wish after those who approved have narrowed it; the next may narrow it further */
      terms: {
        level: components['schemas']['AccessLevel'];
        duration?: components['schemas']['AccessDuration'];
        datasetLevelAccess?: boolean;
      };
    };
    Approval: {
      /** @description Who approved */
      by: string;
      /** @description Whose place that was, while that person was away */
      onBehalfOf?: string;
      /** Format: date-time */
      at: string;
    };
    /** @description A step that a request on this dataset will take */
    ApprovalPlanStep: {
      by: components['schemas']['ApprovalStepKind'];
      title?: string;
      needed: number;
      approvers: components['schemas']['Approver'][];
    };
    /** @description Somebody decides in the place of somebody who is away */
    Delegation: {
      id: string;
      /** @description Who is away */
      approver: string;
      /** @description Who decides meanwhile */
      delegate: string;
      /** Format: date-time */
      startsAt: string;
      /** Format: date-time */
      endsAt: string;
      /**
       * Format: date-time
       * @description When it was ended before its time
       */
      endedAt?: string;
      endedBy?: string;
      note?: string;
      createdBy: string;
      /** Format: date-time */
      createdAt: string;
      can: {
        end: boolean;
      };
    };
    DelegationPage: {
      items: components['schemas']['Delegation'][];
      nextCursor?: string;
      prevCursor?: string;
    };
    DelegationDraft: {
      /** @description Who is away; the caller, unless a superuser says it for somebody */
      approver?: components['schemas']['EntityRef'];
      delegate: components['schemas']['EntityRef'];
      /**
       * Format: date-time
       * @description Now, when left out
       */
      startsAt?: string;
      /** Format: date-time */
      endsAt: string;
      note?: string;
    };
    /** @description What approved access in place of a person */
    ApprovalRule: {
      /**
       * @description A standing decision of the configuration, or access that somebody took in an emergency
       * @enum {string}
       */
      kind: 'pre-approval' | 'emergency';
      name: string;
      /** @description As it was at the approval */
      title: string;
    };
    DecisionRecord: {
      /** @description Absent when a rule decided */
      by?: string;
      /** @description Whose place the decider took, while that person was away */
      onBehalfOf?: string;
      rule?: components['schemas']['ApprovalRule'];
      /** Format: date-time */
      at: string;
      /** @enum {string} */
      outcome: 'approved' | 'denied';
      comment?: string;
      /** @description True when separation of duties was switched off and broken */
      selfApproval?: boolean;
    };
    AccessRequestPage: {
      items: components['schemas']['AccessRequest'][];
      nextCursor?: string;
      prevCursor?: string;
    };
    AccessRequestDetail: components['schemas']['AccessRequest'] & {
      history: components['schemas']['HistoryEntry'][];
      /** @description False when the stored history was changed behind the product's back */
      historyIntact: boolean;
      trail: components['schemas']['ResolutionStep'][];
      warnings?: components['schemas']['ResolutionWarning'][];
      form?: components['schemas']['RequestForm'];
      emergency?: components['schemas']['Emergency'];
      can: {
        decide: components['schemas']['Verdict'];
        withdraw: components['schemas']['Verdict'];
        comment: components['schemas']['Verdict'];
        ask: components['schemas']['Verdict'];
        confirm: components['schemas']['Verdict'];
      };
    };
    HistoryEntry: {
      seq: number;
      /** @enum {string} */
      type:
        | 'filed'
        | 'approver-changed'
        | 'approver-lost'
        | 'commented'
        | 'information-requested'
        | 'reminded'
        | 'escalated'
        | 'approval-given'
        | 'approved'
        | 'emergency-taken'
        | 'emergency-reviewed'
        | 'denied'
        | 'withdrawn'
        | 'expired'
        | 'cancelled'
        | 'grant-created'
        | 'grant-confirmed'
        | 'grant-provisioned'
        | 'provisioning-failed'
        | 'grant-revoked'
        | 'grant-returned'
        | 'grant-expired'
        | 'grant-ending'
        | 'grant-suspended'
        | 'grant-resumed'
        | 'grant-removed'
        | 'grant-reviewed'
        | 'domain-access-given'
        | 'dataset-level-access-given'
        | 'dataset-level-access-given-again'
        | 'dataset-level-access-revoked'
        | 'level-changed'
        | 'end-changed'
        | 'domain-access-revoked'
        | 'domain-access-expired';
      /** Format: date-time */
      at: string;
      /** @description Absent when the system acted */
      actor?: string;
      text?: string;
      /** @description What changed, depending on the type */
      facts?: {
        [key: string]: unknown;
      };
    };
    Submission: {
      dataset: components['schemas']['EntityRef'];
      beneficiaries: components['schemas']['EntityRef'][];
      reason: string;
      level: components['schemas']['AccessLevel'];
      duration?: components['schemas']['AccessDuration'];
      /** @description For a domain only, access to all of its datasets as well */
      datasetLevelAccess?: boolean;
    };
    SubmissionResult: {
      batchId: string;
      approvers: components['schemas']['Approver'][];
      outcomes: components['schemas']['SubmissionOutcome'][];
    };
    SubmissionOutcome: {
      beneficiary: string;
      /** @enum {string} */
      outcome:
        | 'created'
        | 'already-pending'
        | 'already-approved'
        | 'already-has-access'
        | 'refused';
      code?: components['schemas']['ErrorCode'];
      message?: string;
      /** @description The new request */
      requestId?: string;
      /** @description Present when the new request was approved at once */
      rule?: components['schemas']['ApprovalRule'];
    };
    Decision: {
      /** @enum {string} */
      decision: 'approve' | 'deny';
      /** @description The version the decider looked at */
      version?: number;
      comment?: string;
      /** @description For a request for a domain; false gives the domain without its datasets */
      datasetLevelAccess?: boolean;
      level?: components['schemas']['AccessLevel'];
      duration?: components['schemas']['AccessDuration'];
      /** @description The access already exists in the source */
      granted?: boolean;
      /** @description What exactly was granted, in the words of the source */
      accessNote?: string;
    };
    BulkDecision: {
      decisions: {
        /** Format: uuid */
        requestId: string;
        /** @enum {string} */
        decision: 'approve' | 'deny';
        version?: number;
        comment?: string;
        level?: components['schemas']['AccessLevel'];
        duration?: components['schemas']['AccessDuration'];
        datasetLevelAccess?: boolean;
        granted?: boolean;
        accessNote?: string;
      }[];
    };
    BulkDecisionResult: {
      outcomes: {
        requestId: string;
        ok: boolean;
        request?: components['schemas']['AccessRequest'];
        code?: components['schemas']['ErrorCode'];
        message?: string;
        current?: components['schemas']['CurrentState'];
      }[];
    };
    Withdrawal: {
      version?: number;
    };
    Comment: {
      text: string;
      /** @description Only for who may decide; the request then waits on the requester */
      asksForInformation?: boolean;
    };
    Confirmation: {
      version?: number;
      accessNote?: string;
    };
    AccessGrant: {
      id: string;
      requestId?: string;
      dataset: components['schemas']['Dataset'];
      subject: string;
      level: components['schemas']['AccessLevel'];
      duration?: components['schemas']['AccessDuration'];
      state: components['schemas']['GrantState'];
      version: number;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      activatedAt?: string;
      /** Format: date-time */
      expiresAt?: string;
      /** @description Who approved it; absent when a rule did */
      grantedBy?: string;
      rule?: components['schemas']['ApprovalRule'];
      confirmedBy?: string;
      accessNote?: string;
      /** @description What makes it real in the source; `manual` when a person does */
      connector: string;
      /** @description The access has ended here, and the source may still allow it */
      pendingInSource: boolean;
      /** Format: date-time */
      endedAt?: string;
      /** @description Absent when the system ended it */
      endedBy?: string;
      endReason?: components['schemas']['GrantEndReason'];
      /**
       * Format: date-time
       * @description Since when the source is known not to allow it any more
       */
      removedAt?: string;
      problem?: components['schemas']['SourceProblem'];
    };
    /** @enum {string} */
    GrantEndReason: 'revoked' | 'returned' | 'expired';
    /** @description Why the source does not follow yet. It is tried again until it does. */
    SourceProblem: {
      code: string;
      message: string;
      /** Format: date-time */
      since: string;
      attempts: number;
    };
    AccessGrantDetail: components['schemas']['AccessGrant'] & {
      history: components['schemas']['HistoryEntry'][];
      /** @description False when the stored history was changed behind the product's back */
      historyIntact: boolean;
      can: {
        confirm: components['schemas']['Verdict'];
        revoke: components['schemas']['Verdict'];
        return: components['schemas']['Verdict'];
        confirmRemoval: components['schemas']['Verdict'];
      };
    };
    Revocation: {
      version?: number;
      reason: string;
    };
    GrantReturn: {
      version?: number;
      comment?: string;
    };
    /** @enum {string} */
    TaskKind: 'grant' | 'take-back';
    GrantTask: {
      kind: components['schemas']['TaskKind'];
      grant: components['schemas']['AccessGrant'];
      /** Format: date-time */
      since: string;
      overdue: boolean;
      /** @description To take back only down to this level, which another grant in force gives */
      keeps?: components['schemas']['AccessLevel'];
    };
    GrantTaskPage: {
      items: components['schemas']['GrantTask'][];
      nextCursor?: string;
      prevCursor?: string;
    };
    /**
     * @description `missing`: less than the portal gave; `excess`: more than it gave, by its own account in the source; `unmanaged`: given by others, and unknown to the portal
     * @enum {string}
     */
    DriftKind: 'missing' | 'excess' | 'unmanaged';
    /** @enum {string} */
    DriftAction: 'adopt' | 'reapply' | 'revoke';
    Drift: {
      id: string;
      kind: components['schemas']['DriftKind'];
      dataset: components['schemas']['Dataset'];
      connector: string;
      /** @description Name of the holder in the source, such as a database role */
      holder: string;
      /** @description User or group that the holder stands for, when known */
      subject?: string;
      level?: components['schemas']['AccessLevel'];
      /** @description What the source allows the holder now */
      privileges: string[];
      /** @description What would mend it */
      steps: string[];
      actions: components['schemas']['DriftAction'][];
      /** Format: date-time */
      foundAt: string;
    };
    DriftPage: {
      items: components['schemas']['Drift'][];
      nextCursor?: string;
      prevCursor?: string;
    };
    DriftResolution: {
      action: components['schemas']['DriftAction'];
      /** @default false */
      dryRun: boolean;
      reason?: string;
    };
    DriftOutcome: {
      /** @description The statements, or what else the connector does */
      steps: string[];
      done: boolean;
    };
    /**
     * @description `closing`: nobody decides any more, and the rule is being applied to what nobody reviewed
     * @enum {string}
     */
    ReviewState: 'open' | 'closing' | 'closed';
    /**
     * @description What becomes of grants that nobody reviewed
     * @enum {string}
     */
    ReviewRule: 'keep' | 'revoke';
    /**
     * @description `ended`: the grant ended otherwise before anybody decided
     * @enum {string}
     */
    ReviewItemState: 'open' | 'kept' | 'revoked' | 'ended';
    /** @description Which grants in force are reviewed; every field that is there narrows it */
    ReviewScope: {
      /** @description Datasets of this domain, also in domains within it */
      domain?: components['schemas']['EntityRef'];
      datasets?: components['schemas']['EntityRef'][];
      /** @description Name of the source that holds the data, spelled as on the dataset */
      source?: components['schemas']['SearchText'];
      /** @description This level or a higher one */
      level?: components['schemas']['AccessLevel'];
      /** @description The user or group it was given to */
      holder?: components['schemas']['EntityRef'];
      /** @description In force for longer than this */
      olderThan?: components['schemas']['AccessDuration'];
      /** @description Only those without an end */
      endless?: boolean;
    };
    ReviewDraft: {
      name: string;
      description?: string;
      scope: components['schemas']['ReviewScope'];
      /** Format: date-time */
      dueAt: string;
      unreviewed: components['schemas']['ReviewRule'];
      /** @description How long before the due date reviewers are reminded; without it, as configured */
      reminders?: components['schemas']['AccessDuration'][];
    };
    ReviewPreview: {
      grants: number;
      datasets: number;
      /** @description People who could review */
      reviewers: number;
      /** @description Those for which nobody but superusers can review */
      datasetsWithoutReviewer: number;
    };
    ReviewProgress: {
      total: number;
      kept: number;
      revoked: number;
      ended: number;
      open: number;
    };
    Review: {
      id: string;
      name: string;
      description?: string;
      scope: components['schemas']['ReviewScope'];
      /** Format: date-time */
      dueAt: string;
      unreviewed: components['schemas']['ReviewRule'];
      state: components['schemas']['ReviewState'];
      startedBy: string;
      /** Format: date-time */
      startedAt: string;
      /** Format: date-time */
      closedAt?: string;
      /** @description Absent when it closed at its due date */
      closedBy?: string;
      progress: components['schemas']['ReviewProgress'];
      /** @description Items that wait for the caller */
      openForMe: number;
    };
    ReviewDetail: components['schemas']['Review'] & {
      /** @description Progress by who is asked, those with the most left first; at most 50 */
      reviewers: {
        /** @description A user or a group */
        ref: string;
        total: number;
        open: number;
      }[];
      /** @description Revoking takes a comment */
      commentNeeded: boolean;
      can: {
        close: components['schemas']['Verdict'];
      };
    };
    ReviewPage: {
      items: components['schemas']['Review'][];
      can: {
        manage: boolean;
      };
      nextCursor?: string;
      prevCursor?: string;
    };
    ReviewItem: {
      grant: components['schemas']['AccessGrant'];
      state: components['schemas']['ReviewItemState'];
      decidedBy?: string;
      /** Format: date-time */
      decidedAt?: string;
      /** @description Nobody reviewed it, and the rule of the review decided */
      byRule: boolean;
      comment?: string;
      can: {
        keep: components['schemas']['Verdict'];
        revoke: components['schemas']['Verdict'];
      };
    };
    ReviewItemPage: {
      items: components['schemas']['ReviewItem'][];
      nextCursor?: string;
      prevCursor?: string;
    };
    ReviewDecisions: {
      /** @enum {string} */
      decision: 'keep' | 'revoke';
      comment?: string;
      grants: string[];
    };
    ReviewDecisionResult: {
      outcomes: {
        grantId: string;
        ok: boolean;
        code?: components['schemas']['ErrorCode'];
        message?: string;
      }[];
      progress: components['schemas']['ReviewProgress'];
    };
    AccessGrantPage: {
      /** @description The caller answers for the dataset asked about, sees all of its grants and may revoke them */
      answersFor: boolean;
      items: components['schemas']['AccessGrant'][];
      nextCursor?: string;
      prevCursor?: string;
    };
    RequestCounts: {
      /** @description Emergency access the caller is to review; absent when there is none */
      emergencyReviews?: number;
      /** @description What the caller has to grant and to take back by hand */
      tasks: number;
      /** @description Pending requests the caller may decide on */
      inbox: number;
      /** @description Pending requests of the caller */
      mine: number;
      /** @description What waits for the caller in open access reviews; absent when nothing does */
      reviews?: number;
    };
    /** @description Name of a privilege, such as `metadata.edit-tags` or `catalog.entity.delete` */
    PrivilegeName: string;
    Privilege: {
      name: string;
      title: string;
      description: string;
      type: components['schemas']['PolicyType'];
      /** @enum {string} */
      area: 'access' | 'catalog' | 'platform' | 'metadata' | 'dataops';
      /** @description Kinds of entities it makes sense for; absent when for all */
      resources?: string[];
      /** @description Backstage permissions that ask for it */
      permissions: string[];
      /** @description What else somebody may do who holds it */
      implies?: string[];
    };
    PrivilegeList: {
      items: components['schemas']['Privilege'][];
    };
    /**
     * @description Platform policies are about the portal and ignore resources; metadata policies are about entities
     * @enum {string}
     */
    PolicyType: 'platform' | 'metadata';
    /** @enum {string} */
    PolicyState: 'active' | 'inactive';
    /**
     * @description `custom` and `default` can be changed here; `superusers` comes from app-config, `built-in` comes with the product and `config` comes from a file
     * @enum {string}
     */
    PolicyOrigin: 'superusers' | 'built-in' | 'config' | 'default' | 'custom';
    /** @description Whom the policy is for; anyone whom one of these names. Nothing named is nobody */
    PolicyActors: {
      users?: components['schemas']['EntityRef'][];
      groups?: components['schemas']['EntityRef'][];
      roles?: components['schemas']['RoleId'][];
      allUsers?: boolean;
      /** @description Users who belong to at least one group */
      allGroups?: boolean;
      /** @description Who owns the entity, directly or through a group */
      resourceOwners?: boolean;
      /** @description Who holds one of these stewardship roles on the entity */
      responsibilities?: components['schemas']['RoleId'][];
    };
    PolicyCriterion: {
      /** @enum {string} */
      field: 'type' | 'entity' | 'domain' | 'tag' | 'label' | 'owner';
      /** @enum {string} */
      operator: 'equals' | 'starts-with';
      /** @description Any one of them. Entities, domains and owners are refs; a type is `kind` or `kind/spec.type`; a label is `key` or `key=value` */
      values: string[];
    };
    PolicyDraft: {
      name: string;
      description?: string;
      type: components['schemas']['PolicyType'];
      state?: components['schemas']['PolicyState'];
      privileges: components['schemas']['PrivilegeName'][];
      actors: components['schemas']['PolicyActors'];
      /** @description All of them must hold; none is every entity. Platform policies have none */
      resources?: components['schemas']['PolicyCriterion'][];
    };
    PolicyUpdate: {
      policy: components['schemas']['PolicyDraft'];
      /** @description The version the caller has seen */
      version: number;
    };
    PolicyStateChange: {
      state: components['schemas']['PolicyState'];
      version?: number;
    };
    Policy: {
      id: string;
      name: string;
      description?: string;
      type: components['schemas']['PolicyType'];
      state: components['schemas']['PolicyState'];
      origin: components['schemas']['PolicyOrigin'];
      /** @description File and line, for policies from files */
      source?: string;
      editable: boolean;
      privileges: string[];
      actors: components['schemas']['PolicyActors'];
      resources: components['schemas']['PolicyCriterion'][];
      version: number;
      /** Format: date-time */
      createdAt: string;
      createdBy?: string;
      /** Format: date-time */
      updatedAt: string;
      updatedBy?: string;
    };
    PolicyPage: {
      items: components['schemas']['Policy'][];
      nextCursor?: string;
      prevCursor?: string;
      can: {
        /** @description The caller may write policies */
        manage: boolean;
      };
    };
    /** @description `save` needs a policy; with `policyId` it replaces that one */
    PolicyChange: {
      /** @enum {string} */
      change: 'save' | 'delete' | 'activate' | 'deactivate';
      policyId?: string;
      policy?: components['schemas']['PolicyDraft'];
    };
    /** @description One person and one privilege that would change for that person */
    PreviewEntry: {
      subject: string;
      privilege: string;
      /** @description On how many entities; 0 for a privilege that is not about entities */
      resources: number;
      /** @description Refs of some of them */
      examples: string[];
    };
    PolicyPreview: {
      gains: components['schemas']['PreviewEntry'][];
      losses: components['schemas']['PreviewEntry'][];
      /** @description How many people the policy is for */
      people: number;
      /** @description How many entities the policy covers today */
      entities: number;
      /** @description False when the change reaches so far that only a part was compared */
      complete: boolean;
    };
    HistoryChange: {
      /** Format: date-time */
      at: string;
      /** @description Absent when the system did it */
      by?: string;
      type: string;
      facts?: {
        [key: string]: unknown;
      };
    };
    ChangeHistory: {
      items: components['schemas']['HistoryChange'][];
      /** @description Nothing was removed or altered since it was written */
      intact: boolean;
    };
    PolicyImport: {
      /** @enum {string} */
      format: 'datahub' | 'casbin-csv';
      content: string;
      /** @default true */
      dryRun: boolean;
    };
    ImportReport: {
      dryRun: boolean;
      policies: {
        /** @description Where it is in the import */
        place: string;
        /** @enum {string} */
        outcome: 'created' | 'already-there';
        policy: components['schemas']['PolicyDraft'];
      }[];
      bindings: {
        place: string;
        /** @enum {string} */
        outcome: 'created' | 'already-there' | 'subject-not-found';
        role: string;
        subject: string;
      }[];
      unsupported: {
        place: string;
        what: string;
        reason: string;
      }[];
    };
    RoleId: string;
    RoleDraft: {
      id: components['schemas']['RoleId'];
      title: string;
      description?: string;
    };
    RoleUpdate: {
      title: string;
      description?: string;
    };
    Role: {
      id: string;
      title: string;
      description?: string;
      shipped: boolean;
      editable: boolean;
      /** @description Of the roles in one group, a user or group holds at most one */
      exclusiveGroup?: string;
      /** @description Everybody holds it */
      isDefault: boolean;
      /** @description Users and groups it was given to */
      members: number;
    };
    RoleList: {
      items: components['schemas']['Role'][];
      can: {
        manage: boolean;
      };
    };
    RoleDetail: components['schemas']['Role'] & {
      policies: components['schemas']['Policy'][];
      can: {
        manage: boolean;
      };
    };
    RoleMember: {
      subject: string;
      /** Format: date-time */
      assignedAt: string;
      assignedBy?: string;
      /** @description False when the user or group is gone, or is another one of the same name; it then gives nothing */
      exists: boolean;
    };
    RoleMemberPage: {
      items: components['schemas']['RoleMember'][];
      nextCursor?: string;
      prevCursor?: string;
    };
    RoleSubjects: {
      subjects: components['schemas']['EntityRef'][];
      /** @description Answer what would happen, and change nothing */
      dryRun?: boolean;
    };
    RoleAssignmentOutcome: {
      subject: string;
      /** @enum {string} */
      outcome:
        | 'assigned'
        | 'already-assigned'
        | 'removed'
        | 'not-assigned'
        | 'refused';
      /** @description The role it takes the place of */
      replaced?: string;
      code?: components['schemas']['ErrorCode'];
      message?: string;
    };
    RoleAssignmentResult: {
      outcomes: components['schemas']['RoleAssignmentOutcome'][];
    };
    /** @enum {string} */
    ResponsibilityState: 'planned' | 'active' | 'ended' | 'terminated';
    ResponsibilityDraft: {
      role: components['schemas']['RoleId'];
      subject: components['schemas']['EntityRef'];
      resource: components['schemas']['EntityRef'];
      /** Format: date-time */
      startsAt?: string;
      /** Format: date-time */
      endsAt?: string;
    };
    ResponsibilityUpdate: {
      /** Format: date-time */
      startsAt?: string;
      /**
       * Format: date-time
       * @description Absent for no end
       */
      endsAt?: string;
      version: number;
    };
    Termination: {
      version?: number;
    };
    Responsibility: {
      /** Format: uuid */
      id: string;
      role: string;
      subject: string;
      resource: string;
      state: components['schemas']['ResponsibilityState'];
      /** Format: date-time */
      startsAt: string;
      /** Format: date-time */
      endsAt?: string;
      /** Format: date-time */
      terminatedAt?: string;
      terminatedBy?: string;
      version: number;
      /** Format: date-time */
      createdAt: string;
      createdBy?: string;
    };
    ResponsibilityPage: {
      items: components['schemas']['Responsibility'][];
      nextCursor?: string;
      prevCursor?: string;
      /** @description Stewardship roles that can be given */
      roles: components['schemas']['StewardshipRole'][];
      can: {
        manage: boolean;
      };
    };
    /** @description Bare name, or a full entity ref */
    NameOrRef: string;
    NamedEntity: {
      ref: string;
      title: string;
    };
    /**
     * @description `suspended`: the domain or the subject is gone, or another one bears its name now; nothing follows from the grant
     * @enum {string}
     */
    DomainGrantState: 'active' | 'suspended' | 'expired' | 'revoked';
    /** @description Access of a user or group to a domain, and, when `datasetLevelAccess` is set, to all of its datasets at the same level */
    DomainGrant: {
      id: string;
      domain: components['schemas']['NamedEntity'];
      subject: string;
      level: components['schemas']['AccessLevel'];
      datasetLevelAccess: boolean;
      datasetLevelAccessBy?: string;
      /** Format: date-time */
      datasetLevelAccessSince?: string;
      /** @description The snapshot-only datasets that were in the domain when dataset-level access was given */
      snapshot?: {
        datasets: number;
        /** Format: date-time */
        takenAt: string;
      };
      state: components['schemas']['DomainGrantState'];
      /** @enum {string} */
      suspendedBecause?:
        | 'domain-gone'
        | 'domain-replaced'
        | 'subject-gone'
        | 'subject-replaced';
      version: number;
      /**
       * @description Whether it was given by an owner, with the list of a group, or by approving a request
       * @enum {string}
       */
      source: 'share' | 'group-list' | 'request';
      requestId?: string;
      grantedBy: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
      /** Format: date-time */
      expiresAt?: string;
      /** Format: date-time */
      endedAt?: string;
      endedBy?: string;
    };
    DomainGrantPage: {
      items: components['schemas']['DomainGrant'][];
      nextCursor?: string;
      prevCursor?: string;
      /** @description Snapshots that are being taken right now, for whoever may share the domain */
      captures: components['schemas']['SnapshotCapture'][];
      can: {
        manage: components['schemas']['Verdict'];
      };
    };
    SnapshotCapture: {
      subject: string;
      /** @description Found so far */
      datasets: number;
      /** Format: date-time */
      startedAt: string;
      by?: string;
    };
    DomainGrantDraft: {
      subject: components['schemas']['EntityRef'];
      level: components['schemas']['AccessLevel'];
      /** @default false */
      datasetLevelAccess: boolean;
      /** Format: date-time */
      expiresAt?: string;
    };
    DomainGrantUpdate: {
      level?: components['schemas']['AccessLevel'];
      datasetLevelAccess?: boolean;
      /** @description Record anew which snapshot-only datasets are covered */
      retakeSnapshot?: boolean;
      /**
       * Format: date-time
       * @description Null takes the end away
       */
      expiresAt?: string | null;
      /** @description The version that was seen */
      version: number;
    };
    DomainReach: {
      domain: components['schemas']['NamedEntity'];
      /** @description In the domain and the domains in it */
      datasets: number;
      /** @description By dataset-level access given now */
      covered: number;
      /** @description Of those covered; later ones will not be */
      snapshotOnly: number;
      /** @description Never covered */
      tagBased: number;
      subdomains: number;
    };
    DomainPage: {
      items: components['schemas']['NamedEntity'][];
      nextCursor?: string;
      prevCursor?: string;
    };
    /** @enum {string} */
    DomainEventType:
      | 'domain-access-given'
      | 'dataset-level-access-given'
      | 'dataset-level-access-given-again'
      | 'dataset-level-access-revoked'
      | 'level-changed'
      | 'end-changed'
      | 'domain-access-revoked'
      | 'domain-access-expired';
    DomainHistoryPage: {
      items: {
        grantId: string;
        subject: string;
        type: components['schemas']['DomainEventType'];
        /** Format: date-time */
        at: string;
        /** @description Absent when the system did it */
        by?: string;
        level?: components['schemas']['AccessLevel'];
        levelBefore?: components['schemas']['AccessLevel'];
        /** Format: date-time */
        expiresAt?: string;
        snapshotDatasets?: number;
        requestId?: string;
        /** @description Whoever did it profits from it */
        ownBenefit?: boolean;
      }[];
      nextCursor?: string;
      prevCursor?: string;
    };
    UserDomainGrantDraft: {
      AccessType: components['schemas']['AccessLevel'];
      /** @default false */
      IsDatasetLevelAccessProvided: boolean;
    };
    UserDomainGrantUpdate: {
      AccessType?: components['schemas']['AccessLevel'];
      IsDatasetLevelAccessProvided: boolean;
    };
    UserDomainGrant: {
      AccessType: components['schemas']['AccessLevel'];
      IsDatasetLevelAccessProvided: boolean;
      grant: components['schemas']['DomainGrant'];
    };
    /** @description One object for each domain, with its name or ref as the only key */
    NamedDomainList: {
      [key: string]: {
        IsDatasetLevelAccessProvided: boolean;
      };
    }[];
    GroupDomains: {
      group: string;
      /** @description The level of a domain that is added without one */
      newLevel: components['schemas']['AccessLevel'];
      DomainNames: components['schemas']['NamedDomainList'];
      domains: components['schemas']['DomainGrant'][];
      /** @description The same as the header */
      etag: string;
      can: {
        /** @description The domains of the list that the caller may change */
        manage: string[];
      };
    };
    /** @description The list in one of its two forms */
    GroupDomainsUpdate: {
      DomainNames?: components['schemas']['NamedDomainList'];
      domains?: {
        domain: components['schemas']['NameOrRef'];
        level?: components['schemas']['AccessLevel'];
        datasetLevelAccess: boolean;
      }[];
    };
    GroupDomainChange: {
      domain: components['schemas']['NamedEntity'];
      level: components['schemas']['AccessLevel'];
      levelBefore?: components['schemas']['AccessLevel'];
      datasetLevelAccess: boolean;
      datasetLevelAccessBefore?: boolean;
    };
    GroupDomainsChange: {
      group: string;
      newLevel: components['schemas']['AccessLevel'];
      DomainNames: components['schemas']['NamedDomainList'];
      domains: components['schemas']['DomainGrant'][];
      etag: string;
      can: {
        manage: string[];
      };
      dryRun: boolean;
      changes: {
        added: components['schemas']['GroupDomainChange'][];
        changed: components['schemas']['GroupDomainChange'][];
        removed: components['schemas']['GroupDomainChange'][];
        unchanged: number;
      };
    };
    StewardshipRole: {
      id: string;
      title: string;
    };
    Operation: {
      id: string;
      title: string;
      module: string;
      /** @description Privileges that are all needed */
      allOf: string[];
      /** @description Ways to the object, of which one is needed; none when the operation is not about one */
      objectRoutes: ('team' | 'stewardship')[];
      /** @description Privileges without which nothing of this matrix can be done */
      gate: string[];
      /** @description Privileges of which one alone is enough */
      override: string[];
    };
    OperationList: {
      items: components['schemas']['Operation'][];
    };
    ExplanationNode: {
      /** @enum {string} */
      kind:
        | 'user'
        | 'group'
        | 'role'
        | 'everyone'
        | 'group-members'
        | 'owner'
        | 'responsibility'
        | 'policy'
        | 'grant'
        | 'domain-grant'
        | 'resource';
      /** @description Entity ref, or id of a role, policy, grant or responsibility */
      id: string;
      title?: string;
    };
    ExplanationPath: {
      /** @description From the subject to the resource */
      nodes: components['schemas']['ExplanationNode'][];
      /** @description What the policy or grant gives; the one asked for may only follow from it */
      privilege: string;
      /** @description What the resource had to fit */
      criteria?: components['schemas']['PolicyCriterion'][];
      /** Format: date-time */
      expiresAt?: string;
      /** @description Who gave it, when it is a grant */
      givenBy?: string;
      /** Format: date-time */
      givenAt?: string;
    };
    /** @description A policy or grant that would give it, but for one thing */
    NearMiss: {
      /** @enum {string} */
      kind: 'policy' | 'grant' | 'domain-grant';
      id: string;
      name: string;
      /** @enum {string} */
      why:
        | 'inactive'
        | 'not-yet'
        | 'ended'
        | 'other-actors'
        | 'other-resources'
        | 'entity-replaced';
    };
    Explanation: {
      subject: string;
      privilege?: string;
      operation?: string;
      resource?: string;
      allowed: boolean;
      /** @enum {string} */
      reason?:
        | 'unknown-subject'
        | 'unknown-resource'
        | 'no-path'
        | 'missing-privileges'
        | 'missing-route';
      /** @description Privileges, or ways to the object, that an operation lacks */
      missing?: string[];
      paths: components['schemas']['ExplanationPath'][];
      nearMisses: components['schemas']['NearMiss'][];
      /** Format: date-time */
      at: string;
    };
    AccessHolder: {
      subject: string;
      level: components['schemas']['AccessLevel'];
      /** Format: date-time */
      expiresAt?: string;
      paths: components['schemas']['ExplanationPath'][];
    };
    AccessHolders: {
      items: components['schemas']['AccessHolder'][];
      nextCursor?: string;
      prevCursor?: string;
    };
    EvaluationSubject: {
      type: string;
      id: string;
      properties?: {
        [key: string]: unknown;
      };
    };
    EvaluationAction: {
      name: string;
      properties?: {
        [key: string]: unknown;
      };
    };
    EvaluationResource: {
      type: string;
      id: string;
      properties?: {
        [key: string]: unknown;
      };
    };
    EvaluationRequest: {
      subject: components['schemas']['EvaluationSubject'];
      action: components['schemas']['EvaluationAction'];
      resource: components['schemas']['EvaluationResource'];
      context?: {
        [key: string]: unknown;
      };
    };
    EvaluationDecision: {
      decision: boolean;
      context?: {
        [key: string]: unknown;
      };
    };
    EvaluationsRequest: {
      subject?: components['schemas']['EvaluationSubject'];
      action?: components['schemas']['EvaluationAction'];
      resource?: components['schemas']['EvaluationResource'];
      context?: {
        [key: string]: unknown;
      };
      evaluations?: {
        subject?: components['schemas']['EvaluationSubject'];
        action?: components['schemas']['EvaluationAction'];
        resource?: components['schemas']['EvaluationResource'];
        context?: {
          [key: string]: unknown;
        };
      }[];
      options?: {
        /** @enum {string} */
        evaluations_semantic?:
          | 'execute_all'
          | 'deny_on_first_deny'
          | 'permit_on_first_permit';
      };
    };
    EvaluationDecisions: {
      /** @description The answer when there is no `evaluations` */
      decision?: boolean;
      context?: {
        [key: string]: unknown;
      };
      evaluations?: components['schemas']['EvaluationDecision'][];
    };
  };
  responses: {
    /** @description The call carries no valid token. Backstage answers this itself, before the plugin is asked, so there is no `code` */
    Unauthenticated: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['FrameworkErrorResponse'];
      };
    };
    /** @description The call was refused or failed; `error.code` says why */
    Error: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorResponse'];
      };
    };
  };
  parameters: {
    kind: string;
    namespace: string;
    name: string;
    requestId: string;
    policyId: string;
    roleId: components['schemas']['RoleId'];
    responsibilityId: string;
    /** @description Name of a domain in the namespace `default`, or a full entity ref, percent-encoded */
    domain: components['schemas']['NameOrRef'];
    /** @description Name of a user in the namespace `default`, or a full entity ref, percent-encoded */
    user: components['schemas']['NameOrRef'];
    /** @description Name of a group in the namespace `default`, or a full entity ref, percent-encoded */
    group: components['schemas']['NameOrRef'];
    reviewId: string;
    grantId: string;
    limit: number;
    /** @description `nextCursor` or `prevCursor` of the page before, unchanged, with the same other parameters */
    cursor: string;
  };
  requestBodies: never;
  headers: {
    /** @description Changes with every change of the list */
    ETag: string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getDatasetAccess: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The caller's situation on this dataset */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DatasetAccess'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  takeEmergencyAccess: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EmergencyWish'];
      };
    };
    responses: {
      /** @description It was taken; the grant says whether it is there already */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Emergency'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  listEmergencies: {
    parameters: {
      query?: {
        /** @description `review` has what the caller is to review or could have reviewed; `mine` has what the caller took; `all` has both, and everything for superusers. */
        view?: 'review' | 'mine' | 'all';
        state?: components['schemas']['EmergencyState'];
        limit?: components['parameters']['limit'];
        /** @description `nextCursor` or `prevCursor` of the page before, unchanged, with the same other parameters */
        cursor?: components['parameters']['cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of them */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EmergencyPage'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  reviewEmergency: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        emergencyId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EmergencyReviewDraft'];
      };
    };
    responses: {
      /** @description The emergency, reviewed */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Emergency'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  listRequests: {
    parameters: {
      query?: {
        /** @description `inbox` has what waits for, or was decided by, a group or user the caller belongs to as approver; `mine` has what the caller filed or what is meant for the caller; `all` has everything the caller may see. */
        view?: 'inbox' | 'mine' | 'all';
        /** @description One or more states, separated by commas */
        status?: string;
        /** @description Entity ref of a dataset */
        dataset?: components['schemas']['EntityRef'];
        level?: components['schemas']['AccessLevel'];
        /** @description Name of the source that holds the data, spelled as on the dataset */
        source?: components['schemas']['SearchText'];
        /** @description Requests that one submission made */
        batch?: string;
        /** @description Text that must occur in the dataset, the source, the requester or the beneficiary; letter case is ignored */
        q?: components['schemas']['SearchText'];
        sort?: '-created' | 'created' | 'dataset' | '-dataset';
        limit?: components['parameters']['limit'];
        /** @description `nextCursor` or `prevCursor` of the page before, unchanged, with the same other parameters */
        cursor?: components['parameters']['cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of requests */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccessRequestPage'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  submitRequests: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Submission'];
      };
    };
    responses: {
      /** @description Nothing new was filed; the outcomes say why */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SubmissionResult'];
        };
      };
      /** @description At least one request was filed */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SubmissionResult'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  decideRequests: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BulkDecision'];
      };
    };
    responses: {
      /** @description One outcome per request, in the order asked */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BulkDecisionResult'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  countRequests: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Counts for badges; each stops at 100 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RequestCounts'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  getRequest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        requestId: components['parameters']['requestId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The request */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccessRequestDetail'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  decideRequest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        requestId: components['parameters']['requestId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Decision'];
      };
    };
    responses: {
      /** @description The request as decided */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccessRequestDetail'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  withdrawRequest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        requestId: components['parameters']['requestId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Withdrawal'];
      };
    };
    responses: {
      /** @description The request as withdrawn */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccessRequestDetail'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  commentOnRequest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        requestId: components['parameters']['requestId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Comment'];
      };
    };
    responses: {
      /** @description The request with the comment in its history */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccessRequestDetail'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  listGrants: {
    parameters: {
      query?: {
        /** @description Entity ref of a dataset; without it, the caller's own grants */
        dataset?: components['schemas']['EntityRef'];
        state?: components['schemas']['GrantState'];
        /** @description Only those that are not over yet, or that the source may still allow */
        open?: boolean;
        limit?: components['parameters']['limit'];
        /** @description `nextCursor` or `prevCursor` of the page before, unchanged, with the same other parameters */
        cursor?: components['parameters']['cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of grants */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccessGrantPage'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  getGrant: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        grantId: components['parameters']['grantId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The grant */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccessGrantDetail'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  revokeGrant: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        grantId: components['parameters']['grantId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Revocation'];
      };
    };
    responses: {
      /** @description The grant, `revoked`, or `revoking` until the source has followed */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccessGrant'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  returnGrant: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        grantId: components['parameters']['grantId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GrantReturn'];
      };
    };
    responses: {
      /** @description The grant, `revoked`, or `revoking` until the source has followed */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccessGrant'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  confirmRemoval: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        grantId: components['parameters']['grantId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Confirmation'];
      };
    };
    responses: {
      /** @description The grant, no longer pending in the source */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccessGrant'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  listTasks: {
    parameters: {
      query?: {
        kind?: components['schemas']['TaskKind'];
        limit?: components['parameters']['limit'];
        /** @description `nextCursor` or `prevCursor` of the page before, unchanged, with the same other parameters */
        cursor?: components['parameters']['cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of tasks, the oldest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GrantTaskPage'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  listDelegations: {
    parameters: {
      query?: {
        /** @description Those that the caller gave or was given, or all there are, for superusers */
        view?: 'mine' | 'all';
        /** @description Only those that are in force or still to come */
        state?: 'open';
        limit?: components['parameters']['limit'];
        /** @description `nextCursor` or `prevCursor` of the page before, unchanged, with the same other parameters */
        cursor?: components['parameters']['cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of delegations, the newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DelegationPage'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  createDelegation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DelegationDraft'];
      };
    };
    responses: {
      /** @description The delegation */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Delegation'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  endDelegation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        delegationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The delegation as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Delegation'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  listDrift: {
    parameters: {
      query?: {
        /** @description Entity ref of a dataset; without it, all the caller answers for */
        dataset?: components['schemas']['EntityRef'];
        limit?: components['parameters']['limit'];
        /** @description `nextCursor` or `prevCursor` of the page before, unchanged, with the same other parameters */
        cursor?: components['parameters']['cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of differences, the newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DriftPage'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  resolveDrift: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        driftId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DriftResolution'];
      };
    };
    responses: {
      /** @description What was done, or would be */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DriftOutcome'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  listReviews: {
    parameters: {
      query?: {
        state?: components['schemas']['ReviewState'];
        limit?: components['parameters']['limit'];
        /** @description `nextCursor` or `prevCursor` of the page before, unchanged, with the same other parameters */
        cursor?: components['parameters']['cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of reviews */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewPage'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  startReview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReviewDraft'];
      };
    };
    responses: {
      /** @description The review, with one item for each grant that was in force */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewDetail'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  previewReview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReviewScope'];
      };
    };
    responses: {
      /** @description What a review started now would hold */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewPreview'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  getReview: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        reviewId: components['parameters']['reviewId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The review */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewDetail'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  listReviewItems: {
    parameters: {
      query?: {
        /** @description Only those that the caller is asked about */
        mine?: 'true' | 'false';
        state?: components['schemas']['ReviewItemState'];
        /** @description Entity ref of a dataset */
        dataset?: components['schemas']['EntityRef'];
        /** @description Text that must occur in the dataset, the source or the holder; letter case is ignored */
        q?: components['schemas']['SearchText'];
        limit?: components['parameters']['limit'];
        /** @description `nextCursor` or `prevCursor` of the page before, unchanged, with the same other parameters */
        cursor?: components['parameters']['cursor'];
      };
      header?: never;
      path: {
        reviewId: components['parameters']['reviewId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of items */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewItemPage'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  decideReviewItems: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        reviewId: components['parameters']['reviewId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReviewDecisions'];
      };
    };
    responses: {
      /** @description One outcome per grant, in the order asked */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewDecisionResult'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  closeReview: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        reviewId: components['parameters']['reviewId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The review, `closing` until its rule was applied to everything that was left, then `closed` */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewDetail'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  exportReview: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        reviewId: components['parameters']['reviewId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Comma-separated values (RFC 4180) in UTF-8, with a header line; one line per grant */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  confirmGrant: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        grantId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Confirmation'];
      };
    };
    responses: {
      /** @description The grant, now active */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccessGrant'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  listPrivileges: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All privileges, in the order they are shown */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PrivilegeList'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  listPolicies: {
    parameters: {
      query?: {
        type?: components['schemas']['PolicyType'];
        state?: components['schemas']['PolicyState'];
        origin?: components['schemas']['PolicyOrigin'];
        /** @description Policies that name this privilege */
        privilege?: components['schemas']['PrivilegeName'];
        /** @description Policies that name this actor: the ref of a user or group, or `role:` and the id of a role */
        actor?: components['schemas']['EntityRef'];
        /** @description Text that must occur in the name or the description; letter case is ignored */
        q?: components['schemas']['SearchText'];
        sort?: 'name' | '-name' | '-updated' | 'updated';
        limit?: components['parameters']['limit'];
        /** @description `nextCursor` or `prevCursor` of the page before, unchanged, with the same other parameters */
        cursor?: components['parameters']['cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of policies */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PolicyPage'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  createPolicy: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PolicyDraft'];
      };
    };
    responses: {
      /** @description The policy, which applies from now on */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Policy'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  previewPolicy: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PolicyChange'];
      };
    };
    responses: {
      /** @description The difference that the change would make */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PolicyPreview'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  importPolicies: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PolicyImport'];
      };
    };
    responses: {
      /** @description What was, or would be, made; and what has no equivalent */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportReport'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  getPolicy: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        policyId: components['parameters']['policyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The policy */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Policy'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  updatePolicy: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        policyId: components['parameters']['policyId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PolicyUpdate'];
      };
    };
    responses: {
      /** @description The policy as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Policy'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  deletePolicy: {
    parameters: {
      query?: {
        /** @description The version the caller has seen; absent to remove whatever is there */
        version?: number;
      };
      header?: never;
      path: {
        policyId: components['parameters']['policyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The policy as it was */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Policy'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  setPolicyState: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        policyId: components['parameters']['policyId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PolicyStateChange'];
      };
    };
    responses: {
      /** @description The policy as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Policy'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  getPolicyHistory: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        policyId: components['parameters']['policyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Oldest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangeHistory'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  listRoles: {
    parameters: {
      query?: {
        /** @description Only roles that this user or group holds directly */
        subject?: components['schemas']['EntityRef'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Roles, the shipped ones first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoleList'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  createRole: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RoleDraft'];
      };
    };
    responses: {
      /** @description The role */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Role'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  getRole: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        roleId: components['parameters']['roleId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The role */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoleDetail'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  updateRole: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        roleId: components['parameters']['roleId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RoleUpdate'];
      };
    };
    responses: {
      /** @description The role as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Role'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  deleteRole: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        roleId: components['parameters']['roleId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The role as it was */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Role'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  listRoleMembers: {
    parameters: {
      query?: {
        limit?: components['parameters']['limit'];
        /** @description `nextCursor` or `prevCursor` of the page before, unchanged, with the same other parameters */
        cursor?: components['parameters']['cursor'];
      };
      header?: never;
      path: {
        roleId: components['parameters']['roleId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of users and groups */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoleMemberPage'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  assignRole: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        roleId: components['parameters']['roleId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RoleSubjects'];
      };
    };
    responses: {
      /** @description One outcome per subject, in the order asked */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoleAssignmentResult'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  removeRole: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        roleId: components['parameters']['roleId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RoleSubjects'];
      };
    };
    responses: {
      /** @description One outcome per subject, in the order asked */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoleAssignmentResult'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  listResponsibilities: {
    parameters: {
      query?: {
        /** @description Entity ref of what is answered for */
        resource?: components['schemas']['EntityRef'];
        /** @description Entity ref of a user or group */
        subject?: components['schemas']['EntityRef'];
        state?: components['schemas']['ResponsibilityState'];
        limit?: components['parameters']['limit'];
        /** @description `nextCursor` or `prevCursor` of the page before, unchanged, with the same other parameters */
        cursor?: components['parameters']['cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of responsibilities, newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ResponsibilityPage'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  createResponsibility: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResponsibilityDraft'];
      };
    };
    responses: {
      /** @description The responsibility */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Responsibility'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  updateResponsibility: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        responsibilityId: components['parameters']['responsibilityId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResponsibilityUpdate'];
      };
    };
    responses: {
      /** @description The responsibility as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Responsibility'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  deleteResponsibility: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        responsibilityId: components['parameters']['responsibilityId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The responsibility as it was */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Responsibility'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  terminateResponsibility: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        responsibilityId: components['parameters']['responsibilityId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Termination'];
      };
    };
    responses: {
      /** @description The responsibility, terminated */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Responsibility'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  listManagedDomains: {
    parameters: {
      query?: {
        /** @description Part of the name or the title */
        search?: components['schemas']['SearchText'];
        limit?: components['parameters']['limit'];
        /** @description `nextCursor` or `prevCursor` of the page before, unchanged, with the same other parameters */
        cursor?: components['parameters']['cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of domains, by ref */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DomainPage'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  listDomainGrants: {
    parameters: {
      query?: {
        limit?: components['parameters']['limit'];
        /** @description `nextCursor` or `prevCursor` of the page before, unchanged, with the same other parameters */
        cursor?: components['parameters']['cursor'];
      };
      header?: never;
      path: {
        /** @description Name of a domain in the namespace `default`, or a full entity ref, percent-encoded */
        domain: components['parameters']['domain'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of domain grants, newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DomainGrantPage'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  createDomainGrant: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of a domain in the namespace `default`, or a full entity ref, percent-encoded */
        domain: components['parameters']['domain'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DomainGrantDraft'];
      };
    };
    responses: {
      /** @description The grant */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DomainGrant'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  updateDomainGrant: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of a domain in the namespace `default`, or a full entity ref, percent-encoded */
        domain: components['parameters']['domain'];
        grantId: components['parameters']['grantId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DomainGrantUpdate'];
      };
    };
    responses: {
      /** @description The grant as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DomainGrant'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  deleteDomainGrant: {
    parameters: {
      query?: {
        /** @description The version the caller looked at */
        version?: number;
      };
      header?: never;
      path: {
        /** @description Name of a domain in the namespace `default`, or a full entity ref, percent-encoded */
        domain: components['parameters']['domain'];
        grantId: components['parameters']['grantId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The grant as it was left */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DomainGrant'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  getDomainReach: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of a domain in the namespace `default`, or a full entity ref, percent-encoded */
        domain: components['parameters']['domain'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How many datasets, and how many of them are left out */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DomainReach'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  getDomainHistory: {
    parameters: {
      query?: {
        limit?: components['parameters']['limit'];
        /** @description `nextCursor` or `prevCursor` of the page before, unchanged, with the same other parameters */
        cursor?: components['parameters']['cursor'];
      };
      header?: never;
      path: {
        /** @description Name of a domain in the namespace `default`, or a full entity ref, percent-encoded */
        domain: components['parameters']['domain'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of events, newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DomainHistoryPage'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  getUserDomainGrant: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of a domain in the namespace `default`, or a full entity ref, percent-encoded */
        domain: components['parameters']['domain'];
        /** @description Name of a user in the namespace `default`, or a full entity ref, percent-encoded */
        user: components['parameters']['user'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The grant */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserDomainGrant'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  updateUserDomainGrant: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of a domain in the namespace `default`, or a full entity ref, percent-encoded */
        domain: components['parameters']['domain'];
        /** @description Name of a user in the namespace `default`, or a full entity ref, percent-encoded */
        user: components['parameters']['user'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UserDomainGrantUpdate'];
      };
    };
    responses: {
      /** @description The grant as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserDomainGrant'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  createUserDomainGrant: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of a domain in the namespace `default`, or a full entity ref, percent-encoded */
        domain: components['parameters']['domain'];
        /** @description Name of a user in the namespace `default`, or a full entity ref, percent-encoded */
        user: components['parameters']['user'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UserDomainGrantDraft'];
      };
    };
    responses: {
      /** @description The grant */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserDomainGrant'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  deleteUserDomainGrant: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of a domain in the namespace `default`, or a full entity ref, percent-encoded */
        domain: components['parameters']['domain'];
        /** @description Name of a user in the namespace `default`, or a full entity ref, percent-encoded */
        user: components['parameters']['user'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The grant as it was left */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserDomainGrant'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  getGroupDomains: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of a group in the namespace `default`, or a full entity ref, percent-encoded */
        group: components['parameters']['group'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The whole list; its `ETag` is what a change of it needs */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GroupDomains'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  replaceGroupDomains: {
    parameters: {
      query?: {
        /** @description Answer what would change, and change nothing */
        dryRun?: 'true' | 'false';
      };
      header?: {
        /** @description The `ETag` of the list that was changed. `*` replaces whatever there is. Without it the call is refused */
        'If-Match'?: string;
      };
      path: {
        /** @description Name of a group in the namespace `default`, or a full entity ref, percent-encoded */
        group: components['parameters']['group'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GroupDomainsUpdate'];
      };
    };
    responses: {
      /** @description The list as it is now, or would be, and what is different */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GroupDomainsChange'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  listOperations: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All operations */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OperationList'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  explainDecision: {
    parameters: {
      query?: {
        /** @description Entity ref of a user or group; without it, the caller */
        subject?: components['schemas']['EntityRef'];
        /** @description Exactly one of privilege and operation */
        privilege?: components['schemas']['PrivilegeName'];
        operation?: components['schemas']['SearchText'];
        /** @description Entity ref of what it is about */
        resource?: components['schemas']['EntityRef'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer, from the function that enforces it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Explanation'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  whoHasAccess: {
    parameters: {
      query: {
        /** @description Entity ref of a dataset */
        dataset: components['schemas']['EntityRef'];
        limit?: components['parameters']['limit'];
        /** @description `nextCursor` or `prevCursor` of the page before, unchanged, with the same other parameters */
        cursor?: components['parameters']['cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Everyone who has access, strongest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccessHolders'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  evaluateAccess: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EvaluationRequest'];
      };
    };
    responses: {
      /** @description The decision */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EvaluationDecision'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
  evaluateAccessMany: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EvaluationsRequest'];
      };
    };
    responses: {
      /** @description One decision per evaluation, in the order asked */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EvaluationDecisions'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Error'];
    };
  };
}
