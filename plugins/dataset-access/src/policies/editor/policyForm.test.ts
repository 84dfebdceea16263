import { PolicyDraft } from 'backstage-plugin-dataset-access-common';
import { ANA, ANALYSTS } from '../../__testUtils__/people';
import {
  aPolicy,
  EDIT_TAGS,
  FINANCE,
  VIEW_ANALYTICS,
} from '../../__testUtils__/policies';
import type { Principal } from '../../principals/Principal';
import {
  blankForm,
  checkPolicyForm,
  formOf,
  PolicyFormValues,
  toDraft,
} from './policyForm';

const ana: Principal = { id: ANA, title: 'Ana', kind: 'user' };
const analysts: Principal = { id: ANALYSTS, title: 'Analysts', kind: 'group' };

function filledIn(facts: Partial<PolicyFormValues> = {}): PolicyFormValues {
  const blank = blankForm();
  return {
    ...blank,
    name: 'Edit tags',
    privileges: { metadata: [EDIT_TAGS], platform: [VIEW_ANALYTICS] },
    actors: { ...blank.actors, principals: [ana] },
    ...facts,
  };
}

describe('what is sent', () => {
  it('has nothing in it that nobody chose', () => {
    expect(toDraft(filledIn())).toEqual({
      name: 'Edit tags',
      type: 'metadata',
      state: 'active',
      privileges: [EDIT_TAGS],
      actors: { users: [ANA] },
    });
  });

  it('has everything in it that somebody chose', () => {
    const domain = {
      field: 'domain' as const,
      operator: 'equals' as const,
      values: [FINANCE],
    };
    const draft = toDraft(
      filledIn({
        name: '  Edit tags ',
        description: ' Why ',
        state: 'inactive',
        criteria: [domain, { ...domain, field: 'tag', values: [] }],
        actors: {
          principals: [ana, analysts],
          roles: ['reader'],
          responsibilities: ['data-steward'],
          allUsers: true,
          allGroups: true,
          resourceOwners: true,
        },
      }),
    );

    expect(draft).toEqual<PolicyDraft>({
      name: 'Edit tags',
      description: 'Why',
      type: 'metadata',
      state: 'inactive',
      privileges: [EDIT_TAGS],
      actors: {
        users: [ANA],
        groups: [ANALYSTS],
        roles: ['reader'],
        responsibilities: ['data-steward'],
        allUsers: true,
        allGroups: true,
        resourceOwners: true,
      },
      resources: [domain],
    });
  });

  it('is about no entities when it is a platform policy (S2.2)', () => {
    const { actors, ...form } = filledIn({
      type: 'platform',
      criteria: [{ field: 'tag', operator: 'equals', values: ['pii'] }],
    });

    const draft = toDraft({
      ...form,
      actors: {
        ...actors,
        resourceOwners: true,
        responsibilities: ['data-steward'],
      },
    });

    expect(draft).toEqual({
      name: 'Edit tags',
      type: 'platform',
      state: 'active',
      privileges: [VIEW_ANALYTICS],
      actors: { users: [ANA] },
    });
  });

  it('is what was there when nothing is changed', () => {
    const { id, origin, editable, ...rest } = aPolicy();
    const { version, createdAt, createdBy, ...policy } = rest;
    const { updatedAt, updatedBy, ...content } = policy;

    const stewards: Principal = {
      id: content.actors.groups![0],
      title: 'Stewards',
      kind: 'group',
    };
    expect(toDraft(formOf(aPolicy(), [stewards]))).toEqual(content);
  });
});

describe('what is wrong', () => {
  const nobody = blankForm().actors;

  it.each<[string, Partial<PolicyFormValues>, object]>([
    ['nothing', {}, {}],
    ['no name', { name: ' \n ' }, { name: { key: 'nameMissing' } }],
    [
      'a name that cannot be seen',
      { name: '\u200b\u200b' },
      { name: { key: 'nameMissing' } },
    ],
    [
      'a long name',
      { name: 'x'.repeat(201) },
      { name: { key: 'nameTooLong', number: '200' } },
    ],
    [
      'a name with control characters',
      { name: 'x\u0007y' },
      { name: { key: 'nameUnreadable' } },
    ],
    ['the longest name', { name: 'x'.repeat(200) }, {}],
    [
      'a long description',
      { description: 'x'.repeat(2001) },
      { description: { key: 'descriptionTooLong', number: '2000' } },
    ],
    [
      'a description with control characters',
      { description: 'x\u0007y' },
      { description: { key: 'descriptionUnreadable' } },
    ],
    [
      'no privileges',
      { privileges: { metadata: [], platform: [] } },
      { privileges: { key: 'noPrivilege' } },
    ],
    [
      'privileges of the other type only',
      { privileges: { metadata: [], platform: [VIEW_ANALYTICS] } },
      { privileges: { key: 'noPrivilege' } },
    ],
    ['nobody', { actors: nobody }, { actors: { key: 'nobody' } }],
    ['owners', { actors: { ...nobody, resourceOwners: true } }, {}],
    [
      'owners of no entity',
      { type: 'platform', actors: { ...nobody, resourceOwners: true } },
      { actors: { key: 'nobody' } },
    ],
  ])('%s', (_, facts, problems) => {
    expect(checkPolicyForm(filledIn(facts))).toEqual(problems);
  });
});
