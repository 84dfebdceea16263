import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  DatasetAccessError,
  ErrorCode,
  ErrorResponse,
  isDatasetAccessError,
} from 'backstage-plugin-dataset-access-common';
import type { ErrorRequestHandler, RequestHandler } from 'express';

/** In seconds; long enough for a restart, short enough to wait for. */
const RETRY_AFTER = '5';

/** By name, as Backstage tells them apart: an app may hold their classes more than once. */
const BACKSTAGE_ERRORS = new Set([
  'InputError',
  'AuthenticationError',
  'NotAllowedError',
  'NotFoundError',
  'ConflictError',
  'ServiceUnavailableError',
]);

const UNEXPECTED =
  'Something went wrong in the portal. Try again; if it happens again, its log says what it was.';

/**
 * Answers errors that the caller can do something about: with a code of the closed list, a sentence that helps, and
 * nothing else; never a stack or what went wrong underneath. Backstage's own errors, such as for a missing token, are left
 * to it. What nobody expected goes to the log alone: the message of a database may quote the statement.
 */
export function errorResponses(logger: LoggerService): ErrorRequestHandler {
  return (thrown, req, res, next) => {
    const error = isDatasetAccessError(thrown) ? thrown : fromHttpLayer(thrown);
    if (res.headersSent || (!error && isOfBackstage(thrown))) {
      next(thrown);
      return;
    }
    if (!error) {
      logger.error(`${req.method} ${req.path} failed`, asError(thrown));
      next(new Error(UNEXPECTED));
      return;
    }
    if (error.statusCode === 503) {
      res.setHeader('Retry-After', RETRY_AFTER);
      logger.warn(
        `${error.code} on ${req.method} ${req.path}: ${stringifyError(
          error.cause ?? error,
        )}`,
      );
    }
    const body: ErrorResponse = {
      error: {
        name: error.name,
        message: error.message,
        code: error.code,
        details: error.details,
        current: error.current,
      },
      request: { method: req.method, url: req.url },
      response: { statusCode: error.statusCode },
    };
    res.status(error.statusCode).json(body);
  };
}

function isOfBackstage(thrown: unknown): boolean {
  return thrown instanceof Error && BACKSTAGE_ERRORS.has(thrown.name);
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(stringifyError(thrown));
}

/** The answer to everything that the API description does not have. */
export const noSuchRoute: RequestHandler = () => {
  throw new DatasetAccessError('ROUTE_NOT_FOUND');
};

/** What body-parser, the validator and Express throw: an error with a `status`. */
interface HttpLayerError {
  status: number;
  type?: string;
  errors?: Array<{ path: string; message: string }>;
}

// https://github.com/expressjs/body-parser#errors
const bodyErrors: Record<string, ErrorCode> = {
  'entity.too.large': 'BODY_TOO_LARGE',
  'charset.unsupported': 'UNSUPPORTED_MEDIA_TYPE',
  'encoding.unsupported': 'UNSUPPORTED_MEDIA_TYPE',
};
const statusErrors: Record<number, ErrorCode> = {
  404: 'ROUTE_NOT_FOUND',
  405: 'ROUTE_NOT_FOUND',
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

function fromHttpLayer(thrown: unknown): DatasetAccessError | undefined {
  if (!isHttpLayerError(thrown)) {
    return undefined;
  }
  if (thrown.type) {
    return new DatasetAccessError(bodyErrors[thrown.type] ?? 'BODY_NOT_JSON', {
      cause: thrown,
    });
  }
  const code = statusErrors[thrown.status];
  if (code) {
    return new DatasetAccessError(code, { cause: thrown });
  }
  const details = (thrown.errors ?? []).map(({ path, message }) => ({
    field: path.replace(/^\//, '').replaceAll('/', '.'),
    problem: message,
  }));
  const fields = details.map(({ field, problem }) => `${field} ${problem}`);
  return new DatasetAccessError('INVALID_REQUEST', {
    message:
      fields.length > 0
        ? `The request does not match the API description: ${fields.join(
            '; ',
          )}.`
        : undefined,
    details,
    cause: thrown,
  });
}

function isHttpLayerError(thrown: unknown): thrown is HttpLayerError {
  if (!(thrown instanceof Error) || !('status' in thrown)) {
    return false;
  }
  const { status } = thrown;
  return typeof status === 'number' && status >= 400 && status < 500;
}
