import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ErrorCode,
  grantRevokePermission,
} from 'backstage-plugin-dataset-access-common';
import {
  createGrantConditionalDecision,
  grantConditions,
} from 'backstage-plugin-dataset-access-node';
import { codeOf } from '../__testUtils__/codeOf';
import {
  confirmRemoval,
  giveBack,
  grantOf,
  revoke,
} from '../__testUtils__/grantLife';
import { grantedAccess } from '../__testUtils__/grants';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  CLEO,
  DAN,
  FRANK,
  MONA,
  OLGA,
  ROOT,
  smallWorld,
  superusers,
} from '../__testUtils__/smallWorld';
import type { Caller, TestPolicy } from '../__testUtils__/TestProduct';

const MARKETING = 'group:default/marketing';
const INA = 'user:default/ina';
const GHOST = 'user:default/ghost';
const world = [
  ...smallWorld,
  { ref: INA, memberOf: ['stewards', 'marketing'] },
  { ref: 'resource:default/other', owners: ['data-office'] },
];

/** Who may revoke what Ana asked for on behalf of marketing, from design §4: its owner and whoever may decide on it. */
const mayRevoke: Array<[string, Caller, 'ok' | ErrorCode]> = [
  ['the owner, though an override decides', DAN, 'ok'],
  ['who decided', BOB, 'ok'],
  ['another approver', CLEO, 'ok'],
  ['an approver through a child group', FRANK, 'ok'],
  ['an approver who has the access himself', INA, 'ok'],
  ['a superuser', ROOT, 'ok'],
  ['the requester', ANA, 'NOT_AN_APPROVER'],
  ['a member of the group', MONA, 'NOT_AN_APPROVER'],
  ['an approver of another dataset', OLGA, 'GRANT_NOT_FOUND'],
  ['somebody who is not in the catalog', GHOST, 'GRANT_NOT_FOUND'],
  ['a service', 'service', 'USER_REQUIRED'],
];

const frameworks: Array<[string, TestPolicy | undefined]> = [
  ['off', undefined],
  ['on, allowing everything', () => ({ result: AuthorizeResult.ALLOW })],
];

const answerOf = ({ status, body }: { status: number; body: any }) =>
  status === 200 ? 'ok' : body.error.code;

onBothDatabases('who may take access back', start => {
  it.each(frameworks)('with the permission framework %s', async (_, policy) => {
    const product = await start({ world, config: { superusers }, policy });
    const answers: unknown[] = [];
    for (const [who, caller] of mayRevoke) {
      const id = await grantedAccess(product, ANA, {
        beneficiary: MARKETING,
      });
      answers.push([
        who,
        caller,
        answerOf(await revoke(product, id, { by: caller })),
      ]);
      // there is one at a time
      await revoke(product, id);
    }

    expect(answers).toEqual(mayRevoke);
  });

  it('is narrowed by a policy that denies it; one’s own can be given back all the same', async () => {
    let denied: string[] = [];
    const product = await start({
      world,
      config: { superusers },
      policy: name => ({
        result: denied.includes(name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      }),
    });
    const id = await grantedAccess(product, ANA);
    denied = [grantRevokePermission.name];

    const byOwner = await revoke(product, id);
    const bySuperuser = await revoke(product, id, { by: ROOT });
    const shown = await grantOf(product, id);
    const drift = await product.get(ROOT, '/v1/drift');
    const byHolder = await giveBack(product, id, { by: ANA });

    expect(codeOf(byOwner)).toEqual([403, 'FORBIDDEN']);
    expect(codeOf(bySuperuser)).toEqual([403, 'FORBIDDEN']);
    expect(shown.can.revoke).toMatchObject({
      allowed: false,
      code: 'FORBIDDEN',
    });
    expect(drift.body).toEqual({ items: [] });
    expect(byHolder.status).toBe(200);
  });

  it('is narrowed by a policy with conditions, which never widens it', async () => {
    const product = await start({
      world,
      config: { superusers },
      policy: (name, user) =>
        name === grantRevokePermission.name
          ? createGrantConditionalDecision(grantRevokePermission, {
              anyOf: [
                grantConditions.isGrantHolder({ claims: [user ?? ''] }),
                grantConditions.isGrantedDatasetOwner({
                  claims: user === DAN ? ['group:default/sales'] : [],
                }),
              ],
            })
          : { result: AuthorizeResult.ALLOW },
    });
    const id = await grantedAccess(product, ANA);

    expect(codeOf(await revoke(product, id, { by: BOB }))).toEqual([
      404,
      'GRANT_NOT_FOUND',
    ]);
    expect(codeOf(await revoke(product, id, { by: ANA }))).toEqual([
      403,
      'NOT_AN_APPROVER',
    ]);
    expect((await revoke(product, id)).status).toBe(200);
  });

  it('is nothing without a token', async () => {
    const product = await start({ world });
    const id = await grantedAccess(product, ANA);
    const calls = [
      product.get('nobody', `/v1/grants/${id}`),
      revoke(product, id, { by: 'nobody' }),
      giveBack(product, id, { by: 'nobody' }),
      confirmRemoval(product, id, { by: 'nobody' }),
      product.get('nobody', '/v1/tasks'),
      product.get('nobody', '/v1/drift'),
      product.post('nobody', `/v1/drift/${id}/resolution`, { action: 'adopt' }),
    ];

    const answers = await Promise.all(calls);

    expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(401));
    expect((await grantOf(product, id)).state).toBe('active');
  });
});
