import type { GroupDomains } from 'backstage-plugin-dataset-access-common';
import type { Response } from 'supertest';
import { OLGA } from './airlineWorld';
import type { Caller, TestProduct } from './TestProduct';

export const GIVEN = { IsDatasetLevelAccessProvided: true };
export const NOT_GIVEN = { IsDatasetLevelAccessProvided: false };

/** Where the domains of a group are. */
export const domainsOf = (group: string) =>
  `/v1/groups/${encodeURIComponent(group)}/domains`;

/** How a list is replaced: by default by Olga, whatever there is. */
export interface Replacing {
  by?: Caller;
  /** `null` sends none. */
  tag?: string | null;
  dryRun?: boolean;
}

/** Replaces the list of a group's domains, whatever comes of it. */
export async function tryToReplace(
  product: TestProduct,
  group: string,
  list: object,
  { by = OLGA, tag = '*', dryRun = false }: Replacing = {},
): Promise<Response> {
  const path = `${domainsOf(group)}${dryRun ? '?dryRun=true' : ''}`;
  const call = product.put(by, path, list);
  return tag === null ? call : call.set('If-Match', tag);
}

/** Replaces the list of a group's domains. */
export async function replaceList(
  product: TestProduct,
  group: string,
  list: object,
  options?: Replacing,
) {
  const { status, body, text } = await tryToReplace(
    product,
    group,
    list,
    options,
  );
  if (status !== 200) {
    throw new Error(`Expected another list, got ${status}: ${text}`);
  }
  return body;
}

/** The list of a group's domains. */
export async function listOf(
  product: TestProduct,
  group: string,
  by: Caller = OLGA,
): Promise<GroupDomains> {
  const { status, body, text } = await product.get(by, domainsOf(group));
  if (status !== 200) {
    throw new Error(`Expected a list, got ${status}: ${text}`);
  }
  return body;
}

/** What a list says in short: domain, level, and whether with datasets. */
export function inShort(
  entries: ReadonlyArray<{
    domain: { ref: string };
    level: string;
    datasetLevelAccess: boolean;
  }>,
): string[] {
  return entries
    .map(({ domain, level, datasetLevelAccess }) =>
      [
        domain.ref.split('/')[1],
        level,
        ...(datasetLevelAccess ? ['datasets'] : []),
      ].join(' '),
    )
    .sort();
}
