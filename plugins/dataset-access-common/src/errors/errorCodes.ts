/**
 * How one error code is answered over HTTP and what the reader should do about it.
 *
 * @public
 */
export interface ErrorCodeSpec {
  /** HTTP status. */
  readonly status: number;
  /** Why this is answered; one sentence, shown when the thrower has no better one. */
  readonly message: string;
  /** What the person or program that gets it should do. */
  readonly remedy: string;
}

/**
 * The closed list of error codes. A code is stable: it keeps its meaning across releases, and nothing
 * outside this list is ever sent. `docs/errors.md` has one paragraph for each (a test keeps them together).
 *
 * @public
 */
export const errorCodes = {
  // 400: the call itself is malformed
  INVALID_REQUEST: {
    status: 400,
    message: 'The request does not match the API description.',
    remedy: 'Correct the fields listed in `details` and send it again.',
  },
  BAD_ENTITY_REF: {
    status: 400,
    message: 'This is not an entity ref.',
    remedy:
      'Write it as kind:namespace/name in plain ASCII, for example group:default/analysts.',
  },
  BAD_REASON: {
    status: 400,
    message: 'The text is empty, too short, too long or not readable text.',
    remedy:
      'Write the reason in words; the form says how long it may be. Control characters are not accepted.',
  },
  BAD_DURATION: {
    status: 400,
    message: 'This duration cannot be asked for.',
    remedy:
      'Use an ISO-8601 duration such as P30D that is not longer than the dataset allows.',
  },
  BAD_LEVEL: {
    status: 400,
    message: 'This access level cannot be asked for on this dataset.',
    remedy: 'Choose one of the levels that the form offers.',
  },
  BAD_CURSOR: {
    status: 400,
    message: 'The cursor does not belong to this list.',
    remedy:
      'Start again from the first page; a cursor is only good with the same filters and sorting.',
  },
  BODY_NOT_JSON: {
    status: 400,
    message: 'The body is not valid JSON.',
    remedy: 'Send a JSON object.',
  },
  WIDER_THAN_REQUESTED: {
    status: 400,
    message: 'An approver may narrow a request, not widen it.',
    remedy:
      'Approve with the level and duration asked for, or less. For more, the requester files a new request.',
  },
  UNKNOWN_PRIVILEGE: {
    status: 400,
    message: 'There is no such privilege.',
    remedy: 'Choose from the list at /v1/privileges.',
  },
  UNKNOWN_ACTOR: {
    status: 400,
    message: 'There is no such user, group or role.',
    remedy:
      'Pick people and groups from the search, and roles from their list.',
  },
  BAD_POLICY: {
    status: 400,
    message: 'The parts of this policy do not fit together.',
    remedy: 'The message says which; correct it and save again.',
  },
  BAD_PERIOD: {
    status: 400,
    message: 'This period cannot be.',
    remedy: 'The end has to come after the start, and must not be over yet.',
  },
  BAD_IMPORT: {
    status: 400,
    message: 'This cannot be read as what it is said to be.',
    remedy: 'The message says where it stops making sense; nothing was saved.',
  },
  BAD_QUESTION: {
    status: 400,
    message: 'The question is not complete.',
    remedy: 'Ask about exactly one privilege or one operation.',
  },

  // 403: who is calling. A missing or invalid token is answered with 401 by Backstage itself, before this plugin.
  USER_REQUIRED: {
    status: 403,
    message: 'Only a person may do this.',
    remedy:
      'Call with the token of a signed-in user; services may read, not act.',
  },
  FORBIDDEN: {
    status: 403,
    message: 'The policies of this portal do not allow this.',
    remedy: 'Ask the administrators of the portal.',
  },
  POLICY_LOCKED: {
    status: 403,
    message: 'This policy cannot be changed here.',
    remedy:
      'Change it where it comes from: app-config, its file, or the role it belongs to. Or write a policy beside it; policies only add.',
  },
  ROLE_LOCKED: {
    status: 403,
    message: 'This role comes with the product and cannot be changed.',
    remedy: 'Make a role of your own, or write a policy that adds to this one.',
  },
  ESCALATION: {
    status: 403,
    message: 'You cannot hand out a privilege that you do not hold yourself.',
    remedy: 'Ask an administrator, or leave out the privileges that you lack.',
  },
  SELF_APPROVAL: {
    status: 403,
    message: 'You filed this request, so somebody else has to decide on it.',
    remedy: 'Ask one of the other approvers, or an administrator.',
  },
  BENEFICIARY_APPROVAL: {
    status: 403,
    message:
      'The access is for you or for a group you belong to, so somebody else has to decide on it.',
    remedy: 'Ask one of the other approvers, or an administrator.',
  },
  NOT_AN_APPROVER: {
    status: 403,
    message: 'You are not an approver of this dataset.',
    remedy: 'The request page names who is.',
  },
  NOT_YOURS: {
    status: 403,
    message: 'Only the requester or the beneficiary may do this.',
    remedy: 'Ask the requester.',
  },
  ALREADY_APPROVED_BY_YOU: {
    status: 403,
    message:
      'You have approved this request already; the approval that is still missing has to come from somebody else.',
    remedy: 'Wait for the other approvers, or remind them.',
  },
  NOT_HOLDER: {
    status: 403,
    message: 'Only the one who was given this access can give it back.',
    remedy: 'Ask an owner of the dataset to revoke it.',
  },
  EMERGENCY_DISABLED: {
    status: 403,
    message: 'Nobody can take emergency access to this.',
    remedy: 'Ask for access; say in the reason how urgent it is.',
  },
  EMERGENCY_NOT_ALLOWED: {
    status: 403,
    message: 'You are not among those who may take emergency access.',
    remedy: 'Ask for access, or turn to somebody who is on call.',
  },
  EMERGENCY_OWN_REVIEW: {
    status: 403,
    message: 'You took this access yourself, so somebody else reviews it.',
    remedy: 'Ask an approver or owner of the dataset, or an administrator.',
  },
  NOT_DOMAIN_OWNER: {
    status: 403,
    message: 'Only an owner of this domain may say who has access to it.',
    remedy: 'Ask one of its owners, or request access.',
  },
  ACTOR_NOT_IN_CATALOG: {
    status: 403,
    message: 'Your user is not in the catalog, so your rights are unknown.',
    remedy: 'Ask the administrators to add you to the catalog.',
  },

  // 403: the dataset takes no requests
  REQUESTS_DISABLED: {
    status: 403,
    message: 'Access requests are switched off for this dataset.',
    remedy: 'Contact its owner directly.',
  },
  NOT_IN_REGISTRY: {
    status: 403,
    message: 'This dataset is not in the data registry.',
    remedy: 'Ask its owner to register it.',
  },
  NO_APPROVER: {
    status: 403,
    message: 'Nobody is there to decide: the dataset has no reachable owner.',
    remedy: 'Ask the administrators to give the dataset an owner.',
  },
  NO_ELIGIBLE_APPROVER: {
    status: 403,
    message:
      'Nobody is left who may decide: whoever could is asking, would benefit, or lacks a privilege that deciding takes here.',
    remedy:
      'Ask the administrators to name escalation approvers or give the privilege, or have somebody else file the request.',
  },

  // 404: not there, or not for you to see: both look the same
  DATASET_NOT_FOUND: {
    status: 404,
    message: 'There is no such dataset.',
    remedy: 'Check the address; it may have been renamed or removed.',
  },
  DOMAIN_NOT_FOUND: {
    status: 404,
    message: 'There is no such domain.',
    remedy: 'Check the name; it may have been renamed or removed.',
  },
  REQUEST_NOT_FOUND: {
    status: 404,
    message: 'There is no such request.',
    remedy: 'Check the address, or look in your list of requests.',
  },
  GRANT_NOT_FOUND: {
    status: 404,
    message: 'There is no such grant.',
    remedy: 'Check the address.',
  },
  DELEGATION_NOT_FOUND: {
    status: 404,
    message: 'There is no such delegation.',
    remedy: 'Read the list again.',
  },
  EMERGENCY_NOT_FOUND: {
    status: 404,
    message: 'There is no such emergency access.',
    remedy: 'Check the id; it may be one that you may not see.',
  },
  DRIFT_NOT_FOUND: {
    status: 404,
    message: 'There is no such difference.',
    remedy: 'Read the list again; it may have been mended.',
  },
  REVIEW_NOT_FOUND: {
    status: 404,
    message: 'There is no such access review, or you are not asked in it.',
    remedy: 'Check the link, or ask who started the review.',
  },
  POLICY_NOT_FOUND: {
    status: 404,
    message: 'There is no such policy.',
    remedy: 'Look in the list of policies; it may have been removed.',
  },
  ROLE_NOT_FOUND: {
    status: 404,
    message: 'There is no such role.',
    remedy: 'Look in the list of roles; it may have been removed.',
  },
  RESPONSIBILITY_NOT_FOUND: {
    status: 404,
    message: 'There is no such responsibility.',
    remedy: 'Load the list again; it may have been removed.',
  },
  ENTITY_NOT_FOUND: {
    status: 404,
    message: 'There is no such entity in the catalog.',
    remedy: 'Check the ref; it may have been renamed or removed.',
  },
  BENEFICIARY_NOT_FOUND: {
    status: 404,
    message: 'There is no such user or group in the catalog.',
    remedy: 'Pick the person or group from the search.',
  },
  ROUTE_NOT_FOUND: {
    status: 404,
    message: 'There is no such operation.',
    remedy: 'The API is described at /api/dataset-access/openapi.json.',
  },

  // 409, 412, 422: the world moved on
  ALREADY_DECIDED: {
    status: 409,
    message: 'Somebody has already decided on this request.',
    remedy: 'Look at the outcome; a request is decided once.',
  },
  REQUEST_WITHDRAWN: {
    status: 409,
    message: 'The request was withdrawn.',
    remedy: 'Nothing to do; a new request can be filed.',
  },
  REQUEST_EXPIRED: {
    status: 409,
    message: 'Nobody decided in time and the request has expired.',
    remedy: 'File a new request if the access is still needed.',
  },
  REQUEST_CANCELLED: {
    status: 409,
    message:
      'The request was cancelled because the dataset or the beneficiary is gone.',
    remedy: 'Nothing to do.',
  },
  DATASET_MISSING: {
    status: 409,
    message:
      'The dataset is not in the catalog at the moment, or it is another one under the same name.',
    remedy:
      'Wait until the catalog has it again. A request whose dataset stays away is cancelled.',
  },
  BENEFICIARY_MISSING: {
    status: 409,
    message:
      'The beneficiary is not in the catalog at the moment, or is another one under the same name.',
    remedy:
      'Wait until the catalog has it again. A request whose beneficiary stays away is cancelled.',
  },
  TOO_MANY_COMMENTS: {
    status: 409,
    message: 'This request has as many comments as it can hold.',
    remedy: 'Decide on it, or talk to each other directly.',
  },
  GRANT_NOT_AWAITING: {
    status: 409,
    message: 'This grant is not waiting to be confirmed.',
    remedy: 'Look at its state; somebody may have confirmed it already.',
  },
  EMERGENCY_REVIEW_OPEN: {
    status: 409,
    message: 'Your last emergency access has not been reviewed yet.',
    remedy:
      'Ask one of those who can review it to do so, or ask for access in the ordinary way.',
  },
  EMERGENCY_NOT_NEEDED: {
    status: 409,
    message: 'You have this access already.',
    remedy: 'Use it; look at your access to see until when.',
  },
  EMERGENCY_REVIEWED: {
    status: 409,
    message: 'This was reviewed already.',
    remedy: 'Look at the review that is there; it stays.',
  },
  GRANT_ENDED: {
    status: 409,
    message: 'This access has ended already.',
    remedy: 'Look at its history; ask again where it is still needed.',
  },
  REMOVAL_NOT_AWAITED: {
    status: 409,
    message: 'Nobody has to take this access back in the source.',
    remedy: 'Look at its state; somebody may have confirmed it already.',
  },
  PROVISIONED_BY_CONNECTOR: {
    status: 409,
    message: 'A connector makes this access real in the source, not a person.',
    remedy: 'Wait for it, or look at what it reports on the page of the grant.',
  },
  DELEGATION_ENDED: {
    status: 409,
    message: 'This delegation is over.',
    remedy: 'Nothing has to be done.',
  },
  DRIFT_SOLVED: {
    status: 409,
    message: 'The source does not differ there any more.',
    remedy: 'Nothing has to be done. Read the list again.',
  },
  ACTION_NOT_POSSIBLE: {
    status: 409,
    message: 'This difference cannot be mended that way.',
    remedy: 'Choose one of the actions that are offered for it.',
  },
  SOURCE_PROBLEM: {
    status: 503,
    message: 'The source of the data did not do it.',
    remedy: 'Read the reason in the message, and try again.',
  },
  REVIEW_CLOSED: {
    status: 409,
    message: 'This access review is over.',
    remedy: 'Revoke the access on the page of the grant, if it has to go.',
  },
  REVIEW_EMPTY: {
    status: 409,
    message: 'There is no access in force in this scope, so nothing to review.',
    remedy: 'Choose a wider scope.',
  },
  ALREADY_REVIEWED: {
    status: 409,
    message: 'Somebody has reviewed this access already.',
    remedy:
      'Look at the decision. What was kept can still be revoked until the review closes.',
  },
  POLICY_NAME_TAKEN: {
    status: 409,
    message: 'There is already a policy of this name.',
    remedy: 'Choose another name, or change the policy that has it.',
  },
  ROLE_EXISTS: {
    status: 409,
    message: 'There is already a role of this id or title.',
    remedy: 'Choose another one.',
  },
  ROLE_IN_USE: {
    status: 409,
    message: 'Policies still name this role.',
    remedy: 'Take the role out of these policies first.',
  },
  LAST_ADMIN: {
    status: 409,
    message: 'Nobody would be left who can manage policies.',
    remedy:
      'Make somebody else an administrator first, or name superusers in app-config.',
  },
  RESPONSIBILITY_EXISTS: {
    status: 409,
    message: 'They already hold this responsibility there.',
    remedy: 'Change the one they have.',
  },
  RESPONSIBILITY_CLOSED: {
    status: 409,
    message: 'This responsibility is over.',
    remedy: 'Make a new one.',
  },
  DOMAIN_ACCESS_EXISTS: {
    status: 409,
    message: 'They have access to this domain already.',
    remedy: 'Change the access they have.',
  },
  DOMAIN_GRANT_CLOSED: {
    status: 409,
    message:
      'This access is over, or the domain or who it was for is another one now.',
    remedy: 'Revoke it, and give access anew where it is still needed.',
  },
  STALE_VERSION: {
    status: 412,
    message: 'This changed since you looked at it.',
    remedy: 'Load it again, check what changed, and repeat.',
  },
  LIST_CHANGED: {
    status: 412,
    message: 'Somebody else has changed this list since you read it.',
    remedy: 'Read it again, check what changed, and repeat your change.',
  },
  UNKNOWN_DOMAIN: {
    status: 422,
    message: 'The list names a domain that is not in the catalog.',
    remedy: 'Correct the name that the message shows.',
  },
  BAD_DOMAIN_LIST: {
    status: 422,
    message: 'This is not a list of domains.',
    remedy:
      'Send one object for each domain, with its name as the only key, and each domain once.',
  },
  IDEMPOTENCY_MISMATCH: {
    status: 422,
    message: 'This Idempotency-Key was already used for something else.',
    remedy: 'Use a new key for each new submission.',
  },

  // 413, 415, 429
  BODY_TOO_LARGE: {
    status: 413,
    message: 'The body is too large.',
    remedy: 'Send less in one call.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    message: 'Only JSON is understood here.',
    remedy: 'Send content-type: application/json.',
  },
  TOO_MANY_OPEN_REQUESTS: {
    status: 429,
    message: 'You have as many open requests as one person may have.',
    remedy: 'Wait for decisions, or withdraw requests that are not needed.',
  },

  PRECONDITION_REQUIRED: {
    status: 428,
    message: 'This call replaces a whole list and must say which one.',
    remedy:
      'Read the list first and send its ETag as If-Match, so that nobody’s change is lost.',
  },

  // 503: not your fault, nothing was lost
  CATALOG_UNAVAILABLE: {
    status: 503,
    message: 'The catalog cannot be read right now. Nothing was changed.',
    remedy: 'Try again in a moment.',
  },
  DECISIONS_UNAVAILABLE: {
    status: 503,
    message:
      'What may be done is not known right now, so nothing is allowed. Nothing was changed.',
    remedy:
      'Try again in a moment. If it lasts, the log of the portal says what cannot be read.',
  },
  RETRY_LATER: {
    status: 503,
    message: 'The database is busy. Nothing was changed.',
    remedy: 'Try again in a moment.',
  },
  APPROVER_SET_TOO_LARGE: {
    status: 403,
    message: 'The approver group is too large to be resolved.',
    remedy: 'Ask the owner to name a smaller group as approver.',
  },
} as const satisfies Record<string, ErrorCodeSpec>;

/**
 * A code of the closed list {@link errorCodes}.
 *
 * @public
 */
export type ErrorCode = keyof typeof errorCodes;
