import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { accessLevels } from 'backstage-plugin-dataset-access-common';
import {
  type ConnectorCapabilities,
  ConnectorProblem,
  type SourceConnector,
  type SourceHolding,
  type SourceLocation,
  type SourceOrder,
  type SourceStep,
  type SourceWish,
} from 'backstage-plugin-dataset-access-node';
import {
  annotation,
  endpointName,
  WEBHOOK_ANNOTATION,
  WEBHOOK_OBJECT_ANNOTATION,
  WEBHOOK_SUBJECT_ANNOTATION,
} from './annotations';
import { holdingsAnswer, locationAnswer, stepsAnswer } from './answers';
import { Endpoint } from './Endpoint';
import { parseSettings } from './endpointOptions';
import { EndpointWish, endpointWishes } from './endpointWishes';
import { toTarget } from './targets';
import type { WebhookSettings } from './WebhookSettings';

/** One endpoint with its part of an order. */
interface Errand {
  endpoint: Endpoint;
  type: 'apply' | 'revoke';
  order: EndpointWish;
}

/**
 * Leaves it to endpoints of one's own to make access real: each is told what is to be true, by signed messages, and asked
 * whether it is. Only endpoints of the configuration are ever called.
 *
 * @public
 */
export class WebhookConnector implements SourceConnector {
  readonly id = 'webhook';
  readonly title = 'Webhook';
  readonly capabilities: ConnectorCapabilities;
  readonly #endpoints: ReadonlyMap<string, Endpoint>;

  /** @throws Error when the settings are wrong, naming each key; nothing is called yet */
  constructor(settings: WebhookSettings) {
    const endpoints = [...parseSettings(settings)].map(
      ([name, options]) => new Endpoint(name, options),
    );
    this.#endpoints = new Map(endpoints.map(one => [one.name, one]));
    this.capabilities = {
      levels: accessLevels.filter(level =>
        endpoints.some(({ levels }) => levels.includes(level)),
      ),
      columnLists: false,
      expiryInSource: false,
    };
  }

  serves(dataset: Entity): boolean {
    return annotation(dataset, WEBHOOK_ANNOTATION) !== undefined;
  }

  async locate(dataset: Entity, subject: Entity): Promise<SourceLocation> {
    const endpoint = this.#endpointOf(dataset);
    const { target, holder, objects } = await endpoint.ask(
      {
        type: 'locate',
        data: {
          dataset: describeDataset(dataset),
          subject: describeSubject(subject),
        },
      },
      locationAnswer,
    );
    return { target: toTarget(endpoint.name, target), holder, objects };
  }

  async plan(order: SourceOrder): Promise<SourceStep[]> {
    const steps: SourceStep[] = [];
    for (const errand of this.#errands(order)) {
      steps.push(...(await this.#whatIsLeft(errand)));
    }
    return steps;
  }

  /** Several endpoints are not told as one: when a later one fails, the earlier ones have done their part and do it again. */
  async apply(order: SourceOrder): Promise<SourceStep[]> {
    const steps: SourceStep[] = [];
    for (const errand of this.#errands(order)) {
      steps.push(...(await this.#carryOut(errand, order.wish)));
    }
    return steps;
  }

  async revoke({
    former,
    others,
    wish,
  }: Pick<SourceOrder, 'former' | 'others' | 'wish'>): Promise<SourceStep[]> {
    return this.apply({ former, others, wish });
  }

  async read(dataset: Entity): Promise<SourceHolding[]> {
    const endpoint = this.#endpointOf(dataset);
    const { holdings } = await endpoint.ask(
      { type: 'read', data: { dataset: describeDataset(dataset) } },
      holdingsAnswer,
    );
    return holdings.map(holding => ({
      ...holding,
      target: toTarget(endpoint.name, holding.target),
    }));
  }

  /** Has it done, and asks whether it is. */
  async #carryOut(
    errand: Errand,
    wish: SourceWish | undefined,
  ): Promise<SourceStep[]> {
    const { endpoint, type, order } = errand;
    const tell = async (of: SourceWish | undefined) =>
      (await endpoint.ask({ type, data: order, wish: of }, stepsAnswer)).steps;
    const steps = await tell(wish);
    if ((await this.#whatIsLeft(errand)).length === 0) {
      return steps;
    }
    // the endpoint may have known a copy of something that was undone since; a new message is no copy
    steps.push(...(await tell(undefined)));
    const left = await this.#whatIsLeft(errand);
    if (left.length > 0) {
      throw new ConnectorProblem(
        'SOURCE_UNAVAILABLE',
        `The endpoint ${endpoint.name} says that it has done it, and also that ${left.length} of its steps are left.`,
      );
    }
    return steps;
  }

  async #whatIsLeft({ endpoint, order }: Errand): Promise<SourceStep[]> {
    const { steps } = await endpoint.ask(
      { type: 'plan', data: order },
      stepsAnswer,
    );
    return steps;
  }

  /** All of them are checked before the first is done. */
  #errands(order: SourceOrder): Errand[] {
    return [...endpointWishes(order)].map(([name, part]) => {
      const endpoint = this.#endpoint(name);
      const level = part.wanted?.level;
      if (level && !endpoint.levels.includes(level)) {
        throw new ConnectorProblem(
          'LEVEL_NOT_SUPPORTED',
          `The endpoint ${name} cannot give ${level} access. Approve one of: ${endpoint.levels.join(
            ', ',
          )}.`,
        );
      }
      return {
        endpoint,
        type: part.wanted ? 'apply' : 'revoke',
        order: part,
      };
    });
  }

  #endpointOf(dataset: Entity): Endpoint {
    return this.#endpoint(endpointName(dataset, [...this.#endpoints.keys()]));
  }

  #endpoint(name: string): Endpoint {
    const endpoint = this.#endpoints.get(name);
    if (!endpoint) {
      throw new ConnectorProblem(
        'MISCONFIGURED',
        `The endpoint ${name} is not configured any more, and there is access behind it. Configure it until that has been taken back.`,
      );
    }
    return endpoint;
  }
}

/** What an endpoint gets to know of a dataset. */
function describeDataset(dataset: Entity): JsonObject {
  return described(dataset, {
    object: annotation(dataset, WEBHOOK_OBJECT_ANNOTATION),
  });
}

/** What an endpoint gets to know of who gets the access: what it takes to find an account, and no more. */
function describeSubject(subject: Entity): JsonObject {
  const { profile } = (subject.spec ?? {}) as {
    profile?: { email?: unknown };
  };
  return described(subject, {
    name: annotation(subject, WEBHOOK_SUBJECT_ANNOTATION),
    email: typeof profile?.email === 'string' ? profile.email : undefined,
  });
}

function described(
  entity: Entity,
  more: Record<string, string | undefined>,
): JsonObject {
  const all = {
    ref: stringifyEntityRef(entity),
    uid: entity.metadata.uid,
    ...more,
  };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined),
  ) as JsonObject;
}
