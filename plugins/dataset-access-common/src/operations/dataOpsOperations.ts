import type { Operation } from './Operation';

/**
 * Rows without a tick: creating and listing, where there is no object yet or not one of them (S3.8).
 */
function operation(
  module: string,
  id: string,
  title: string,
  allOf: readonly string[],
): Operation {
  return {
    id,
    title,
    module,
    // Where the source lists DATAOPS_ADMIN beside another permission it is no further condition: its introduction says
    // that admins need nothing else, so it is the override there as everywhere (S3.7).
    allOf,
    objectRoutes: [],
    gate: ['agents.viewer'],
    override: ['dataops.admin'],
  };
}

/**
 * Rows with a tick in Team and Stewardship. Either opens the way (S3.5). By the introduction of the source whoever works on
 * a specific product needs DATA_PRODUCTS_EDITOR as well, and the ticks are what marks these operations: so do the rows that
 * write and the one that reads (S3.6, S3.8).
 */
function onProduct(...row: Parameters<typeof operation>): Operation {
  const unticked = operation(...row);
  return {
    ...unticked,
    allOf: [...unticked.allOf, 'data-products.editor'],
    objectRoutes: ['team', 'stewardship'],
  };
}

const EDITOR = ['dataops.editor'];
const VIEWER = ['dataops.viewer'];

const builder = 'Builder';
const builderOperations = [
  operation(
    builder,
    'builder.register-product',
    'Data Product registration',
    EDITOR,
  ),
  onProduct(
    builder,
    'builder.modify-product',
    'Data Product modification',
    EDITOR,
  ),
  onProduct(builder, 'builder.delete-product', 'Data Product deletion', EDITOR),
  onProduct(
    builder,
    'builder.publish-version',
    'Data Product Version publication',
    EDITOR,
  ),
  onProduct(builder, 'builder.init-product', 'Data Product init', EDITOR),
  onProduct(
    builder,
    'builder.document-product',
    'Data Product update documentation fields',
    EDITOR,
  ),
  onProduct(
    builder,
    'builder.maintain-version',
    'Data Product Version publish / delete / update documentation',
    EDITOR,
  ),
  onProduct(builder, 'builder.init-descriptor', 'Descriptor init', EDITOR),
  onProduct(builder, 'builder.modify-descriptor', 'Descriptor modify', EDITOR),
  onProduct(
    builder,
    'builder.resolve-version',
    'Data Product Version resolve',
    VIEWER,
  ),
  operation(builder, 'builder.get-descriptor', 'Descriptor get', VIEWER),
  operation(
    builder,
    'builder.read-products',
    'List products / Get product',
    VIEWER,
  ),
  operation(
    builder,
    'builder.read-versions',
    'List product versions / Get product version',
    VIEWER,
  ),
  operation(builder, 'builder.create-repository', 'Create repository', EDITOR),
  operation(
    builder,
    'builder.create-repository-tag',
    'Create repository tag',
    EDITOR,
  ),
  operation(builder, 'builder.get-repositories', 'Get repositories', VIEWER),
  operation(
    builder,
    'builder.get-repository-commits',
    'Get repository commits',
    VIEWER,
  ),
  operation(
    builder,
    'builder.get-repository-branches',
    'Get repository branches',
    VIEWER,
  ),
  operation(
    builder,
    'builder.get-repository-tags',
    'Get repository tags',
    VIEWER,
  ),
  operation(
    builder,
    'builder.get-provider-branches',
    'Get Git provider repository branches',
    VIEWER,
  ),
  operation(
    builder,
    'builder.get-provider-resource-definitions',
    'Get provider custom resource definitions',
    VIEWER,
  ),
  operation(
    builder,
    'builder.get-provider-resources',
    'Get provider custom resources',
    VIEWER,
  ),
  operation(builder, 'builder.get-organizations', 'Get organizations', VIEWER),
];

const devOpsOperations = [
  onProduct('DevOps', 'devops.create-activity', 'Activity creation', EDITOR),
  onProduct('DevOps', 'devops.start-activity', 'Activity start', EDITOR),
  onProduct('DevOps', 'devops.delete-activity', 'Activity delete', EDITOR),
  onProduct('DevOps', 'devops.stop-task', 'Task stop', EDITOR),
];

const blueprintOperations = [
  operation('Blueprint', 'blueprint.register', 'Blueprint registration', [
    'blueprints.admin',
  ]),
  operation('Blueprint', 'blueprint.instantiate', 'Blueprint instantiation', [
    'dataops.editor',
    'blueprints.editor',
    'data-products.editor',
  ]),
];

const marketplaceOperations = [
  operation('Marketplace', 'marketplace.use', 'Marketplace user (consumer)', [
    'marketplace.viewer',
  ]),
  operation(
    'Marketplace',
    'marketplace.approve-request',
    'Marketplace request approval (provider)',
    ['marketplace.editor', 'dataops.editor'],
  ),
  operation(
    'Marketplace',
    'marketplace.administer',
    'Full marketplace access (admin)',
    ['marketplace.admin'],
  ),
];

const policyOperations = [
  operation('Computational Policy', 'policy.deploy', 'Policy deployment', [
    'governance-policies.admin',
  ]),
  operation('Computational Policy', 'policy.evaluate', 'Policy evaluation', [
    'dataops.viewer',
    'governance-policies.viewer',
  ]),
];

/**
 * The permission matrix of Blindata DataOps, row by row (S3.1–S3.9).
 *
 * @public
 */
export const dataOpsOperations: readonly Operation[] = [
  ...builderOperations,
  ...devOpsOperations,
  ...blueprintOperations,
  ...marketplaceOperations,
  ...policyOperations,
];
