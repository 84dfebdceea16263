/**
 * Dataset access requests, approvals and grants for Backstage.
 *
 * @packageDocumentation
 */

export { datasetAccessPlugin as default } from './plugin';
