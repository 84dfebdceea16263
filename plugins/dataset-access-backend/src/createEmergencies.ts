import { AnswerableUsers } from './approvers/AnswerableUsers';
import type { AskingRight } from './approvers/AskingRight';
import {
  EmergencyNotices,
  EmergencyNoticesOptions,
} from './deliveries/EmergencyNotices';
import { AuthorizedEmergencyService } from './emergencies/AuthorizedEmergencyService';
import {
  DefaultEmergencyService,
  DefaultEmergencyServiceOptions,
} from './emergencies/DefaultEmergencyService';
import { emergencyRoutes } from './emergencies/emergencyRoutes';
import {
  EmergencyRules,
  EmergencyRulesOptions,
} from './emergencies/EmergencyRules';
import {
  RemindOfReviews,
  RemindOfReviewsOptions,
} from './emergencies/RemindOfReviews';
import {
  ReviewEmergency,
  ReviewEmergencyOptions,
} from './emergencies/ReviewEmergency';
import {
  TakeEmergencyAccess,
  TakeEmergencyAccessOptions,
} from './emergencies/TakeEmergencyAccess';
import type { RequestPolicy } from './requests/RequestPolicy';

/** What emergency access is put together from: what its parts need that are not made here. */
export type EmergencyParts = Omit<
  EmergencyNoticesOptions &
    DefaultEmergencyServiceOptions &
    EmergencyRulesOptions &
    RemindOfReviewsOptions &
    ReviewEmergencyOptions &
    TakeEmergencyAccessOptions,
  'emergencyRules' | 'takeEmergencyAccess' | 'reviewEmergency' | 'answerable'
>;

/** Puts emergency access together. Nothing is decided here. */
export function createEmergencies(parts: EmergencyParts) {
  const made = {
    ...parts,
    answerable: new AnswerableUsers(parts),
    emergencyRules: new EmergencyRules(parts),
  };
  const service = new DefaultEmergencyService({
    ...made,
    takeEmergencyAccess: new TakeEmergencyAccess(made),
    reviewEmergency: new ReviewEmergency(made),
  });
  return {
    service,
    rules: made.emergencyRules,
    deliveries: new EmergencyNotices(made).handlers(),
    reminders: new RemindOfReviews(made),
    handlers: (options: { policy: RequestPolicy; askingRight: AskingRight }) =>
      emergencyRoutes(
        new AuthorizedEmergencyService({
          service,
          datasets: parts.datasets,
          policy: options.policy,
          askingRight: options.askingRight,
        }),
      ),
  };
}
