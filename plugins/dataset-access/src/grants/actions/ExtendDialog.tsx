import { RequestAccessDialog } from '../../dialog/RequestAccessDialog';
import type { GrantDialogProps } from './GrantDialogProps';

/** Asks for the same access again, for longer. */
export function ExtendDialog({ grant, onClose }: GrantDialogProps) {
  const { dataset, subject, level, duration, expiresAt } = grant;
  return (
    <RequestAccessDialog
      datasetRef={dataset.ref}
      preset={{ beneficiary: subject, level, duration, expiresAt }}
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
    />
  );
}
