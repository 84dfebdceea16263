import type { HumanDuration } from '@backstage/types';
import type { AccessLevel } from 'backstage-plugin-dataset-access-common';

/**
 * One endpoint that is told what access is to be true.
 *
 * @public
 */
export interface WebhookEndpointSettings {
  /** Where messages are posted. `https`, unless the host is this machine or `allowHttp` is set. */
  url: string;
  /**
   * What messages are signed with: `whsec_` and 24 to 64 bytes in base64. With several, each message has a signature by each,
   * so that the receiver can go from one to the next.
   */
  secrets: string | string[];
  /** How long an answer may take, as ISO-8601 or in parts. Default: `PT10S`. */
  timeout?: string | HumanDuration;
  /** The levels that the endpoint can give. Default: all. */
  levels?: AccessLevel[];
  /** Whether messages may go over a network without encryption. Default: false. */
  allowHttp?: boolean;
}

/** @public */
export interface WebhookSettings {
  /** By names that datasets use in the annotation `data-registry/webhook`. */
  endpoints: Record<string, WebhookEndpointSettings>;
}
