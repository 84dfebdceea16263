import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { PrivilegeRegistry } from 'backstage-plugin-dataset-access-common';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testConfig } from '../__testUtils__/testDirectory';
import { PolicyDraftReader } from './PolicyDraftReader';
import { PolicyFile } from './PolicyFile';

const folder = createMockDirectory();
const GUIDE = join(__dirname, '../../../../docs/policies-guide.md');

/** What a file says, and what the log says of it; places are without the path of the folder. */
async function read(text: string) {
  folder.setContent({ 'policies.yaml': text });
  const config = testConfig({ policyFiles: [folder.resolve('policies.yaml')] });
  const logger = mockServices.logger.mock();
  const policyDrafts = new PolicyDraftReader({
    config,
    privileges: new PrivilegeRegistry(),
  });
  const short = (place: string) => place.replaceAll(folder.resolve('.'), '.');
  const { policies, roles } = await new PolicyFile({
    config,
    policyDrafts,
    logger,
  }).read();
  return {
    policies: policies.map(one => [one.id, short(one.source!)]),
    roles: roles.map(({ id }) => id),
    log: logger.error.mock.calls.map(([message]) => short(`${message}`)),
  };
}

/** A good policy on line 2, the one in question on line 7, and a good one after it. */
const between = (policy: string) => `policies:
  - id: first
    name: First
    type: metadata
    privileges: [metadata.edit-tags]
    actors: { allUsers: true }
  - ${policy}
  - { id: last, name: Last, type: platform, privileges: [platform.manage-tags], actors: { allGroups: true } }
`;
const written = (changes: object) =>
  JSON.stringify({
    id: 'wrong',
    name: 'Wrong',
    type: 'metadata',
    privileges: ['metadata.edit-tags'],
    actors: { allUsers: true },
    ...changes,
  });

describe('a file with policies', () => {
  it.each<[string, string, RegExp]>([
    [
      'an unknown privilege',
      written({ privileges: ['metadata.fly'] }),
      /There is no privilege "metadata\.fly"/,
    ],
    [
      'a privilege of the other type',
      written({ privileges: ['platform.manage-tags'] }),
      /platform privilege and cannot be in a metadata policy/,
    ],
    ['nobody it is for', written({ actors: {} }), /for nobody/],
    [
      'a group for a user',
      written({ actors: { users: ['group:default/x'] } }),
      /group:default\/x is no user/,
    ],
    [
      'an unknown actor',
      written({ actors: { everybody: true } }),
      /actors: .*everybody/,
    ],
    [
      'an unknown field',
      written({ resources: [{ field: 'colour', values: ['red'] }] }),
      /resources\.0\.field/,
    ],
    [
      'a criterion without values',
      written({ resources: [{ field: 'tag', values: [] }] }),
      /resources\.0\.values/,
    ],
    [
      'a domain that is no ref',
      written({ resources: [{ field: 'domain', values: ['finance'] }] }),
      /not an entity ref/,
    ],
    ['a key nobody knows', written({ effect: 'deny' }), /effect/],
    ['an id that is there', written({ id: 'first' }), /"first" is there twice/],
    [
      'a name that is there, in other letters',
      written({ name: 'FIRST' }),
      /already is a policy called "FIRST"/,
    ],
    ['no id', written({ id: undefined }), /id: /],
    ['only a word', 'everything', /expected object/],
  ])(
    'leaves out one with %s, names its line and why, and has the others',
    async (_, policy, reason) => {
      const { policies, log } = await read(between(policy));

      expect(policies).toEqual([
        ['file-first', './policies.yaml:2'],
        ['file-last', './policies.yaml:8'],
      ]);
      expect(log).toEqual([
        expect.stringMatching(/^\.\/policies\.yaml:7 is left out: /),
      ]);
      expect(log[0]).toMatch(reason);
    },
  );

  it('leaves out a role that cannot be, and has the others', async () => {
    const { roles, log } = await read(`roles:
  - { id: analyst, title: Analyst }
  - { id: admin, title: Harmless }
  - { id: Analyst, title: In capitals }
  - { id: steward, title: Steward }
`);

    expect(roles).toEqual(['analyst', 'steward']);
    expect(log).toEqual([
      expect.stringMatching(/:3 is left out: the id "admin" is there twice/),
      expect.stringMatching(/:4 is left out: id: expected an id such as/),
    ]);
  });

  it.each([
    ['a misspelt key', 'polices: []\n', /policies\.yaml:1 .*"polices"/],
    [
      'one policy in place of a list',
      `# ours\npolicies: ${written({})}\n`,
      /policies\.yaml:2 .*"policies".* a list/,
    ],
    ['a list in place of keys', '- policies\n', /policies\.yaml:1 /],
  ])('is not passed over in silence with %s', async (_, text, message) => {
    const { policies, log } = await read(text);

    expect(policies).toEqual([]);
    expect(log).toEqual([expect.stringMatching(message)]);
  });

  it.each(['', '# nothing yet\n', 'policies: []\nroles: []\n', 'policies:\n'])(
    'may be empty: %j',
    async text => {
      expect(await read(text)).toEqual({ policies: [], roles: [], log: [] });
    },
  );

  it('stops the start when it is no YAML, and names the file', async () => {
    await expect(read('policies: [\n')).rejects.toThrow(
      /policies\.yaml is not valid YAML/,
    );
  });

  it('is read as the guide has it', async () => {
    const [, example] =
      /```yaml\n(# app-config: datasetAccess\.policyFiles[^`]*)```/.exec(
        readFileSync(GUIDE, 'utf8'),
      )!;

    expect(await read(example)).toMatchObject({
      policies: [['file-finance-readers-see-usage', expect.anything()]],
      roles: ['finance-reader'],
      log: [],
    });
  });
});
