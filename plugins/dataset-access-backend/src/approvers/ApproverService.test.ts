import { stringifyEntityRef } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { ApproverResolver } from 'backstage-plugin-dataset-access-node';
import { TestClock } from '../__testUtils__/TestClock';
import { testConfig, testDirectory } from '../__testUtils__/testDirectory';
import type { WorldEntity } from '../__testUtils__/world';
import { DatasetReader } from '../datasets/Dataset';
import { ApproverService } from './ApproverService';
import { OverrideOwnerResolver } from './OverrideOwnerResolver';

const world: WorldEntity[] = [
  { ref: 'user:default/bob', memberOf: ['stewards'] },
  { ref: 'user:default/cleo', memberOf: ['juniors'] },
  { ref: 'user:default/olga', memberOf: ['office'] },
  { ref: 'user:default/paul', memberOf: ['office'] },
  { ref: 'group:default/stewards' },
  { ref: 'group:default/juniors', parent: 'stewards' },
  { ref: 'group:default/office' },
  { ref: 'group:default/empty' },
  { ref: 'domain:default/finance' },
  { ref: 'system:default/billing', partOf: ['domain:default/finance'] },
  { ref: 'resource:default/orders', owners: ['stewards'] },
  {
    ref: 'resource:default/invoices',
    owners: ['stewards'],
    partOf: ['billing'],
  },
  {
    ref: 'resource:default/payroll',
    owners: ['stewards'],
    labels: { 'data-registry/override-approver': 'office' },
    partOf: ['billing'],
  },
  { ref: 'resource:default/orphan', owners: ['gone'] },
];

const BOB = 'user:default/bob';
const CLEO = 'user:default/cleo';
const OLGA = 'user:default/olga';
const PAUL = 'user:default/paul';
const STEWARDS = { ref: 'group:default/stewards', via: 'owner' };
const OFFICE = { ref: 'group:default/office', via: 'escalation' };

function service(datasetAccess: JsonObject = {}, custom?: ApproverResolver) {
  const config = testConfig(datasetAccess);
  const { catalog, directory } = testDirectory(world);
  const approvers = new ApproverService({
    resolver: custom ?? new OverrideOwnerResolver(config),
    directory,
    config,
    // nobody is asked what he holds where deciding takes no privileges
    decisions: {
      require() {
        throw new Error('not there');
      },
    },
    // no domains here
    domainOwners: { of: async () => [] },
    // nor steps that others take
    stepApprovers: { of: async () => [] },
    clock: new TestClock(),
  });
  const routing = (ref = 'resource:default/orders') => {
    const entity = catalog
      .entities()
      .find(one => stringifyEntityRef(one) === ref);
    return approvers.routing(new DatasetReader(config).read(entity)!);
  };
  return { approvers, routing, catalog };
}

const escalation = { approvers: { escalation: ['group:default/office'] } };

describe('who decides on a request', () => {
  it.each<[string, JsonObject, string[], object, string[]]>([
    ['all members of the approvers', {}, [], STEWARDS, [BOB, CLEO]],
    ['those of them who are not barred', {}, [BOB], STEWARDS, [CLEO]],
    [
      'the approvers alone while one of them is left, whoever could step in',
      escalation,
      [BOB],
      STEWARDS,
      [CLEO],
    ],
    ['nobody when all are barred', {}, [BOB, CLEO], STEWARDS, []],
    [
      'the escalation approvers when all are barred',
      escalation,
      [BOB, CLEO],
      OFFICE,
      [OLGA, PAUL],
    ],
    [
      'those of the escalation approvers who are not barred',
      escalation,
      [BOB, CLEO, OLGA],
      OFFICE,
      [PAUL],
    ],
    [
      'nobody when the escalation approvers are barred as well',
      escalation,
      [BOB, CLEO, OLGA, PAUL],
      STEWARDS,
      [],
    ],
    [
      'nobody when the escalation group has no members',
      { approvers: { escalation: ['group:default/empty'] } },
      [BOB, CLEO],
      STEWARDS,
      [],
    ],
    [
      'nobody when the escalation approver does not exist',
      { approvers: { escalation: ['user:default/gone'] } },
      [BOB, CLEO],
      STEWARDS,
      [],
    ],
  ])('is %s', async (_, config, barred, approver, eligible) => {
    const { approvers, routing } = service(config);

    const deciders = await approvers.deciders(await routing(), new Set(barred));

    expect(deciders.approvers).toEqual([approver]);
    expect([...deciders.eligible].sort()).toEqual(eligible);
  });

  it('is nobody when no approver resolves, escalation or not', async () => {
    const { approvers, routing } = service(escalation);

    const deciders = await approvers.deciders(
      await routing('resource:default/orphan'),
      new Set(),
    );

    expect(deciders).toMatchObject({
      approvers: [],
      eligible: new Set(),
      isShort: true,
    });
  });

  it('includes the escalation approvers of the domain where it names others', async () => {
    const { approvers, routing } = service({
      overrides: [
        { domain: 'finance', approvers: { escalation: [OLGA] } },
        { domain: 'sales', approvers: { escalation: [PAUL] } },
      ],
    });

    const { eligible } = await approvers.deciders(
      await routing('resource:default/invoices'),
      new Set([BOB, CLEO]),
    );

    expect(eligible).toEqual(new Set([OLGA]));
  });
});

describe('the owner beside an override', () => {
  const also = (value: boolean) => ({
    approvers: { ownerMayAlsoDecide: value },
  });
  const finance = (value: boolean) => ({ domain: 'finance', ...also(value) });
  const payroll = (value: boolean) => ({
    dataset: 'resource:default/payroll',
    ...also(value),
  });

  it.each<[string, JsonObject, boolean]>([
    ['does not decide', {}, false],
    ['decides where that is configured', also(true), true],
    [
      'decides where the domain says so',
      { overrides: [finance(true), { domain: 'sales', ...also(false) }] },
      true,
    ],
    [
      'decides where the dataset says so',
      { overrides: [payroll(true), finance(false)] },
      true,
    ],
    [
      'does not decide where the domain forbids it',
      { ...also(true), overrides: [finance(false)] },
      false,
    ],
    [
      'does not decide where the dataset forbids it',
      { ...also(true), overrides: [finance(true), payroll(false)] },
      false,
    ],
    [
      'does not decide because of what another dataset says',
      {
        overrides: [{ dataset: 'resource:default/orders', ...also(true) }],
      },
      false,
    ],
  ])('%s', async (_, config, decides) => {
    const { routing } = service(config);

    const { resolution, members } = await routing('resource:default/payroll');

    expect(resolution.approvers).toEqual([
      { ref: 'group:default/office', via: 'override-group' },
      ...(decides ? [STEWARDS] : []),
    ]);
    expect(members.has(BOB)).toBe(decides);
  });
});

describe('the routing of a dataset', () => {
  it('knows the existing users behind the approvers, as they are now', async () => {
    const { routing, catalog } = service();
    const before = await routing();
    catalog.remove(CLEO);
    catalog.put({ ref: PAUL, memberOf: ['juniors'] });

    const after = await routing();

    expect(before.members).toEqual(new Set([BOB, CLEO]));
    expect(after.members).toEqual(new Set([BOB, PAUL]));
  });

  it('counts nobody who is not in the catalog, whatever a custom resolver says', async () => {
    const { routing } = service(
      {},
      {
        resolve: async () => ({
          approvers: [
            { ref: 'user:default/gone', via: 'custom' },
            { ref: OLGA, via: 'custom' },
          ],
          trail: [],
          warnings: [],
        }),
      },
    );

    expect((await routing()).members).toEqual(new Set([OLGA]));
  });

  it('is refused rather than guessed while the catalog is down', async () => {
    const { approvers, routing, catalog } = service(escalation);
    const known = await routing();
    catalog.failure = new Error('socket hang up');

    await expect(routing()).rejects.toMatchObject({
      code: 'CATALOG_UNAVAILABLE',
    });
    await expect(
      approvers.deciders(known, new Set([BOB, CLEO])),
    ).rejects.toMatchObject({ code: 'CATALOG_UNAVAILABLE' });
  });
});
