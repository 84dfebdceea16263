import { ExtendDialog } from './ExtendDialog';
import type { GrantAction } from './grantActions';
import type { GrantDialogProps } from './GrantDialogProps';
import { ReturnDialog } from './ReturnDialog';
import { RevokeDialog } from './RevokeDialog';

const dialogs: Record<GrantAction, (props: GrantDialogProps) => JSX.Element> = {
  extend: ExtendDialog,
  return: ReturnDialog,
  revoke: RevokeDialog,
};

/** The dialog of an action. */
export function GrantActionDialog(
  props: GrantDialogProps & { action: GrantAction },
) {
  const { action, ...rest } = props;
  const Dialog = dialogs[action];
  return <Dialog {...rest} />;
}
