import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { AccessTable, Refusal, type TableOrder } from './AccessTable';

/** A secret as Standard Webhooks have them. */
export function newSecret(bytes = 32): string {
  return `whsec_${randomBytes(bytes).toString('base64')}`;
}

/** A message that came in, as far as it was one. */
export interface Received {
  id: string;
  type: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Something to do instead of the usual. @returns whether it was done; `lose` for the usual, with the answer lost */
export type Fault = (
  message: Received,
  response: ServerResponse,
) => boolean | 'lose';

/**
 * An endpoint as the guide describes it, on a port of this machine: it believes what is signed with one of its secrets and no
 * older than five minutes, answers a copy of what it has done with what it answered then, refuses what was held up, and keeps a table of access.
 */
export class TestReceiver {
  readonly table = new AccessTable();
  readonly received: Received[] = [];
  /** What the next messages meet, one each. */
  readonly faults: Fault[] = [];
  /** How many changes an order makes before it stops and says that it was done. */
  halfway: number | undefined;
  secrets: string[];
  readonly #done = new Map<string, object>();
  readonly #revisions = new Map<string, number>();
  #server: Server | undefined;
  #port = 0;

  static async start(secrets = [newSecret()]): Promise<TestReceiver> {
    const receiver = new TestReceiver(secrets);
    await receiver.start();
    return receiver;
  }

  private constructor(secrets: string[]) {
    this.secrets = secrets;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/access`;
  }

  /** The ids of what came in of one type. */
  ids(type: string): string[] {
    return this.received
      .filter(one => one.type === `dataset-access.${type}`)
      .map(({ id }) => id);
  }

  async start(): Promise<void> {
    this.#server = createServer((request, response) => {
      void this.#receive(request, response);
    });
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (server) {
      this.#server = undefined;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    }
  }

  async #receive(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const body = Buffer.concat(chunks).toString('utf8');
    const headers = request.headers as Record<string, string>;
    const message = this.#verified(body, headers);
    const id = headers['webhook-id'];
    const received = {
      id,
      type: message?.type ?? 'not verified',
      headers: request.headers,
      body,
    };
    this.received.push(received);
    const outcome = this.faults.shift()?.(received, response);
    if (outcome === true) {
      return;
    }
    if (!message) {
      response.writeHead(401).end();
      return;
    }
    const known = this.#done.get(id);
    if (known) {
      respond(response, 200, known);
      return;
    }
    const { wish } = message.data;
    if (wish && wish.revision < (this.#revisions.get(wish.id) ?? 0)) {
      response.writeHead(409).end();
      return;
    }
    try {
      const answer = this.#answer(message);
      if (/apply|revoke/.test(message.type)) {
        this.#done.set(id, answer);
      }
      if (wish) {
        this.#revisions.set(wish.id, wish.revision);
      }
      if (outcome === 'lose') {
        response.destroy();
        return;
      }
      respond(response, 200, answer);
    } catch (error) {
      const { code, message: text } = error as Refusal;
      respond(response, 422, { problem: { code, message: text } });
    }
  }

  #verified(
    body: string,
    headers: Record<string, string>,
  ): { type: string; data: any } | undefined {
    for (const secret of this.secrets) {
      try {
        return new Webhook(secret).verify(body, headers) as {
          type: string;
          data: any;
        };
      } catch {
        // by another secret, perhaps
      }
    }
    return undefined;
  }

  #answer({ type, data }: { type: string; data: any }): object {
    switch (type) {
      case 'dataset-access.locate': {
        const tables = data.dataset.object.split(' ');
        const account = data.subject.name ?? data.subject.email.split('@')[0];
        this.table.mustExist({ account, tables });
        return {
          target: { account, tables },
          holder: account,
          objects: tables.join(', '),
        };
      }
      case 'dataset-access.plan':
        return { steps: this.table.plan(data as TableOrder) };
      case 'dataset-access.apply':
      case 'dataset-access.revoke': {
        const most = this.halfway;
        this.halfway = undefined;
        return { steps: this.table.apply(data as TableOrder, most) };
      }
      case 'dataset-access.read':
        return {
          holdings: this.table.read(data.dataset.object.split(' ')),
        };
      default:
        throw new Refusal('MISCONFIGURED', 'No such message');
    }
  }
}

/** Answers with JSON. */
export function respond(
  response: ServerResponse,
  status: number,
  value: object,
): true {
  response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(JSON.stringify(value));
  return true;
}
