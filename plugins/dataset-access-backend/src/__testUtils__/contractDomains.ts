import type { OperationId } from '../http/operation';
import type { ContractCases } from './ContractScene';
import { BOB, DAN, EVE, ROOT } from './smallWorld';

const ALL = '/v1/domains/airline/grants';
const NOTHING = '/v1/domains/nothing';
const HISTORY = '/v1/domains/airline/history';
const UNKNOWN = '7e0b6a36-3b0f-4b6e-9d35-0f6e2f3f6d10';
const GHOST = 'user:default/ghost';
/** A version that no grant reaches here. */
const STALE = 7;
const OVER = '2001-01-01T00:00:00Z';
const expiresAt = '2200-01-01T00:00:00Z';

const ofUser = (user: string, domain = 'airline') =>
  `/v1/domains/${domain}/users/${encodeURIComponent(user)}/grants`;
const READ_ONLY = { AccessType: 'read-only' };
const WITH_DATASETS = { IsDatasetLevelAccessProvided: true };

/** The operations on domains. */
export const domainCases = {
  listManagedDomains: {
    '200 with a page before and a page after': async s => {
      const { body } = await s.get(DAN, '/v1/domains?limit=1');
      return s.get(DAN, `/v1/domains?limit=1&cursor=${body.nextCursor}`);
    },
    '200 with nothing': s => s.get(EVE, '/v1/domains?search=airline'),
    '400 for a made-up cursor': s => s.get(DAN, '/v1/domains?cursor=abc'),
    '400 for an unknown parameter': s => s.get(DAN, '/v1/domains?of=me'),
    '401 for nobody': s => s.get('nobody', '/v1/domains'),
    '403 for a service': s => s.get('service', '/v1/domains'),
    '403 for who is not in the catalog': s => s.get(GHOST, '/v1/domains'),
  },
  listDomainGrants: {
    '200 with a page before and a page after': async s => {
      await s.shared({ datasetLevelAccess: true });
      await s.shared({ expiresAt });
      await s.shared({ subject: s.crowd() });
      const { body } = await s.get(DAN, `${ALL}?limit=1`);
      return s.get(DAN, `${ALL}?limit=1&cursor=${body.nextCursor}`);
    },
    '200 for one who sees his own': async s =>
      s.get((await s.shared()).subject, ALL),
    '400 for a name that is none': s => s.get(DAN, '/v1/domains/-/grants'),
    '400 for a user': s =>
      s.get(DAN, `/v1/domains/${encodeURIComponent(EVE)}/grants`),
    '400 for a made-up cursor': s => s.get(DAN, `${ALL}?cursor=abc`),
    '401 for nobody': s => s.get('nobody', ALL),
    '404 for an unknown domain': s => s.get(DAN, `${NOTHING}/grants`),
  },
  createDomainGrant: {
    '201 for a group, with datasets and an end': s =>
      s.post(DAN, ALL, {
        subject: s.crowd(),
        level: 'editor',
        datasetLevelAccess: true,
        expiresAt,
      }),
    '400 for an unknown level': s =>
      s.post(DAN, ALL, { subject: EVE, level: 'god' }),
    '400 for what is no user or group': s =>
      s.post(DAN, ALL, { subject: 'api:default/products', level: 'owner' }),
    '400 for an end that is over': s =>
      s.post(DAN, ALL, { subject: EVE, level: 'owner', expiresAt: OVER }),
    '401 for nobody': s =>
      s.post('nobody', ALL, { subject: EVE, level: 'owner' }),
    '403 for who does not own it': s =>
      s.post(BOB, ALL, { subject: EVE, level: 'owner' }),
    '403 for a superuser': s =>
      s.post(ROOT, ALL, { subject: EVE, level: 'owner' }),
    '403 for a service': s =>
      s.post('service', ALL, { subject: EVE, level: 'owner' }),
    '403 for who is not in the catalog': s =>
      s.post(GHOST, ALL, { subject: EVE, level: 'owner' }),
    '403 for oneself': s => s.post(DAN, ALL, { subject: DAN, level: 'owner' }),
    '404 for an unknown domain': s =>
      s.post(DAN, `${NOTHING}/grants`, { subject: EVE, level: 'owner' }),
    '404 for an unknown user': s =>
      s.post(DAN, ALL, { subject: GHOST, level: 'owner' }),
    '409 for who has access': async s =>
      s.post(DAN, ALL, (await s.shared()).draft),
  },
  updateDomainGrant: {
    '200 for everything at once': async s =>
      s.put(DAN, (await s.shared()).path, {
        level: 'editor',
        datasetLevelAccess: true,
        retakeSnapshot: true,
        expiresAt,
        version: 1,
      }),
    '200 for no end': async s =>
      s.put(DAN, (await s.shared({ expiresAt })).path, {
        expiresAt: null,
        version: 1,
      }),
    '400 for an end that is over': async s =>
      s.put(DAN, (await s.shared()).path, { expiresAt: OVER, version: 1 }),
    '400 for no version': async s =>
      s.put(DAN, (await s.shared()).path, { level: 'owner' }),
    '401 for nobody': s => s.put('nobody', `${ALL}/${UNKNOWN}`, { version: 1 }),
    '403 for who was given it': async s => {
      const { path, subject } = await s.shared();
      return s.put(subject, path, { level: 'owner', version: 1 });
    },
    '403 for a service': async s =>
      s.put('service', (await s.shared()).path, { version: 1 }),
    '403 for more for oneself': async s => {
      const { subject } = await s.shared({ level: 'owner' });
      const { body } = await s.post(subject, ALL, {
        subject: DAN,
        level: 'read-only',
      });
      const own = { level: 'owner', version: body.version };
      return s.put(DAN, `${ALL}/${body.id}`, own);
    },
    '404 for an unknown domain': s =>
      s.put(DAN, `${NOTHING}/grants/${UNKNOWN}`, { version: 1 }),
    '404 for an unknown one': s =>
      s.put(DAN, `${ALL}/${UNKNOWN}`, { version: 1 }),
    '404 for one of another domain': async s => {
      const path = (await s.shared()).path.replace('airline', 'hotels');
      return s.put(DAN, path, { version: 1 });
    },
    '412 for another version': async s =>
      s.put(DAN, (await s.shared()).path, { version: STALE }),
  },
  deleteDomainGrant: {
    '200 as it was left': async s => {
      const { path } = await s.shared({ datasetLevelAccess: true });
      return s.delete(DAN, `${path}?version=1`);
    },
    '400 for an id that is none': s => s.delete(DAN, `${ALL}/1`),
    '401 for nobody': s => s.delete('nobody', `${ALL}/${UNKNOWN}`),
    '403 for who was given it': async s => {
      const { path, subject } = await s.shared();
      return s.delete(subject, path);
    },
    '403 for a service': async s =>
      s.delete('service', (await s.shared()).path),
    '404 for an unknown domain': s =>
      s.delete(DAN, `${NOTHING}/grants/${UNKNOWN}`),
    '404 for one that was revoked': async s => {
      const { path } = await s.shared();
      await s.delete(DAN, path);
      return s.delete(DAN, path);
    },
    '412 for another version': async s =>
      s.delete(DAN, `${(await s.shared()).path}?version=${STALE}`),
  },
  getDomainReach: {
    '200 for anybody': s => s.get(EVE, '/v1/domains/airline/reach'),
    '400 for an unknown parameter': s =>
      s.get(EVE, '/v1/domains/airline/reach?of=me'),
    '401 for nobody': s => s.get('nobody', '/v1/domains/airline/reach'),
    '404 for an unknown domain': s => s.get(EVE, `${NOTHING}/reach`),
  },
  getDomainHistory: {
    '200 with everything that people do': async s => {
      const { path, subject } = await s.shared();
      const give = { datasetLevelAccess: true, retakeSnapshot: true };
      await s.put(DAN, path, { ...give, expiresAt, version: 1 });
      await s.put(DAN, path, { ...give, level: 'editor', version: 2 });
      await s.put(DAN, path, { datasetLevelAccess: false, version: 3 });
      await s.delete(DAN, path);
      return s.get(subject, HISTORY);
    },
    '200 with a page before and a page after': async s => {
      const { path } = await s.shared({ datasetLevelAccess: true });
      await s.delete(DAN, path);
      const { body } = await s.get(DAN, `${HISTORY}?limit=1`);
      return s.get(DAN, `${HISTORY}?limit=1&cursor=${body.nextCursor}`);
    },
    '400 for a made-up cursor': s => s.get(DAN, `${HISTORY}?cursor=abc`),
    '401 for nobody': s => s.get('nobody', HISTORY),
    '404 for an unknown domain': s => s.get(DAN, `${NOTHING}/history`),
  },
  getUserDomainGrant: {
    '200 for the owner': async s => s.get(DAN, (await s.shared()).ofUser),
    '200 for who was given it': async s => {
      const { subject, ofUser: path } = await s.shared({ expiresAt });
      return s.get(subject, path);
    },
    '400 for a group': s => s.get(DAN, ofUser('group:default/sales')),
    '401 for nobody': s => s.get('nobody', ofUser(EVE)),
    '404 for an unknown domain': s => s.get(DAN, ofUser(EVE, 'nothing')),
    '404 for who has none': s => s.get(DAN, ofUser(GHOST)),
    '404 for a stranger': async s => s.get(EVE, (await s.shared()).ofUser),
  },
  createUserDomainGrant: {
    '201 with datasets': s =>
      s.post(DAN, ofUser(s.newcomer()), { ...READ_ONLY, ...WITH_DATASETS }),
    '400 for an unknown field': s =>
      s.post(DAN, ofUser(EVE), { AccessTyp: 'owner' }),
    '400 for a group': s =>
      s.post(DAN, ofUser('group:default/sales'), READ_ONLY),
    '401 for nobody': s => s.post('nobody', ofUser(EVE), READ_ONLY),
    '403 for who does not own it': s => s.post(BOB, ofUser(EVE), READ_ONLY),
    '403 for oneself': s => s.post(DAN, ofUser(DAN), READ_ONLY),
    '404 for an unknown domain': s =>
      s.post(DAN, ofUser(EVE, 'nothing'), READ_ONLY),
    '404 for an unknown user': s => s.post(DAN, ofUser(GHOST), READ_ONLY),
    '409 for who has access': async s =>
      s.post(DAN, (await s.shared()).ofUser, READ_ONLY),
  },
  updateUserDomainGrant: {
    '200 with datasets': async s =>
      s.put(DAN, (await s.shared()).ofUser, {
        AccessType: 'owner',
        ...WITH_DATASETS,
      }),
    '400 for neither': async s => s.put(DAN, (await s.shared()).ofUser, {}),
    '401 for nobody': s => s.put('nobody', ofUser(EVE), WITH_DATASETS),
    '403 for who was given it': async s => {
      const { subject, ofUser: path } = await s.shared();
      return s.put(subject, path, WITH_DATASETS);
    },
    '403 for a service': async s =>
      s.put('service', (await s.shared()).ofUser, WITH_DATASETS),
    '404 for an unknown domain': s =>
      s.put(DAN, ofUser(EVE, 'nothing'), WITH_DATASETS),
    '404 for who has none': s => s.put(DAN, ofUser(BOB), WITH_DATASETS),
  },
  deleteUserDomainGrant: {
    '200 as it was left': async s => s.delete(DAN, (await s.shared()).ofUser),
    '400 for a name that is none': s => s.delete(DAN, ofUser('-')),
    '401 for nobody': s => s.delete('nobody', ofUser(EVE)),
    '403 for who was given it': async s => {
      const { subject, ofUser: path } = await s.shared();
      return s.delete(subject, path);
    },
    '404 for who has none': s => s.delete(DAN, ofUser(BOB)),
  },
} satisfies Partial<Record<OperationId, ContractCases>>;
