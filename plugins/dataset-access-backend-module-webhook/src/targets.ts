import type { JsonObject } from '@backstage/types';
import type { SourceTarget } from 'backstage-plugin-dataset-access-node';

/** Where access is given: the endpoint, and what the endpoint made of dataset and subject. */
export interface WebhookTarget {
  endpoint: string;
  at: JsonObject;
}

export function toTarget(endpoint: string, at: JsonObject): SourceTarget {
  return { endpoint, at };
}

/** Reads a target that was recorded. @throws Error when it is none of this connector's */
export function parseTarget({ endpoint, at }: SourceTarget): WebhookTarget {
  if (
    typeof endpoint !== 'string' ||
    typeof at !== 'object' ||
    at === null ||
    Array.isArray(at)
  ) {
    throw new Error('This is not a target of the webhook connector');
  }
  return { endpoint, at: at as JsonObject };
}
