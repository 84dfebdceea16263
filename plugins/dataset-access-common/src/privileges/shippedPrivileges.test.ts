import { datasetAccessPermissions } from '../permissions';
import {
  cloudMetadataRows,
  cloudPlatformRows,
  metadataRows,
  platformRows,
} from '../roles/__testUtils__/dataHubRoleTables';
import {
  dataHubConstants,
  otherConstants,
} from './__testUtils__/dataHubConstants';
import {
  commonTitles,
  platformTitles,
  privilegeTitled,
  specificTitles,
} from './__testUtils__/dataHubPrivilegeTitles';
import { PrivilegeRegistry } from './privilegeRegistry';

const registry = new PrivilegeRegistry();
const titlesOf = (rows: Array<[string, ...unknown[]]>) =>
  rows.map(([title]) => title);

describe('the shipped privileges', () => {
  it.each([
    ...platformTitles,
    ...titlesOf(platformRows),
    ...titlesOf(cloudPlatformRows),
  ])('include the platform privilege “%s” of DataHub', title => {
    expect(privilegeTitled(title)).toMatchObject({ type: 'platform' });
  });

  it.each([
    ...commonTitles,
    ...titlesOf(metadataRows),
    ...titlesOf(cloudMetadataRows),
  ])('include the metadata privilege “%s” of DataHub', title => {
    expect(privilegeTitled(title)).toMatchObject({ type: 'metadata' });
  });

  it.each(specificTitles)(
    'include, for the entity %s, the metadata privilege “%s” of DataHub',
    (entity, title) => {
      const kinds: Record<string, string[]> = {
        Dataset: ['api/dataset', 'resource/dataset'],
        Tag: ['tag'],
        Group: ['group'],
        User: ['user'],
        'User + Group': ['user', 'group'],
        'Term Group': ['termgroup'],
      };
      const found = privilegeTitled(title);

      expect(found).toMatchObject({ type: 'metadata' });
      // absent: for all kinds
      expect(found?.resources ?? kinds[entity]).toEqual(
        expect.arrayContaining(kinds[entity]),
      );
    },
  );

  it('mark what only the commercial edition of DataHub has', () => {
    const commercial = registry.all().filter(one => one.commercial);
    // the guide has it as commercial for datasets; the newer role table does not list it at all
    const onlyInGuide = ['Edit Monitors'];
    // stands for “View Entity Page” as well, which every edition has
    const shared = ['View Entity'];

    expect(new Set(commercial)).toEqual(
      new Set(
        [
          ...titlesOf([...cloudPlatformRows, ...cloudMetadataRows]),
          ...onlyInGuide,
        ]
          .filter(title => !shared.includes(title))
          .map(privilegeTitled),
      ),
    );
  });

  it.each([...dataHubConstants, ...otherConstants])(
    'are found by what DataHub exports call them: %s',
    (constant, title) => {
      const found = registry.find(constant);

      expect(found).toBeDefined();
      expect(found).toEqual(privilegeTitled(title));
    },
  );

  it.each([
    ['DATAOPS_ADMIN', 'dataops.admin'],
    ['DATAOPS_EDITOR', 'dataops.editor'],
    ['DATAOPS_VIEWER', 'dataops.viewer'],
    ['GOVERNANCE_POLICIES_VIEWER', 'governance-policies.viewer'],
    ['GOVERNANCE_POLICIES_ADMIN', 'governance-policies.admin'],
    ['BLUEPRINTS_VIEWER', 'blueprints.viewer'],
    ['BLUEPRINTS_EDITOR', 'blueprints.editor'],
    ['BLUEPRINTS_ADMIN', 'blueprints.admin'],
    ['DATA_PRODUCTS_EDITOR', 'data-products.editor'],
    ['MARKETPLACE_VIEWER', 'marketplace.viewer'],
    ['MARKETPLACE_EDITOR', 'marketplace.editor'],
    ['MARKETPLACE_ADMIN', 'marketplace.admin'],
    ['AGENTS_VIEWER', 'agents.viewer'],
    ['AGENTS_EDITOR', 'agents.editor'],
    ['AGENTS_ADMIN', 'agents.admin'],
  ])('include the DataOps permission %s as %s', (alias, name) => {
    expect(registry.get(name)).toMatchObject({ area: 'dataops' });
    expect(registry.find(alias)).toBe(registry.get(name));
  });

  it('say of the two DataOps permissions nothing asks for that they have no effect', () => {
    const withoutEffect = registry
      .all()
      .filter(({ description }) => description.includes('no effect'));

    expect(withoutEffect.map(({ name }) => name)).toEqual([
      'agents.editor',
      'agents.admin',
    ]);
  });

  it.each([
    // name, what Backstage asks about
    ['catalog.entity.read', 'metadata'],
    ['catalog.entity.delete', 'metadata'],
    ['catalog.entity.refresh', 'metadata'],
    ['catalog.entity.create', 'platform'],
    ['catalog.entity.validate', 'platform'],
    ['catalog.location.read', 'platform'],
    ['catalog.location.create', 'platform'],
    ['catalog.location.delete', 'platform'],
    ['catalog.location.analyze', 'platform'],
    ['catalog.ingestion.read', 'platform'],
    ['catalog.ingestion.manage', 'platform'],
    ['scaffolder.action.execute', 'platform'],
    ['scaffolder.template.parameter.read', 'platform'],
    ['scaffolder.template.step.read', 'platform'],
    ['scaffolder.template.dry-run', 'platform'],
    ['scaffolder.template.management', 'platform'],
    ['scaffolder.task.create', 'platform'],
    ['scaffolder.task.read', 'platform'],
    ['scaffolder.task.cancel', 'platform'],
  ])('include the Backstage permission %s', (name, type) => {
    expect(registry.get(name)).toMatchObject({
      area: 'catalog',
      type,
      permissions: [name],
    });
  });

  it('are asked for by permissions that this plugin really has', () => {
    const ours = datasetAccessPermissions.map(({ name }) => name);
    const named = registry
      .all()
      .filter(({ area }) => area === 'access')
      .flatMap(({ permissions }) => permissions);

    expect(named).not.toHaveLength(0);
    expect(ours).toEqual(expect.arrayContaining(named));
  });

  it('have names that the API accepts, and a title and a sentence for people', () => {
    registry.all().forEach(({ name, title, description }) => {
      expect(name).toMatch(/^[a-z][a-z0-9._-]{0,99}$/);
      expect(title).toMatch(/^[A-Z]/);
      expect(description).toMatch(/^[A-Z].*\.$/);
    });
  });

  it('have titles of their own, so that a list on screen can be chosen from', () => {
    const titles = registry.all().map(({ title }) => title.toLowerCase());

    expect(titles).toEqual([...new Set(titles)]);
  });
});

describe('what follows from a privilege', () => {
  const closure = (name: string): Set<string> =>
    new Set(
      registry.implied(name).flatMap(implied => [implied, ...closure(implied)]),
    );

  it.each([
    [
      'dataset-access.level.owner',
      [
        'dataset-access.level.editor',
        'dataset-access.level.read-only',
        'dataset-access.hidden.read',
        'catalog.entity.read',
      ],
    ],
    [
      'dataset-access.level.editor',
      [
        'dataset-access.level.read-only',
        'dataset-access.hidden.read',
        'catalog.entity.read',
      ],
    ],
    // who may use the data finds it, also when it is hidden from others
    [
      'dataset-access.level.read-only',
      ['dataset-access.hidden.read', 'catalog.entity.read'],
    ],
    [
      'dataset-access.policy.manage',
      [
        'dataset-access.policy.read',
        'dataset-access.role.read',
        'dataset-access.role.manage',
        'dataset-access.responsibility.read',
        'dataset-access.responsibility.manage',
        'dataset-access.decision.explain',
        'dataset-access.hidden.read',
        'catalog.entity.read',
      ],
    ],
    ['dataset-access.policy.escalate', []],
    ['dataset-access.request.create', []],
    ['marketplace.admin', ['marketplace.editor', 'marketplace.viewer']],
    ['dataops.editor', []],
  ])('of %s is exactly what it should be', (name, expected) => {
    expect(closure(name)).toEqual(new Set(expected));
  });

  it('of editing an entity is every privilege to edit but those that say who people are and who owns what', () => {
    const edits = registry
      .all()
      .filter(({ name }) => name.startsWith('metadata.edit-'))
      .map(({ name }) => name);

    expect(closure('metadata.edit-entity')).toEqual(
      new Set([
        'catalog.entity.read',
        'catalog.entity.refresh',
        ...edits.filter(
          name =>
            ![
              'metadata.edit-entity',
              'metadata.edit-owners',
              'metadata.edit-group-members',
              'metadata.edit-user-profile',
              'metadata.edit-contact-information',
            ].includes(name),
        ),
      ]),
    );
  });

  it('of administering DataOps is every DataOps permission that has an effect', () => {
    const withEffect = registry
      .all()
      .filter(({ area }) => area === 'dataops')
      .map(({ name }) => name)
      .filter(name => !['agents.editor', 'agents.admin'].includes(name));

    expect(new Set([...closure('dataops.admin'), 'dataops.admin'])).toEqual(
      new Set(withEffect),
    );
  });

  it('is nothing for a privilege that does not exist', () => {
    expect(registry.implied('metadata.fly')).toEqual([]);
  });
});
