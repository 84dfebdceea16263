import {
  RiAlertLine,
  RiArrowGoBackLine,
  RiChat1Line,
  RiCheckLine,
  RiCloseLine,
  RiKey2Line,
  RiNotification3Line,
  RiQuestionLine,
  RiSendPlaneLine,
  RiTimeLine,
  RiUserSharedLine,
} from '@remixicon/react';
import type { HistoryType } from 'backstage-plugin-dataset-access-common';

const icons: Record<HistoryType, typeof RiKey2Line> = {
  filed: RiSendPlaneLine,
  'approver-changed': RiUserSharedLine,
  'approver-lost': RiAlertLine,
  commented: RiChat1Line,
  'information-requested': RiQuestionLine,
  reminded: RiNotification3Line,
  approved: RiCheckLine,
  denied: RiCloseLine,
  withdrawn: RiArrowGoBackLine,
  expired: RiTimeLine,
  cancelled: RiCloseLine,
  'grant-created': RiKey2Line,
  'grant-confirmed': RiKey2Line,
};

export function HistoryIcon({ type }: { type: HistoryType }) {
  const Icon = icons[type];
  return <Icon size={16} />;
}
