/**
 * A row of the permission tables of Blindata DataOps: what it is about, the cell “Permissions”, and whether Team and
 * Stewardship are ticked. The source never ticks one of them alone.
 */
export type MatrixRow = [
  module: string,
  functionality: string,
  permissions: string,
  ticked: boolean,
];

/** All rows of all modules, in the order of the source. */
export const dataOpsMatrix: MatrixRow[] = [
  ['Builder', 'Data Product registration', 'DATAOPS_EDITOR', false],
  ['Builder', 'Data Product modification', 'DATAOPS_EDITOR', true],
  ['Builder', 'Data Product deletion', 'DATAOPS_EDITOR', true],
  ['Builder', 'Data Product Version publication', 'DATAOPS_EDITOR', true],
  ['Builder', 'Data Product init', 'DATAOPS_EDITOR', true],
  [
    'Builder',
    'Data Product update documentation fields',
    'DATAOPS_EDITOR',
    true,
  ],
  [
    'Builder',
    'Data Product Version publish / delete / update documentation',
    'DATAOPS_EDITOR',
    true,
  ],
  ['Builder', 'Descriptor init', 'DATAOPS_EDITOR', true],
  ['Builder', 'Descriptor modify', 'DATAOPS_EDITOR', true],
  ['Builder', 'Data Product Version resolve', 'DATAOPS_VIEWER', true],
  ['Builder', 'Descriptor get', 'DATAOPS_VIEWER', false],
  ['Builder', 'List products / Get product', 'DATAOPS_VIEWER', false],
  [
    'Builder',
    'List product versions / Get product version',
    'DATAOPS_VIEWER',
    false,
  ],
  ['Builder', 'Create repository', 'DATAOPS_EDITOR', false],
  ['Builder', 'Create repository tag', 'DATAOPS_EDITOR', false],
  ['Builder', 'Get repositories', 'DATAOPS_VIEWER', false],
  ['Builder', 'Get repository commits', 'DATAOPS_VIEWER', false],
  ['Builder', 'Get repository branches', 'DATAOPS_VIEWER', false],
  ['Builder', 'Get repository tags', 'DATAOPS_VIEWER', false],
  ['Builder', 'Get Git provider repository branches', 'DATAOPS_VIEWER', false],
  [
    'Builder',
    'Get provider custom resource definitions',
    'DATAOPS_VIEWER',
    false,
  ],
  ['Builder', 'Get provider custom resources', 'DATAOPS_VIEWER', false],
  ['Builder', 'Get organizations', 'DATAOPS_VIEWER', false],
  ['DevOps', 'Activity creation', 'DATAOPS_EDITOR', true],
  ['DevOps', 'Activity start', 'DATAOPS_EDITOR', true],
  ['DevOps', 'Activity delete', 'DATAOPS_EDITOR', true],
  ['DevOps', 'Task stop', 'DATAOPS_EDITOR', true],
  [
    'Blueprint',
    'Blueprint registration',
    'DATAOPS_ADMIN, BLUEPRINTS_ADMIN',
    false,
  ],
  [
    'Blueprint',
    'Blueprint instantiation',
    'DATAOPS_EDITOR, BLUEPRINTS_EDITOR, DATA_PRODUCTS_EDITOR',
    false,
  ],
  ['Marketplace', 'Marketplace user (consumer)', 'MARKETPLACE_VIEWER', false],
  [
    'Marketplace',
    'Marketplace request approval (provider)',
    'MARKETPLACE_EDITOR,DATAOPS_EDITOR',
    false,
  ],
  [
    'Marketplace',
    'Full marketplace access (admin)',
    'MARKETPLACE_ADMIN',
    false,
  ],
  [
    'Computational Policy',
    'Policy deployment',
    'DATAOPS_ADMIN, GOVERNANCE_POLICIES_ADMIN',
    false,
  ],
  [
    'Computational Policy',
    'Policy evaluation',
    'DATAOPS_VIEWER, GOVERNANCE_POLICIES_VIEWER',
    false,
  ],
];
