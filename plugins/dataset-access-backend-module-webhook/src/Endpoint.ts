import type { JsonObject } from '@backstage/types';
import type { AccessLevel } from 'backstage-plugin-dataset-access-common';
import {
  ConnectorProblem,
  type SourceWish,
} from 'backstage-plugin-dataset-access-node';
import { Webhook } from 'standardwebhooks';
import type { z } from 'zod';
import { problemAnswer } from './answers';
import type { EndpointOptions } from './endpointOptions';
import { messageId } from './messageId';
import { readAnswer } from './readAnswer';
import { statusProblem, transportProblem } from './transportProblem';

/** What an endpoint is asked or told. */
export interface EndpointMessage {
  type: 'locate' | 'plan' | 'apply' | 'revoke' | 'read';
  data: JsonObject;
  /** What it carries out; absent for what is a new message each time. */
  wish?: SourceWish;
}

/** The status that goes with a problem which the endpoint names itself. */
const PROBLEM_STATUS = 422;

/**
 * One configured endpoint: signs what is sent as Standard Webhooks say, and believes no more of the answers than the guide to
 * connectors lays down. Its address and secrets are in no message, and nothing of an answer is unless it is where it belongs.
 */
export class Endpoint {
  readonly name: string;
  readonly levels: readonly AccessLevel[];
  readonly #options: EndpointOptions;
  readonly #signers: readonly Webhook[];

  constructor(name: string, options: EndpointOptions) {
    this.name = name;
    this.levels = options.levels;
    this.#options = options;
    this.#signers = options.secrets.map(secret => new Webhook(secret));
  }

  /**
   * Posts a message and reads the answer.
   *
   * @throws ConnectorProblem `SOURCE_UNAVAILABLE` when there is no answer or one that says so, `NOT_PERMITTED` when it does not
   * take our signature, `MISCONFIGURED` when it is something else than an endpoint; or what the endpoint names
   */
  async ask<T>(
    { type, data, wish }: EndpointMessage,
    answer: z.ZodType<T>,
  ): Promise<T> {
    const message: JsonObject = {
      type: `dataset-access.${type}`,
      data: { ...data, ...(wish && { wish: { ...wish } }) },
    };
    const { status, text } = await this.#post(
      messageId(wish, message),
      JSON.stringify(message),
    );
    const value = this.#parse(text);
    if (status === PROBLEM_STATUS) {
      const { problem } = this.#check(problemAnswer, value);
      throw new ConnectorProblem(
        problem.code,
        `The endpoint ${this.name} says: ${problem.message}`,
      );
    }
    return this.#check(answer, value);
  }

  async #post(
    id: string,
    body: string,
  ): Promise<{ status: number; text: string }> {
    const { url, timeoutMs } = this.#options;
    const now = new Date();
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(url, {
        method: 'POST',
        body,
        signal,
        // whoever can send us elsewhere would get what was meant for the endpoint
        redirect: 'manual',
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
          'webhook-signature': this.#signers
            .map(signer => signer.sign(id, now, body))
            .join(' '),
        },
      });
      const { status } = response;
      if (status !== 200 && status !== PROBLEM_STATUS) {
        await response.body?.cancel();
        throw statusProblem(this.name, status);
      }
      return { status, text: await readAnswer(this.name, response) };
    } catch (error) {
      throw error instanceof ConnectorProblem
        ? error
        : transportProblem(this.name, error, timeoutMs);
    }
  }

  #parse(text: string): unknown {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw this.#notAsDescribed();
    }
    // what comes from there gets into records, screens and logs
    const plain = JSON.stringify(value);
    if (this.#options.secrets.some(secret => plain.includes(bare(secret)))) {
      throw new ConnectorProblem(
        'MISCONFIGURED',
        `The endpoint ${this.name} repeats a signing secret in its answer, so that the answer was not used.`,
      );
    }
    return value;
  }

  #check<T>(schema: z.ZodType<T>, value: unknown): T {
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      throw this.#notAsDescribed();
    }
    return parsed.data;
  }

  #notAsDescribed(): ConnectorProblem {
    return new ConnectorProblem(
      'MISCONFIGURED',
      `The endpoint ${this.name} answers something else than the guide to connectors describes. Look at its log.`,
    );
  }
}

/** A secret without what all of them begin with. */
function bare(secret: string): string {
  return secret.replace(/^whsec_/, '');
}
