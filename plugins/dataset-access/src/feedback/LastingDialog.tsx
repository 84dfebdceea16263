import { Dialog, DialogHeader } from '@backstage/ui';
import type { ReactNode } from 'react';
import theme from '../theme/readable.module.css';

/** @see LastingDialog */
export interface LastingDialogProps {
  title: string;
  onClose(): void;
  width?: number;
  children: ReactNode;
}

/** A dialog that is there from the first moment on. A stray click must not throw away what somebody filled in. */
export function LastingDialog(props: LastingDialogProps) {
  const { title, onClose, width = 600, children } = props;
  return (
    <Dialog
      className={theme.readable}
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width={width}
      isDismissable={false}
    >
      <DialogHeader>{title}</DialogHeader>
      {children}
    </Dialog>
  );
}
