import type {
  AuditorService,
  AuditorServiceEventSeverityLevel,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { operations } from 'backstage-plugin-dataset-access-common';
import type { Request, RequestHandler, Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Actor, identify } from '../actors/Actor';

/** An operation of the API description. */
export type OperationId = keyof operations;

type Parameters<O extends OperationId> = operations[O]['parameters'];
type Json<T> = T extends { content: { 'application/json': infer B } }
  ? B
  : never;
type Responses<O extends OperationId> = operations[O]['responses'];

/** A validated call. */
export interface OperationCall<O extends OperationId> {
  actor: Actor;
  params: Parameters<O> extends { path: infer P } ? P : {};
  query: NonNullable<Parameters<O>['query']>;
  body: operations[O] extends { requestBody: infer B } ? Json<B> : undefined;
  header(name: string): string | undefined;
}

/** Errors are thrown, and 401 is Backstage's own answer. */
type SuccessStatus<O extends OperationId> = Exclude<
  Extract<keyof Responses<O>, number>,
  401
>;

/** A file of comma-separated values that is written while it is read, and never is in memory as a whole. */
export interface CsvFile {
  /** Safe in a header: letters, digits, dots and hyphens. */
  filename: string;
  lines: AsyncIterable<string>;
}

type Reply<S, R> = {
  status: S;
  headers?: Readonly<Record<string, string>>;
} & (R extends { content: { 'text/csv': unknown } }
  ? { csv: CsvFile; body?: undefined }
  : { body: Json<R>; csv?: undefined });

/** One of the successes that the API description promises. */
export type OperationReply<O extends OperationId> = {
  [S in SuccessStatus<O>]: Reply<S, Responses<O>[S]>;
}[SuccessStatus<O>];

export type OperationHandler<O extends OperationId> = (
  call: OperationCall<O>,
) => Promise<OperationReply<O>>;

/** The handlers of some operations; one for each makes the API. */
export type OperationHandlers<O extends OperationId = OperationId> = {
  [K in O]: OperationHandler<K>;
};

/**
 * What goes to Backstage's audit log, beside our own history: every write, and the attempts that were refused (threat
 * model K3). Decisions about access are of high severity, other writes of medium.
 */
export const auditedOperations: Partial<
  Record<
    OperationId,
    { eventId: string; severity: AuditorServiceEventSeverityLevel }
  >
> = {
  submitRequests: { eventId: 'request-submit', severity: 'medium' },
  decideRequest: { eventId: 'request-decide', severity: 'high' },
  decideRequests: { eventId: 'request-decide-many', severity: 'high' },
  withdrawRequest: { eventId: 'request-withdraw', severity: 'medium' },
  commentOnRequest: { eventId: 'request-comment', severity: 'medium' },
  confirmGrant: { eventId: 'grant-confirm', severity: 'high' },
  revokeGrant: { eventId: 'grant-revoke', severity: 'high' },
  returnGrant: { eventId: 'grant-return', severity: 'medium' },
  confirmRemoval: { eventId: 'grant-removal-confirm', severity: 'high' },
  createDelegation: { eventId: 'delegation-create', severity: 'high' },
  endDelegation: { eventId: 'delegation-end', severity: 'high' },
  resolveDrift: { eventId: 'drift-resolve', severity: 'high' },
  startReview: { eventId: 'review-start', severity: 'high' },
  decideReviewItems: { eventId: 'review-decide', severity: 'high' },
  closeReview: { eventId: 'review-close', severity: 'high' },
  exportReview: { eventId: 'review-export', severity: 'low' },
  takeEmergencyAccess: { eventId: 'emergency-take', severity: 'critical' },
  reviewEmergency: { eventId: 'emergency-review', severity: 'high' },
  createPolicy: { eventId: 'policy-create', severity: 'high' },
  updatePolicy: { eventId: 'policy-update', severity: 'high' },
  setPolicyState: { eventId: 'policy-set-state', severity: 'high' },
  deletePolicy: { eventId: 'policy-delete', severity: 'high' },
  importPolicies: { eventId: 'policy-import', severity: 'high' },
  createRole: { eventId: 'role-create', severity: 'medium' },
  updateRole: { eventId: 'role-update', severity: 'medium' },
  deleteRole: { eventId: 'role-delete', severity: 'high' },
  assignRole: { eventId: 'role-assign', severity: 'high' },
  removeRole: { eventId: 'role-remove', severity: 'high' },
  createResponsibility: { eventId: 'responsibility-create', severity: 'high' },
  updateResponsibility: { eventId: 'responsibility-update', severity: 'high' },
  deleteResponsibility: { eventId: 'responsibility-delete', severity: 'high' },
  terminateResponsibility: {
    eventId: 'responsibility-terminate',
    severity: 'high',
  },
  createDomainGrant: { eventId: 'domain-grant-create', severity: 'high' },
  updateDomainGrant: { eventId: 'domain-grant-update', severity: 'high' },
  deleteDomainGrant: { eventId: 'domain-grant-delete', severity: 'high' },
  createUserDomainGrant: { eventId: 'domain-grant-create', severity: 'high' },
  updateUserDomainGrant: { eventId: 'domain-grant-update', severity: 'high' },
  deleteUserDomainGrant: { eventId: 'domain-grant-delete', severity: 'high' },
  replaceGroupDomains: { eventId: 'group-domains-replace', severity: 'high' },
  explainDecision: { eventId: 'decision-explain', severity: 'low' },
  whoHasAccess: { eventId: 'access-list', severity: 'low' },
};

/** Parses and maps: the only place where Express and the services meet. */
export function operationRoute<O extends OperationId>(
  operationId: O,
  handler: OperationHandler<O>,
  services: { httpAuth: HttpAuthService; auditor: AuditorService },
): RequestHandler {
  return async (req: Request<any, any, any, any>, res) => {
    const actor = await identify(services.httpAuth, req);
    // the validator has made sure of the shapes
    const call: OperationCall<O> = {
      actor,
      params: req.params,
      query: req.query,
      body: req.body,
      header: (name: string) => req.header(name),
    };
    const { status, headers, body, csv } = await audited(
      operationId,
      req,
      services.auditor,
      () => handler(call),
    );
    res.status(status).set({ ...headers });
    await (csv ? sendFile(res, csv) : res.json(body));
  };
}

async function sendFile(res: Response, { filename, lines }: CsvFile) {
  res.type('text/csv').attachment(filename).set('cache-control', 'no-store');
  // at the reader's pace; when it breaks off in the middle, so does the answer, and nobody takes a part for the whole
  await pipeline(Readable.from(lines), res);
}

async function audited<T>(
  operationId: OperationId,
  request: Request<any, any, any, any>,
  auditor: AuditorService,
  run: () => Promise<T>,
): Promise<T> {
  const entry = auditedOperations[operationId];
  if (!entry) {
    return run();
  }
  const event = await auditor.createEvent({
    eventId: entry.eventId,
    severityLevel: entry.severity,
    request,
    meta: { ...request.params },
  });
  try {
    const result = await run();
    await event.success();
    return result;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}
