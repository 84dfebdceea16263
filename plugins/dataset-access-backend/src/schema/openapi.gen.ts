// Generated from openapi.yaml by `yarn generate`; not edited.
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'dataset-access',
    version: '1',
    description:
      "Ask for access to a dataset of the Backstage catalog, decide on requests, and see who may use what. Every list is paged with an opaque cursor; every refusal carries a stable `code` (see the error code list in the documentation). Two answers are Backstage's own, with a name and a message and none of these codes: 401, to a call without valid credentials, and 500, to an internal error. Neither has `details` or, outside development, a stack trace.",
    license: {
      name: 'Apache-2.0',
      url: 'http://www.apache.org/licenses/LICENSE-2.0.html',
    },
  },
  servers: [
    {
      url: '/',
    },
  ],
  security: [
    {
      backstage: [],
    },
  ],
  paths: {
    '/v1/datasets/{kind}/{namespace}/{name}/access': {
      get: {
        operationId: 'getDatasetAccess',
        summary:
          'What the caller has on a dataset, may do with it, and why not',
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/namespace',
          },
          {
            $ref: '#/components/parameters/name',
          },
        ],
        responses: {
          '200': {
            description: "The caller's situation on this dataset",
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DatasetAccess',
                },
              },
            },
          },
          '401': {
            $ref: '#/components/responses/Unauthenticated',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/requests': {
      get: {
        operationId: 'listRequests',
        summary:
          'Requests the caller may see, newest or oldest first, a page at a time',
        parameters: [
          {
            name: 'view',
            in: 'query',
            description:
              '`inbox` has what waits for, or was decided by, a group or user the caller belongs to as approver; `mine` has what the caller filed or what is meant for the caller; `all` has everything the caller may see.',
            schema: {
              type: 'string',
              enum: ['inbox', 'mine', 'all'],
              default: 'all',
            },
          },
          {
            name: 'status',
            in: 'query',
            description: 'One or more states, separated by commas',
            allowReserved: true,
            schema: {
              type: 'string',
              pattern:
                '^(pending|approved|denied|withdrawn|expired|cancelled)(,(pending|approved|denied|withdrawn|expired|cancelled))*$',
            },
          },
          {
            name: 'dataset',
            in: 'query',
            description: 'Entity ref of a dataset',
            allowReserved: true,
            schema: {
              $ref: '#/components/schemas/EntityRef',
            },
          },
          {
            name: 'level',
            in: 'query',
            schema: {
              $ref: '#/components/schemas/AccessLevel',
            },
          },
          {
            name: 'source',
            in: 'query',
            description:
              'Name of the source that holds the data, spelled as on the dataset',
            allowReserved: true,
            schema: {
              type: 'string',
              minLength: 1,
              maxLength: 100,
            },
          },
          {
            name: 'batch',
            in: 'query',
            description: 'Requests that one submission made',
            schema: {
              type: 'string',
              format: 'uuid',
            },
          },
          {
            name: 'q',
            in: 'query',
            description:
              'Text that must occur in the dataset, the source, the requester or the beneficiary; letter case is ignored',
            allowReserved: true,
            schema: {
              type: 'string',
              minLength: 1,
              maxLength: 100,
            },
          },
          {
            name: 'sort',
            in: 'query',
            schema: {
              type: 'string',
              enum: ['-created', 'created', 'dataset', '-dataset'],
              default: '-created',
            },
          },
          {
            $ref: '#/components/parameters/limit',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
        ],
        responses: {
          '200': {
            description: 'A page of requests',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/AccessRequestPage',
                },
              },
            },
          },
          '401': {
            $ref: '#/components/responses/Unauthenticated',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      post: {
        operationId: 'submitRequests',
        summary: 'Ask for access for one or more people or groups',
        description:
          'Makes one request per beneficiary and answers each of them; a beneficiary that cannot be served never fails the others. Send an `Idempotency-Key` so that a repeated call returns the first answer.',
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            schema: {
              type: 'string',
              minLength: 8,
              maxLength: 100,
              pattern: '^[A-Za-z0-9_.:-]+$',
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/Submission',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'Nothing new was filed; the outcomes say why',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/SubmissionResult',
                },
              },
            },
          },
          '201': {
            description: 'At least one request was filed',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/SubmissionResult',
                },
              },
            },
          },
          '401': {
            $ref: '#/components/responses/Unauthenticated',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/requests/decisions': {
      post: {
        operationId: 'decideRequests',
        summary: 'Approve or deny many requests, with one outcome for each',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/BulkDecision',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'One outcome per request, in the order asked',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/BulkDecisionResult',
                },
              },
            },
          },
          '401': {
            $ref: '#/components/responses/Unauthenticated',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/requests/counts': {
      get: {
        operationId: 'countRequests',
        summary: 'How much waits for the caller',
        responses: {
          '200': {
            description: 'Counts for badges; each stops at 100',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RequestCounts',
                },
              },
            },
          },
          '401': {
            $ref: '#/components/responses/Unauthenticated',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/requests/{requestId}': {
      get: {
        operationId: 'getRequest',
        summary:
          'One request with its history and what the caller may do with it',
        parameters: [
          {
            $ref: '#/components/parameters/requestId',
          },
        ],
        responses: {
          '200': {
            description: 'The request',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/AccessRequestDetail',
                },
              },
            },
          },
          '401': {
            $ref: '#/components/responses/Unauthenticated',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/requests/{requestId}/decision': {
      post: {
        operationId: 'decideRequest',
        summary: 'Approve or deny a request',
        description:
          'Exactly one decision is ever taken. The same person repeating the same decision gets the stored result; anybody else gets 409 with the state as it is.',
        parameters: [
          {
            $ref: '#/components/parameters/requestId',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/Decision',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The request as decided',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/AccessRequestDetail',
                },
              },
            },
          },
          '401': {
            $ref: '#/components/responses/Unauthenticated',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/requests/{requestId}/withdrawal': {
      post: {
        operationId: 'withdrawRequest',
        summary: 'Take a pending request back',
        parameters: [
          {
            $ref: '#/components/parameters/requestId',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/Withdrawal',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The request as withdrawn',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/AccessRequestDetail',
                },
              },
            },
          },
          '401': {
            $ref: '#/components/responses/Unauthenticated',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/requests/{requestId}/comments': {
      post: {
        operationId: 'commentOnRequest',
        summary: 'Add a comment, or ask the requester for more information',
        parameters: [
          {
            $ref: '#/components/parameters/requestId',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/Comment',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The request with the comment in its history',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/AccessRequestDetail',
                },
              },
            },
          },
          '401': {
            $ref: '#/components/responses/Unauthenticated',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/grants': {
      get: {
        operationId: 'listGrants',
        summary:
          'Grants the caller holds, or all grants of a dataset the caller answers for',
        parameters: [
          {
            name: 'dataset',
            in: 'query',
            description:
              "Entity ref of a dataset; without it, the caller's own grants",
            allowReserved: true,
            schema: {
              $ref: '#/components/schemas/EntityRef',
            },
          },
          {
            name: 'state',
            in: 'query',
            schema: {
              $ref: '#/components/schemas/GrantState',
            },
          },
          {
            $ref: '#/components/parameters/limit',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
        ],
        responses: {
          '200': {
            description: 'A page of grants',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/AccessGrantPage',
                },
              },
            },
          },
          '401': {
            $ref: '#/components/responses/Unauthenticated',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/grants/{grantId}/confirmation': {
      post: {
        operationId: 'confirmGrant',
        summary:
          'State that the access exists in the source, which starts its clock',
        parameters: [
          {
            name: 'grantId',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              format: 'uuid',
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/Confirmation',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The grant, now active',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/AccessGrant',
                },
              },
            },
          },
          '401': {
            $ref: '#/components/responses/Unauthenticated',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
  },
  components: {
    securitySchemes: {
      backstage: {
        type: 'http',
        scheme: 'bearer',
        description:
          'A Backstage user token, or a service token where the operation allows it',
      },
    },
    parameters: {
      kind: {
        name: 'kind',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          minLength: 1,
          maxLength: 63,
          pattern: '^[A-Za-z][A-Za-z0-9.-]*$',
        },
      },
      namespace: {
        name: 'namespace',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          minLength: 1,
          maxLength: 63,
          pattern: '^[A-Za-z0-9][A-Za-z0-9_.-]*$',
        },
      },
      name: {
        name: 'name',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          minLength: 1,
          maxLength: 63,
          pattern: '^[A-Za-z0-9][A-Za-z0-9_.-]*$',
        },
      },
      requestId: {
        name: 'requestId',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          format: 'uuid',
        },
      },
      limit: {
        name: 'limit',
        in: 'query',
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 100,
          default: 25,
        },
      },
      cursor: {
        name: 'cursor',
        in: 'query',
        description:
          '`nextCursor` or `prevCursor` of the page before, unchanged, with the same other parameters',
        schema: {
          type: 'string',
          minLength: 1,
          maxLength: 1000,
        },
      },
    },
    responses: {
      Unauthenticated: {
        description:
          'The call carries no valid token. Backstage answers this itself, before the plugin is asked, so there is no `code`',
        content: {
          'application/json': {
            schema: {
              $ref: '#/components/schemas/FrameworkErrorResponse',
            },
          },
        },
      },
      Error: {
        description: 'The call was refused or failed; `error.code` says why',
        content: {
          'application/json': {
            schema: {
              $ref: '#/components/schemas/ErrorResponse',
            },
          },
        },
      },
    },
    schemas: {
      EntityRef: {
        type: 'string',
        description:
          'Full entity ref, `kind:namespace/name`; the namespace may be left out, letter case is ignored',
        minLength: 3,
        maxLength: 191,
      },
      AccessLevel: {
        type: 'string',
        description: 'Totally ordered, `read-only` < `editor` < `owner`',
        enum: ['read-only', 'editor', 'owner'],
      },
      AccessDuration: {
        type: 'string',
        description:
          'ISO-8601 duration such as `P30D`; counted from the moment the access is active',
        minLength: 3,
        maxLength: 40,
        pattern: '^P[0-9A-Z.]+$',
      },
      RequestStatus: {
        type: 'string',
        enum: [
          'pending',
          'approved',
          'denied',
          'withdrawn',
          'expired',
          'cancelled',
        ],
      },
      GrantState: {
        type: 'string',
        enum: [
          'awaiting-provisioning',
          'provisioning',
          'active',
          'revoking',
          'revoked',
          'expired',
          'failed',
          'suspended',
        ],
      },
      ErrorCode: {
        type: 'string',
        pattern: '^[A-Z][A-Z_]+$',
      },
      ErrorResponse: {
        type: 'object',
        required: ['error'],
        properties: {
          error: {
            type: 'object',
            required: ['name', 'message', 'code'],
            properties: {
              name: {
                type: 'string',
              },
              message: {
                type: 'string',
                description: 'A sentence that says what to do',
              },
              code: {
                $ref: '#/components/schemas/ErrorCode',
              },
              details: {
                type: 'array',
                description:
                  'The fields that are wrong, for code INVALID_REQUEST',
                items: {
                  type: 'object',
                  required: ['field', 'problem'],
                  properties: {
                    field: {
                      type: 'string',
                    },
                    problem: {
                      type: 'string',
                    },
                  },
                },
              },
              current: {
                $ref: '#/components/schemas/CurrentState',
              },
            },
          },
          request: {
            type: 'object',
            properties: {
              method: {
                type: 'string',
              },
              url: {
                type: 'string',
              },
            },
          },
          response: {
            type: 'object',
            properties: {
              statusCode: {
                type: 'integer',
              },
            },
          },
        },
      },
      FrameworkErrorResponse: {
        type: 'object',
        description:
          'What Backstage itself answers to a call that does not reach the plugin',
        required: ['error'],
        properties: {
          error: {
            type: 'object',
            required: ['name', 'message'],
            properties: {
              name: {
                type: 'string',
              },
              message: {
                type: 'string',
              },
            },
          },
          request: {
            type: 'object',
            properties: {
              method: {
                type: 'string',
              },
              url: {
                type: 'string',
              },
            },
          },
          response: {
            type: 'object',
            properties: {
              statusCode: {
                type: 'integer',
              },
            },
          },
        },
      },
      CurrentState: {
        type: 'object',
        description:
          'What a request has become, for the conflicts of a decision',
        required: ['status', 'version'],
        properties: {
          status: {
            $ref: '#/components/schemas/RequestStatus',
          },
          version: {
            type: 'integer',
          },
          decidedBy: {
            type: 'string',
          },
          decidedAt: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      Dataset: {
        type: 'object',
        required: ['ref', 'title'],
        properties: {
          ref: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          source: {
            type: 'string',
            description: 'The platform that holds the data',
          },
        },
      },
      ApproverVia: {
        type: 'string',
        description: 'What made a User or Group the approver',
        enum: [
          'override-annotation',
          'override-group',
          'override-user',
          'owner',
          'escalation',
          'custom',
        ],
      },
      Approver: {
        type: 'object',
        required: ['ref', 'via'],
        properties: {
          ref: {
            type: 'string',
            description: 'Entity ref of a User or Group',
          },
          via: {
            $ref: '#/components/schemas/ApproverVia',
          },
        },
      },
      ResolutionStep: {
        type: 'object',
        description: 'One thing that was tried while looking for the approver',
        required: ['via', 'tried', 'outcome'],
        properties: {
          via: {
            $ref: '#/components/schemas/ApproverVia',
          },
          tried: {
            type: 'string',
            description:
              'The ref that was looked up, or the text that could not be one',
          },
          outcome: {
            type: 'string',
            enum: [
              'chosen',
              'not-found',
              'no-members',
              'not-a-principal',
              'invalid',
              'too-large',
              'not-needed',
            ],
          },
        },
      },
      ResolutionWarning: {
        type: 'object',
        required: ['code', 'message'],
        properties: {
          code: {
            type: 'string',
            enum: [
              'OVERRIDE_MATCHES_NOTHING',
              'OVERRIDE_HAS_NO_MEMBERS',
              'OVERRIDE_INVALID',
              'OWNER_NOT_FOUND',
              'OWNER_HAS_NO_MEMBERS',
              'OWNER_NOT_A_PRINCIPAL',
              'NO_OWNER',
              'UNKNOWN_DISABLING_VALUE',
              'APPROVER_SET_TOO_LARGE',
            ],
          },
          message: {
            type: 'string',
          },
        },
      },
      Verdict: {
        type: 'object',
        description: 'Whether the caller may do something, and when not, why',
        required: ['allowed'],
        properties: {
          allowed: {
            type: 'boolean',
          },
          code: {
            $ref: '#/components/schemas/ErrorCode',
          },
          message: {
            type: 'string',
          },
        },
      },
      RequestForm: {
        type: 'object',
        description: 'What a request for this dataset may contain',
        required: [
          'reason',
          'levels',
          'defaultLevel',
          'durations',
          'indefiniteAllowed',
        ],
        properties: {
          reason: {
            type: 'object',
            required: ['minLength', 'maxLength'],
            properties: {
              minLength: {
                type: 'integer',
              },
              maxLength: {
                type: 'integer',
              },
            },
          },
          levels: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/AccessLevel',
            },
          },
          defaultLevel: {
            $ref: '#/components/schemas/AccessLevel',
          },
          durations: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/AccessDuration',
            },
          },
          defaultDuration: {
            $ref: '#/components/schemas/AccessDuration',
          },
          maxDuration: {
            $ref: '#/components/schemas/AccessDuration',
          },
          indefiniteAllowed: {
            type: 'boolean',
          },
          maxBeneficiaries: {
            type: 'integer',
          },
        },
      },
      AccessPath: {
        type: 'object',
        description: 'One reason why the caller has access',
        required: ['kind', 'level', 'via'],
        properties: {
          kind: {
            type: 'string',
            enum: ['grant', 'ownership'],
          },
          level: {
            $ref: '#/components/schemas/AccessLevel',
          },
          via: {
            type: 'string',
            description: 'The user or group that holds it',
          },
          grantId: {
            type: 'string',
          },
          requestId: {
            type: 'string',
          },
          since: {
            type: 'string',
            format: 'date-time',
          },
          expiresAt: {
            type: 'string',
            format: 'date-time',
          },
          grantedBy: {
            type: 'string',
          },
        },
      },
      DatasetAccess: {
        type: 'object',
        required: [
          'dataset',
          'request',
          'approvers',
          'trail',
          'form',
          'access',
          'openRequests',
          'openForOthers',
          'settingUp',
          'can',
        ],
        properties: {
          dataset: {
            $ref: '#/components/schemas/Dataset',
          },
          request: {
            $ref: '#/components/schemas/Verdict',
          },
          approvers: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Approver',
            },
          },
          trail: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/ResolutionStep',
            },
          },
          warnings: {
            type: 'array',
            description: 'Only for the owner and for admins',
            items: {
              $ref: '#/components/schemas/ResolutionWarning',
            },
          },
          form: {
            $ref: '#/components/schemas/RequestForm',
          },
          access: {
            type: 'object',
            description: 'What the caller has now',
            required: ['paths'],
            properties: {
              level: {
                $ref: '#/components/schemas/AccessLevel',
              },
              expiresAt: {
                type: 'string',
                format: 'date-time',
              },
              paths: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/AccessPath',
                },
              },
            },
          },
          openRequests: {
            type: 'array',
            description:
              'Pending requests on this dataset that are meant for the caller or a group of the caller',
            items: {
              $ref: '#/components/schemas/AccessRequest',
            },
          },
          openForOthers: {
            type: 'array',
            description:
              'Pending requests on this dataset that the caller filed for others',
            items: {
              $ref: '#/components/schemas/AccessRequest',
            },
          },
          settingUp: {
            type: 'array',
            description:
              'Approved for the caller and not yet granted in the source',
            items: {
              $ref: '#/components/schemas/AccessGrant',
            },
          },
          can: {
            type: 'object',
            required: ['decide'],
            properties: {
              decide: {
                type: 'boolean',
                description: 'The caller is an approver of this dataset',
              },
            },
          },
        },
      },
      AccessRequest: {
        type: 'object',
        required: [
          'id',
          'batchId',
          'dataset',
          'beneficiary',
          'requester',
          'level',
          'status',
          'waitingOn',
          'version',
          'approvers',
          'createdAt',
          'updatedAt',
          'pendingUntil',
        ],
        properties: {
          id: {
            type: 'string',
          },
          batchId: {
            type: 'string',
          },
          dataset: {
            $ref: '#/components/schemas/Dataset',
          },
          beneficiary: {
            type: 'string',
          },
          requester: {
            type: 'string',
          },
          level: {
            $ref: '#/components/schemas/AccessLevel',
          },
          duration: {
            $ref: '#/components/schemas/AccessDuration',
          },
          reason: {
            type: 'string',
            description: 'Absent once it was erased',
          },
          status: {
            $ref: '#/components/schemas/RequestStatus',
          },
          waitingOn: {
            type: 'string',
            enum: ['approver', 'requester'],
          },
          version: {
            type: 'integer',
          },
          approvers: {
            type: 'array',
            description: 'Whom the request is routed to, as last resolved',
            items: {
              $ref: '#/components/schemas/Approver',
            },
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
          },
          updatedAt: {
            type: 'string',
            format: 'date-time',
          },
          pendingUntil: {
            type: 'string',
            format: 'date-time',
          },
          decision: {
            $ref: '#/components/schemas/DecisionRecord',
          },
          closedBecause: {
            type: 'string',
            description: 'Why the system cancelled it',
            enum: [
              'dataset-gone',
              'dataset-recreated',
              'beneficiary-gone',
              'beneficiary-recreated',
            ],
          },
          grant: {
            $ref: '#/components/schemas/AccessGrant',
          },
        },
      },
      DecisionRecord: {
        type: 'object',
        required: ['by', 'at', 'outcome'],
        properties: {
          by: {
            type: 'string',
          },
          at: {
            type: 'string',
            format: 'date-time',
          },
          outcome: {
            type: 'string',
            enum: ['approved', 'denied'],
          },
          comment: {
            type: 'string',
          },
          selfApproval: {
            type: 'boolean',
            description:
              'True when separation of duties was switched off and broken',
          },
        },
      },
      AccessRequestPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/AccessRequest',
            },
          },
          nextCursor: {
            type: 'string',
          },
          prevCursor: {
            type: 'string',
          },
        },
      },
      AccessRequestDetail: {
        allOf: [
          {
            $ref: '#/components/schemas/AccessRequest',
          },
          {
            type: 'object',
            required: ['history', 'historyIntact', 'can', 'trail'],
            properties: {
              history: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/HistoryEntry',
                },
              },
              historyIntact: {
                type: 'boolean',
                description:
                  "False when the stored history was changed behind the product's back",
              },
              trail: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/ResolutionStep',
                },
              },
              warnings: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/ResolutionWarning',
                },
              },
              form: {
                $ref: '#/components/schemas/RequestForm',
              },
              can: {
                type: 'object',
                required: ['decide', 'withdraw', 'comment', 'ask', 'confirm'],
                properties: {
                  decide: {
                    $ref: '#/components/schemas/Verdict',
                  },
                  withdraw: {
                    $ref: '#/components/schemas/Verdict',
                  },
                  comment: {
                    $ref: '#/components/schemas/Verdict',
                  },
                  ask: {
                    $ref: '#/components/schemas/Verdict',
                  },
                  confirm: {
                    $ref: '#/components/schemas/Verdict',
                  },
                },
              },
            },
          },
        ],
      },
      HistoryEntry: {
        type: 'object',
        required: ['seq', 'type', 'at'],
        properties: {
          seq: {
            type: 'integer',
          },
          type: {
            type: 'string',
            enum: [
              'filed',
              'approver-changed',
              'approver-lost',
              'commented',
              'information-requested',
              'reminded',
              'approved',
              'denied',
              'withdrawn',
              'expired',
              'cancelled',
              'grant-created',
              'grant-confirmed',
            ],
          },
          at: {
            type: 'string',
            format: 'date-time',
          },
          actor: {
            type: 'string',
            description: 'Absent when the system acted',
          },
          text: {
            type: 'string',
          },
          facts: {
            type: 'object',
            description: 'What changed, depending on the type',
            additionalProperties: true,
          },
        },
      },
      Submission: {
        type: 'object',
        additionalProperties: false,
        required: ['dataset', 'beneficiaries', 'reason', 'level'],
        properties: {
          dataset: {
            $ref: '#/components/schemas/EntityRef',
          },
          beneficiaries: {
            type: 'array',
            minItems: 1,
            maxItems: 100,
            uniqueItems: true,
            items: {
              $ref: '#/components/schemas/EntityRef',
            },
          },
          reason: {
            type: 'string',
            maxLength: 10000,
          },
          level: {
            $ref: '#/components/schemas/AccessLevel',
          },
          duration: {
            $ref: '#/components/schemas/AccessDuration',
          },
        },
      },
      SubmissionResult: {
        type: 'object',
        required: ['batchId', 'outcomes', 'approvers'],
        properties: {
          batchId: {
            type: 'string',
          },
          approvers: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Approver',
            },
          },
          outcomes: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/SubmissionOutcome',
            },
          },
        },
      },
      SubmissionOutcome: {
        type: 'object',
        required: ['beneficiary', 'outcome'],
        properties: {
          beneficiary: {
            type: 'string',
          },
          outcome: {
            type: 'string',
            enum: [
              'created',
              'already-pending',
              'already-approved',
              'already-has-access',
              'refused',
            ],
          },
          code: {
            $ref: '#/components/schemas/ErrorCode',
          },
          message: {
            type: 'string',
          },
          requestId: {
            type: 'string',
            description: 'The new request',
            'or the one that already pends': null,
          },
        },
      },
      Decision: {
        type: 'object',
        additionalProperties: false,
        required: ['decision'],
        properties: {
          decision: {
            type: 'string',
            enum: ['approve', 'deny'],
          },
          version: {
            type: 'integer',
            minimum: 1,
            description: 'The version the decider looked at',
          },
          comment: {
            type: 'string',
            maxLength: 10000,
          },
          level: {
            $ref: '#/components/schemas/AccessLevel',
          },
          duration: {
            $ref: '#/components/schemas/AccessDuration',
          },
          granted: {
            type: 'boolean',
            description: 'The access already exists in the source',
          },
          accessNote: {
            type: 'string',
            maxLength: 500,
            description: 'What exactly was granted, in the words of the source',
          },
        },
      },
      BulkDecision: {
        type: 'object',
        additionalProperties: false,
        required: ['decisions'],
        properties: {
          decisions: {
            type: 'array',
            minItems: 1,
            maxItems: 100,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['requestId', 'decision'],
              properties: {
                requestId: {
                  type: 'string',
                  format: 'uuid',
                },
                decision: {
                  type: 'string',
                  enum: ['approve', 'deny'],
                },
                version: {
                  type: 'integer',
                  minimum: 1,
                },
                comment: {
                  type: 'string',
                  maxLength: 10000,
                },
                level: {
                  $ref: '#/components/schemas/AccessLevel',
                },
                duration: {
                  $ref: '#/components/schemas/AccessDuration',
                },
                granted: {
                  type: 'boolean',
                },
                accessNote: {
                  type: 'string',
                  maxLength: 500,
                },
              },
            },
          },
        },
      },
      BulkDecisionResult: {
        type: 'object',
        required: ['outcomes'],
        properties: {
          outcomes: {
            type: 'array',
            items: {
              type: 'object',
              required: ['requestId', 'ok'],
              properties: {
                requestId: {
                  type: 'string',
                },
                ok: {
                  type: 'boolean',
                },
                request: {
                  $ref: '#/components/schemas/AccessRequest',
                },
                code: {
                  $ref: '#/components/schemas/ErrorCode',
                },
                message: {
                  type: 'string',
                },
                current: {
                  $ref: '#/components/schemas/CurrentState',
                },
              },
            },
          },
        },
      },
      Withdrawal: {
        type: 'object',
        additionalProperties: false,
        properties: {
          version: {
            type: 'integer',
            minimum: 1,
          },
        },
      },
      Comment: {
        type: 'object',
        additionalProperties: false,
        required: ['text'],
        properties: {
          text: {
            type: 'string',
            maxLength: 10000,
          },
          asksForInformation: {
            type: 'boolean',
            description:
              'Only for who may decide; the request then waits on the requester',
          },
        },
      },
      Confirmation: {
        type: 'object',
        additionalProperties: false,
        properties: {
          version: {
            type: 'integer',
            minimum: 1,
          },
          accessNote: {
            type: 'string',
            maxLength: 500,
          },
        },
      },
      AccessGrant: {
        type: 'object',
        required: [
          'id',
          'dataset',
          'subject',
          'level',
          'state',
          'version',
          'createdAt',
          'grantedBy',
        ],
        properties: {
          id: {
            type: 'string',
          },
          requestId: {
            type: 'string',
          },
          dataset: {
            $ref: '#/components/schemas/Dataset',
          },
          subject: {
            type: 'string',
          },
          level: {
            $ref: '#/components/schemas/AccessLevel',
          },
          duration: {
            $ref: '#/components/schemas/AccessDuration',
          },
          state: {
            $ref: '#/components/schemas/GrantState',
          },
          version: {
            type: 'integer',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
          },
          activatedAt: {
            type: 'string',
            format: 'date-time',
          },
          expiresAt: {
            type: 'string',
            format: 'date-time',
          },
          grantedBy: {
            type: 'string',
          },
          confirmedBy: {
            type: 'string',
          },
          accessNote: {
            type: 'string',
          },
        },
      },
      AccessGrantPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/AccessGrant',
            },
          },
          nextCursor: {
            type: 'string',
          },
          prevCursor: {
            type: 'string',
          },
        },
      },
      RequestCounts: {
        type: 'object',
        required: ['inbox', 'mine'],
        properties: {
          inbox: {
            type: 'integer',
            description: 'Pending requests the caller may decide on',
          },
          mine: {
            type: 'integer',
            description: 'Pending requests of the caller',
          },
        },
      },
    },
  },
} as const;
