import type { PolicyCriterion } from 'backstage-plugin-dataset-access-common';
import type { DataHubCriterion, DataHubResources } from './dataHubPolicy';
import {
  catalogTypes,
  catalogTypesBeginning,
  urnPrefixToRefPrefix,
  urnToRef,
  urnToTag,
} from './dataHubUrns';
import type { Note } from './ImportSource';

type Operator = PolicyCriterion['operator'];

/** What a field of DataHub is here, and what its values are; a value without an equivalent has none. */
interface Field {
  field: PolicyCriterion['field'];
  values: Record<Operator, (value: string) => readonly string[]>;
  /** When the beginnings of its values become values. */
  operator?: Operator;
}

const types: Field = {
  field: 'type',
  values: { equals: catalogTypes, 'starts-with': catalogTypesBeginning },
  operator: 'equals',
};
const refs = (
  field: PolicyCriterion['field'],
  ...kinds: readonly string[]
): Field => ({
  field,
  values: {
    equals: value => optional(urnToRef(value, kinds)),
    'starts-with': value => optional(urnPrefixToRefPrefix(value, kinds)),
  },
});
const entities = refs('entity', 'domain', 'corpuser', 'corpGroup');
const tag = (value: string) => optional(urnToTag(value));

const FIELDS = new Map<string, Field>([
  ['TYPE', types],
  ['RESOURCE_TYPE', types],
  ['URN', entities],
  ['RESOURCE_URN', entities],
  ['DOMAIN', refs('domain', 'domain')],
  ['OWNER', refs('owner', 'corpuser', 'corpGroup')],
  ['TAG', { field: 'tag', values: { equals: tag, 'starts-with': tag } }],
]);

const OPERATORS = new Map<string, Operator>([
  ['EQUALS', 'equals'],
  ['STARTS_WITH', 'starts-with'],
]);

const WOULD_WIDEN =
  'without it the policy would be about more than it was meant for';

/**
 * What a policy is about. Values of a criterion are alternatives, so that one without an equivalent can be left out; a
 * criterion cannot.
 *
 * @returns `undefined` when the policy has to be left out
 */
export function readResources(
  resources: DataHubResources | null | undefined,
  note: Note,
): PolicyCriterion[] | undefined {
  if (!resources) {
    return [];
  }
  if ((resources.privilegeConstraints?.criteria ?? []).length > 0) {
    note(
      'privilegeConstraints',
      `What may be put on an entity cannot be limited here, and ${WOULD_WIDEN}.`,
    );
    return undefined;
  }
  const read = criteriaOf(resources).map(criterion =>
    readCriterion(criterion, note),
  );
  const found = read.flatMap(criterion => criterion ?? []);
  return found.length === read.length ? found : undefined;
}

/** The older form is another way to write a filter; where there are both, DataHub looks at the filter only. */
function criteriaOf({
  filter,
  type,
  resources,
  allResources,
}: DataHubResources): DataHubCriterion[] {
  if (filter) {
    return filter.criteria;
  }
  const equals = (field: string, values: string[]) => ({
    field,
    values,
    condition: 'EQUALS',
  });
  return [
    ...(typeof type === 'string' ? [equals('TYPE', [type])] : []),
    ...(resources && !allResources ? [equals('URN', resources)] : []),
  ];
}

function readCriterion(
  { field: name, values, condition }: DataHubCriterion,
  note: Note,
): PolicyCriterion | undefined {
  const field = FIELDS.get(name.toUpperCase());
  const operator = OPERATORS.get(condition);
  if (!field || !operator) {
    note(
      field ? `condition ${condition}` : `field ${name}`,
      `Policies here cannot ask for it, and ${WOULD_WIDEN}.`,
    );
    return undefined;
  }
  const known = values.flatMap(value => {
    const translated = field.values[operator](value);
    if (translated.length === 0) {
      note(
        `${name} ${value}`,
        'It cannot be said what this is in the catalog. The policy is not about it here.',
      );
    } else if (field === types && operator === 'starts-with') {
      note(
        `${name} ${value}`,
        `Of the types that begin so, only these exist here: ${translated.join(
          ', ',
        )}.`,
      );
    }
    return translated;
  });
  if (known.length === 0) {
    note(
      `criterion on ${name}`,
      `None of its values means anything here, and ${WOULD_WIDEN}.`,
    );
    return undefined;
  }
  return {
    field: field.field,
    operator: field.operator ?? operator,
    values: [...new Set(known)],
  };
}

function optional(value: string | undefined): string[] {
  return value === undefined ? [] : [value];
}
