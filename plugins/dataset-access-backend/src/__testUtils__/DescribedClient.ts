import express from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import supertest from 'supertest';
import { Answer, ApiContract, ApiDescription, resolved } from './ApiContract';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
}

/** What a caller of an operation gives. */
export interface DescribedCall {
  /** For the places in the path, in their order. */
  path: readonly string[];
  /** For parameters of the query and the header. */
  parameters?: Readonly<Record<string, string>>;
  body?: object;
}

type Description = ApiDescription & { servers: Array<{ url: string }> };

/**
 * A client that knows nothing of an API but the description that the API itself serves: where the server is, which
 * operations there are, how their paths, parameters and bodies look, and what they answer. It sends nothing and takes nothing
 * that the description does not allow.
 */
export class DescribedClient {
  readonly #description: Description;
  readonly #server: URL;
  readonly #contract: ApiContract;
  readonly #judge = express();

  /** @param url - where the description is */
  static async from(url: string): Promise<DescribedClient> {
    const response = await fetch(url);
    return new DescribedClient(await response.json(), url);
  }

  private constructor(description: Description, url: string) {
    this.#description = description;
    this.#server = new URL(description.servers[0].url, url);
    this.#contract = new ApiContract(description);
    this.#judge.use(express.json());
    this.#judge.use(
      OpenApiValidator.middleware({
        apiSpec: description as unknown as Parameters<
          typeof OpenApiValidator.middleware
        >[0]['apiSpec'],
        validateRequests: { allowUnknownQueryParameters: false },
        validateResponses: false,
        validateSecurity: false,
      }),
    );
    this.#judge.use((_req, res) => {
      res.status(204).end();
    });
  }

  /**
   * Calls an operation.
   *
   * @param place - a path in words of one's own for its parts, such as `groups/{id}/domains`, below some version
   */
  async call(
    authorization: string,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    place: string,
    call: DescribedCall,
  ): Promise<Answer & { etag: string | null }> {
    const { operationId, path, parameters } = this.#operation(method, place);
    const values = call.path.values();
    const filled = path.replace(/\{\w+\}/g, () =>
      encodeURIComponent(values.next().value as string),
    );
    const given = (kind: Parameter['in']) =>
      parameters.flatMap(one =>
        one.in === kind && call.parameters?.[one.name] !== undefined
          ? [[one.name, call.parameters[one.name]]]
          : [],
      );
    const query = new URLSearchParams(given('query'));
    const address = `${this.#server.pathname}${filled}${
      query.size > 0 ? `?${query}` : ''
    }`;
    const unknown = Object.keys(call.parameters ?? {}).filter(
      name => !parameters.some(one => one.name === name),
    );
    if (unknown.length > 0) {
      throw new Error(`${operationId} is described without ${unknown}`);
    }
    const request = {
      method,
      headers: {
        ...Object.fromEntries(given('header')),
        ...(call.body ? { 'content-type': 'application/json' } : {}),
      },
      body: call.body && JSON.stringify(call.body),
    };
    await this.#checkRequest(address, request);
    const response = await fetch(new URL(address, this.#server), {
      ...request,
      headers: { ...request.headers, authorization },
    });
    const answer = {
      status: response.status,
      type: (response.headers.get('content-type') ?? '').split(';')[0],
      body: await response.json(),
      etag: response.headers.get('etag'),
    };
    const differences = await this.#contract.differences(operationId, answer);
    if (differences.length > 0) {
      throw new Error(`${operationId} is described otherwise: ${differences}`);
    }
    return answer;
  }

  /** The only operation at a place, whatever the description calls the parts of its path. */
  #operation(method: string, place: string) {
    const nameless = (path: string) =>
      path.replace(/^\/v\d+\//, '').replace(/\{\w+\}/g, '{}');
    const found = Object.entries(this.#description.paths).filter(
      ([path]) => nameless(path) === nameless(place),
    );
    const operation = found[0]?.[1][method.toLowerCase()];
    if (found.length !== 1 || !operation) {
      throw new Error(`${method} ${place} is not described`);
    }
    const parameters: Array<{ $ref?: string }> = operation.parameters ?? [];
    return {
      operationId: operation.operationId as string,
      path: found[0][0],
      parameters: parameters.map(
        one => resolved(this.#description, one) as Parameter,
      ),
    };
  }

  /** Holds what is about to be sent against the description. */
  async #checkRequest(
    address: string,
    {
      method,
      headers,
      body,
    }: { method: string; headers: Record<string, string>; body?: string },
  ): Promise<void> {
    const { status, text } = await supertest(this.#judge)
      [method.toLowerCase() as 'get'](address)
      .set(headers)
      .send(body);
    if (status !== 204) {
      throw new Error(`The description does not allow this call: ${text}`);
    }
  }
}
