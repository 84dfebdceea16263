import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import permissionModule, { basePolicyExtensionPoint } from '.';

const buy = createPermission({ name: 'shop.buy', attributes: {} });
const sell = createPermission({ name: 'shop.sell', attributes: {} });

/** Starts the module, with others that set a base policy each, and gives the policy that the portal gets. */
async function policyOf(
  bases: PermissionPolicy[],
  datasetAccess: object = {},
): Promise<(permission: typeof buy) => Promise<string>> {
  let installed: PermissionPolicy | undefined;
  const backend = await startTestBackend({
    extensionPoints: [
      [
        policyExtensionPoint,
        {
          setPolicy(policy: PermissionPolicy) {
            installed = policy;
          },
        },
      ],
    ],
    features: [
      permissionModule,
      mockServices.rootConfig.factory({ data: { datasetAccess } }),
      ...bases.map((base, at) =>
        createBackendModule({
          pluginId: 'permission',
          moduleId: `base-${at}`,
          register(reg) {
            reg.registerInit({
              deps: { point: basePolicyExtensionPoint },
              init: async ({ point }) => point.setBasePolicy(base),
            });
          },
        }),
      ),
    ],
  });
  await backend.stop();
  const user = {
    credentials: mockCredentials.user('user:default/ana'),
  } as unknown as PolicyQueryUser;
  return async permission =>
    (await installed!.handle({ permission } as PolicyQuery, user)).result;
}

const onlyBuying: PermissionPolicy = {
  handle: async ({ permission: { name } }) => ({
    result: name === buy.name ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
  }),
};

describe('the portal’s permission policy', () => {
  it('allows what nobody decides about', async () => {
    const decide = await policyOf([]);

    expect(await decide(buy)).toBe('ALLOW');
  });

  it('is the base policy of another module for everything else', async () => {
    const decide = await policyOf([onlyBuying]);

    expect([await decide(buy), await decide(sell)]).toEqual(['ALLOW', 'DENY']);
  });

  it('asks the privileges for what app-config says, and allows nothing while they are not known', async () => {
    const decide = await policyOf([onlyBuying], {
      permissionPolicy: { enforced: [buy.name] },
    });

    expect(await decide(buy)).toBe('DENY');
  });

  it('takes one base policy, and a second one stops the start', async () => {
    await expect(policyOf([onlyBuying, onlyBuying])).rejects.toThrow(
      /base policy of dataset-access is already set/,
    );
  });
});
