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
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
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
    };
    /** @description One reason why the caller has access */
    AccessPath: {
      /** @enum {string} */
      kind: 'grant' | 'ownership';
      level: components['schemas']['AccessLevel'];
      /** @description The user or group that holds it */
      via: string;
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
      };
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
    };
    DecisionRecord: {
      by: string;
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
        | 'approved'
        | 'denied'
        | 'withdrawn'
        | 'expired'
        | 'cancelled'
        | 'grant-created'
        | 'grant-confirmed';
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
    };
    Decision: {
      /** @enum {string} */
      decision: 'approve' | 'deny';
      /** @description The version the decider looked at */
      version?: number;
      comment?: string;
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
      grantedBy: string;
      confirmedBy?: string;
      accessNote?: string;
    };
    AccessGrantPage: {
      items: components['schemas']['AccessGrant'][];
      nextCursor?: string;
      prevCursor?: string;
    };
    RequestCounts: {
      /** @description Pending requests the caller may decide on */
      inbox: number;
      /** @description Pending requests of the caller */
      mine: number;
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
    limit: number;
    /** @description `nextCursor` or `prevCursor` of the page before, unchanged, with the same other parameters */
    cursor: string;
  };
  requestBodies: never;
  headers: never;
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
        source?: string;
        /** @description Requests that one submission made */
        batch?: string;
        /** @description Text that must occur in the dataset, the source, the requester or the beneficiary; letter case is ignored */
        q?: string;
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
}
