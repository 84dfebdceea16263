import {
  RiAlarmWarningLine,
  RiAlertLine,
  RiArrowGoBackLine,
  RiChat1Line,
  RiCheckLine,
  RiCloseLine,
  RiDatabase2Line,
  RiDeleteBinLine,
  RiKey2Line,
  RiNotification3Line,
  RiPauseLine,
  RiPlayLine,
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
  'emergency-taken': RiAlarmWarningLine,
  'emergency-reviewed': RiCheckLine,
  denied: RiCloseLine,
  withdrawn: RiArrowGoBackLine,
  expired: RiTimeLine,
  cancelled: RiCloseLine,
  'grant-created': RiKey2Line,
  'grant-confirmed': RiKey2Line,
  'grant-provisioned': RiKey2Line,
  'provisioning-failed': RiAlertLine,
  'grant-revoked': RiCloseLine,
  'grant-returned': RiArrowGoBackLine,
  'grant-expired': RiTimeLine,
  'grant-ending': RiNotification3Line,
  'grant-suspended': RiPauseLine,
  'grant-resumed': RiPlayLine,
  'grant-removed': RiDeleteBinLine,
  'domain-access-given': RiKey2Line,
  'dataset-level-access-given': RiDatabase2Line,
  'dataset-level-access-given-again': RiDatabase2Line,
  'dataset-level-access-revoked': RiCloseLine,
  'level-changed': RiKey2Line,
  'end-changed': RiTimeLine,
  'domain-access-revoked': RiCloseLine,
  'domain-access-expired': RiTimeLine,
};

export function HistoryIcon({ type }: { type: HistoryType }) {
  const Icon = icons[type];
  return <Icon size={16} />;
}
