import type { AccessGrant } from 'backstage-plugin-dataset-access-common';

/** What is done to one grant in a dialog. */
export interface GrantDialogProps {
  grant: AccessGrant;
  onClose(): void;
}
