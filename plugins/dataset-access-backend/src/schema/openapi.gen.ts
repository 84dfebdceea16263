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
    '/v1/datasets/{kind}/{namespace}/{name}/emergency-access': {
      post: {
        operationId: 'takeEmergencyAccess',
        summary: 'Take access without asking anybody, in an emergency',
        description:
          'For the caller alone, and for a short while. Everybody in charge of the dataset is told, and until somebody of them has reviewed it there is no second time. Send an `Idempotency-Key` so that a repeated call returns the first answer.',
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
                $ref: '#/components/schemas/EmergencyWish',
              },
            },
          },
        },
        responses: {
          '201': {
            description:
              'It was taken; the grant says whether it is there already',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Emergency',
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
    '/v1/emergencies': {
      get: {
        operationId: 'listEmergencies',
        summary: 'Access that was taken in emergencies, the newest first',
        parameters: [
          {
            name: 'view',
            in: 'query',
            description:
              '`review` has what the caller is to review or could have reviewed; `mine` has what the caller took; `all` has both, and everything for superusers.',
            schema: {
              type: 'string',
              enum: ['review', 'mine', 'all'],
              default: 'all',
            },
          },
          {
            name: 'state',
            in: 'query',
            schema: {
              $ref: '#/components/schemas/EmergencyState',
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
            description: 'A page of them',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/EmergencyPage',
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
    '/v1/emergencies/{emergencyId}/review': {
      post: {
        operationId: 'reviewEmergency',
        summary:
          'Say whether access that somebody took in an emergency was justified',
        parameters: [
          {
            name: 'emergencyId',
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
                $ref: '#/components/schemas/EmergencyReviewDraft',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The emergency, reviewed',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Emergency',
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
              $ref: '#/components/schemas/SearchText',
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
              $ref: '#/components/schemas/SearchText',
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
            name: 'open',
            in: 'query',
            description:
              'Only those that are not over yet, or that the source may still allow',
            schema: {
              type: 'boolean',
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
    '/v1/grants/{grantId}': {
      get: {
        operationId: 'getGrant',
        summary: 'A grant with its history, and what the caller may do with it',
        parameters: [
          {
            $ref: '#/components/parameters/grantId',
          },
        ],
        responses: {
          '200': {
            description: 'The grant',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/AccessGrantDetail',
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
    '/v1/grants/{grantId}/revocation': {
      post: {
        operationId: 'revokeGrant',
        summary:
          'Take access back; it counts at once, whatever the source says',
        parameters: [
          {
            $ref: '#/components/parameters/grantId',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/Revocation',
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The grant, `revoked`, or `revoking` until the source has followed',
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
    '/v1/grants/{grantId}/return': {
      post: {
        operationId: 'returnGrant',
        summary: "Give one's own access back before its end",
        parameters: [
          {
            $ref: '#/components/parameters/grantId',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/GrantReturn',
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The grant, `revoked`, or `revoking` until the source has followed',
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
    '/v1/grants/{grantId}/removal': {
      post: {
        operationId: 'confirmRemoval',
        summary: 'State that the source no longer allows access that has ended',
        parameters: [
          {
            $ref: '#/components/parameters/grantId',
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
            description: 'The grant, no longer pending in the source',
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
    '/v1/tasks': {
      get: {
        operationId: 'listTasks',
        summary:
          'What the caller, answering for datasets without a connector, has to grant and to take back in the source',
        parameters: [
          {
            name: 'kind',
            in: 'query',
            schema: {
              $ref: '#/components/schemas/TaskKind',
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
            description: 'A page of tasks, the oldest first',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/GrantTaskPage',
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
    '/v1/delegations': {
      get: {
        operationId: 'listDelegations',
        summary: 'Who decides in whose place, a page at a time',
        parameters: [
          {
            name: 'view',
            in: 'query',
            description:
              'Those that the caller gave or was given, or all there are, for superusers',
            schema: {
              type: 'string',
              enum: ['mine', 'all'],
            },
          },
          {
            name: 'state',
            in: 'query',
            description: 'Only those that are in force or still to come',
            schema: {
              type: 'string',
              enum: ['open'],
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
            description: 'A page of delegations, the newest first',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DelegationPage',
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
        operationId: 'createDelegation',
        summary: "Have somebody decide in one's place while one is away",
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/DelegationDraft',
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'The delegation',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Delegation',
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
    '/v1/delegations/{delegationId}/end': {
      post: {
        operationId: 'endDelegation',
        summary: 'End a delegation before its time',
        parameters: [
          {
            name: 'delegationId',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              format: 'uuid',
            },
          },
        ],
        responses: {
          '200': {
            description: 'The delegation as it is now',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Delegation',
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
    '/v1/drift': {
      get: {
        operationId: 'listDrift',
        summary:
          'Where a source allows something else than it should, on datasets that the caller answers for',
        parameters: [
          {
            name: 'dataset',
            in: 'query',
            description:
              'Entity ref of a dataset; without it, all the caller answers for',
            allowReserved: true,
            schema: {
              $ref: '#/components/schemas/EntityRef',
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
            description: 'A page of differences, the newest first',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DriftPage',
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
    '/v1/drift/{driftId}/resolution': {
      post: {
        operationId: 'resolveDrift',
        summary: 'Mend a difference, or with `dryRun` say what would be done',
        parameters: [
          {
            name: 'driftId',
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
                $ref: '#/components/schemas/DriftResolution',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'What was done, or would be',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DriftOutcome',
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
    '/v1/reviews': {
      get: {
        operationId: 'listReviews',
        summary:
          'Access reviews, the newest first; all of them for who manages reviews, and those one is asked in for others',
        parameters: [
          {
            name: 'state',
            in: 'query',
            schema: {
              $ref: '#/components/schemas/ReviewState',
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
            description: 'A page of reviews',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ReviewPage',
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
        operationId: 'startReview',
        summary:
          'Ask those who answer for datasets whether each grant of a scope is still needed',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/ReviewDraft',
              },
            },
          },
        },
        responses: {
          '201': {
            description:
              'The review, with one item for each grant that was in force',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ReviewDetail',
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
    '/v1/reviews/preview': {
      post: {
        operationId: 'previewReview',
        summary:
          'How much a review of a scope would ask, and whom; nothing is started',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/ReviewScope',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'What a review started now would hold',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ReviewPreview',
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
    '/v1/reviews/{reviewId}': {
      get: {
        operationId: 'getReview',
        summary:
          'One review with its progress and what the caller may do with it',
        parameters: [
          {
            $ref: '#/components/parameters/reviewId',
          },
        ],
        responses: {
          '200': {
            description: 'The review',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ReviewDetail',
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
    '/v1/reviews/{reviewId}/items': {
      get: {
        operationId: 'listReviewItems',
        summary: 'The grants of a review, by dataset, a page at a time',
        parameters: [
          {
            $ref: '#/components/parameters/reviewId',
          },
          {
            name: 'mine',
            in: 'query',
            description: 'Only those that the caller is asked about',
            schema: {
              type: 'string',
              enum: ['true', 'false'],
            },
          },
          {
            name: 'state',
            in: 'query',
            schema: {
              $ref: '#/components/schemas/ReviewItemState',
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
            name: 'q',
            in: 'query',
            description:
              'Text that must occur in the dataset, the source or the holder; letter case is ignored',
            allowReserved: true,
            schema: {
              $ref: '#/components/schemas/SearchText',
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
            description: 'A page of items',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ReviewItemPage',
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
    '/v1/reviews/{reviewId}/decisions': {
      post: {
        operationId: 'decideReviewItems',
        summary:
          'Keep or revoke many grants of a review, with one outcome for each',
        description:
          'A decision stands, except that what was kept can still be revoked until the review closes. Revoking ends the grant at once. Nobody decides about access of his own, or of a group he is in.',
        parameters: [
          {
            $ref: '#/components/parameters/reviewId',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/ReviewDecisions',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'One outcome per grant, in the order asked',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ReviewDecisionResult',
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
    '/v1/reviews/{reviewId}/close': {
      post: {
        operationId: 'closeReview',
        summary:
          'Close a review before its due date; what nobody reviewed is kept or revoked by its rule',
        parameters: [
          {
            $ref: '#/components/parameters/reviewId',
          },
        ],
        responses: {
          '200': {
            description:
              'The review, `closing` until its rule was applied to everything that was left, then `closed`',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ReviewDetail',
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
    '/v1/reviews/{reviewId}/export': {
      get: {
        operationId: 'exportReview',
        summary:
          'All items of a review that the caller may see, as a file for auditors',
        parameters: [
          {
            $ref: '#/components/parameters/reviewId',
          },
        ],
        responses: {
          '200': {
            description:
              'Comma-separated values (RFC 4180) in UTF-8, with a header line; one line per grant',
            content: {
              'text/csv': {
                schema: {
                  type: 'string',
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
    '/v1/privileges': {
      get: {
        operationId: 'listPrivileges',
        summary: 'Everything that a policy can give',
        responses: {
          '200': {
            description: 'All privileges, in the order they are shown',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PrivilegeList',
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
    '/v1/policies': {
      get: {
        operationId: 'listPolicies',
        summary: 'Policies, by name, a page at a time',
        parameters: [
          {
            name: 'type',
            in: 'query',
            schema: {
              $ref: '#/components/schemas/PolicyType',
            },
          },
          {
            name: 'state',
            in: 'query',
            schema: {
              $ref: '#/components/schemas/PolicyState',
            },
          },
          {
            name: 'origin',
            in: 'query',
            schema: {
              $ref: '#/components/schemas/PolicyOrigin',
            },
          },
          {
            name: 'privilege',
            in: 'query',
            description: 'Policies that name this privilege',
            schema: {
              $ref: '#/components/schemas/PrivilegeName',
            },
          },
          {
            name: 'actor',
            in: 'query',
            description:
              'Policies that name this actor: the ref of a user or group, or `role:` and the id of a role',
            allowReserved: true,
            schema: {
              $ref: '#/components/schemas/EntityRef',
            },
          },
          {
            name: 'q',
            in: 'query',
            description:
              'Text that must occur in the name or the description; letter case is ignored',
            allowReserved: true,
            schema: {
              $ref: '#/components/schemas/SearchText',
            },
          },
          {
            name: 'sort',
            in: 'query',
            schema: {
              type: 'string',
              enum: ['name', '-name', '-updated', 'updated'],
              default: 'name',
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
            description: 'A page of policies',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PolicyPage',
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
        operationId: 'createPolicy',
        summary: 'Write a policy',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/PolicyDraft',
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'The policy, which applies from now on',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Policy',
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
    '/v1/policies/preview': {
      post: {
        operationId: 'previewPolicy',
        summary:
          'Who would gain and who would lose what by a change, before it is made',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/PolicyChange',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The difference that the change would make',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PolicyPreview',
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
    '/v1/policies/import': {
      post: {
        operationId: 'importPolicies',
        summary:
          'Make policies and role assignments from an export of another system',
        description:
          'Nothing is saved when `dryRun` is true, and nothing at all when one item cannot be saved.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/PolicyImport',
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'What was, or would be, made; and what has no equivalent',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ImportReport',
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
    '/v1/policies/{policyId}': {
      get: {
        operationId: 'getPolicy',
        summary: 'One policy',
        parameters: [
          {
            $ref: '#/components/parameters/policyId',
          },
        ],
        responses: {
          '200': {
            description: 'The policy',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Policy',
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
      put: {
        operationId: 'updatePolicy',
        summary: 'Change a policy',
        parameters: [
          {
            $ref: '#/components/parameters/policyId',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/PolicyUpdate',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The policy as it is now',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Policy',
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
      delete: {
        operationId: 'deletePolicy',
        summary: 'Remove a policy; its history stays',
        parameters: [
          {
            $ref: '#/components/parameters/policyId',
          },
          {
            name: 'version',
            in: 'query',
            description:
              'The version the caller has seen; absent to remove whatever is there',
            schema: {
              type: 'integer',
              minimum: 1,
            },
          },
        ],
        responses: {
          '200': {
            description: 'The policy as it was',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Policy',
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
    '/v1/policies/{policyId}/state': {
      put: {
        operationId: 'setPolicyState',
        summary: 'Activate or deactivate a policy without losing it',
        parameters: [
          {
            $ref: '#/components/parameters/policyId',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/PolicyStateChange',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The policy as it is now',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Policy',
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
    '/v1/policies/{policyId}/history': {
      get: {
        operationId: 'getPolicyHistory',
        summary: 'Who changed a policy, when and what',
        parameters: [
          {
            $ref: '#/components/parameters/policyId',
          },
        ],
        responses: {
          '200': {
            description: 'Oldest first',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ChangeHistory',
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
    '/v1/roles': {
      get: {
        operationId: 'listRoles',
        summary: 'All roles',
        parameters: [
          {
            name: 'subject',
            in: 'query',
            description: 'Only roles that this user or group holds directly',
            allowReserved: true,
            schema: {
              $ref: '#/components/schemas/EntityRef',
            },
          },
        ],
        responses: {
          '200': {
            description: 'Roles, the shipped ones first',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RoleList',
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
        operationId: 'createRole',
        summary: 'Make a role of your own',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/RoleDraft',
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'The role',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Role',
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
    '/v1/roles/{roleId}': {
      get: {
        operationId: 'getRole',
        summary: 'A role with the policies behind it',
        parameters: [
          {
            $ref: '#/components/parameters/roleId',
          },
        ],
        responses: {
          '200': {
            description: 'The role',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RoleDetail',
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
      put: {
        operationId: 'updateRole',
        summary: 'Rename a role of your own',
        parameters: [
          {
            $ref: '#/components/parameters/roleId',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/RoleUpdate',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The role as it is now',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Role',
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
      delete: {
        operationId: 'deleteRole',
        summary:
          'Remove a role of your own and take it from everyone who holds it',
        parameters: [
          {
            $ref: '#/components/parameters/roleId',
          },
        ],
        responses: {
          '200': {
            description: 'The role as it was',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Role',
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
    '/v1/roles/{roleId}/members': {
      get: {
        operationId: 'listRoleMembers',
        summary: 'Who holds a role, a page at a time',
        parameters: [
          {
            $ref: '#/components/parameters/roleId',
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
            description: 'A page of users and groups',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RoleMemberPage',
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
    '/v1/roles/{roleId}/assignments': {
      post: {
        operationId: 'assignRole',
        summary: 'Give a role to users and groups, with one outcome for each',
        parameters: [
          {
            $ref: '#/components/parameters/roleId',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/RoleSubjects',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'One outcome per subject, in the order asked',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RoleAssignmentResult',
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
    '/v1/roles/{roleId}/removals': {
      post: {
        operationId: 'removeRole',
        summary: 'Take a role from users and groups, with one outcome for each',
        parameters: [
          {
            $ref: '#/components/parameters/roleId',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/RoleSubjects',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'One outcome per subject, in the order asked',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RoleAssignmentResult',
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
    '/v1/responsibilities': {
      get: {
        operationId: 'listResponsibilities',
        summary: 'Who answers for what, a page at a time',
        parameters: [
          {
            name: 'resource',
            in: 'query',
            description: 'Entity ref of what is answered for',
            allowReserved: true,
            schema: {
              $ref: '#/components/schemas/EntityRef',
            },
          },
          {
            name: 'subject',
            in: 'query',
            description: 'Entity ref of a user or group',
            allowReserved: true,
            schema: {
              $ref: '#/components/schemas/EntityRef',
            },
          },
          {
            name: 'state',
            in: 'query',
            schema: {
              $ref: '#/components/schemas/ResponsibilityState',
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
            description: 'A page of responsibilities, newest first',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ResponsibilityPage',
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
        operationId: 'createResponsibility',
        summary: 'Make somebody responsible for an entity, for a time',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/ResponsibilityDraft',
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'The responsibility',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Responsibility',
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
    '/v1/responsibilities/{responsibilityId}': {
      put: {
        operationId: 'updateResponsibility',
        summary: 'Change when a responsibility starts and ends',
        parameters: [
          {
            $ref: '#/components/parameters/responsibilityId',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/ResponsibilityUpdate',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The responsibility as it is now',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Responsibility',
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
      delete: {
        operationId: 'deleteResponsibility',
        summary:
          'Remove a responsibility that should never have been; its history stays',
        parameters: [
          {
            $ref: '#/components/parameters/responsibilityId',
          },
        ],
        responses: {
          '200': {
            description: 'The responsibility as it was',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Responsibility',
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
    '/v1/responsibilities/{responsibilityId}/termination': {
      post: {
        operationId: 'terminateResponsibility',
        summary: 'End a responsibility now; it stays on record',
        parameters: [
          {
            $ref: '#/components/parameters/responsibilityId',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/Termination',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The responsibility, terminated',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Responsibility',
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
    '/v1/domains': {
      get: {
        operationId: 'listManagedDomains',
        summary: 'The domains that the caller may share, a page at a time',
        parameters: [
          {
            name: 'search',
            in: 'query',
            description: 'Part of the name or the title',
            schema: {
              $ref: '#/components/schemas/SearchText',
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
            description: 'A page of domains, by ref',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DomainPage',
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
    '/v1/domains/{domain}/grants': {
      get: {
        operationId: 'listDomainGrants',
        summary:
          'Who has access to a domain, and to its datasets through it, a page at a time',
        description:
          'Who may share the domain sees everybody; anybody else sees what reaches himself.',
        parameters: [
          {
            $ref: '#/components/parameters/domain',
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
            description: 'A page of domain grants, newest first',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DomainGrantPage',
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
        operationId: 'createDomainGrant',
        summary:
          'Give a user or group access to a domain, with or without access to its datasets',
        parameters: [
          {
            $ref: '#/components/parameters/domain',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/DomainGrantDraft',
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'The grant',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DomainGrant',
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
    '/v1/domains/{domain}/grants/{grantId}': {
      put: {
        operationId: 'updateDomainGrant',
        summary: 'Change a domain grant, one thing without touching the others',
        parameters: [
          {
            $ref: '#/components/parameters/domain',
          },
          {
            $ref: '#/components/parameters/grantId',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/DomainGrantUpdate',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The grant as it is now',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DomainGrant',
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
      delete: {
        operationId: 'deleteDomainGrant',
        summary:
          'Revoke access to a domain, and with it access to its datasets',
        parameters: [
          {
            $ref: '#/components/parameters/domain',
          },
          {
            $ref: '#/components/parameters/grantId',
          },
          {
            name: 'version',
            in: 'query',
            description: 'The version the caller looked at',
            schema: {
              type: 'integer',
              minimum: 1,
            },
          },
        ],
        responses: {
          '200': {
            description: 'The grant as it was left',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DomainGrant',
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
    '/v1/domains/{domain}/reach': {
      get: {
        operationId: 'getDomainReach',
        summary: 'What access to the datasets of a domain covers today',
        parameters: [
          {
            $ref: '#/components/parameters/domain',
          },
        ],
        responses: {
          '200': {
            description: 'How many datasets, and how many of them are left out',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DomainReach',
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
    '/v1/domains/{domain}/history': {
      get: {
        operationId: 'getDomainHistory',
        summary: 'What happened to the access to a domain, a page at a time',
        parameters: [
          {
            $ref: '#/components/parameters/domain',
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
            description: 'A page of events, newest first',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DomainHistoryPage',
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
    '/v1/domains/{domain}/users/{user}/grants': {
      get: {
        operationId: 'getUserDomainGrant',
        summary: 'What a user was given on a domain',
        parameters: [
          {
            $ref: '#/components/parameters/domain',
          },
          {
            $ref: '#/components/parameters/user',
          },
        ],
        responses: {
          '200': {
            description: 'The grant',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/UserDomainGrant',
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
        operationId: 'createUserDomainGrant',
        summary: 'Give a user access to a domain',
        description: '409 when the user has access already; use PUT then.',
        parameters: [
          {
            $ref: '#/components/parameters/domain',
          },
          {
            $ref: '#/components/parameters/user',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/UserDomainGrantDraft',
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'The grant',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/UserDomainGrant',
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
      put: {
        operationId: 'updateUserDomainGrant',
        summary:
          'Give a user access to the datasets of a domain, or take it back',
        description:
          'The user must have access to the domain already. Giving dataset-level access to somebody who has it, with nothing else changed, is giving it again: which snapshot-only datasets it covers is recorded anew.',
        parameters: [
          {
            $ref: '#/components/parameters/domain',
          },
          {
            $ref: '#/components/parameters/user',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/UserDomainGrantUpdate',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The grant as it is now',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/UserDomainGrant',
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
      delete: {
        operationId: 'deleteUserDomainGrant',
        summary:
          "Revoke a user's access to a domain, and with it access to its datasets",
        parameters: [
          {
            $ref: '#/components/parameters/domain',
          },
          {
            $ref: '#/components/parameters/user',
          },
        ],
        responses: {
          '200': {
            description: 'The grant as it was left',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/UserDomainGrant',
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
    '/v1/groups/{group}/domains': {
      get: {
        operationId: 'getGroupDomains',
        summary: 'The domains that a group has access to',
        parameters: [
          {
            $ref: '#/components/parameters/group',
          },
        ],
        responses: {
          '200': {
            description:
              'The whole list; its `ETag` is what a change of it needs',
            headers: {
              ETag: {
                $ref: '#/components/headers/ETag',
              },
            },
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/GroupDomains',
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
      put: {
        operationId: 'replaceGroupDomains',
        summary: 'Replace the list of domains that a group has access to',
        description:
          "The list is replaced as a whole: a domain that is left out is taken away, together with access to its datasets. Domains that stay as they are may belong to somebody else; those that change must be the caller's. All of it happens or nothing.",
        parameters: [
          {
            $ref: '#/components/parameters/group',
          },
          {
            name: 'If-Match',
            in: 'header',
            description:
              'The `ETag` of the list that was changed. `*` replaces whatever there is. Without it the call is refused',
            schema: {
              type: 'string',
              minLength: 1,
              maxLength: 200,
            },
          },
          {
            name: 'dryRun',
            in: 'query',
            description: 'Answer what would change, and change nothing',
            schema: {
              type: 'string',
              enum: ['true', 'false'],
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/GroupDomainsUpdate',
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The list as it is now, or would be, and what is different',
            headers: {
              ETag: {
                $ref: '#/components/headers/ETag',
              },
            },
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/GroupDomainsChange',
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
    '/v1/operations': {
      get: {
        operationId: 'listOperations',
        summary: 'The operations of the matrix and what each needs',
        responses: {
          '200': {
            description: 'All operations',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/OperationList',
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
    '/v1/explain': {
      get: {
        operationId: 'explainDecision',
        summary: 'Whether somebody may do something, and every reason why',
        parameters: [
          {
            name: 'subject',
            in: 'query',
            description:
              'Entity ref of a user or group; without it, the caller',
            allowReserved: true,
            schema: {
              $ref: '#/components/schemas/EntityRef',
            },
          },
          {
            name: 'privilege',
            in: 'query',
            description: 'Exactly one of privilege and operation',
            schema: {
              $ref: '#/components/schemas/PrivilegeName',
            },
          },
          {
            name: 'operation',
            in: 'query',
            schema: {
              $ref: '#/components/schemas/SearchText',
            },
          },
          {
            name: 'resource',
            in: 'query',
            description: 'Entity ref of what it is about',
            allowReserved: true,
            schema: {
              $ref: '#/components/schemas/EntityRef',
            },
          },
        ],
        responses: {
          '200': {
            description: 'The answer, from the function that enforces it',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Explanation',
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
    '/v1/who-has-access': {
      get: {
        operationId: 'whoHasAccess',
        summary: 'Who may use a dataset, and why',
        parameters: [
          {
            name: 'dataset',
            in: 'query',
            required: true,
            description: 'Entity ref of a dataset',
            allowReserved: true,
            schema: {
              $ref: '#/components/schemas/EntityRef',
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
            description: 'Everyone who has access, strongest first',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/AccessHolders',
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
    '/access/v1/evaluation': {
      post: {
        operationId: 'evaluateAccess',
        summary: 'AuthZEN access evaluation',
        description:
          'OpenID AuthZEN Authorization API 1.0, for services that enforce what this portal decides.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/EvaluationRequest',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The decision',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/EvaluationDecision',
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
    '/access/v1/evaluations': {
      post: {
        operationId: 'evaluateAccessMany',
        summary: 'AuthZEN access evaluations, many at once',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/EvaluationsRequest',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'One decision per evaluation, in the order asked',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/EvaluationDecisions',
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
      policyId: {
        name: 'policyId',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          minLength: 1,
          maxLength: 100,
          pattern: '^[a-z0-9][a-z0-9.-]*$',
        },
      },
      roleId: {
        name: 'roleId',
        in: 'path',
        required: true,
        schema: {
          $ref: '#/components/schemas/RoleId',
        },
      },
      responsibilityId: {
        name: 'responsibilityId',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          format: 'uuid',
        },
      },
      domain: {
        name: 'domain',
        in: 'path',
        required: true,
        description:
          'Name of a domain in the namespace `default`, or a full entity ref, percent-encoded',
        schema: {
          $ref: '#/components/schemas/NameOrRef',
        },
      },
      user: {
        name: 'user',
        in: 'path',
        required: true,
        description:
          'Name of a user in the namespace `default`, or a full entity ref, percent-encoded',
        schema: {
          $ref: '#/components/schemas/NameOrRef',
        },
      },
      group: {
        name: 'group',
        in: 'path',
        required: true,
        description:
          'Name of a group in the namespace `default`, or a full entity ref, percent-encoded',
        schema: {
          $ref: '#/components/schemas/NameOrRef',
        },
      },
      reviewId: {
        name: 'reviewId',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          format: 'uuid',
        },
      },
      grantId: {
        name: 'grantId',
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
    headers: {
      ETag: {
        description: 'Changes with every change of the list',
        schema: {
          type: 'string',
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
      SearchText: {
        type: 'string',
        description: 'Text to look for, without control characters',
        minLength: 1,
        maxLength: 100,
        pattern: '^[^\\u0000-\\u001f]+$',
      },
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
          'domain-owner',
          'responsibility',
          'named',
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
          datasetLevelAccess: {
            type: 'boolean',
            description:
              'For a domain, where access to its datasets can be asked for, too',
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
            enum: ['grant', 'domain', 'ownership', 'policy'],
          },
          level: {
            $ref: '#/components/schemas/AccessLevel',
          },
          via: {
            type: 'string',
            description: 'The user, group or role that holds it, or `everyone`',
          },
          policy: {
            type: 'object',
            description: 'The policy that gives it',
            required: ['id', 'name'],
            properties: {
              id: {
                type: 'string',
              },
              name: {
                type: 'string',
              },
            },
          },
          domain: {
            $ref: '#/components/schemas/NamedEntity',
            description: 'The domain that was given',
          },
          datasetLevelAccess: {
            type: 'boolean',
            description:
              'For access to a domain, whether its datasets go with it',
          },
          grantId: {
            type: 'string',
            description: 'Of a grant, or of a domain grant',
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
          approvalSteps: {
            type: 'array',
            description: 'Present where a request takes more than one approval',
            items: {
              $ref: '#/components/schemas/ApprovalPlanStep',
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
            required: ['decide', 'privileges'],
            properties: {
              decide: {
                type: 'boolean',
                description: 'The caller is an approver of this dataset',
              },
              privileges: {
                type: 'array',
                description:
                  'What the caller may do with this dataset, by name; see /v1/privileges',
                items: {
                  type: 'string',
                },
              },
              takeEmergencyAccess: {
                $ref: '#/components/schemas/EmergencyOffer',
              },
            },
          },
        },
      },
      EmergencyOffer: {
        type: 'object',
        description:
          'What the caller can take without asking; absent when there is nothing, whatever was reviewed',
        required: ['verdict', 'levels', 'maxDuration'],
        properties: {
          verdict: {
            $ref: '#/components/schemas/Verdict',
          },
          openReview: {
            type: 'string',
            description: 'The emergency that is to be reviewed first',
          },
          levels: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/AccessLevel',
            },
          },
          maxDuration: {
            $ref: '#/components/schemas/AccessDuration',
          },
        },
      },
      EmergencyWish: {
        type: 'object',
        additionalProperties: false,
        required: ['reason', 'level', 'duration'],
        properties: {
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
      EmergencyState: {
        type: 'string',
        description: 'Whether its review is still to be done',
        enum: ['open', 'done'],
      },
      EmergencyVerdict: {
        type: 'string',
        enum: ['justified', 'not-justified'],
      },
      Emergency: {
        type: 'object',
        description: 'Access that somebody took without asking, and its review',
        required: [
          'id',
          'user',
          'dataset',
          'level',
          'duration',
          'takenAt',
          'state',
          'overdue',
          'can',
        ],
        properties: {
          id: {
            type: 'string',
            description: 'Also that of the request as which it is recorded',
          },
          user: {
            type: 'string',
          },
          dataset: {
            $ref: '#/components/schemas/Dataset',
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
          takenAt: {
            type: 'string',
            format: 'date-time',
          },
          state: {
            $ref: '#/components/schemas/EmergencyState',
          },
          overdue: {
            type: 'boolean',
          },
          grant: {
            $ref: '#/components/schemas/AccessGrant',
          },
          review: {
            type: 'object',
            required: ['by', 'at', 'verdict'],
            properties: {
              by: {
                type: 'string',
              },
              at: {
                type: 'string',
                format: 'date-time',
              },
              verdict: {
                $ref: '#/components/schemas/EmergencyVerdict',
              },
              comment: {
                type: 'string',
              },
            },
          },
          can: {
            type: 'object',
            required: ['review'],
            properties: {
              review: {
                $ref: '#/components/schemas/Verdict',
              },
            },
          },
        },
      },
      EmergencyPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Emergency',
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
      EmergencyReviewDraft: {
        type: 'object',
        additionalProperties: false,
        required: ['verdict'],
        properties: {
          verdict: {
            $ref: '#/components/schemas/EmergencyVerdict',
          },
          comment: {
            type: 'string',
            maxLength: 2000,
            description: 'Has to be there when it was not justified',
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
          datasetLevelAccess: {
            type: 'boolean',
            description:
              'Present for a domain, whether access to its datasets is asked for, too',
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
          approval: {
            $ref: '#/components/schemas/ApprovalProgress',
          },
          escalatedAt: {
            type: 'string',
            format: 'date-time',
            description:
              'Since when the escalation approvers may decide as well, because it waited too long',
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
          domainGrant: {
            $ref: '#/components/schemas/DomainGrant',
          },
        },
      },
      ApprovalStepKind: {
        type: 'string',
        description:
          'Who takes a step; the approvers of the dataset, its owners, the owners of its domain, those with a responsibility for it or one of its domains, or people and groups by name',
        enum: ['approvers', 'owner', 'domain-owner', 'responsibility', 'named'],
      },
      ApprovalProgress: {
        type: 'object',
        description:
          'Where a request stands that takes more than one approval; the rule is the one at filing',
        required: ['step', 'steps', 'terms'],
        properties: {
          step: {
            type: 'integer',
            minimum: 1,
            description:
              'The number of the step that waits; of the last one, once all are done',
          },
          steps: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['by', 'needed', 'approvals'],
              properties: {
                by: {
                  $ref: '#/components/schemas/ApprovalStepKind',
                },
                title: {
                  type: 'string',
                  description: 'What the configuration calls it',
                },
                needed: {
                  type: 'integer',
                  minimum: 1,
                },
                approvals: {
                  type: 'array',
                  items: {
                    $ref: '#/components/schemas/Approval',
                  },
                },
              },
            },
          },
          terms: {
            type: 'object',
            description:
              'What is left of the wish after those who approved have narrowed it; the next may narrow it further',
            required: ['level'],
            properties: {
              level: {
                $ref: '#/components/schemas/AccessLevel',
              },
              duration: {
                $ref: '#/components/schemas/AccessDuration',
              },
              datasetLevelAccess: {
                type: 'boolean',
              },
            },
          },
        },
      },
      Approval: {
        type: 'object',
        required: ['by', 'at'],
        properties: {
          by: {
            type: 'string',
            description: 'Who approved',
          },
          onBehalfOf: {
            type: 'string',
            description: 'Whose place that was, while that person was away',
          },
          at: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      ApprovalPlanStep: {
        type: 'object',
        description: 'A step that a request on this dataset will take',
        required: ['by', 'needed', 'approvers'],
        properties: {
          by: {
            $ref: '#/components/schemas/ApprovalStepKind',
          },
          title: {
            type: 'string',
          },
          needed: {
            type: 'integer',
            minimum: 1,
          },
          approvers: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Approver',
            },
          },
        },
      },
      Delegation: {
        type: 'object',
        description: 'Somebody decides in the place of somebody who is away',
        required: [
          'id',
          'approver',
          'delegate',
          'startsAt',
          'endsAt',
          'createdBy',
          'createdAt',
          'can',
        ],
        properties: {
          id: {
            type: 'string',
          },
          approver: {
            type: 'string',
            description: 'Who is away',
          },
          delegate: {
            type: 'string',
            description: 'Who decides meanwhile',
          },
          startsAt: {
            type: 'string',
            format: 'date-time',
          },
          endsAt: {
            type: 'string',
            format: 'date-time',
          },
          endedAt: {
            type: 'string',
            format: 'date-time',
            description: 'When it was ended before its time',
          },
          endedBy: {
            type: 'string',
          },
          note: {
            type: 'string',
          },
          createdBy: {
            type: 'string',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
          },
          can: {
            type: 'object',
            required: ['end'],
            properties: {
              end: {
                type: 'boolean',
              },
            },
          },
        },
      },
      DelegationPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Delegation',
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
      DelegationDraft: {
        type: 'object',
        additionalProperties: false,
        required: ['delegate', 'endsAt'],
        properties: {
          approver: {
            description:
              'Who is away; the caller, unless a superuser says it for somebody',
            allOf: [
              {
                $ref: '#/components/schemas/EntityRef',
              },
            ],
          },
          delegate: {
            $ref: '#/components/schemas/EntityRef',
          },
          startsAt: {
            type: 'string',
            format: 'date-time',
            description: 'Now, when left out',
          },
          endsAt: {
            type: 'string',
            format: 'date-time',
          },
          note: {
            type: 'string',
            minLength: 1,
            maxLength: 500,
          },
        },
      },
      ApprovalRule: {
        type: 'object',
        description: 'What approved access in place of a person',
        required: ['kind', 'name', 'title'],
        properties: {
          kind: {
            type: 'string',
            enum: ['pre-approval', 'emergency'],
            description:
              'A standing decision of the configuration, or access that somebody took in an emergency',
          },
          name: {
            type: 'string',
          },
          title: {
            type: 'string',
            description: 'As it was at the approval',
          },
        },
      },
      DecisionRecord: {
        type: 'object',
        required: ['at', 'outcome'],
        properties: {
          by: {
            type: 'string',
            description: 'Absent when a rule decided',
          },
          onBehalfOf: {
            type: 'string',
            description:
              'Whose place the decider took, while that person was away',
          },
          rule: {
            $ref: '#/components/schemas/ApprovalRule',
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
              emergency: {
                $ref: '#/components/schemas/Emergency',
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
              'escalated',
              'approval-given',
              'approved',
              'emergency-taken',
              'emergency-reviewed',
              'denied',
              'withdrawn',
              'expired',
              'cancelled',
              'grant-created',
              'grant-confirmed',
              'grant-provisioned',
              'provisioning-failed',
              'grant-revoked',
              'grant-returned',
              'grant-expired',
              'grant-ending',
              'grant-suspended',
              'grant-resumed',
              'grant-removed',
              'grant-reviewed',
              'domain-access-given',
              'dataset-level-access-given',
              'dataset-level-access-given-again',
              'dataset-level-access-revoked',
              'level-changed',
              'end-changed',
              'domain-access-revoked',
              'domain-access-expired',
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
          datasetLevelAccess: {
            type: 'boolean',
            description:
              'For a domain only, access to all of its datasets as well',
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
          rule: {
            allOf: [
              {
                $ref: '#/components/schemas/ApprovalRule',
              },
            ],
            description: 'Present when the new request was approved at once',
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
          datasetLevelAccess: {
            type: 'boolean',
            description:
              'For a request for a domain; false gives the domain without its datasets',
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
                datasetLevelAccess: {
                  type: 'boolean',
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
          'connector',
          'pendingInSource',
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
            description: 'Who approved it; absent when a rule did',
          },
          rule: {
            $ref: '#/components/schemas/ApprovalRule',
          },
          confirmedBy: {
            type: 'string',
          },
          accessNote: {
            type: 'string',
          },
          connector: {
            type: 'string',
            description:
              'What makes it real in the source; `manual` when a person does',
          },
          pendingInSource: {
            type: 'boolean',
            description:
              'The access has ended here, and the source may still allow it',
          },
          endedAt: {
            type: 'string',
            format: 'date-time',
          },
          endedBy: {
            type: 'string',
            description: 'Absent when the system ended it',
          },
          endReason: {
            $ref: '#/components/schemas/GrantEndReason',
          },
          removedAt: {
            type: 'string',
            format: 'date-time',
            description:
              'Since when the source is known not to allow it any more',
          },
          problem: {
            $ref: '#/components/schemas/SourceProblem',
          },
        },
      },
      GrantEndReason: {
        type: 'string',
        enum: ['revoked', 'returned', 'expired'],
      },
      SourceProblem: {
        type: 'object',
        description:
          'Why the source does not follow yet. It is tried again until it does.',
        required: ['code', 'message', 'since', 'attempts'],
        properties: {
          code: {
            type: 'string',
          },
          message: {
            type: 'string',
          },
          since: {
            type: 'string',
            format: 'date-time',
          },
          attempts: {
            type: 'integer',
          },
        },
      },
      AccessGrantDetail: {
        allOf: [
          {
            $ref: '#/components/schemas/AccessGrant',
          },
          {
            type: 'object',
            required: ['history', 'historyIntact', 'can'],
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
              can: {
                type: 'object',
                required: ['confirm', 'revoke', 'return', 'confirmRemoval'],
                properties: {
                  confirm: {
                    $ref: '#/components/schemas/Verdict',
                  },
                  revoke: {
                    $ref: '#/components/schemas/Verdict',
                  },
                  return: {
                    $ref: '#/components/schemas/Verdict',
                  },
                  confirmRemoval: {
                    $ref: '#/components/schemas/Verdict',
                  },
                },
              },
            },
          },
        ],
      },
      Revocation: {
        type: 'object',
        additionalProperties: false,
        required: ['reason'],
        properties: {
          version: {
            type: 'integer',
            minimum: 1,
          },
          reason: {
            type: 'string',
            minLength: 1,
            maxLength: 2000,
          },
        },
      },
      GrantReturn: {
        type: 'object',
        additionalProperties: false,
        properties: {
          version: {
            type: 'integer',
            minimum: 1,
          },
          comment: {
            type: 'string',
            maxLength: 2000,
          },
        },
      },
      TaskKind: {
        type: 'string',
        enum: ['grant', 'take-back'],
      },
      GrantTask: {
        type: 'object',
        required: ['kind', 'grant', 'since', 'overdue'],
        properties: {
          kind: {
            $ref: '#/components/schemas/TaskKind',
          },
          grant: {
            $ref: '#/components/schemas/AccessGrant',
          },
          since: {
            type: 'string',
            format: 'date-time',
          },
          overdue: {
            type: 'boolean',
          },
          keeps: {
            allOf: [
              {
                $ref: '#/components/schemas/AccessLevel',
              },
            ],
            description:
              'To take back only down to this level, which another grant in force gives',
          },
        },
      },
      GrantTaskPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/GrantTask',
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
      DriftKind: {
        type: 'string',
        description:
          '`missing`: less than the portal gave; `excess`: more than it gave, by its own account in the source; `unmanaged`: given by others, and unknown to the portal',
        enum: ['missing', 'excess', 'unmanaged'],
      },
      DriftAction: {
        type: 'string',
        enum: ['adopt', 'reapply', 'revoke'],
      },
      Drift: {
        type: 'object',
        required: [
          'id',
          'kind',
          'dataset',
          'connector',
          'holder',
          'privileges',
          'steps',
          'actions',
          'foundAt',
        ],
        properties: {
          id: {
            type: 'string',
          },
          kind: {
            $ref: '#/components/schemas/DriftKind',
          },
          dataset: {
            $ref: '#/components/schemas/Dataset',
          },
          connector: {
            type: 'string',
          },
          holder: {
            type: 'string',
            description:
              'Name of the holder in the source, such as a database role',
          },
          subject: {
            type: 'string',
            description: 'User or group that the holder stands for, when known',
          },
          level: {
            $ref: '#/components/schemas/AccessLevel',
          },
          privileges: {
            type: 'array',
            description: 'What the source allows the holder now',
            items: {
              type: 'string',
            },
          },
          steps: {
            type: 'array',
            description: 'What would mend it',
            items: {
              type: 'string',
            },
          },
          actions: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/DriftAction',
            },
          },
          foundAt: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      DriftPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Drift',
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
      DriftResolution: {
        type: 'object',
        additionalProperties: false,
        required: ['action'],
        properties: {
          action: {
            $ref: '#/components/schemas/DriftAction',
          },
          dryRun: {
            type: 'boolean',
            default: false,
          },
          reason: {
            type: 'string',
            maxLength: 2000,
          },
        },
      },
      DriftOutcome: {
        type: 'object',
        required: ['steps', 'done'],
        properties: {
          steps: {
            type: 'array',
            description: 'The statements, or what else the connector does',
            items: {
              type: 'string',
            },
          },
          done: {
            type: 'boolean',
          },
        },
      },
      ReviewState: {
        type: 'string',
        description:
          '`closing`: nobody decides any more, and the rule is being applied to what nobody reviewed',
        enum: ['open', 'closing', 'closed'],
      },
      ReviewRule: {
        type: 'string',
        description: 'What becomes of grants that nobody reviewed',
        enum: ['keep', 'revoke'],
      },
      ReviewItemState: {
        type: 'string',
        description:
          '`ended`: the grant ended otherwise before anybody decided',
        enum: ['open', 'kept', 'revoked', 'ended'],
      },
      ReviewScope: {
        type: 'object',
        description:
          'Which grants in force are reviewed; every field that is there narrows it',
        additionalProperties: false,
        properties: {
          domain: {
            allOf: [
              {
                $ref: '#/components/schemas/EntityRef',
              },
            ],
            description: 'Datasets of this domain, also in domains within it',
          },
          datasets: {
            type: 'array',
            minItems: 1,
            maxItems: 100,
            items: {
              $ref: '#/components/schemas/EntityRef',
            },
          },
          source: {
            allOf: [
              {
                $ref: '#/components/schemas/SearchText',
              },
            ],
            description:
              'Name of the source that holds the data, spelled as on the dataset',
          },
          level: {
            allOf: [
              {
                $ref: '#/components/schemas/AccessLevel',
              },
            ],
            description: 'This level or a higher one',
          },
          holder: {
            allOf: [
              {
                $ref: '#/components/schemas/EntityRef',
              },
            ],
            description: 'The user or group it was given to',
          },
          olderThan: {
            allOf: [
              {
                $ref: '#/components/schemas/AccessDuration',
              },
            ],
            description: 'In force for longer than this',
          },
          endless: {
            type: 'boolean',
            description: 'Only those without an end',
          },
        },
      },
      ReviewDraft: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'scope', 'dueAt', 'unreviewed'],
        properties: {
          name: {
            type: 'string',
            minLength: 1,
            maxLength: 200,
          },
          description: {
            type: 'string',
            maxLength: 2000,
          },
          scope: {
            $ref: '#/components/schemas/ReviewScope',
          },
          dueAt: {
            type: 'string',
            format: 'date-time',
          },
          unreviewed: {
            $ref: '#/components/schemas/ReviewRule',
          },
          reminders: {
            type: 'array',
            description:
              'How long before the due date reviewers are reminded; without it, as configured',
            maxItems: 10,
            items: {
              $ref: '#/components/schemas/AccessDuration',
            },
          },
        },
      },
      ReviewPreview: {
        type: 'object',
        required: [
          'grants',
          'datasets',
          'reviewers',
          'datasetsWithoutReviewer',
        ],
        properties: {
          grants: {
            type: 'integer',
          },
          datasets: {
            type: 'integer',
          },
          reviewers: {
            type: 'integer',
            description: 'People who could review',
          },
          datasetsWithoutReviewer: {
            type: 'integer',
            description: 'Those for which nobody but superusers can review',
          },
        },
      },
      ReviewProgress: {
        type: 'object',
        required: ['total', 'kept', 'revoked', 'ended', 'open'],
        properties: {
          total: {
            type: 'integer',
          },
          kept: {
            type: 'integer',
          },
          revoked: {
            type: 'integer',
          },
          ended: {
            type: 'integer',
          },
          open: {
            type: 'integer',
          },
        },
      },
      Review: {
        type: 'object',
        required: [
          'id',
          'name',
          'scope',
          'dueAt',
          'unreviewed',
          'state',
          'startedBy',
          'startedAt',
          'progress',
          'openForMe',
        ],
        properties: {
          id: {
            type: 'string',
          },
          name: {
            type: 'string',
          },
          description: {
            type: 'string',
          },
          scope: {
            $ref: '#/components/schemas/ReviewScope',
          },
          dueAt: {
            type: 'string',
            format: 'date-time',
          },
          unreviewed: {
            $ref: '#/components/schemas/ReviewRule',
          },
          state: {
            $ref: '#/components/schemas/ReviewState',
          },
          startedBy: {
            type: 'string',
          },
          startedAt: {
            type: 'string',
            format: 'date-time',
          },
          closedAt: {
            type: 'string',
            format: 'date-time',
          },
          closedBy: {
            type: 'string',
            description: 'Absent when it closed at its due date',
          },
          progress: {
            $ref: '#/components/schemas/ReviewProgress',
          },
          openForMe: {
            type: 'integer',
            description: 'Items that wait for the caller',
          },
        },
      },
      ReviewDetail: {
        allOf: [
          {
            $ref: '#/components/schemas/Review',
          },
          {
            type: 'object',
            required: ['reviewers', 'commentNeeded', 'can'],
            properties: {
              reviewers: {
                type: 'array',
                description:
                  'Progress by who is asked, those with the most left first; at most 50',
                items: {
                  type: 'object',
                  required: ['ref', 'total', 'open'],
                  properties: {
                    ref: {
                      type: 'string',
                      description: 'A user or a group',
                    },
                    total: {
                      type: 'integer',
                    },
                    open: {
                      type: 'integer',
                    },
                  },
                },
              },
              commentNeeded: {
                type: 'boolean',
                description: 'Revoking takes a comment',
              },
              can: {
                type: 'object',
                required: ['close'],
                properties: {
                  close: {
                    $ref: '#/components/schemas/Verdict',
                  },
                },
              },
            },
          },
        ],
      },
      ReviewPage: {
        type: 'object',
        required: ['items', 'can'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Review',
            },
          },
          can: {
            type: 'object',
            required: ['manage'],
            properties: {
              manage: {
                type: 'boolean',
              },
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
      ReviewItem: {
        type: 'object',
        required: ['grant', 'state', 'byRule', 'can'],
        properties: {
          grant: {
            $ref: '#/components/schemas/AccessGrant',
          },
          state: {
            $ref: '#/components/schemas/ReviewItemState',
          },
          decidedBy: {
            type: 'string',
          },
          decidedAt: {
            type: 'string',
            format: 'date-time',
          },
          byRule: {
            type: 'boolean',
            description:
              'Nobody reviewed it, and the rule of the review decided',
          },
          comment: {
            type: 'string',
          },
          can: {
            type: 'object',
            required: ['keep', 'revoke'],
            properties: {
              keep: {
                $ref: '#/components/schemas/Verdict',
              },
              revoke: {
                $ref: '#/components/schemas/Verdict',
              },
            },
          },
        },
      },
      ReviewItemPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/ReviewItem',
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
      ReviewDecisions: {
        type: 'object',
        additionalProperties: false,
        required: ['decision', 'grants'],
        properties: {
          decision: {
            type: 'string',
            enum: ['keep', 'revoke'],
          },
          comment: {
            type: 'string',
            maxLength: 2000,
          },
          grants: {
            type: 'array',
            minItems: 1,
            maxItems: 100,
            uniqueItems: true,
            items: {
              type: 'string',
              format: 'uuid',
            },
          },
        },
      },
      ReviewDecisionResult: {
        type: 'object',
        required: ['outcomes', 'progress'],
        properties: {
          outcomes: {
            type: 'array',
            items: {
              type: 'object',
              required: ['grantId', 'ok'],
              properties: {
                grantId: {
                  type: 'string',
                },
                ok: {
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
          },
          progress: {
            $ref: '#/components/schemas/ReviewProgress',
          },
        },
      },
      AccessGrantPage: {
        type: 'object',
        required: ['items', 'answersFor'],
        properties: {
          answersFor: {
            type: 'boolean',
            description:
              'The caller answers for the dataset asked about, sees all of its grants and may revoke them',
          },
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
        required: ['inbox', 'mine', 'tasks'],
        properties: {
          emergencyReviews: {
            type: 'integer',
            description:
              'Emergency access the caller is to review; absent when there is none',
          },
          tasks: {
            type: 'integer',
            description:
              'What the caller has to grant and to take back by hand',
          },
          inbox: {
            type: 'integer',
            description: 'Pending requests the caller may decide on',
          },
          mine: {
            type: 'integer',
            description: 'Pending requests of the caller',
          },
          reviews: {
            type: 'integer',
            description:
              'What waits for the caller in open access reviews; absent when nothing does',
          },
        },
      },
      PrivilegeName: {
        type: 'string',
        description:
          'Name of a privilege, such as `metadata.edit-tags` or `catalog.entity.delete`',
        minLength: 1,
        maxLength: 100,
        pattern: '^[a-z][a-z0-9._-]*$',
      },
      Privilege: {
        type: 'object',
        required: [
          'name',
          'title',
          'description',
          'type',
          'area',
          'permissions',
        ],
        properties: {
          name: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          description: {
            type: 'string',
          },
          type: {
            $ref: '#/components/schemas/PolicyType',
          },
          area: {
            type: 'string',
            enum: ['access', 'catalog', 'platform', 'metadata', 'dataops'],
          },
          resources: {
            type: 'array',
            description:
              'Kinds of entities it makes sense for; absent when for all',
            items: {
              type: 'string',
            },
          },
          permissions: {
            type: 'array',
            description: 'Backstage permissions that ask for it',
            items: {
              type: 'string',
            },
          },
          implies: {
            type: 'array',
            description: 'What else somebody may do who holds it',
            items: {
              type: 'string',
            },
          },
        },
      },
      PrivilegeList: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Privilege',
            },
          },
        },
      },
      PolicyType: {
        type: 'string',
        description:
          'Platform policies are about the portal and ignore resources; metadata policies are about entities',
        enum: ['platform', 'metadata'],
      },
      PolicyState: {
        type: 'string',
        enum: ['active', 'inactive'],
      },
      PolicyOrigin: {
        type: 'string',
        description:
          '`custom` and `default` can be changed here; `superusers` comes from app-config, `built-in` comes with the product and `config` comes from a file',
        enum: ['superusers', 'built-in', 'config', 'default', 'custom'],
      },
      PolicyActors: {
        type: 'object',
        additionalProperties: false,
        description:
          'Whom the policy is for; anyone whom one of these names. Nothing named is nobody',
        properties: {
          users: {
            type: 'array',
            maxItems: 1000,
            items: {
              $ref: '#/components/schemas/EntityRef',
            },
          },
          groups: {
            type: 'array',
            maxItems: 1000,
            items: {
              $ref: '#/components/schemas/EntityRef',
            },
          },
          roles: {
            type: 'array',
            maxItems: 100,
            items: {
              $ref: '#/components/schemas/RoleId',
            },
          },
          allUsers: {
            type: 'boolean',
          },
          allGroups: {
            type: 'boolean',
            description: 'Users who belong to at least one group',
          },
          resourceOwners: {
            type: 'boolean',
            description: 'Who owns the entity, directly or through a group',
          },
          responsibilities: {
            type: 'array',
            description:
              'Who holds one of these stewardship roles on the entity',
            maxItems: 100,
            items: {
              $ref: '#/components/schemas/RoleId',
            },
          },
        },
      },
      PolicyCriterion: {
        type: 'object',
        additionalProperties: false,
        required: ['field', 'operator', 'values'],
        properties: {
          field: {
            type: 'string',
            enum: ['type', 'entity', 'domain', 'tag', 'label', 'owner'],
          },
          operator: {
            type: 'string',
            enum: ['equals', 'starts-with'],
          },
          values: {
            type: 'array',
            description:
              'Any one of them. Entities, domains and owners are refs; a type is `kind` or `kind/spec.type`; a label is `key` or `key=value`',
            minItems: 1,
            maxItems: 1000,
            items: {
              type: 'string',
              minLength: 1,
              maxLength: 200,
            },
          },
        },
      },
      PolicyDraft: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'type', 'privileges', 'actors'],
        properties: {
          name: {
            type: 'string',
            minLength: 1,
            maxLength: 200,
          },
          description: {
            type: 'string',
            maxLength: 2000,
          },
          type: {
            $ref: '#/components/schemas/PolicyType',
          },
          state: {
            $ref: '#/components/schemas/PolicyState',
          },
          privileges: {
            type: 'array',
            minItems: 1,
            maxItems: 500,
            items: {
              $ref: '#/components/schemas/PrivilegeName',
            },
          },
          actors: {
            $ref: '#/components/schemas/PolicyActors',
          },
          resources: {
            type: 'array',
            description:
              'All of them must hold; none is every entity. Platform policies have none',
            maxItems: 20,
            items: {
              $ref: '#/components/schemas/PolicyCriterion',
            },
          },
        },
      },
      PolicyUpdate: {
        type: 'object',
        additionalProperties: false,
        required: ['policy', 'version'],
        properties: {
          policy: {
            $ref: '#/components/schemas/PolicyDraft',
          },
          version: {
            type: 'integer',
            minimum: 1,
            description: 'The version the caller has seen',
          },
        },
      },
      PolicyStateChange: {
        type: 'object',
        additionalProperties: false,
        required: ['state'],
        properties: {
          state: {
            $ref: '#/components/schemas/PolicyState',
          },
          version: {
            type: 'integer',
            minimum: 1,
          },
        },
      },
      Policy: {
        type: 'object',
        required: [
          'id',
          'name',
          'type',
          'state',
          'origin',
          'editable',
          'privileges',
          'actors',
          'resources',
          'version',
          'createdAt',
          'updatedAt',
        ],
        properties: {
          id: {
            type: 'string',
          },
          name: {
            type: 'string',
          },
          description: {
            type: 'string',
          },
          type: {
            $ref: '#/components/schemas/PolicyType',
          },
          state: {
            $ref: '#/components/schemas/PolicyState',
          },
          origin: {
            $ref: '#/components/schemas/PolicyOrigin',
          },
          source: {
            type: 'string',
            description: 'File and line, for policies from files',
          },
          editable: {
            type: 'boolean',
          },
          privileges: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          actors: {
            $ref: '#/components/schemas/PolicyActors',
          },
          resources: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/PolicyCriterion',
            },
          },
          version: {
            type: 'integer',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
          },
          createdBy: {
            type: 'string',
          },
          updatedAt: {
            type: 'string',
            format: 'date-time',
          },
          updatedBy: {
            type: 'string',
          },
        },
      },
      PolicyPage: {
        type: 'object',
        required: ['items', 'can'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Policy',
            },
          },
          nextCursor: {
            type: 'string',
          },
          prevCursor: {
            type: 'string',
          },
          can: {
            type: 'object',
            required: ['manage'],
            properties: {
              manage: {
                type: 'boolean',
                description: 'The caller may write policies',
              },
            },
          },
        },
      },
      PolicyChange: {
        type: 'object',
        additionalProperties: false,
        required: ['change'],
        description:
          '`save` needs a policy; with `policyId` it replaces that one',
        properties: {
          change: {
            type: 'string',
            enum: ['save', 'delete', 'activate', 'deactivate'],
          },
          policyId: {
            type: 'string',
            minLength: 1,
            maxLength: 100,
          },
          policy: {
            $ref: '#/components/schemas/PolicyDraft',
          },
        },
      },
      PreviewEntry: {
        type: 'object',
        description:
          'One person and one privilege that would change for that person',
        required: ['subject', 'privilege', 'resources', 'examples'],
        properties: {
          subject: {
            type: 'string',
          },
          privilege: {
            type: 'string',
          },
          resources: {
            type: 'integer',
            description:
              'On how many entities; 0 for a privilege that is not about entities',
          },
          examples: {
            type: 'array',
            description: 'Refs of some of them',
            items: {
              type: 'string',
            },
          },
        },
      },
      PolicyPreview: {
        type: 'object',
        required: ['gains', 'losses', 'people', 'entities', 'complete'],
        properties: {
          gains: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/PreviewEntry',
            },
          },
          losses: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/PreviewEntry',
            },
          },
          people: {
            type: 'integer',
            description: 'How many people the policy is for',
          },
          entities: {
            type: 'integer',
            description: 'How many entities the policy covers today',
          },
          complete: {
            type: 'boolean',
            description:
              'False when the change reaches so far that only a part was compared',
          },
        },
      },
      HistoryChange: {
        type: 'object',
        required: ['at', 'type'],
        properties: {
          at: {
            type: 'string',
            format: 'date-time',
          },
          by: {
            type: 'string',
            description: 'Absent when the system did it',
          },
          type: {
            type: 'string',
          },
          facts: {
            type: 'object',
            additionalProperties: true,
          },
        },
      },
      ChangeHistory: {
        type: 'object',
        required: ['items', 'intact'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/HistoryChange',
            },
          },
          intact: {
            type: 'boolean',
            description: 'Nothing was removed or altered since it was written',
          },
        },
      },
      PolicyImport: {
        type: 'object',
        additionalProperties: false,
        required: ['format', 'content'],
        properties: {
          format: {
            type: 'string',
            enum: ['datahub', 'casbin-csv'],
          },
          content: {
            type: 'string',
            minLength: 1,
            maxLength: 900000,
          },
          dryRun: {
            type: 'boolean',
            default: true,
          },
        },
      },
      ImportReport: {
        type: 'object',
        required: ['dryRun', 'policies', 'bindings', 'unsupported'],
        properties: {
          dryRun: {
            type: 'boolean',
          },
          policies: {
            type: 'array',
            items: {
              type: 'object',
              required: ['place', 'outcome', 'policy'],
              properties: {
                place: {
                  type: 'string',
                  description: 'Where it is in the import',
                },
                outcome: {
                  type: 'string',
                  enum: ['created', 'already-there'],
                },
                policy: {
                  $ref: '#/components/schemas/PolicyDraft',
                },
              },
            },
          },
          bindings: {
            type: 'array',
            items: {
              type: 'object',
              required: ['place', 'outcome', 'role', 'subject'],
              properties: {
                place: {
                  type: 'string',
                },
                outcome: {
                  type: 'string',
                  enum: ['created', 'already-there', 'subject-not-found'],
                },
                role: {
                  type: 'string',
                },
                subject: {
                  type: 'string',
                },
              },
            },
          },
          unsupported: {
            type: 'array',
            items: {
              type: 'object',
              required: ['place', 'what', 'reason'],
              properties: {
                place: {
                  type: 'string',
                },
                what: {
                  type: 'string',
                },
                reason: {
                  type: 'string',
                },
              },
            },
          },
        },
      },
      RoleId: {
        type: 'string',
        minLength: 1,
        maxLength: 63,
        pattern: '^[a-z0-9][a-z0-9-]*$',
      },
      RoleDraft: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'title'],
        properties: {
          id: {
            $ref: '#/components/schemas/RoleId',
          },
          title: {
            type: 'string',
            minLength: 1,
            maxLength: 100,
          },
          description: {
            type: 'string',
            maxLength: 1000,
          },
        },
      },
      RoleUpdate: {
        type: 'object',
        additionalProperties: false,
        required: ['title'],
        properties: {
          title: {
            type: 'string',
            minLength: 1,
            maxLength: 100,
          },
          description: {
            type: 'string',
            maxLength: 1000,
          },
        },
      },
      Role: {
        type: 'object',
        required: [
          'id',
          'title',
          'shipped',
          'editable',
          'isDefault',
          'members',
        ],
        properties: {
          id: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          description: {
            type: 'string',
          },
          shipped: {
            type: 'boolean',
          },
          editable: {
            type: 'boolean',
          },
          exclusiveGroup: {
            type: 'string',
            description:
              'Of the roles in one group, a user or group holds at most one',
          },
          isDefault: {
            type: 'boolean',
            description: 'Everybody holds it',
          },
          members: {
            type: 'integer',
            description: 'Users and groups it was given to',
          },
        },
      },
      RoleList: {
        type: 'object',
        required: ['items', 'can'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Role',
            },
          },
          can: {
            type: 'object',
            required: ['manage'],
            properties: {
              manage: {
                type: 'boolean',
              },
            },
          },
        },
      },
      RoleDetail: {
        allOf: [
          {
            $ref: '#/components/schemas/Role',
          },
          {
            type: 'object',
            required: ['policies', 'can'],
            properties: {
              policies: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/Policy',
                },
              },
              can: {
                type: 'object',
                required: ['manage'],
                properties: {
                  manage: {
                    type: 'boolean',
                  },
                },
              },
            },
          },
        ],
      },
      RoleMember: {
        type: 'object',
        required: ['subject', 'assignedAt', 'exists'],
        properties: {
          subject: {
            type: 'string',
          },
          assignedAt: {
            type: 'string',
            format: 'date-time',
          },
          assignedBy: {
            type: 'string',
          },
          exists: {
            type: 'boolean',
            description:
              'False when the user or group is gone, or is another one of the same name; it then gives nothing',
          },
        },
      },
      RoleMemberPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/RoleMember',
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
      RoleSubjects: {
        type: 'object',
        additionalProperties: false,
        required: ['subjects'],
        properties: {
          subjects: {
            type: 'array',
            minItems: 1,
            maxItems: 100,
            items: {
              $ref: '#/components/schemas/EntityRef',
            },
          },
          dryRun: {
            type: 'boolean',
            description: 'Answer what would happen, and change nothing',
          },
        },
      },
      RoleAssignmentOutcome: {
        type: 'object',
        required: ['subject', 'outcome'],
        properties: {
          subject: {
            type: 'string',
          },
          outcome: {
            type: 'string',
            enum: [
              'assigned',
              'already-assigned',
              'removed',
              'not-assigned',
              'refused',
            ],
          },
          replaced: {
            type: 'string',
            description: 'The role it takes the place of',
          },
          code: {
            $ref: '#/components/schemas/ErrorCode',
          },
          message: {
            type: 'string',
          },
        },
      },
      RoleAssignmentResult: {
        type: 'object',
        required: ['outcomes'],
        properties: {
          outcomes: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/RoleAssignmentOutcome',
            },
          },
        },
      },
      ResponsibilityState: {
        type: 'string',
        enum: ['planned', 'active', 'ended', 'terminated'],
      },
      ResponsibilityDraft: {
        type: 'object',
        additionalProperties: false,
        required: ['role', 'subject', 'resource'],
        properties: {
          role: {
            $ref: '#/components/schemas/RoleId',
          },
          subject: {
            $ref: '#/components/schemas/EntityRef',
          },
          resource: {
            $ref: '#/components/schemas/EntityRef',
          },
          startsAt: {
            type: 'string',
            format: 'date-time',
          },
          endsAt: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      ResponsibilityUpdate: {
        type: 'object',
        additionalProperties: false,
        required: ['version'],
        properties: {
          startsAt: {
            type: 'string',
            format: 'date-time',
          },
          endsAt: {
            type: 'string',
            format: 'date-time',
            description: 'Absent for no end',
          },
          version: {
            type: 'integer',
            minimum: 1,
          },
        },
      },
      Termination: {
        type: 'object',
        additionalProperties: false,
        properties: {
          version: {
            type: 'integer',
            minimum: 1,
          },
        },
      },
      Responsibility: {
        type: 'object',
        required: [
          'id',
          'role',
          'subject',
          'resource',
          'state',
          'startsAt',
          'version',
          'createdAt',
        ],
        properties: {
          id: {
            type: 'string',
            format: 'uuid',
          },
          role: {
            type: 'string',
          },
          subject: {
            type: 'string',
          },
          resource: {
            type: 'string',
          },
          state: {
            $ref: '#/components/schemas/ResponsibilityState',
          },
          startsAt: {
            type: 'string',
            format: 'date-time',
          },
          endsAt: {
            type: 'string',
            format: 'date-time',
          },
          terminatedAt: {
            type: 'string',
            format: 'date-time',
          },
          terminatedBy: {
            type: 'string',
          },
          version: {
            type: 'integer',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
          },
          createdBy: {
            type: 'string',
          },
        },
      },
      ResponsibilityPage: {
        type: 'object',
        required: ['items', 'roles', 'can'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Responsibility',
            },
          },
          nextCursor: {
            type: 'string',
          },
          prevCursor: {
            type: 'string',
          },
          roles: {
            type: 'array',
            description: 'Stewardship roles that can be given',
            items: {
              $ref: '#/components/schemas/StewardshipRole',
            },
          },
          can: {
            type: 'object',
            required: ['manage'],
            properties: {
              manage: {
                type: 'boolean',
              },
            },
          },
        },
      },
      NameOrRef: {
        type: 'string',
        description: 'Bare name, or a full entity ref',
        minLength: 1,
        maxLength: 191,
      },
      NamedEntity: {
        type: 'object',
        required: ['ref', 'title'],
        properties: {
          ref: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
        },
      },
      DomainGrantState: {
        type: 'string',
        description:
          '`suspended`: the domain or the subject is gone, or another one bears its name now; nothing follows from the grant',
        enum: ['active', 'suspended', 'expired', 'revoked'],
      },
      DomainGrant: {
        type: 'object',
        description:
          'Access of a user or group to a domain, and, when `datasetLevelAccess` is set, to all of its datasets at the same level',
        required: [
          'id',
          'domain',
          'subject',
          'level',
          'datasetLevelAccess',
          'state',
          'version',
          'source',
          'grantedBy',
          'createdAt',
          'updatedAt',
        ],
        properties: {
          id: {
            type: 'string',
          },
          domain: {
            $ref: '#/components/schemas/NamedEntity',
          },
          subject: {
            type: 'string',
          },
          level: {
            $ref: '#/components/schemas/AccessLevel',
          },
          datasetLevelAccess: {
            type: 'boolean',
          },
          datasetLevelAccessBy: {
            type: 'string',
          },
          datasetLevelAccessSince: {
            type: 'string',
            format: 'date-time',
          },
          snapshot: {
            type: 'object',
            description:
              'The snapshot-only datasets that were in the domain when dataset-level access was given',
            required: ['datasets', 'takenAt'],
            properties: {
              datasets: {
                type: 'integer',
              },
              takenAt: {
                type: 'string',
                format: 'date-time',
              },
            },
          },
          state: {
            $ref: '#/components/schemas/DomainGrantState',
          },
          suspendedBecause: {
            type: 'string',
            enum: [
              'domain-gone',
              'domain-replaced',
              'subject-gone',
              'subject-replaced',
            ],
          },
          version: {
            type: 'integer',
          },
          source: {
            type: 'string',
            description:
              'Whether it was given by an owner, with the list of a group, or by approving a request',
            enum: ['share', 'group-list', 'request'],
          },
          requestId: {
            type: 'string',
          },
          grantedBy: {
            type: 'string',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
          },
          updatedAt: {
            type: 'string',
            format: 'date-time',
          },
          expiresAt: {
            type: 'string',
            format: 'date-time',
          },
          endedAt: {
            type: 'string',
            format: 'date-time',
          },
          endedBy: {
            type: 'string',
          },
        },
      },
      DomainGrantPage: {
        type: 'object',
        required: ['items', 'captures', 'can'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/DomainGrant',
            },
          },
          nextCursor: {
            type: 'string',
          },
          prevCursor: {
            type: 'string',
          },
          captures: {
            type: 'array',
            description:
              'Snapshots that are being taken right now, for whoever may share the domain',
            items: {
              $ref: '#/components/schemas/SnapshotCapture',
            },
          },
          can: {
            type: 'object',
            required: ['manage'],
            properties: {
              manage: {
                $ref: '#/components/schemas/Verdict',
              },
            },
          },
        },
      },
      SnapshotCapture: {
        type: 'object',
        required: ['subject', 'datasets', 'startedAt'],
        properties: {
          subject: {
            type: 'string',
          },
          datasets: {
            type: 'integer',
            description: 'Found so far',
          },
          startedAt: {
            type: 'string',
            format: 'date-time',
          },
          by: {
            type: 'string',
          },
        },
      },
      DomainGrantDraft: {
        type: 'object',
        additionalProperties: false,
        required: ['subject', 'level'],
        properties: {
          subject: {
            $ref: '#/components/schemas/EntityRef',
          },
          level: {
            $ref: '#/components/schemas/AccessLevel',
          },
          datasetLevelAccess: {
            type: 'boolean',
            default: false,
          },
          expiresAt: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      DomainGrantUpdate: {
        type: 'object',
        additionalProperties: false,
        required: ['version'],
        properties: {
          level: {
            $ref: '#/components/schemas/AccessLevel',
          },
          datasetLevelAccess: {
            type: 'boolean',
          },
          retakeSnapshot: {
            type: 'boolean',
            description: 'Record anew which snapshot-only datasets are covered',
          },
          expiresAt: {
            type: ['string', 'null'],
            format: 'date-time',
            description: 'Null takes the end away',
          },
          version: {
            type: 'integer',
            minimum: 1,
            description: 'The version that was seen',
          },
        },
      },
      DomainReach: {
        type: 'object',
        required: [
          'domain',
          'datasets',
          'covered',
          'snapshotOnly',
          'tagBased',
          'subdomains',
        ],
        properties: {
          domain: {
            $ref: '#/components/schemas/NamedEntity',
          },
          datasets: {
            type: 'integer',
            description: 'In the domain and the domains in it',
          },
          covered: {
            type: 'integer',
            description: 'By dataset-level access given now',
          },
          snapshotOnly: {
            type: 'integer',
            description: 'Of those covered; later ones will not be',
          },
          tagBased: {
            type: 'integer',
            description: 'Never covered',
          },
          subdomains: {
            type: 'integer',
          },
        },
      },
      DomainPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/NamedEntity',
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
      DomainEventType: {
        type: 'string',
        enum: [
          'domain-access-given',
          'dataset-level-access-given',
          'dataset-level-access-given-again',
          'dataset-level-access-revoked',
          'level-changed',
          'end-changed',
          'domain-access-revoked',
          'domain-access-expired',
        ],
      },
      DomainHistoryPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: ['grantId', 'subject', 'type', 'at'],
              properties: {
                grantId: {
                  type: 'string',
                },
                subject: {
                  type: 'string',
                },
                type: {
                  $ref: '#/components/schemas/DomainEventType',
                },
                at: {
                  type: 'string',
                  format: 'date-time',
                },
                by: {
                  type: 'string',
                  description: 'Absent when the system did it',
                },
                level: {
                  $ref: '#/components/schemas/AccessLevel',
                },
                levelBefore: {
                  $ref: '#/components/schemas/AccessLevel',
                },
                expiresAt: {
                  type: 'string',
                  format: 'date-time',
                },
                snapshotDatasets: {
                  type: 'integer',
                },
                requestId: {
                  type: 'string',
                },
                ownBenefit: {
                  type: 'boolean',
                  description: 'Whoever did it profits from it',
                },
              },
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
      UserDomainGrantDraft: {
        type: 'object',
        additionalProperties: false,
        required: ['AccessType'],
        properties: {
          AccessType: {
            $ref: '#/components/schemas/AccessLevel',
          },
          IsDatasetLevelAccessProvided: {
            type: 'boolean',
            default: false,
          },
        },
      },
      UserDomainGrantUpdate: {
        type: 'object',
        additionalProperties: false,
        required: ['IsDatasetLevelAccessProvided'],
        properties: {
          AccessType: {
            $ref: '#/components/schemas/AccessLevel',
          },
          IsDatasetLevelAccessProvided: {
            type: 'boolean',
          },
        },
      },
      UserDomainGrant: {
        type: 'object',
        required: ['AccessType', 'IsDatasetLevelAccessProvided', 'grant'],
        properties: {
          AccessType: {
            $ref: '#/components/schemas/AccessLevel',
          },
          IsDatasetLevelAccessProvided: {
            type: 'boolean',
          },
          grant: {
            $ref: '#/components/schemas/DomainGrant',
          },
        },
      },
      NamedDomainList: {
        type: 'array',
        description:
          'One object for each domain, with its name or ref as the only key',
        maxItems: 500,
        items: {
          type: 'object',
          additionalProperties: {
            type: 'object',
            additionalProperties: false,
            required: ['IsDatasetLevelAccessProvided'],
            properties: {
              IsDatasetLevelAccessProvided: {
                type: 'boolean',
              },
            },
          },
        },
      },
      GroupDomains: {
        type: 'object',
        required: [
          'group',
          'newLevel',
          'DomainNames',
          'domains',
          'etag',
          'can',
        ],
        properties: {
          group: {
            type: 'string',
          },
          newLevel: {
            $ref: '#/components/schemas/AccessLevel',
            description: 'The level of a domain that is added without one',
          },
          DomainNames: {
            $ref: '#/components/schemas/NamedDomainList',
          },
          domains: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/DomainGrant',
            },
          },
          etag: {
            type: 'string',
            description: 'The same as the header',
          },
          can: {
            type: 'object',
            required: ['manage'],
            properties: {
              manage: {
                type: 'array',
                description:
                  'The domains of the list that the caller may change',
                items: {
                  type: 'string',
                },
              },
            },
          },
        },
      },
      GroupDomainsUpdate: {
        type: 'object',
        additionalProperties: false,
        description: 'The list in one of its two forms',
        properties: {
          DomainNames: {
            $ref: '#/components/schemas/NamedDomainList',
          },
          domains: {
            type: 'array',
            maxItems: 500,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['domain', 'datasetLevelAccess'],
              properties: {
                domain: {
                  $ref: '#/components/schemas/NameOrRef',
                },
                level: {
                  $ref: '#/components/schemas/AccessLevel',
                },
                datasetLevelAccess: {
                  type: 'boolean',
                },
              },
            },
          },
        },
      },
      GroupDomainChange: {
        type: 'object',
        required: ['domain', 'datasetLevelAccess', 'level'],
        properties: {
          domain: {
            $ref: '#/components/schemas/NamedEntity',
          },
          level: {
            $ref: '#/components/schemas/AccessLevel',
          },
          levelBefore: {
            $ref: '#/components/schemas/AccessLevel',
          },
          datasetLevelAccess: {
            type: 'boolean',
          },
          datasetLevelAccessBefore: {
            type: 'boolean',
          },
        },
      },
      GroupDomainsChange: {
        type: 'object',
        required: [
          'group',
          'newLevel',
          'DomainNames',
          'domains',
          'etag',
          'can',
          'changes',
          'dryRun',
        ],
        properties: {
          group: {
            type: 'string',
          },
          newLevel: {
            $ref: '#/components/schemas/AccessLevel',
          },
          DomainNames: {
            $ref: '#/components/schemas/NamedDomainList',
          },
          domains: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/DomainGrant',
            },
          },
          etag: {
            type: 'string',
          },
          can: {
            type: 'object',
            required: ['manage'],
            properties: {
              manage: {
                type: 'array',
                items: {
                  type: 'string',
                },
              },
            },
          },
          dryRun: {
            type: 'boolean',
          },
          changes: {
            type: 'object',
            required: ['added', 'changed', 'removed', 'unchanged'],
            properties: {
              added: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/GroupDomainChange',
                },
              },
              changed: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/GroupDomainChange',
                },
              },
              removed: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/GroupDomainChange',
                },
              },
              unchanged: {
                type: 'integer',
              },
            },
          },
        },
      },
      StewardshipRole: {
        type: 'object',
        required: ['id', 'title'],
        properties: {
          id: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
        },
      },
      Operation: {
        type: 'object',
        required: [
          'id',
          'title',
          'module',
          'allOf',
          'objectRoutes',
          'gate',
          'override',
        ],
        properties: {
          id: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          module: {
            type: 'string',
          },
          allOf: {
            type: 'array',
            description: 'Privileges that are all needed',
            items: {
              type: 'string',
            },
          },
          objectRoutes: {
            type: 'array',
            description:
              'Ways to the object, of which one is needed; none when the operation is not about one',
            items: {
              type: 'string',
              enum: ['team', 'stewardship'],
            },
          },
          gate: {
            type: 'array',
            description:
              'Privileges without which nothing of this matrix can be done',
            items: {
              type: 'string',
            },
          },
          override: {
            type: 'array',
            description: 'Privileges of which one alone is enough',
            items: {
              type: 'string',
            },
          },
        },
      },
      OperationList: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Operation',
            },
          },
        },
      },
      ExplanationNode: {
        type: 'object',
        required: ['kind', 'id'],
        properties: {
          kind: {
            type: 'string',
            enum: [
              'user',
              'group',
              'role',
              'everyone',
              'group-members',
              'owner',
              'responsibility',
              'policy',
              'grant',
              'domain-grant',
              'resource',
            ],
          },
          id: {
            type: 'string',
            description:
              'Entity ref, or id of a role, policy, grant or responsibility',
          },
          title: {
            type: 'string',
          },
        },
      },
      ExplanationPath: {
        type: 'object',
        required: ['nodes', 'privilege'],
        properties: {
          nodes: {
            type: 'array',
            description: 'From the subject to the resource',
            items: {
              $ref: '#/components/schemas/ExplanationNode',
            },
          },
          privilege: {
            type: 'string',
            description:
              'What the policy or grant gives; the one asked for may only follow from it',
          },
          criteria: {
            type: 'array',
            description: 'What the resource had to fit',
            items: {
              $ref: '#/components/schemas/PolicyCriterion',
            },
          },
          expiresAt: {
            type: 'string',
            format: 'date-time',
          },
          givenBy: {
            type: 'string',
            description: 'Who gave it, when it is a grant',
          },
          givenAt: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      NearMiss: {
        type: 'object',
        description: 'A policy or grant that would give it, but for one thing',
        required: ['kind', 'id', 'name', 'why'],
        properties: {
          kind: {
            type: 'string',
            enum: ['policy', 'grant', 'domain-grant'],
          },
          id: {
            type: 'string',
          },
          name: {
            type: 'string',
          },
          why: {
            type: 'string',
            enum: [
              'inactive',
              'not-yet',
              'ended',
              'other-actors',
              'other-resources',
              'entity-replaced',
            ],
          },
        },
      },
      Explanation: {
        type: 'object',
        required: ['subject', 'allowed', 'paths', 'nearMisses', 'at'],
        properties: {
          subject: {
            type: 'string',
          },
          privilege: {
            type: 'string',
          },
          operation: {
            type: 'string',
          },
          resource: {
            type: 'string',
          },
          allowed: {
            type: 'boolean',
          },
          reason: {
            type: 'string',
            enum: [
              'unknown-subject',
              'unknown-resource',
              'no-path',
              'missing-privileges',
              'missing-route',
            ],
          },
          missing: {
            type: 'array',
            description:
              'Privileges, or ways to the object, that an operation lacks',
            items: {
              type: 'string',
            },
          },
          paths: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/ExplanationPath',
            },
          },
          nearMisses: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/NearMiss',
            },
          },
          at: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      AccessHolder: {
        type: 'object',
        required: ['subject', 'level', 'paths'],
        properties: {
          subject: {
            type: 'string',
          },
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
              $ref: '#/components/schemas/ExplanationPath',
            },
          },
        },
      },
      AccessHolders: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/AccessHolder',
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
      EvaluationSubject: {
        type: 'object',
        required: ['type', 'id'],
        properties: {
          type: {
            type: 'string',
            minLength: 1,
            maxLength: 63,
          },
          id: {
            type: 'string',
            minLength: 1,
            maxLength: 200,
          },
          properties: {
            type: 'object',
            additionalProperties: true,
          },
        },
      },
      EvaluationAction: {
        type: 'object',
        required: ['name'],
        properties: {
          name: {
            type: 'string',
            minLength: 1,
            maxLength: 100,
          },
          properties: {
            type: 'object',
            additionalProperties: true,
          },
        },
      },
      EvaluationResource: {
        type: 'object',
        required: ['type', 'id'],
        properties: {
          type: {
            type: 'string',
            minLength: 1,
            maxLength: 63,
          },
          id: {
            type: 'string',
            minLength: 1,
            maxLength: 200,
          },
          properties: {
            type: 'object',
            additionalProperties: true,
          },
        },
      },
      EvaluationRequest: {
        type: 'object',
        required: ['subject', 'action', 'resource'],
        properties: {
          subject: {
            $ref: '#/components/schemas/EvaluationSubject',
          },
          action: {
            $ref: '#/components/schemas/EvaluationAction',
          },
          resource: {
            $ref: '#/components/schemas/EvaluationResource',
          },
          context: {
            type: 'object',
            additionalProperties: true,
          },
        },
      },
      EvaluationDecision: {
        type: 'object',
        required: ['decision'],
        properties: {
          decision: {
            type: 'boolean',
          },
          context: {
            type: 'object',
            additionalProperties: true,
          },
        },
      },
      EvaluationsRequest: {
        type: 'object',
        properties: {
          subject: {
            $ref: '#/components/schemas/EvaluationSubject',
          },
          action: {
            $ref: '#/components/schemas/EvaluationAction',
          },
          resource: {
            $ref: '#/components/schemas/EvaluationResource',
          },
          context: {
            type: 'object',
            additionalProperties: true,
          },
          evaluations: {
            type: 'array',
            maxItems: 1000,
            items: {
              type: 'object',
              properties: {
                subject: {
                  $ref: '#/components/schemas/EvaluationSubject',
                },
                action: {
                  $ref: '#/components/schemas/EvaluationAction',
                },
                resource: {
                  $ref: '#/components/schemas/EvaluationResource',
                },
                context: {
                  type: 'object',
                  additionalProperties: true,
                },
              },
            },
          },
          options: {
            type: 'object',
            properties: {
              evaluations_semantic: {
                type: 'string',
                enum: [
                  'execute_all',
                  'deny_on_first_deny',
                  'permit_on_first_permit',
                ],
              },
            },
          },
        },
      },
      EvaluationDecisions: {
        type: 'object',
        properties: {
          decision: {
            type: 'boolean',
            description: 'The answer when there is no `evaluations`',
          },
          context: {
            type: 'object',
            additionalProperties: true,
          },
          evaluations: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/EvaluationDecision',
            },
          },
        },
      },
    },
  },
} as const;
