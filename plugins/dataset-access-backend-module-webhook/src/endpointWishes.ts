import type { JsonObject } from '@backstage/types';
import type { AccessLevel } from 'backstage-plugin-dataset-access-common';
import type { SourceOrder } from 'backstage-plugin-dataset-access-node';
import { parseTarget } from './targets';

/** A level at what an endpoint calls a target. A type, since it goes into messages as it is. */
export type EndpointEntitlement = { target: JsonObject; level: AccessLevel };

/** What an order is for one endpoint, as it goes into messages. */
export type EndpointWish = {
  wanted?: EndpointEntitlement;
  former: JsonObject[];
  others: EndpointEntitlement[];
};

/**
 * An order, endpoint by endpoint: first where something is only taken back, so that nobody has it twice. A subject may have had
 * something behind another endpoint than it is to have it now.
 */
export function endpointWishes({
  wanted,
  former,
  others,
}: Pick<SourceOrder, 'wanted' | 'former' | 'others'>): Map<
  string,
  EndpointWish
> {
  const wishes = new Map<string, EndpointWish>();
  const wishFor = (endpoint: string): EndpointWish => {
    const wish = wishes.get(endpoint) ?? { former: [], others: [] };
    wishes.set(endpoint, wish);
    return wish;
  };
  const aim = wanted && parseTarget(wanted.target);
  for (const { endpoint, at } of former.map(parseTarget)) {
    if (endpoint !== aim?.endpoint) {
      wishFor(endpoint).former.push(at);
    }
  }
  if (wanted && aim) {
    const wish = wishFor(aim.endpoint);
    wish.wanted = { target: aim.at, level: wanted.level };
    wish.former = former
      .map(parseTarget)
      .filter(({ endpoint }) => endpoint === aim.endpoint)
      .map(({ at }) => at);
  }
  for (const other of others) {
    const { endpoint, at } = parseTarget(other.target);
    wishes.get(endpoint)?.others.push({ target: at, level: other.level });
  }
  return wishes;
}
