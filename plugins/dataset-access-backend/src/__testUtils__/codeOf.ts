import type { ErrorCode } from 'backstage-plugin-dataset-access-common';
import type { Response } from 'supertest';

/** The status of an answer and, if it is a refusal of ours, the code that says why. */
export function codeOf({
  status,
  body,
}: Pick<Response, 'status' | 'body'>): [number, ErrorCode | undefined] {
  return [status, body.error?.code];
}
