import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  DAN,
  ORDERS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import type {
  Caller,
  TestPolicy,
  TestProduct,
} from '../__testUtils__/TestProduct';

/** One call for each thing that takes a privilege. */
const calls: Record<
  string,
  (product: TestProduct, caller: Caller) => PromiseLike<{ status: number }>
> = {
  'read policies': (p, caller) => p.get(caller, '/v1/policies'),
  'write policies': (p, caller) =>
    p.post(caller, '/v1/policies', {
      name: `By ${caller}`,
      type: 'metadata',
      privileges: ['metadata.edit-tags'],
      actors: { allUsers: true },
    }),
  'import policies': (p, caller) =>
    p.post(caller, '/v1/policies/import', {
      format: 'casbin-csv',
      content: 'p, role:default/x, catalog-entity, delete, allow',
    }),
  'read roles': (p, caller) => p.get(caller, '/v1/roles'),
  'give roles': (p, caller) =>
    p.post(caller, '/v1/roles/reader/assignments', { subjects: [ANA] }),
  'read responsibilities': (p, caller) =>
    p.get(caller, `/v1/responsibilities?resource=${ORDERS}`),
  'explain decisions about others': (p, caller) =>
    p.get(caller, `/v1/explain?subject=${DAN}&privilege=metadata.edit-tags`),
  'evaluate access': (p, caller) =>
    p.post(caller, '/access/v1/evaluation', {
      subject: { type: 'user', id: DAN },
      action: { name: 'read-only' },
      resource: { type: 'resource', id: ORDERS },
    }),
};

const allowing: TestPolicy = () => ({ result: AuthorizeResult.ALLOW });
const denying: TestPolicy = () => ({ result: AuthorizeResult.DENY });

onBothDatabases('what takes a privilege', start => {
  const allowed = async (caller: Caller, policy?: TestPolicy) => {
    const product = await start({ config: { superusers }, policy });
    const found: string[] = [];
    for (const [name, call] of Object.entries(calls)) {
      const { status } = await call(product, caller);
      if (status < 300) {
        found.push(name);
      } else {
        expect([name, status]).toEqual([name, 403]);
      }
    }
    return found;
  };

  it.each<[string, TestPolicy | undefined]>([
    ['off', undefined],
    ['on and allows everything', allowing],
  ])(
    'is for its holders alone when the permission framework is %s (S2.22, S2.24)',
    async (_, policy) => {
      expect(await allowed(ANA, policy)).toEqual([]);
      expect(await allowed(ROOT, policy)).toEqual(Object.keys(calls));
    },
  );

  it('is for nobody when the portal’s own permission policy denies it (P-26)', async () => {
    expect(await allowed(ROOT, denying)).toEqual([]);
  });
});
