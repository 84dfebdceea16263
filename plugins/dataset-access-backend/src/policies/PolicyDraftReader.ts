import {
  canonicalPrincipalRef,
  canonicalRef,
  checkPlainText,
  DatasetAccessError,
  PolicyActors,
  PolicyCriterion,
  PolicyDraft,
  PrivilegeRegistry,
} from 'backstage-plugin-dataset-access-common';
import type { DatasetAccessConfig } from '../config/readConfig';
import type { PolicyContent } from './PolicyRecord';

const NAME_LENGTH = 200;
const DESCRIPTION_LENGTH = 2_000;

/** Fields whose values are entity refs. */
const REF_FIELDS = new Set(['entity', 'domain', 'owner']);

/** @see PolicyDraftReader */
export interface PolicyDraftReaderOptions {
  privileges: PrivilegeRegistry;
  config: DatasetAccessConfig;
}

/**
 * Makes a policy of what somebody wrote, or says what is wrong with it. Every way in uses it: the API, imports, files and
 * previews.
 */
export class PolicyDraftReader {
  readonly #options: PolicyDraftReaderOptions;

  constructor(options: PolicyDraftReaderOptions) {
    this.#options = options;
  }

  /**
   * Whether the actors exist is not looked at here.
   *
   * @throws `BAD_POLICY`, `UNKNOWN_PRIVILEGE`, `UNKNOWN_ACTOR`, `BAD_ENTITY_REF`
   */
  read(draft: PolicyDraft): PolicyContent {
    const content: PolicyContent = {
      name: oneLine(draft.name, 'name', NAME_LENGTH, 1),
      description:
        readable(
          draft.description ?? '',
          'description',
          DESCRIPTION_LENGTH,
          0,
        ) || undefined,
      type: draft.type,
      state: draft.state ?? 'active',
      privileges: this.#privileges(draft),
      actors: this.#actors(draft.actors),
      resources: (draft.resources ?? []).map(readCriterion),
    };
    checkThatItFits(content);
    return content;
  }

  #privileges({ type, privileges }: PolicyDraft): string[] {
    const found = privileges.map(name => {
      const privilege = this.#options.privileges.get(name);
      if (!privilege) {
        throw new DatasetAccessError('UNKNOWN_PRIVILEGE', {
          message: `There is no privilege "${name}".`,
        });
      }
      return privilege;
    });
    const misplaced = found.find(privilege => privilege.type !== type);
    if (misplaced) {
      throw badPolicy(
        `"${misplaced.title}" is a ${misplaced.type} privilege and cannot be in a ${type} policy.`,
      );
    }
    return unique(found.map(({ name }) => name));
  }

  #actors(actors: PolicyActors): PolicyActors {
    const known = this.#options.config.responsibilities.roles.map(
      ({ id }) => id,
    );
    const unknown = actors.responsibilities?.find(id => !known.includes(id));
    if (unknown !== undefined) {
      throw new DatasetAccessError('UNKNOWN_ACTOR', {
        message: `There is no stewardship role "${unknown}".`,
      });
    }
    const users = refs(actors.users, 'user');
    const groups = refs(actors.groups, 'group');
    return {
      ...(users.length > 0 ? { users } : {}),
      ...(groups.length > 0 ? { groups } : {}),
      ...(actors.roles?.length ? { roles: unique(actors.roles) } : {}),
      ...(actors.allUsers ? { allUsers: true } : {}),
      ...(actors.allGroups ? { allGroups: true } : {}),
      ...(actors.resourceOwners ? { resourceOwners: true } : {}),
      ...(actors.responsibilities?.length
        ? { responsibilities: unique(actors.responsibilities) }
        : {}),
    };
  }
}

function checkThatItFits({ type, actors, resources }: PolicyContent): void {
  if (Object.keys(actors).length === 0) {
    throw badPolicy('The policy is for nobody: name whom it is for.');
  }
  if (type === 'platform' && resources.length > 0) {
    throw badPolicy(
      'A platform policy is not about entities: leave out the resources.',
    );
  }
  if (
    type === 'platform' &&
    (actors.resourceOwners || actors.responsibilities)
  ) {
    throw badPolicy(
      'A platform policy is not about entities, so it has no owners or stewards.',
    );
  }
}

/**
 * A criterion as policies store it: refs canonical, everything else lower case.
 *
 * @throws `BAD_POLICY`, `BAD_ENTITY_REF`
 */
export function readCriterion({
  field,
  operator,
  values,
}: PolicyCriterion): PolicyCriterion {
  if (values.length === 0) {
    throw badPolicy(`The criterion on ${field} has no values.`);
  }
  const isRef = REF_FIELDS.has(field) && operator === 'equals';
  return {
    field,
    operator,
    values: unique(
      values.map(value =>
        isRef
          ? canonicalRef(value)
          : oneLine(value, `value of ${field}`, 200, 1).toLowerCase(),
      ),
    ),
  };
}

function refs(texts: readonly string[] | undefined, kind: string): string[] {
  return unique(
    (texts ?? []).map(text => {
      const ref = canonicalPrincipalRef(text);
      if (!ref.startsWith(`${kind}:`)) {
        throw new DatasetAccessError('UNKNOWN_ACTOR', {
          message: `${ref} is no ${kind}.`,
        });
      }
      return ref;
    }),
  );
}

function oneLine(
  raw: string,
  what: string,
  maxLength: number,
  minLength: number,
): string {
  return readable(raw.replace(/\s+/g, ' '), what, maxLength, minLength);
}

function readable(
  raw: string,
  what: string,
  maxLength: number,
  minLength: number,
): string {
  const { text, problem } = checkPlainText(raw.normalize('NFC'), {
    minLength,
    maxLength,
  });
  if (problem) {
    throw badPolicy(
      problem === 'unreadable'
        ? `The ${what} contains characters that are not text.`
        : `The ${what} needs ${minLength} to ${maxLength} characters.`,
    );
  }
  return text;
}

function badPolicy(message: string): DatasetAccessError {
  return new DatasetAccessError('BAD_POLICY', { message });
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
