import type {
  AccessFacts,
  ResponsibilityFacts,
} from '../../decisions/AccessFacts';
import { DecisionIndex } from '../../decisions/DecisionIndex';

export const NOW = Date.UTC(2031, 0, 15);
export const JANE = 'user:default/jane';
export const PRODUCT = 'component:default/invoices';
export const OTHER_PRODUCT = 'component:default/salaries';
/** Jane is a member of the one, which is part of the other. */
export const TEAM = 'group:default/invoicing';
export const DEPARTMENT = 'group:default/finance';

/** What is different from one test to the next. */
export interface PortalOptions {
  /** Names of what Jane holds, everywhere. */
  privileges?: readonly string[];
  /** Who owns the product. */
  owners?: readonly string[];
  responsibilities?: readonly ResponsibilityFacts[];
  rules?: AccessFacts['rules'];
}

/** Jane, her team and two products, with nothing between them but what a test asks for. */
export function portal({
  privileges = [],
  owners = [],
  responsibilities = [],
  rules = [],
}: PortalOptions): DecisionIndex {
  const product = { type: 'product', domains: [], tags: [], labels: {} };
  return DecisionIndex.of({
    people: [
      { ref: JANE, uid: 'uid-jane', groups: [TEAM] },
      { ref: TEAM, groups: [DEPARTMENT] },
      { ref: DEPARTMENT, groups: [] },
      { ref: 'group:default/sales', groups: [] },
    ],
    resources: [
      { ...product, ref: PRODUCT, uid: 'uid-invoices', owners },
      { ...product, ref: OTHER_PRODUCT, owners: [] },
    ],
    responsibilities,
    rules: [
      ...rules,
      {
        origin: 'policy',
        id: 'what-jane-holds',
        name: 'What Jane holds',
        type: 'platform',
        state: 'active',
        privileges,
        actors: { users: [JANE] },
        resources: [],
      },
    ],
  });
}

/** Jane is the owner of the product, until something else is said. */
export function responsibility(
  more: Partial<ResponsibilityFacts> = {},
): ResponsibilityFacts {
  return {
    id: 'jane-owns-invoices',
    role: 'data-product-owner',
    subject: JANE,
    resource: PRODUCT,
    ...more,
  };
}
