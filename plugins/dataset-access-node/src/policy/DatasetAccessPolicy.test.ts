import type { LoggerService } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  ConditionalPolicyDecision,
  createPermission,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { PolicyQueryUser } from '@backstage/plugin-permission-node';
import {
  DecisionIndex,
  policyManagePermission,
  requestDecidePermission,
  responsibilityManagePermission,
  responsibilityReadPermission,
  ResourceFacts,
  RuleFacts,
} from 'backstage-plugin-dataset-access-common';
import { DatasetAccessPolicy } from './DatasetAccessPolicy';

const ANA = 'user:default/ana';
const ROOT = 'user:default/root';

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };
const onCatalog = (
  rule: string,
  params: object,
): ConditionalPolicyDecision => ({
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: {
    rule,
    resourceType: 'catalog-entity',
    params: params as {},
  },
});
const isVisibleToAna = onCatalog('IS_VISIBLE_TO', { principals: [ANA] });

const ofEntities = (action: string) =>
  createPermission({
    name: `catalog.entity.${action}`,
    attributes: {},
    resourceType: 'catalog-entity',
  });
const read = ofEntities('read');
const refresh = ofEntities('refresh');
const register = createPermission({
  name: 'catalog.location.create',
  attributes: { action: 'create' },
});

const rule = (facts: Partial<RuleFacts>): RuleFacts => ({
  origin: 'policy',
  id: JSON.stringify(facts),
  name: 'A policy',
  type: 'metadata',
  state: 'active',
  privileges: [],
  actors: {},
  resources: [],
  ...facts,
});
const salaries: ResourceFacts = {
  ref: 'resource:default/salaries',
  type: 'dataset',
  owners: [],
  domains: [],
  tags: [],
  labels: {},
};

/** Everybody sees everything that is not hidden; the root user manages, refreshes everything and registers. */
function indexOf(resources: ResourceFacts[] = [salaries]): DecisionIndex {
  return DecisionIndex.of({
    rules: [
      rule({ privileges: [read.name], actors: { allUsers: true } }),
      rule({ privileges: [refresh.name], actors: { users: [ROOT] } }),
      rule({
        type: 'platform',
        privileges: [policyManagePermission.name, register.name],
        actors: { users: [ROOT] },
      }),
    ],
    people: [ANA, ROOT].map(ref => ({ ref, groups: [] })),
    resources,
  });
}

interface Circumstances {
  user: string | undefined;
  base: PolicyDecision;
  index: DecisionIndex | undefined;
  logger: LoggerService;
}

/** What the wrapped policy answers; by default to Ana, around one that allows everything. */
async function ask(
  permission: Permission,
  circumstances: Partial<Circumstances> = {},
): Promise<PolicyDecision> {
  const { user, base, index, logger }: Circumstances = {
    user: ANA,
    base: allow,
    index: indexOf(),
    logger: mockServices.logger.mock(),
    ...circumstances,
  };
  const policy = DatasetAccessPolicy.wrap(
    { handle: async () => base },
    {
      decisions: {
        current: () => index,
        learn() {},
        describe: () => undefined,
      },
      enforced: [refresh.name, register.name],
      logger,
    },
  );
  return policy.handle(
    { permission },
    user
      ? ({ credentials: mockCredentials.user(user) } as PolicyQueryUser)
      : undefined,
  );
}

describe('a policy of one’s own with ours around it', () => {
  it.each([read, refresh, register, policyManagePermission])(
    'denies what it denied before, whatever was granted: $name (P-26)',
    async permission => {
      expect(await ask(permission, { user: ROOT, base: deny })).toEqual(deny);
    },
  );

  it('decides alone about what is none of our business', async () => {
    const other = createPermission({ name: 'shop.buy', attributes: {} });
    const conditional = onCatalog('IS_ENTITY_OWNER', { claims: [ANA] });

    expect(await ask(other)).toEqual(allow);
    expect(await ask(ofEntities('delete'), { base: conditional })).toEqual(
      conditional,
    );
    expect(await ask(other, { index: undefined })).toEqual(allow);
  });

  it('leaves requests and grants to the plugin, which knows more than privileges', async () => {
    expect(await ask(requestDecidePermission)).toEqual(allow);
  });

  it.each([responsibilityReadPermission, responsibilityManagePermission])(
    'leaves $name to the plugin, which knows of which entity',
    async permission => {
      expect(await ask(permission)).toEqual(allow);
      expect(await ask(permission, { base: deny })).toEqual(deny);
    },
  );

  it('has to hold together with ours where both are conditional', async () => {
    const own = onCatalog('IS_ENTITY_OWNER', { claims: [ANA] });
    const hidden = indexOf([{ ...salaries, isHidden: true }]);

    expect(await ask(read, { base: own, index: hidden })).toEqual({
      ...isVisibleToAna,
      conditions: {
        allOf: [own.conditions, isVisibleToAna.conditions],
      },
    });
  });

  it('and whose conditions are about something else is denied, and the log says why', async () => {
    const logger = mockServices.logger.mock();
    const strange = { ...onCatalog('IS_SHINY', {}), pluginId: 'shop' };

    const answer = await ask(refresh, { base: strange, logger });

    expect(answer).toEqual(deny);
    expect(logger.error.mock.calls[0][0]).toMatch(
      /catalog\.entity\.refresh .* shop, which cannot be combined/,
    );
  });
});

describe('reading the catalog', () => {
  it('takes no condition while nothing is hidden and one may see everything', async () => {
    expect(await ask(read)).toEqual(allow);
  });

  it('depends on what one may see as soon as something is hidden', async () => {
    const index = indexOf([{ ...salaries, isHidden: true }]);

    expect(await ask(read, { index })).toEqual(isVisibleToAna);
  });
});

describe('a permission that is enforced', () => {
  it('is given to who holds the privilege everywhere', async () => {
    expect(await ask(refresh, { user: ROOT })).toEqual(allow);
    expect(await ask(register, { user: ROOT })).toEqual(allow);
    expect(await ask(policyManagePermission, { user: ROOT })).toEqual(allow);
  });

  it('depends on the entity for all others, and is denied where it is about none', async () => {
    expect(await ask(refresh)).toEqual(
      onCatalog('HOLDS_PRIVILEGE', {
        privilege: refresh.name,
        principals: [ANA],
      }),
    );
    expect(await ask(register)).toEqual(deny);
    expect(await ask(policyManagePermission)).toEqual(deny);
  });

  it.each([read, refresh, register, policyManagePermission])(
    'is denied while the index cannot be relied on, and without a user: $name (P-27)',
    async permission => {
      const without = { user: ROOT, index: undefined };

      expect(await ask(permission, without)).toEqual(deny);
      expect(await ask(permission, { user: undefined })).toEqual(deny);
    },
  );
});
