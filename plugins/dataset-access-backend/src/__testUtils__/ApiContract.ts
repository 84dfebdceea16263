import express from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import supertest, { Response } from 'supertest';
import { spec } from '../schema/openapi.gen';

type MiddlewareOptions = Parameters<typeof OpenApiValidator.middleware>[0];

interface Schema {
  $ref?: string;
  type?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: unknown;
  unevaluatedProperties?: boolean;
  items?: Schema;
  allOf?: Schema[];
}

interface DescribedResponse {
  description: string;
  content: Record<string, { schema: Schema }>;
}

/** An operation of the API description with its answers; `default` stands for every status that is not named. */
interface DescribedOperation {
  operationId: string;
  method: string;
  path: string;
  responses: Record<string, DescribedResponse>;
}

/** What an answer has to the outside. */
export type Answer = Pick<Response, 'status' | 'type' | 'body'>;

/** An API description, as far as it is read here. */
export interface ApiDescription {
  openapi: string;
  info: object;
  paths: Record<string, Record<string, any>>;
}

/**
 * An API description as a judge of answers. It is stricter than the description is with clients: a property that it does
 * not name is an error, so that nothing is sent that nobody wrote down. Unless told otherwise it reads ours: a constant that
 * `yarn generate --check` keeps the same as `openapi.yaml`.
 */
export class ApiContract {
  readonly operations: DescribedOperation[];
  readonly #description: ApiDescription;
  readonly #app = express();
  #replayed!: Answer;
  #found: string[] = [];

  constructor(description: ApiDescription = spec) {
    this.#description = description;
    this.operations = describedOperations(description);
    this.#app.use(
      OpenApiValidator.middleware({
        apiSpec: this.#strictDescription(),
        validateRequests: false,
        validateSecurity: false,
        validateResponses: {
          allErrors: true,
          onError: ({ errors }) => {
            this.#found = errors.map(
              ({ path, message }) => `${path} ${message}`,
            );
          },
        },
      }),
    );
    this.#app.use((_req, res) => {
      const { status, type, body } = this.#replayed;
      res.status(status).type(type).json(body);
    });
  }

  operation(operationId: string): DescribedOperation {
    return this.operations.find(one => one.operationId === operationId)!;
  }

  /** The status of an operation that did what it was asked for. */
  success(operationId: string): number {
    const { responses } = this.operation(operationId);
    return Number(Object.keys(responses).find(status => /^2/.test(status)));
  }

  /** In what an answer differs from what the description promises; empty when in nothing. */
  async differences(
    operationId: string,
    { status, type, body }: Answer,
  ): Promise<string[]> {
    const { method, path, responses } = this.operation(operationId);
    const described = status in responses ? `${status}` : 'default';
    if (!(described in responses)) {
      return [`status ${status}`];
    }
    if (!Object.hasOwn(responses[described].content, type)) {
      return [`content type ${type}`];
    }
    if (type === 'text/csv') {
      // the validator knows JSON alone; what is in the file is for the tests of what writes it
      return [];
    }
    // the answer is sent once more, past the validator with which a server would check its own answers
    const replayed = replayStatus(responses, described);
    this.#replayed = { status: replayed, type, body };
    this.#found = [];
    const address = path.replace(/\{\w+\}/g, 'any');
    const replay = await supertest(this.#app)[method as 'get' | 'post'](
      address,
    );
    if (replay.status !== replayed) {
      throw new Error(`The validator could not judge ${operationId}`);
    }
    return this.#found;
  }

  #strictDescription(): MiddlewareOptions['apiSpec'] {
    const paths: Record<string, Record<string, object>> = {};
    for (const { method, path, operationId, responses } of this.operations) {
      const replayed = Object.entries(responses).map(([status, response]) => [
        replayStatus(responses, status),
        response,
      ]);
      paths[path] = {
        ...paths[path],
        [method]: { operationId, responses: Object.fromEntries(replayed) },
      };
    }
    const { openapi, info } = this.#description;
    return { openapi, info, paths } as unknown as MiddlewareOptions['apiSpec'];
  }
}

/** The validator looks away from faults (5xx), so each described answer is judged under a status that it looks at. */
function replayStatus(
  responses: DescribedOperation['responses'],
  described: string,
): number {
  return 200 + Object.keys(responses).indexOf(described);
}

function describedOperations(
  description: ApiDescription,
): DescribedOperation[] {
  return Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, responses }]) => ({
      operationId,
      method,
      path,
      responses: Object.fromEntries(
        Object.entries(responses as Record<string, { $ref?: string }>).map(
          ([status, response]) => [
            status,
            strictResponse(description, response),
          ],
        ),
      ),
    })),
  );
}

/** Of an answer, what is judged: its content and not its headers. */
function strictResponse(
  description: ApiDescription,
  response: { $ref?: string },
): DescribedResponse {
  const described = resolved(description, response) as DescribedResponse;
  return {
    description: described.description,
    content: Object.fromEntries(
      Object.entries(described.content).map(([type, { schema }]) => [
        type,
        { schema: strict(description, schema) },
      ]),
    ),
  };
}

/** @param isPart - of an `allOf`, which is closed as a whole */
function strict(
  description: ApiDescription,
  reference: Schema,
  isPart = false,
): Schema {
  const schema = resolved(description, reference) as Schema;
  const { properties, items, allOf } = schema;
  const isOpen = isPart || schema.additionalProperties !== undefined;
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, one]) => [
          name,
          strict(description, one),
        ]),
      ),
    }),
    ...(items && { items: strict(description, items) }),
    ...(allOf && {
      allOf: allOf.map(part => strict(description, part, true)),
    }),
    ...((properties || allOf) && !isOpen && { unevaluatedProperties: false }),
  };
}

/** What stands where a node refers to. */
export function resolved(
  description: ApiDescription,
  node: { $ref?: string },
): object {
  if (!node.$ref) {
    return node;
  }
  const keys = node.$ref.replace('#/', '').split('/');
  return keys.reduce<any>((within, key) => within[key], description);
}
