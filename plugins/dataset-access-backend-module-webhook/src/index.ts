/**
 * Makes dataset access real behind a webhook of one's own, signed as Standard Webhooks say.
 *
 * @packageDocumentation
 */

export { datasetAccessModuleWebhook as default } from './module';
export {
  WEBHOOK_ANNOTATION,
  WEBHOOK_OBJECT_ANNOTATION,
  WEBHOOK_SUBJECT_ANNOTATION,
} from './annotations';
export { WebhookConnector } from './WebhookConnector';
export type {
  WebhookEndpointSettings,
  WebhookSettings,
} from './WebhookSettings';
