import type { components } from './api.gen';

type Schemas = components['schemas'];

/** @public */
export type Dataset = Schemas['Dataset'];
/** @public */
export type Approver = Schemas['Approver'];
/** @public */
export type ApproverVia = Schemas['ApproverVia'];
/** @public */
export type ResolutionStep = Schemas['ResolutionStep'];
/** @public */
export type ResolutionWarning = Schemas['ResolutionWarning'];
/** @public */
export type RequestForm = Schemas['RequestForm'];
/** @public */
export type DatasetAccess = Schemas['DatasetAccess'];
/** @public */
export type AccessRequest = Schemas['AccessRequest'];
/** @public */
export type AccessRequestPage = Schemas['AccessRequestPage'];
/** @public */
export type AccessRequestDetail = Schemas['AccessRequestDetail'];
/** @public */
export type CancelReason = NonNullable<AccessRequest['closedBecause']>;
/** @public */
export type DecisionRecord = Schemas['DecisionRecord'];
/** @public */
export type ApprovalRule = Schemas['ApprovalRule'];
/** @public */
export type Emergency = Schemas['Emergency'];
/** @public */
export type EmergencyOffer = Schemas['EmergencyOffer'];
/** @public */
export type EmergencyPage = Schemas['EmergencyPage'];
/** @public */
export type EmergencyReviewDraft = Schemas['EmergencyReviewDraft'];
/** @public */
export type EmergencyState = Schemas['EmergencyState'];
/** @public */
export type EmergencyVerdict = Schemas['EmergencyVerdict'];
/** @public */
export type EmergencyWish = Schemas['EmergencyWish'];
/** @public */
export type HistoryEntry = Schemas['HistoryEntry'];
/** @public */
export type HistoryType = HistoryEntry['type'];
/** @public */
export type CurrentState = Schemas['CurrentState'];
/** @public */
export type Submission = Schemas['Submission'];
/** @public */
export type SubmissionResult = Schemas['SubmissionResult'];
/** @public */
export type SubmissionOutcome = Schemas['SubmissionOutcome'];
/** @public */
export type Decision = Schemas['Decision'];
/** @public */
export type BulkDecision = Schemas['BulkDecision'];
/** @public */
export type BulkDecisionResult = Schemas['BulkDecisionResult'];
/** @public */
export type Comment = Schemas['Comment'];
/** @public */
export type Withdrawal = Schemas['Withdrawal'];
/** @public */
export type Confirmation = Schemas['Confirmation'];
/** @public */
export type AccessGrant = Schemas['AccessGrant'];
/** @public */
export type AccessGrantPage = Schemas['AccessGrantPage'];
/** @public */
export type RequestCounts = Schemas['RequestCounts'];
/** @public */
export type ErrorResponse = Schemas['ErrorResponse'];
/** @public */
export type Policy = Schemas['Policy'];
/** @public */
export type PolicyActors = Schemas['PolicyActors'];
/** @public */
export type PolicyCriterion = Schemas['PolicyCriterion'];
/** @public */
export type PolicyDraft = Schemas['PolicyDraft'];
/** @public */
export type PolicyUpdate = Schemas['PolicyUpdate'];
/** @public */
export type PolicyStateChange = Schemas['PolicyStateChange'];
/** @public */
export type PolicyPage = Schemas['PolicyPage'];
/** @public */
export type PolicyChange = Schemas['PolicyChange'];
/** @public */
export type PolicyPreview = Schemas['PolicyPreview'];
/** @public */
export type PreviewEntry = Schemas['PreviewEntry'];
/** @public */
export type PolicyImport = Schemas['PolicyImport'];
/** @public */
export type ImportReport = Schemas['ImportReport'];
/** @public */
export type PolicyType = Schemas['PolicyType'];
/** @public */
export type PolicyState = Schemas['PolicyState'];
/** @public */
export type PolicyOrigin = Schemas['PolicyOrigin'];
/** @public */
export type ChangeHistory = Schemas['ChangeHistory'];
/** @public */
export type Role = Schemas['Role'];
/** @public */
export type RoleDraft = Schemas['RoleDraft'];
/** @public */
export type RoleUpdate = Schemas['RoleUpdate'];
/** @public */
export type RoleList = Schemas['RoleList'];
/** @public */
export type RoleDetail = Schemas['RoleDetail'];
/** @public */
export type RoleMember = Schemas['RoleMember'];
/** @public */
export type RoleMemberPage = Schemas['RoleMemberPage'];
/** @public */
export type RoleSubjects = Schemas['RoleSubjects'];
/** @public */
export type RoleAssignmentOutcome = Schemas['RoleAssignmentOutcome'];
/** @public */
export type RoleAssignmentResult = Schemas['RoleAssignmentResult'];
/** @public */
export type Responsibility = Schemas['Responsibility'];
/** @public */
export type ResponsibilityDraft = Schemas['ResponsibilityDraft'];
/** @public */
export type ResponsibilityUpdate = Schemas['ResponsibilityUpdate'];
/** @public */
export type ResponsibilityPage = Schemas['ResponsibilityPage'];
/** @public */
export type ResponsibilityState = Schemas['ResponsibilityState'];
/** @public */
export type StewardshipRole = Schemas['StewardshipRole'];
/** @public */
export type Explanation = Schemas['Explanation'];
/** @public */
export type ExplanationPath = Schemas['ExplanationPath'];
/** @public */
export type ExplanationNode = Schemas['ExplanationNode'];
/** @public */
export type NearMiss = Schemas['NearMiss'];
/** @public */
export type AccessHolder = Schemas['AccessHolder'];
/** @public */
export type AccessHolders = Schemas['AccessHolders'];
/** @public */
export type EvaluationRequest = Schemas['EvaluationRequest'];
/** @public */
export type EvaluationDecision = Schemas['EvaluationDecision'];
/** @public */
export type EvaluationsRequest = Schemas['EvaluationsRequest'];
/** @public */
export type EvaluationDecisions = Schemas['EvaluationDecisions'];
/** @public */
export type DomainGrant = Schemas['DomainGrant'];
/** @public */
export type DomainGrantState = Schemas['DomainGrantState'];
/** @public */
export type DomainGrantPage = Schemas['DomainGrantPage'];
/** @public */
export type DomainGrantDraft = Schemas['DomainGrantDraft'];
/** @public */
export type DomainGrantUpdate = Schemas['DomainGrantUpdate'];
/** @public */
export type DomainReach = Schemas['DomainReach'];
/** @public */
export type DomainPage = Schemas['DomainPage'];
/** @public */
export type DomainEventType = Schemas['DomainEventType'];
/** @public */
export type DomainHistoryPage = Schemas['DomainHistoryPage'];
/** @public */
export type NamedEntity = Schemas['NamedEntity'];
/** @public */
export type UserDomainGrant = Schemas['UserDomainGrant'];
/** @public */
export type UserDomainGrantDraft = Schemas['UserDomainGrantDraft'];
/** @public */
export type UserDomainGrantUpdate = Schemas['UserDomainGrantUpdate'];
/** @public */
export type GroupDomains = Schemas['GroupDomains'];
/** @public */
export type GroupDomainsUpdate = Schemas['GroupDomainsUpdate'];
/** @public */
export type GroupDomainChange = Schemas['GroupDomainChange'];
/** @public */
export type GroupDomainsChange = Schemas['GroupDomainsChange'];
/** @public */
export type AccessGrantDetail = Schemas['AccessGrantDetail'];
/** @public */
export type GrantEndReason = Schemas['GrantEndReason'];
/** @public */
export type SourceProblem = Schemas['SourceProblem'];
/** @public */
export type Revocation = Schemas['Revocation'];
/** @public */
export type GrantReturn = Schemas['GrantReturn'];
/** @public */
export type TaskKind = Schemas['TaskKind'];
/** @public */
export type GrantTask = Schemas['GrantTask'];
/** @public */
export type GrantTaskPage = Schemas['GrantTaskPage'];
/** @public */
export type DriftKind = Schemas['DriftKind'];
/** @public */
export type DriftAction = Schemas['DriftAction'];
/** @public */
export type Drift = Schemas['Drift'];
/** @public */
export type DriftPage = Schemas['DriftPage'];
/** @public */
export type DriftResolution = Schemas['DriftResolution'];
/** @public */
export type DriftOutcome = Schemas['DriftOutcome'];
/** @public */
export type ApprovalStepKind = Schemas['ApprovalStepKind'];
/** @public */
export type ApprovalProgress = Schemas['ApprovalProgress'];
/** @public */
export type Approval = Schemas['Approval'];
/** @public */
export type ApprovalPlanStep = Schemas['ApprovalPlanStep'];
/** @public */
export type Delegation = Schemas['Delegation'];
/** @public */
export type DelegationPage = Schemas['DelegationPage'];
/** @public */
export type DelegationDraft = Schemas['DelegationDraft'];
/** @public */
export type Review = Schemas['Review'];
/** @public */
export type ReviewDecisionResult = Schemas['ReviewDecisionResult'];
/** @public */
export type ReviewDecisions = Schemas['ReviewDecisions'];
/** @public */
export type ReviewDetail = Schemas['ReviewDetail'];
/** @public */
export type ReviewDraft = Schemas['ReviewDraft'];
/** @public */
export type ReviewItem = Schemas['ReviewItem'];
/** @public */
export type ReviewItemPage = Schemas['ReviewItemPage'];
/** @public */
export type ReviewItemState = Schemas['ReviewItemState'];
/** @public */
export type ReviewPage = Schemas['ReviewPage'];
/** @public */
export type ReviewPreview = Schemas['ReviewPreview'];
/** @public */
export type ReviewProgress = Schemas['ReviewProgress'];
/** @public */
export type ReviewRule = Schemas['ReviewRule'];
/** @public */
export type ReviewScope = Schemas['ReviewScope'];
/** @public */
export type ReviewState = Schemas['ReviewState'];
