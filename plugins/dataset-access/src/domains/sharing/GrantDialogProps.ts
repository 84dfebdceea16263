import type { DomainGrant } from 'backstage-plugin-dataset-access-common';

/** What is done to one grant in a dialog. */
export interface GrantDialogProps {
  /** As it was when the dialog was opened. */
  seen: DomainGrant;
  /** As it is now: others may change it meanwhile. */
  grant: DomainGrant;
  onClose(): void;
}
