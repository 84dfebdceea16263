import {
  checkPlainText,
  Policy,
  PolicyActors,
  PolicyCriterion,
  PolicyDraft,
  PolicyState,
  PolicyType,
} from 'backstage-plugin-dataset-access-common';
import type { Principal } from '../../principals/Principal';

/** Whom the policy is for, as the form holds it. */
export interface FormActors {
  principals: Principal[];
  /** Ids. */
  roles: string[];
  /** Ids of stewardship roles. */
  responsibilities: string[];
  allUsers: boolean;
  allGroups: boolean;
  resourceOwners: boolean;
}

/** What the editor's form holds. What belongs to the other type of policy stays in it, so that going back loses nothing. */
export interface PolicyFormValues {
  name: string;
  description: string;
  type: PolicyType;
  state: PolicyState;
  /** Conditions without values restrict nothing. */
  criteria: PolicyCriterion[];
  /** Names. */
  privileges: Record<PolicyType, string[]>;
  actors: FormActors;
}

/** Something wrong with a field, as a text key with its number. */
export type PolicyProblem =
  | { key: 'nameTooLong' | 'descriptionTooLong'; number: string }
  | {
      key:
        | 'nameMissing'
        | 'nameUnreadable'
        | 'descriptionUnreadable'
        | 'noPrivilege'
        | 'nobody';
    };

/** Fields that something can be wrong with. */
export type CheckedField = 'name' | 'description' | 'privileges' | 'actors';

export const NAME_LENGTH = 200;
export const DESCRIPTION_LENGTH = 2_000;

/** A metadata policy about everything, with the conditions that most policies have ready to be filled in. */
export function blankForm(): PolicyFormValues {
  return {
    name: '',
    description: '',
    type: 'metadata',
    state: 'active',
    criteria: (['type', 'entity', 'domain'] as const).map(blankCriterion),
    privileges: { metadata: [], platform: [] },
    actors: {
      principals: [],
      roles: [],
      responsibilities: [],
      allUsers: false,
      allGroups: false,
      resourceOwners: false,
    },
  };
}

export function blankCriterion(
  field: PolicyCriterion['field'],
): PolicyCriterion {
  return { field, operator: 'equals', values: [] };
}

/**
 * A saved policy as the form holds it.
 *
 * @param principals - its users and groups, with their names
 */
export function formOf(
  policy: Policy,
  principals: Principal[],
): PolicyFormValues {
  const blank = blankForm();
  const { name, description = '', type, state, actors, resources } = policy;
  return {
    ...blank,
    name,
    description,
    type,
    state,
    criteria: resources.length > 0 ? resources : blank.criteria,
    privileges: { ...blank.privileges, [type]: policy.privileges },
    actors: {
      principals,
      roles: actors.roles ?? [],
      responsibilities: actors.responsibilities ?? [],
      allUsers: actors.allUsers ?? false,
      allGroups: actors.allGroups ?? false,
      resourceOwners: actors.resourceOwners ?? false,
    },
  };
}

/** The conditions that restrict something. */
export function effectiveCriteria({
  type,
  criteria,
}: Pick<PolicyFormValues, 'type' | 'criteria'>): PolicyCriterion[] {
  return type === 'metadata'
    ? criteria.filter(({ values }) => values.length > 0)
    : [];
}

/** The policy that the form describes, as the API takes it. */
export function toDraft(values: PolicyFormValues): PolicyDraft {
  const { name, description, type, state, privileges, actors } = values;
  const resources = effectiveCriteria(values);
  return {
    name: name.trim(),
    ...(description.trim() && { description: description.trim() }),
    type,
    state,
    privileges: privileges[type],
    actors: toActors(actors, type),
    ...(resources.length > 0 && { resources }),
  };
}

/** Only what somebody chose; a platform policy has neither owners nor stewards. */
function toActors(actors: FormActors, type: PolicyType): PolicyActors {
  const { principals, roles, responsibilities } = actors;
  const refs = (kind: Principal['kind']) =>
    principals.filter(one => one.kind === kind).map(({ id }) => id);
  const [users, groups] = [refs('user'), refs('group')];
  const isMetadata = type === 'metadata';
  return {
    ...(users.length > 0 && { users }),
    ...(groups.length > 0 && { groups }),
    ...(roles.length > 0 && { roles }),
    ...(actors.allUsers && { allUsers: true }),
    ...(actors.allGroups && { allGroups: true }),
    ...(isMetadata && actors.resourceOwners && { resourceOwners: true }),
    ...(isMetadata && responsibilities.length > 0 && { responsibilities }),
  };
}

/** The same checks as the backend's, as far as they need nothing but the form. */
export function checkPolicyForm(
  values: PolicyFormValues,
): Partial<Record<CheckedField, PolicyProblem>> {
  const draft = toDraft(values);
  return {
    name: checkName(values.name),
    description: checkDescription(values.description),
    privileges:
      draft.privileges.length === 0 ? { key: 'noPrivilege' } : undefined,
    actors:
      Object.keys(draft.actors).length === 0 ? { key: 'nobody' } : undefined,
  };
}

function checkName(name: string): PolicyProblem | undefined {
  const { problem } = checkPlainText(
    name.replace(/\s+/g, ' ').normalize('NFC'),
    { minLength: 1, maxLength: NAME_LENGTH },
  );
  switch (problem) {
    case undefined:
      return undefined;
    case 'too-long':
      return { key: 'nameTooLong', number: String(NAME_LENGTH) };
    case 'unreadable':
      return { key: 'nameUnreadable' };
    default:
      return { key: 'nameMissing' };
  }
}

function checkDescription(description: string): PolicyProblem | undefined {
  const { problem } = checkPlainText(description.normalize('NFC'), {
    minLength: 0,
    maxLength: DESCRIPTION_LENGTH,
  });
  switch (problem) {
    case 'too-long':
      return { key: 'descriptionTooLong', number: String(DESCRIPTION_LENGTH) };
    case 'unreadable':
      return { key: 'descriptionUnreadable' };
    default:
      return undefined;
  }
}
