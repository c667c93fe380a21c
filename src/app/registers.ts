import type { Register } from '../declare/register.ts'
import { actionPlanRegister } from '../registers/assurance/action-plan/index.ts'
import { agreedActionRegister } from '../registers/assurance/agreed-action/index.ts'
import { policeInspectionRegister } from '../registers/assurance/police-inspection/index.ts'
import { policeSearchRegister } from '../registers/assurance/police-search/index.ts'
import { preventActivityRegister } from '../registers/assurance/prevent-activity/index.ts'
import { recommendationRegister } from '../registers/assurance/recommendation/index.ts'
import { schoolWorkshopRegister } from '../registers/assurance/school-workshop/index.ts'
import { section11Register } from '../registers/assurance/section11-return/index.ts'
import { auditRegister } from '../registers/audits/audit/index.ts'
import { auditCaseRegister } from '../registers/audits/audit-case/index.ts'
import { campaignRegister } from '../registers/campaigns/campaign/index.ts'
import { settingReturnRegister } from '../registers/campaigns/setting-return/index.ts'
import { surveyRegister } from '../registers/campaigns/survey/index.ts'
import { privateFosteringRegister } from '../registers/care/private-fostering/index.ts'
import { awarenessCampaignRegister } from '../registers/domestic-abuse/awareness-campaign/index.ts'
import { dailyCaseRegister } from '../registers/domestic-abuse/daily-case/index.ts'
import { encompassSchoolRegister } from '../registers/domestic-abuse/encompass-school/index.ts'
import { operationEncompassRegister } from '../registers/domestic-abuse/operation-encompass/index.ts'
import { survivorSupportRegister } from '../registers/domestic-abuse/survivor-support/index.ts'
import { agencyCheckRegister } from '../registers/front-door/agency-check/index.ts'
import { contactRegister } from '../registers/front-door/contact/index.ts'
import { decisionQueryRegister } from '../registers/front-door/decision-query/index.ts'
import { worryReportRegister } from '../registers/front-door/worry-report/index.ts'
import { adolescentSupportRegister } from '../registers/harm-outside-home/adolescent-support/index.ts'
import { authorityRequestRegister } from '../registers/harm-outside-home/authority-request/index.ts'
import { boroughBriefingRegister } from '../registers/harm-outside-home/borough-briefing/index.ts'
import { exploitationConcernRegister } from '../registers/harm-outside-home/exploitation-concern/index.ts'
import { immediateWorryRegister } from '../registers/harm-outside-home/immediate-worry/index.ts'
import { intelligenceItemRegister } from '../registers/harm-outside-home/intelligence-item/index.ts'
import { missingEpisodeRegister } from '../registers/harm-outside-home/missing-episode/index.ts'
import { panelNominationRegister } from '../registers/harm-outside-home/panel-nomination/index.ts'
import { parentSessionRegister } from '../registers/harm-outside-home/parent-session/index.ts'
import { placeRegister } from '../registers/harm-outside-home/place/index.ts'
import { returnInterviewRegister } from '../registers/harm-outside-home/return-interview/index.ts'
import { sexualBehaviourConsultationRegister } from '../registers/harm-outside-home/sexual-behaviour-consultation/index.ts'
import { traffickingReferralRegister } from '../registers/harm-outside-home/trafficking-referral/index.ts'
import { traffickingRiskOrderRegister } from '../registers/harm-outside-home/trafficking-risk-order/index.ts'
import { earlyHelpRegister } from '../registers/help/early-help-assessment/index.ts'
import { earlyHelpChildRegister } from '../registers/help/early-help-child/index.ts'
import { learningItemRegister } from '../registers/learning/learning-item/index.ts'
import { agendaItemRegister } from '../registers/meetings/agenda-item/index.ts'
import { meetingRegister } from '../registers/meetings/meeting/index.ts'
import { meetingAnswerRegister } from '../registers/meetings/meeting-answer/index.ts'
import { meetingPackRegister } from '../registers/meetings/meeting-pack/index.ts'
import { packPageRegister } from '../registers/meetings/pack-page/index.ts'
import { agencyReportRegister } from '../registers/oversight/agency-report/index.ts'
import { engagementEventRegister } from '../registers/oversight/engagement-event/index.ts'
import { localIncidentRegister } from '../registers/oversight/local-incident/index.ts'
import { partnershipRiskRegister } from '../registers/oversight/partnership-risk/index.ts'
import { priorityRegister } from '../registers/oversight/priority/index.ts'
import { priorityEvidenceRegister } from '../registers/oversight/priority-evidence/index.ts'
import { scrutinyChallengeRegister } from '../registers/oversight/scrutiny-challenge/index.ts'
import { arrangementPartnerRegister } from '../registers/partnership/arrangement-partner/index.ts'
import { businessPostRegister } from '../registers/partnership/business-post/index.ts'
import { groupDecisionRegister } from '../registers/partnership/group-decision/index.ts'
import { partnershipGroupRegister } from '../registers/partnership/partnership-group/index.ts'
import { seatRegister } from '../registers/partnership/seat/index.ts'
import { breakGlassRegister } from '../registers/people/break-glass/index.ts'
import { chronologyEventRegister } from '../registers/people/chronology-event/index.ts'
import { householdRegister } from '../registers/people/household/index.ts'
import { involvementRegister } from '../registers/people/involvement/index.ts'
import { jointSupervisionRegister } from '../registers/people/joint-supervision/index.ts'
import { peerGroupRegister } from '../registers/people/peer-group/index.ts'
import { personRegister } from '../registers/people/person/index.ts'
import { personMatchRegister } from '../registers/people/person-match/index.ts'
import { relationshipRegister } from '../registers/people/relationship/index.ts'
import { restrictionRegister } from '../registers/people/restriction/index.ts'
import { sharingRegister } from '../registers/people/sharing/index.ts'
import { sharingAgreementRegister } from '../registers/people/sharing-agreement/index.ts'
import { subjectAccessRegister } from '../registers/people/subject-access/index.ts'
import { youngCarerRegister } from '../registers/people/young-carer/index.ts'
import { learningProductRegister } from '../registers/reviews/learning-product/index.ts'
import { outsideReviewRegister } from '../registers/reviews/outside-review/index.ts'
import { practiceReviewRegister } from '../registers/reviews/practice-review/index.ts'
import { seriousIncidentRegister } from '../registers/reviews/serious-incident/index.ts'
import { courtOutcomeRegister } from '../registers/youth/court-outcome/index.ts'
import { diversionRegister } from '../registers/youth/diversion/index.ts'
import { participationRegister } from '../registers/youth/participation/index.ts'
import { practiceAuditRegister } from '../registers/youth/practice-audit/index.ts'
import { programmeRegister } from '../registers/youth/programme/index.ts'
import { safeHavenRegister } from '../registers/youth/safe-haven/index.ts'
import { strategyRegister } from '../registers/youth/strategy/index.ts'
import { surrenderBinRegister } from '../registers/youth/surrender-bin/index.ts'

/** Every register, in menu order. */
export const registers: readonly Register[] = [
  contactRegister,
  agencyCheckRegister,
  worryReportRegister,
  decisionQueryRegister,
  earlyHelpRegister,
  earlyHelpChildRegister,
  missingEpisodeRegister,
  returnInterviewRegister,
  immediateWorryRegister,
  intelligenceItemRegister,
  parentSessionRegister,
  placeRegister,
  personRegister,
  relationshipRegister,
  chronologyEventRegister,
  personMatchRegister,
  restrictionRegister,
  breakGlassRegister,
  householdRegister,
  involvementRegister,
  jointSupervisionRegister,
  peerGroupRegister,
  youngCarerRegister,
  sharingRegister,
  sharingAgreementRegister,
  subjectAccessRegister,
  exploitationConcernRegister,
  traffickingReferralRegister,
  authorityRequestRegister,
  adolescentSupportRegister,
  sexualBehaviourConsultationRegister,
  boroughBriefingRegister,
  traffickingRiskOrderRegister,
  meetingRegister,
  agendaItemRegister,
  meetingAnswerRegister,
  meetingPackRegister,
  packPageRegister,
  dailyCaseRegister,
  panelNominationRegister,
  operationEncompassRegister,
  encompassSchoolRegister,
  survivorSupportRegister,
  awarenessCampaignRegister,
  privateFosteringRegister,
  strategyRegister,
  programmeRegister,
  participationRegister,
  diversionRegister,
  safeHavenRegister,
  surrenderBinRegister,
  courtOutcomeRegister,
  practiceAuditRegister,
  actionPlanRegister,
  recommendationRegister,
  partnershipGroupRegister,
  seatRegister,
  groupDecisionRegister,
  businessPostRegister,
  arrangementPartnerRegister,
  seriousIncidentRegister,
  practiceReviewRegister,
  outsideReviewRegister,
  learningProductRegister,
  priorityRegister,
  priorityEvidenceRegister,
  agencyReportRegister,
  scrutinyChallengeRegister,
  partnershipRiskRegister,
  engagementEventRegister,
  localIncidentRegister,
  auditRegister,
  auditCaseRegister,
  campaignRegister,
  settingReturnRegister,
  surveyRegister,
  agreedActionRegister,
  section11Register,
  policeInspectionRegister,
  learningItemRegister,
  policeSearchRegister,
  schoolWorkshopRegister,
  preventActivityRegister,
]
