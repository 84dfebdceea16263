import type { components } from '../client/api.gen';
import { ErrorCode, errorCodes } from './errorCodes';

type ErrorBody = components['schemas']['ErrorResponse']['error'];

/** The names that the rest of Backstage knows for these statuses, so that `ResponseError` and retry logic work. */
const names: Record<number, string> = {
  400: 'InputError',
  403: 'NotAllowedError',
  404: 'NotFoundError',
  409: 'ConflictError',
  412: 'PreconditionFailedError',
  413: 'PayloadTooLargeError',
  415: 'UnsupportedMediaTypeError',
  422: 'UnprocessableContentError',
  428: 'PreconditionRequiredError',
  429: 'TooManyRequestsError',
  503: 'ServiceUnavailableError',
};

/**
 * What may go with a {@link DatasetAccessError}.
 *
 * @public
 */
export interface DatasetAccessErrorOptions {
  /** A sentence that fits the case better than the general one of the code. */
  message?: string;
  /** The fields that are wrong, for `INVALID_REQUEST`. */
  details?: ErrorBody['details'];
  /** What the request has become, for the conflicts of a decision. */
  current?: ErrorBody['current'];
  /** What went wrong underneath. It is logged, never sent. */
  cause?: unknown;
}

/**
 * An error that may be shown to the caller: it carries a code of the closed list and a sentence that helps.
 * Its `name` is that of the matching `@backstage/errors` class.
 *
 * @public
 */
export class DatasetAccessError extends Error {
  readonly code: ErrorCode;
  /** HTTP status; read by Backstage's error middleware as well. */
  readonly statusCode: number;
  readonly details?: ErrorBody['details'];
  readonly current?: ErrorBody['current'];

  constructor(code: ErrorCode, options: DatasetAccessErrorOptions = {}) {
    super(options.message ?? errorCodes[code].message, {
      cause: options.cause,
    });
    this.code = code;
    this.statusCode = errorCodes[code].status;
    this.name = names[this.statusCode];
    this.details = options.details;
    this.current = options.current;
  }
}

/**
 * Whether an error carries a code of the closed list; holds across package copies and after a trip over HTTP.
 *
 * @public
 */
export function isDatasetAccessError(
  error: unknown,
): error is DatasetAccessError {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    Object.hasOwn(errorCodes, error.code)
  );
}
