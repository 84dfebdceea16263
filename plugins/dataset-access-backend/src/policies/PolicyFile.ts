import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  isDatasetAccessError,
  PolicyDraft,
  PrivilegeRegistry,
  shippedRoles,
} from 'backstage-plugin-dataset-access-common';
import { readFile } from 'node:fs/promises';
import { LineCounter, parseDocument, YAMLMap, YAMLSeq } from 'yaml';
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
    const each = (
      key: string,
      use: (value: unknown, source: string) => void,
    ) => {
      const items = (document.contents as YAMLMap | null)?.get?.(key);
      for (const item of items instanceof YAMLSeq ? items.items : []) {
        const offset = (item as { range?: [number, number, number] })
          .range?.[0];
        const source = `${file}:${lines.linePos(offset ?? 0).line}`;
        try {
          use((item as YAMLMap).toJS(document), source);
        } catch (error) {
          this.#options.logger.error(
            `${source} is left out: ${problemOf(error)}`,
          );
        }
      }
    };
    each('roles', value => {
      const role = roleSchema.parse(value);
      refuseDouble([...content.roles, ...SHIPPED_ROLES], role.id);
      content.roles.push(role);
    });
    each('policies', (value, source) => {
      const { id: policyId, ...draft } = policySchema.parse(value);
      refuseDouble(content.policies, `file-${policyId}`);
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

function refuseDouble(
  there: ReadonlyArray<{ id: string }>,
  newId: string,
): void {
  if (there.some(one => one.id === newId)) {
    throw new Error(`the id "${newId}" is there twice`);
  }
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
