/**
 * A way to an object that has to be open beside the privileges (S3.4): a team that owns it, or a responsibility for it.
 *
 * @public
 */
export type ObjectRoute = 'team' | 'stewardship';

/**
 * Something that takes more than one privilege: a row of a permission matrix (S3.5).
 *
 * @public
 */
export interface Operation {
  /** Lower case, with dots. */
  id: string;
  title: string;
  /** Groups the operations on screen. */
  module: string;
  /** Names of the privileges that are all needed (S3.7). */
  allOf: readonly string[];
  /** One of them has to lead to the object. None: the operation is not about one object (S3.8). */
  objectRoutes: readonly ObjectRoute[];
  /** Names of the privileges without which nothing of this matrix can be done (S3.3). */
  gate: readonly string[];
  /** Names of the privileges of which any one stands for everything else, gate and routes included (S3.2). */
  override: readonly string[];
}
