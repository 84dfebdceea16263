import type { OperationId } from '../http/operation';
import type { ContractCases } from './ContractScene';
import { BOB, DAN, EVE, ROOT } from './smallWorld';

const READER = '/v1/roles/reader';
const UNKNOWN = '/v1/roles/nothing';
const subjects = [BOB];

/** The operations on roles. */
export const roleCases = {
  listRoles: {
    '200 with one of one’s own': async s => {
      await s.made(EVE);
      return s.get(ROOT, '/v1/roles');
    },
    '200 for a person': s => s.get('service', `/v1/roles?subject=${EVE}`),
    '400 for no ref': s => s.get(ROOT, '/v1/roles?subject=eve'),
    '401 for nobody': s => s.get('nobody', '/v1/roles'),
    '403 for who may not read them': s => s.get(EVE, '/v1/roles'),
  },
  createRole: {
    '201 with a description': s =>
      s.post(ROOT, '/v1/roles', {
        id: s.name(),
        title: s.name(),
        description: 'For a case of the contract',
      }),
    '400 for a blank title': s =>
      s.post(ROOT, '/v1/roles', { id: s.name(), title: ' ' }),
    '400 for an id that is none': s =>
      s.post(ROOT, '/v1/roles', { id: 'A b', title: s.name() }),
    '401 for nobody': s =>
      s.post('nobody', '/v1/roles', { id: s.name(), title: s.name() }),
    '403 for who may not make them': s =>
      s.post(EVE, '/v1/roles', { id: s.name(), title: s.name() }),
    '409 for an id that is taken': s =>
      s.post(ROOT, '/v1/roles', { id: 'admin', title: s.name() }),
  },
  getRole: {
    '200 for a shipped one with the policies behind it': s =>
      s.get(ROOT, '/v1/roles/editor'),
    '200 for one of one’s own': async s => s.get(ROOT, (await s.made()).path),
    '401 for nobody': s => s.get('nobody', READER),
    '403 for who may not read them': s => s.get(EVE, READER),
    '404 for an unknown one': s => s.get(ROOT, UNKNOWN),
  },
  updateRole: {
    '200 for another title': async s => {
      const { path } = await s.made(BOB);
      return s.put(ROOT, path, { title: s.name(), description: 'Renamed' });
    },
    '400 for no title': s => s.put(ROOT, READER, {}),
    '401 for nobody': s => s.put('nobody', READER, { title: s.name() }),
    '403 for a shipped one': s => s.put(ROOT, READER, { title: s.name() }),
    '404 for an unknown one': s => s.put(ROOT, UNKNOWN, { title: s.name() }),
    '409 for a title that is taken': async s =>
      s.put(ROOT, (await s.made()).path, { title: 'reader' }),
  },
  deleteRole: {
    '200 as it was': async s => s.delete(ROOT, (await s.made(BOB)).path),
    '401 for nobody': s => s.delete('nobody', READER),
    '403 for a shipped one': s => s.delete(ROOT, READER),
    '404 for an unknown one': s => s.delete(ROOT, UNKNOWN),
    '409 for one that policies name': async s => {
      const { id, path } = await s.made();
      await s.written({ actors: { roles: [id] } });
      return s.delete(ROOT, path);
    },
  },
  listRoleMembers: {
    '200 with a page before and a page after': async s => {
      const { path } = await s.made(BOB, DAN, EVE);
      const { body } = await s.get(ROOT, `${path}/members?limit=1`);
      const second = `${path}/members?limit=1&cursor=${body.nextCursor}`;
      return s.get(ROOT, second);
    },
    '400 for a made-up cursor': s =>
      s.get(ROOT, `${READER}/members?cursor=abc`),
    '401 for nobody': s => s.get('nobody', `${READER}/members`),
    '403 for who may not read them': s => s.get(EVE, `${READER}/members`),
    '404 for an unknown one': s => s.get(ROOT, `${UNKNOWN}/members`),
  },
  assignRole: {
    '200 for one who replaces a role, one who has it, one unknown and one that is none':
      async s => {
        const [first, second] = [s.newcomer(), s.newcomer()];
        await s.post(ROOT, '/v1/roles/editor/assignments', {
          subjects: [first],
        });
        await s.post(ROOT, `${READER}/assignments`, { subjects: [second] });
        return s.post(ROOT, `${READER}/assignments`, {
          subjects: [first, second, 'user:default/ghost', 'nonsense'],
        });
      },
    '200 for a try': s =>
      s.post(ROOT, `${READER}/assignments`, { subjects, dryRun: true }),
    '400 for nobody to give it to': s =>
      s.post(ROOT, `${READER}/assignments`, { subjects: [] }),
    '401 for nobody': s =>
      s.post('nobody', `${READER}/assignments`, { subjects }),
    '403 for who may not give them': s =>
      s.post(EVE, `${READER}/assignments`, { subjects }),
    '403 for more than the giver has': async s => {
      const user = s.newcomer();
      await s.written({
        type: 'platform',
        privileges: ['dataset-access.role.manage'],
        actors: { users: [user] },
        resources: [],
      });
      return s.post(user, '/v1/roles/admin/assignments', { subjects: [user] });
    },
    '404 for an unknown one': s =>
      s.post(ROOT, `${UNKNOWN}/assignments`, { subjects }),
  },
  removeRole: {
    '200 for one who has it and one who has not': async s => {
      const { path } = await s.made(BOB);
      return s.post(ROOT, `${path}/removals`, { subjects: [BOB, EVE] });
    },
    '400 for an unknown field': s =>
      s.post(ROOT, `${READER}/removals`, { subjects, why: 'because' }),
    '401 for nobody': s => s.post('nobody', `${READER}/removals`, { subjects }),
    '403 for who may not take them': s =>
      s.post(EVE, `${READER}/removals`, { subjects }),
    '404 for an unknown one': s =>
      s.post(ROOT, `${UNKNOWN}/removals`, { subjects }),
  },
} satisfies Partial<Record<OperationId, ContractCases>>;
