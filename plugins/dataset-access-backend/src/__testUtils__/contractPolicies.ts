import type { OperationId } from '../http/operation';
import type { ContractCases, ContractScene } from './ContractScene';
import { BOB, EVE, ROOT } from './smallWorld';

const LOCKED = '/v1/policies/role-reader-metadata';
const UNKNOWN = '/v1/policies/nothing';
const ALL = '/v1/policies';
const PREVIEW = '/v1/policies/preview';
const IMPORT = '/v1/policies/import';

/** A version that no policy reaches here. */
const STALE = 7;
const off = { state: 'inactive' };

const toImport = {
  format: 'casbin-csv',
  content: [
    'p, role:default/loaders, catalog-entity, read, allow',
    'p, role:default/loaders, something.unheard-of, use, allow',
    'g, user:default/eve, role:default/loaders',
  ].join('\n'),
};

/** Somebody who may write policies and hold nothing else. */
async function writer(s: ContractScene): Promise<string> {
  const user = s.newcomer();
  await s.written({
    type: 'platform',
    privileges: ['dataset-access.policy.manage'],
    actors: { users: [user] },
    resources: [],
  });
  return user;
}

/** The operations on policies. */
export const policyCases = {
  listPolicies: {
    '200 with a page before and a page after': async s => {
      const { body } = await s.get(ROOT, `${ALL}?limit=1`);
      return s.get(ROOT, `${ALL}?limit=1&cursor=${body.nextCursor}`);
    },
    '200 for a service': s => s.get('service', `${ALL}?q=superusers`),
    '400 for an unknown order': s => s.get(ROOT, `${ALL}?sort=age`),
    '400 for a made-up cursor': s => s.get(ROOT, `${ALL}?cursor=abc`),
    '401 for nobody': s => s.get('nobody', ALL),
    '403 for who may not read them': s => s.get(EVE, ALL),
  },
  createPolicy: {
    '201 with all that it can have': s =>
      s.post(
        ROOT,
        ALL,
        s.draft({
          state: 'inactive',
          actors: {
            users: [BOB],
            groups: ['group:default/sales'],
            roles: ['reader'],
            allUsers: true,
            allGroups: true,
            resourceOwners: true,
            responsibilities: ['data-steward'],
          },
          resources: [
            { field: 'tag', operator: 'starts-with', values: ['pii'] },
            { field: 'owner', operator: 'equals', values: [BOB] },
          ],
        }),
      ),
    '400 for an unknown privilege': s =>
      s.post(ROOT, ALL, s.draft({ privileges: ['metadata.fly'] })),
    '400 for somebody unknown': s =>
      s.post(ROOT, ALL, s.draft({ actors: { users: ['user:x/y'] } })),
    '400 for nobody at all': s => s.post(ROOT, ALL, s.draft({ actors: {} })),
    '400 for no ref': s =>
      s.post(ROOT, ALL, s.draft({ actors: { users: ['eve'] } })),
    '401 for nobody': s => s.post('nobody', ALL, s.draft()),
    '403 for who may not write them': s => s.post(EVE, ALL, s.draft()),
    '403 for a service': s => s.post('service', ALL, s.draft()),
    '403 for more than the writer has': async s =>
      s.post(await writer(s), ALL, s.draft()),
    '409 for a name that is taken': async s => {
      const { draft } = await s.written();
      return s.post(ROOT, ALL, draft);
    },
  },
  previewPolicy: {
    '200 for a new one': s =>
      s.post(ROOT, PREVIEW, { change: 'save', policy: s.draft() }),
    '200 for the end of one': async s => {
      const { path } = await s.written();
      const policyId = path.split('/').at(-1);
      return s.post(ROOT, PREVIEW, { change: 'delete', policyId });
    },
    '400 for nothing to save': s => s.post(ROOT, PREVIEW, { change: 'save' }),
    '400 for nothing to remove': s =>
      s.post(ROOT, PREVIEW, { change: 'delete' }),
    '401 for nobody': s => s.post('nobody', PREVIEW, { change: 'save' }),
    '403 for who may not write them': s =>
      s.post(EVE, PREVIEW, { change: 'save', policy: s.draft() }),
    '404 for an unknown one': s =>
      s.post(ROOT, PREVIEW, { change: 'delete', policyId: 'nothing' }),
  },
  importPolicies: {
    '200 for what would be made': s =>
      s.post(ROOT, IMPORT, { ...toImport, dryRun: true }),
    '200 for what is made': s =>
      s.post(ROOT, IMPORT, { ...toImport, dryRun: false }),
    '400 for what cannot be read': s =>
      s.post(ROOT, IMPORT, { format: 'datahub', content: '{' }),
    '401 for nobody': s => s.post('nobody', IMPORT, toImport),
    '403 for who may not write them': s => s.post(EVE, IMPORT, toImport),
    '403 for a service': s => s.post('service', IMPORT, toImport),
  },
  getPolicy: {
    '200 for one of one’s own': async s =>
      s.get(ROOT, (await s.written()).path),
    '200 for a locked one': s => s.get('service', LOCKED),
    '400 for an id that is none': s => s.get(ROOT, '/v1/policies/A'),
    '401 for nobody': s => s.get('nobody', LOCKED),
    '403 for who may not read them': s => s.get(EVE, LOCKED),
    '404 for an unknown one': s => s.get(ROOT, UNKNOWN),
  },
  getPolicyHistory: {
    '200 with every change': async s => {
      const { draft, path } = await s.written();
      await s.put(ROOT, `${path}/state`, off);
      await s.put(ROOT, path, { policy: draft, version: 2 });
      return s.get(ROOT, `${path}/history`);
    },
    '200 for a locked one': s => s.get(ROOT, `${LOCKED}/history`),
    '401 for nobody': s => s.get('nobody', `${LOCKED}/history`),
    '403 for who may not read them': s => s.get(EVE, `${LOCKED}/history`),
    '404 for an unknown one': s => s.get(ROOT, `${UNKNOWN}/history`),
  },
  updatePolicy: {
    '200 for another content': async s => {
      const { draft, path } = await s.written();
      const policy = { ...draft, privileges: ['metadata.edit-tags'] };
      return s.put(ROOT, path, { policy, version: 1 });
    },
    '400 without a version': async s => {
      const { draft, path } = await s.written();
      return s.put(ROOT, path, { policy: draft });
    },
    '401 for nobody': s =>
      s.put('nobody', LOCKED, { policy: s.draft(), version: 1 }),
    '403 for who may not write them': s =>
      s.put(EVE, LOCKED, { policy: s.draft(), version: 1 }),
    '403 for a locked one': s =>
      s.put(ROOT, LOCKED, { policy: s.draft(), version: 1 }),
    '404 for an unknown one': s =>
      s.put(ROOT, UNKNOWN, { policy: s.draft(), version: 1 }),
    '409 for a name that is taken': async s => {
      const { draft } = await s.written();
      const { path } = await s.written();
      return s.put(ROOT, path, { policy: draft, version: 1 });
    },
    '412 for another version': async s => {
      const { draft, path } = await s.written();
      return s.put(ROOT, path, { policy: draft, version: STALE });
    },
  },
  setPolicyState: {
    '200 for off': async s =>
      s.put(ROOT, `${(await s.written()).path}/state`, { ...off, version: 1 }),
    '400 for an unknown state': s =>
      s.put(ROOT, `${LOCKED}/state`, { state: 'gone' }),
    '401 for nobody': s => s.put('nobody', `${LOCKED}/state`, off),
    '403 for a locked one': s => s.put(ROOT, `${LOCKED}/state`, off),
    '404 for an unknown one': s => s.put(ROOT, `${UNKNOWN}/state`, off),
    '412 for another version': async s => {
      const { path } = await s.written();
      return s.put(ROOT, `${path}/state`, { ...off, version: STALE });
    },
  },
  deletePolicy: {
    '200 as it was': async s =>
      s.delete(ROOT, `${(await s.written()).path}?version=1`),
    '400 for a version that is none': s =>
      s.delete(ROOT, `${LOCKED}?version=0`),
    '401 for nobody': s => s.delete('nobody', LOCKED),
    '403 for a locked one': s => s.delete(ROOT, LOCKED),
    '404 for a removed one': async s => {
      const { path } = await s.written();
      await s.delete(ROOT, path);
      return s.delete(ROOT, path);
    },
    '412 for another version': async s =>
      s.delete(ROOT, `${(await s.written()).path}?version=${STALE}`),
  },
} satisfies Partial<Record<OperationId, ContractCases>>;
