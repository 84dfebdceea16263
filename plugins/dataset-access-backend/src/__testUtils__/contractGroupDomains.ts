import type { OperationId } from '../http/operation';
import type { ContractCases } from './ContractScene';
import { BOB, DAN, EVE } from './smallWorld';

const GIVEN = { IsDatasetLevelAccessProvided: true };
const NOT_GIVEN = { IsDatasetLevelAccessProvided: false };
const at = (group: string) => `/v1/groups/${encodeURIComponent(group)}/domains`;

/** The operations on the domains of groups. */
export const groupDomainCases = {
  getGroupDomains: {
    '200 of several': async s => {
      const { path, replace } = await s.listed();
      await replace({
        DomainNames: [{ airline: GIVEN }, { trains: NOT_GIVEN }],
      });
      return s.get(DAN, path);
    },
    '200 of nothing, to a member': s =>
      s.get(BOB, '/v1/groups/stewards/domains'),
    '400 for a user': s => s.get(DAN, at(EVE)),
    '401 for nobody': s => s.get('nobody', at('stewards')),
    '403 for a stranger': s => s.get(EVE, at('stewards')),
    '404 for an unknown group': s => s.get(DAN, at('ghosts')),
  },
  replaceGroupDomains: {
    '200 with what was added, changed, removed and left': async s => {
      const { group, replace } = await s.listed();
      await replace({
        DomainNames: [{ airline: GIVEN }, { trains: GIVEN }],
      });
      const { body } = await s.get(BOB, at(group));
      await replace(
        {
          domains: [
            ...body.domains.map(asWish),
            { domain: 'movies', datasetLevelAccess: true },
          ],
        },
        { by: BOB, tag: '*' },
      );
      return replace(
        {
          domains: [
            { domain: 'airline', level: 'editor', datasetLevelAccess: false },
            { domain: 'hotels', datasetLevelAccess: true },
            { domain: 'movies', datasetLevelAccess: true },
          ],
        },
        { tag: '*' },
      );
    },
    '200 for a try': async s =>
      (await s.listed()).replace(
        { DomainNames: [{ airline: GIVEN }] },
        { query: '?dryRun=true' },
      ),
    '200 for nothing at all': async s =>
      (await s.listed()).replace({ DomainNames: [] }),
    '400 for an unknown field': async s =>
      (await s.listed()).replace({ DomainNames: [], force: true }),
    '400 for another try': async s =>
      (await s.listed()).replace({ DomainNames: [] }, { query: '?dryRun=1' }),
    '400 for a name that is none': async s =>
      (await s.listed()).replace({ DomainNames: [{ 'a b': GIVEN }] }),
    '401 for nobody': s => s.put('nobody', at('stewards'), { DomainNames: [] }),
    '403 for a domain of others': async s =>
      (await s.listed()).replace({ DomainNames: [{ movies: GIVEN }] }),
    '403 for a service': async s =>
      (await s.listed()).replace({ DomainNames: [] }, { by: 'service' }),
    '403 for one’s own group': async s =>
      (await s.listed('group:default/sales')).replace({
        DomainNames: [{ airline: GIVEN }],
      }),
    '404 for an unknown group': s =>
      s.put(DAN, at('ghosts'), { DomainNames: [] }, { 'If-Match': '*' }),
    '412 for another list': async s =>
      (await s.listed()).replace({ DomainNames: [] }, { tag: '"another"' }),
    '422 for no list': async s => (await s.listed()).replace({}),
    '422 for two lists': async s =>
      (await s.listed()).replace({ DomainNames: [], domains: [] }),
    '422 for an object without a domain': async s =>
      (await s.listed()).replace({ DomainNames: [{}] }),
    '422 for an object with two': async s =>
      (await s.listed()).replace({
        DomainNames: [{ airline: GIVEN, hotels: GIVEN }],
      }),
    '422 for a domain twice': async s =>
      (await s.listed()).replace({
        DomainNames: [{ airline: GIVEN }, { 'domain:default/airline': GIVEN }],
      }),
    '422 for an unknown domain': async s =>
      (await s.listed()).replace({ DomainNames: [{ nothing: GIVEN }] }),
    '428 for no tag': async s =>
      s.put(DAN, (await s.listed()).path, { DomainNames: [] }),
  },
} satisfies Partial<Record<OperationId, ContractCases>>;

/** An entry of a list as it is sent back. */
function asWish(one: { domain: { ref: string }; datasetLevelAccess: boolean }) {
  return { domain: one.domain.ref, datasetLevelAccess: one.datasetLevelAccess };
}
