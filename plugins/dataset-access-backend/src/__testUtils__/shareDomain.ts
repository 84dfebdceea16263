import {
  AccessLevel,
  accessLevels,
  DomainGrant,
} from 'backstage-plugin-dataset-access-common';
import { AIRLINE, OLGA } from './airlineWorld';
import type { Caller, TestProduct } from './TestProduct';

/** What a test may want to be different: by default Olga shares Airline read-only, with its datasets. */
export interface Share {
  domain?: string;
  by?: Caller;
  level?: AccessLevel;
  datasetLevelAccess?: boolean;
  expiresAt?: string;
}

/** Where grants of a domain are. */
export const grantsOf = (domain: string) =>
  `/v1/domains/${encodeURIComponent(domain)}/grants`;

/** Gives somebody access to a domain. */
export async function shareDomain(
  product: TestProduct,
  subject: string,
  { domain = AIRLINE, by = OLGA, ...draft }: Share = {},
): Promise<DomainGrant> {
  const { status, body, text } = await product.post(by, grantsOf(domain), {
    subject,
    level: 'read-only',
    datasetLevelAccess: true,
    ...draft,
  });
  if (status !== 201) {
    throw new Error(`Expected a domain grant, got ${status}: ${text}`);
  }
  return body;
}

/** Changes a grant as it was last seen. */
export async function changeShare(
  product: TestProduct,
  { id, version, domain }: DomainGrant,
  change: object,
  by: Caller = OLGA,
): Promise<DomainGrant> {
  const { status, body, text } = await product.put(
    by,
    `${grantsOf(domain.ref)}/${id}`,
    { version, ...change },
  );
  if (status !== 200) {
    throw new Error(`Expected a changed grant, got ${status}: ${text}`);
  }
  return body;
}

/** Takes a grant away. */
export async function revokeShare(
  product: TestProduct,
  { id, domain }: DomainGrant,
  by: Caller = OLGA,
): Promise<DomainGrant> {
  const { status, body, text } = await product.delete(
    by,
    `${grantsOf(domain.ref)}/${id}`,
  );
  if (status !== 200) {
    throw new Error(`Expected a revoked grant, got ${status}: ${text}`);
  }
  return body;
}

/** The level somebody has on something, as a gateway would find it; `undefined` for none. */
export async function levelOn(
  product: TestProduct,
  subject: string,
  resource: string,
): Promise<AccessLevel | undefined> {
  const { body } = await product.post('service', '/access/v1/evaluations', {
    evaluations: accessLevels.map(level => ({
      subject: { type: 'user', id: subject },
      action: { name: level },
      resource: { type: 'resource', id: resource },
    })),
  });
  return accessLevels.filter((_, at) => body.evaluations[at].decision).at(-1);
}

/** As {@link levelOn}, for several things. */
export async function levelsOn(
  product: TestProduct,
  subject: string,
  resources: readonly string[],
): Promise<Array<AccessLevel | undefined>> {
  return Promise.all(
    resources.map(resource => levelOn(product, subject, resource)),
  );
}

/** What happened to a domain, oldest first: type and subject. */
export async function storyOf(
  product: TestProduct,
  domain: string = AIRLINE,
): Promise<string[]> {
  const { body } = await product.get(
    OLGA,
    `/v1/domains/${encodeURIComponent(domain)}/history?limit=100`,
  );
  return body.items
    .reverse()
    .map(({ type, by, subject }: Record<string, string>) =>
      [by ?? 'time', type, subject].join(' '),
    );
}
