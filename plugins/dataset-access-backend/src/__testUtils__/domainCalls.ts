import type { DomainGrant } from 'backstage-plugin-dataset-access-common';
import type { Response } from 'supertest';
import type { OperationId } from '../http/operation';
import { AIRLINE, ANALYSTS, ROOT } from './airlineWorld';
import { DEPUTIES, domainCallers, DomainRow } from './domainMatrix';
import { domainsOf, GIVEN, listOf } from './groupDomains';
import { grantsOf, shareDomain } from './shareDomain';
import type { Caller, TestProduct } from './TestProduct';

/** What a row is tried on: somebody and a group, both new, with access to the domain or without. */
export interface DomainTarget {
  user: string;
  grant?: DomainGrant;
  group: string;
  tag: string;
}

/** Operations that need somebody who has nothing yet. */
const GIVES_ANEW: readonly OperationId[] = [
  'createDomainGrant',
  'createUserDomainGrant',
];

let made = 0;

/** Gives the callers what their names say. */
export async function appointSharers(product: TestProduct): Promise<void> {
  await shareDomain(product, domainCallers['given the domain as owner'], {
    level: 'owner',
  });
  await shareDomain(product, DEPUTIES, { level: 'owner' });
  await shareDomain(product, domainCallers['given the domain as editor'], {
    level: 'editor',
  });
  await shareDomain(product, domainCallers['given the domain read-only']);
  await shareDomain(product, ANALYSTS);
  await product.post(ROOT, '/v1/roles/admin/assignments', {
    subjects: [domainCallers['holder of the role Admin']],
  });
}

export async function makeDomainTarget(
  product: TestProduct,
  { operation, about }: DomainRow,
): Promise<DomainTarget> {
  made += 1;
  const user = `user:default/target-${made}`;
  const group =
    about === 'of the own group' ? ANALYSTS : `group:default/targets-${made}`;
  product.catalog.put({ ref: user });
  if (group !== ANALYSTS) {
    product.catalog.put({ ref: group });
    if (about !== 'by more') {
      await shareDomain(product, group);
    }
  }
  return {
    user,
    grant: GIVES_ANEW.includes(operation)
      ? undefined
      : await shareDomain(product, user),
    group,
    tag: (await listOf(product, group)).etag,
  };
}

/** Calls the operation of a row; right in everything but, maybe, who calls. */
export function callDomainRow(
  product: TestProduct,
  { operation, about }: DomainRow,
  caller: Caller,
  { user, grant, group, tag }: DomainTarget,
): PromiseLike<Response> {
  const one = `${grantsOf(AIRLINE)}/${grant?.id}`;
  const ofUser = `/v1/domains/airline/users/${encodeURIComponent(user)}/grants`;
  switch (operation) {
    case 'listManagedDomains':
      return product.get(caller, '/v1/domains');
    case 'listDomainGrants':
      return product.get(caller, `${grantsOf(AIRLINE)}?limit=100`);
    case 'getDomainHistory':
      return product.get(caller, '/v1/domains/airline/history?limit=100');
    case 'getDomainReach':
      return product.get(caller, '/v1/domains/airline/reach');
    case 'createDomainGrant':
      return product.post(caller, grantsOf(AIRLINE), {
        subject: user,
        level: 'read-only',
      });
    case 'updateDomainGrant':
      return product.put(caller, one, {
        level: 'editor',
        version: grant?.version,
      });
    case 'deleteDomainGrant':
      return product.delete(caller, one);
    case 'getUserDomainGrant':
      return product.get(caller, ofUser);
    case 'createUserDomainGrant':
      return product.post(caller, ofUser, { AccessType: 'read-only' });
    case 'updateUserDomainGrant':
      return product.put(caller, ofUser, {
        IsDatasetLevelAccessProvided: false,
      });
    case 'deleteUserDomainGrant':
      return product.delete(caller, ofUser);
    case 'getGroupDomains':
      return product.get(caller, domainsOf(group));
    case 'replaceGroupDomains':
      return product
        .put(
          caller,
          `${domainsOf(group)}${about === 'for a try' ? '?dryRun=true' : ''}`,
          { DomainNames: about === 'by more' ? [{ airline: GIVEN }] : [] },
        )
        .set('If-Match', tag);
    default:
      throw new Error(`The matrix has no call for ${operation}`);
  }
}

/** Whether a list shows what only those see who see everything: the target's access, or the domain itself. */
export function showsAll(
  { operation }: DomainRow,
  { body }: Response,
  { user }: DomainTarget,
): boolean {
  const items: Array<{ ref?: string; subject?: string }> = body.items;
  return operation === 'listManagedDomains'
    ? items.some(({ ref }) => ref === AIRLINE)
    : items.some(({ subject }) => subject === user);
}

export const LISTS: readonly OperationId[] = [
  'listManagedDomains',
  'listDomainGrants',
  'getDomainHistory',
];

/** Operations after which what they were tried on is another. */
export const CHANGES_TARGET = ({ operation, about }: DomainRow): boolean =>
  about !== 'for a try' &&
  !operation.startsWith('get') &&
  !operation.startsWith('list');
