import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  isDatasetAccessError,
  PolicyDraft,
  PrivilegeRegistry,
  shippedRoles,
} from 'backstage-plugin-dataset-access-common';
import { readFile } from 'node:fs/promises';
import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  Node,
  parseDocument,
  YAMLMap,
} from 'yaml';
import { z } from 'zod';
import type { DatasetAccessConfig } from '../config/readConfig';
import type { PolicyDraftReader } from './PolicyDraftReader';
import { nameKey, PolicyContent, PolicyRecord } from './PolicyRecord';

/** @see PolicyFile */
export interface PolicyFileOptions {
  config: DatasetAccessConfig;
  policyDrafts: PolicyDraftReader;
  logger: LoggerService;
}

/** What files say. */
export interface FileContent {
  policies: Array<
    PolicyContent & Pick<PolicyRecord, 'id' | 'origin' | 'source'>
  >;
  roles: Array<{ id: string; title: string; description?: string }>;
}

const KEYS = ['roles', 'policies'];

const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'expected an id such as finance-readers');
const texts = z.array(z.string().min(1).max(200));

const policySchema = z.strictObject({
  id,
  name: z.string(),
  description: z.string().optional(),
  type: z.enum(['platform', 'metadata']),
  state: z.enum(['active', 'inactive']).optional(),
  privileges: texts.min(1),
  actors: z.strictObject({
    users: texts.optional(),
    groups: texts.optional(),
    roles: texts.optional(),
    allUsers: z.boolean().optional(),
    allGroups: z.boolean().optional(),
    resourceOwners: z.boolean().optional(),
    responsibilities: texts.optional(),
  }),
  resources: z
    .array(
      z.strictObject({
        field: z.enum(['type', 'entity', 'domain', 'tag', 'label', 'owner']),
        operator: z.enum(['equals', 'starts-with']).default('equals'),
        values: texts.min(1),
      }),
    )
    .optional(),
});

/** Their ids are taken, whatever they give. */
const SHIPPED_ROLES = shippedRoles(new PrivilegeRegistry());

const roleSchema = z.strictObject({
  id,
  title: z.string().min(1).max(100),
  description: z.string().max(1000).optional(),
});

/**
 * Policies and roles written in YAML files that app-config names. One that is wrong is left out and named in the log, with
 * its line and what is wrong; the others hold.
 */
export class PolicyFile {
  readonly #options: PolicyFileOptions;

  constructor(options: PolicyFileOptions) {
    this.#options = options;
  }

  /** @throws Error when a file cannot be read, which stops the start of the plugin */
  async read(): Promise<FileContent> {
    const content: FileContent = { policies: [], roles: [] };
    for (const file of this.#options.config.policyFiles) {
      this.#readFile(file, await readFile(file, 'utf8'), content);
    }
    return content;
  }

  #readFile(file: string, text: string, content: FileContent): void {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    if (document.errors.length > 0) {
      throw new Error(
        `${file} is not valid YAML: ${document.errors[0].message}`,
      );
    }
    const place = (node: unknown) =>
      `${file}:${lines.linePos((node as Node | null)?.range?.[0] ?? 0).line}`;
    const complain = (node: unknown, problem: string) =>
      this.#options.logger.error(`${place(node)} is left out: ${problem}`);
    const lists = listsIn(document.contents, complain);
    const each = (
      key: string,
      use: (value: unknown, source: string) => void,
    ) => {
      for (const item of lists.get(key) ?? []) {
        try {
          use((item as YAMLMap).toJS(document), place(item));
        } catch (error) {
          complain(item, problemOf(error));
        }
      }
    };
    each('roles', value => {
      const role = roleSchema.parse(value);
      if (
        [...content.roles, ...SHIPPED_ROLES].some(one => one.id === role.id)
      ) {
        throw thereTwice(role.id);
      }
      content.roles.push(role);
    });
    each('policies', (value, source) => {
      const { id: policyId, ...draft } = policySchema.parse(value);
      if (content.policies.some(one => one.id === `file-${policyId}`)) {
        throw thereTwice(policyId);
      }
      const policy = this.#options.policyDrafts.read(draft as PolicyDraft);
      if (
        content.policies.some(one => nameKey(one.name) === nameKey(policy.name))
      ) {
        throw new Error(`there already is a policy called "${policy.name}"`);
      }
      content.policies.push({
        ...policy,
        id: `file-${policyId}`,
        origin: 'config',
        source,
      });
    });
  }
}

/** What a file has below its keys. Whatever else it says is complained about: a slip in the spelling must not go unnoticed. */
function listsIn(
  contents: unknown,
  complain: (node: unknown, problem: string) => void,
): Map<string, readonly unknown[]> {
  const lists = new Map<string, readonly unknown[]>();
  if (isMap(contents)) {
    for (const { key, value } of contents.items) {
      const name = `${isScalar(key) ? key.value : key}`;
      if (!KEYS.includes(name)) {
        complain(key, `"${name}" is not one of ${KEYS.join(', ')}`);
      } else if (isSeq(value)) {
        lists.set(name, value.items);
      } else if (!isNothing(value)) {
        complain(key, `"${name}" is not a list`);
      }
    }
  } else if (!isNothing(contents)) {
    complain(contents, `expected ${KEYS.join(' or ')}, each with a list`);
  }
  return lists;
}

function isNothing(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

function thereTwice(taken: string): Error {
  return new Error(`the id "${taken}" is there twice`);
}

function problemOf(error: unknown): string {
  if (error instanceof z.ZodError) {
    return error.issues
      .map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`)
      .join('; ');
  }
  return isDatasetAccessError(error) || error instanceof Error
    ? error.message
    : String(error);
}
