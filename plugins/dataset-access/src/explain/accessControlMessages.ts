import { responsibilityMessages } from '../responsibilities/responsibilityMessages';
import { roleMessages } from '../roles/roleMessages';
import { explainMessages } from './explainMessages';

/** The texts of roles, responsibilities and explanations. */
export const accessControlMessages = {
  ...roleMessages,
  ...responsibilityMessages,
  ...explainMessages,
} as const;
