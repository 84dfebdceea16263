import { ConnectorProblem } from 'backstage-plugin-dataset-access-node';

/** Statuses of an endpoint that is there and cannot at the moment. */
const PASSING = [408, 409, 423, 425, 429];

/**
 * What a status means, by itself: bodies of errors are not read, since nobody knows what is in them.
 *
 * @param name - of the endpoint
 */
export function statusProblem(name: string, status: number): ConnectorProblem {
  if (status >= 500 || PASSING.includes(status)) {
    return new ConnectorProblem(
      'SOURCE_UNAVAILABLE',
      `The endpoint ${name} cannot do it at the moment (HTTP ${status}).`,
    );
  }
  if (status === 401 || status === 403) {
    return new ConnectorProblem(
      'NOT_PERMITTED',
      `The endpoint ${name} refuses our messages (HTTP ${status}). Its secret and ours must be the same, and its clock right to five minutes.`,
    );
  }
  // where the platform hides what a redirect says, it has no status
  return status === 0 || (status >= 300 && status < 400)
    ? new ConnectorProblem(
        'MISCONFIGURED',
        `The endpoint ${name} redirects, which is not followed. Configure the address that it redirects to.`,
      )
    : new ConnectorProblem(
        'MISCONFIGURED',
        `The endpoint ${name} answers with HTTP ${status}, which is not in the guide to connectors. Look at its address and its log.`,
      );
}

/**
 * A call without an answer, or with half of one.
 *
 * @param name - of the endpoint
 * @param error - what the call failed with; only its code is told, since its words may hold the address
 */
export function transportProblem(
  name: string,
  error: unknown,
  timeoutMs: number,
): ConnectorProblem {
  const { name: kind, cause } = (error ?? {}) as {
    name?: unknown;
    cause?: { code?: unknown };
  };
  if (kind === 'TimeoutError') {
    return new ConnectorProblem(
      'SOURCE_UNAVAILABLE',
      `The endpoint ${name} did not answer within ${timeoutMs / 1000} s.`,
    );
  }
  const code =
    typeof cause?.code === 'string' && /^[A-Z0-9_]{2,40}$/.test(cause.code)
      ? ` (${cause.code})`
      : '';
  return new ConnectorProblem(
    'SOURCE_UNAVAILABLE',
    `The endpoint ${name} cannot be reached, or broke off${code}.`,
  );
}
