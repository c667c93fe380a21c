import type { Role } from '../declare/roles.ts'
import { actionPlanPages } from '../registers/assurance/action-plan/pages/index.tsx'
import { agreedActionRegister } from '../registers/assurance/agreed-action/index.ts'
import { agreedActionPages } from '../registers/assurance/agreed-action/pages/index.tsx'
import { preventActivityPages } from '../registers/assurance/prevent-activity/pages/index.tsx'
import { recommendationRegister } from '../registers/assurance/recommendation/index.ts'
import { section11Pages } from '../registers/assurance/section11-return/pages/index.tsx'
import { auditPages } from '../registers/audits/audit/pages/index.tsx'
import { auditCasePages } from '../registers/audits/audit-case/pages/index.tsx'
import { campaignPages } from '../registers/campaigns/campaign/pages/index.tsx'
import { settingReturnPages } from '../registers/campaigns/setting-return/pages/index.tsx'
import { surveyPages } from '../registers/campaigns/survey/pages/index.tsx'
import { privateFosteringPages } from '../registers/care/private-fostering/pages/index.tsx'
import { agencyCheckPages } from '../registers/front-door/agency-check/pages/index.tsx'
import { contactPages } from '../registers/front-door/contact/pages/index.tsx'
import { worryReportPages } from '../registers/front-door/worry-report/pages/index.tsx'
import { missingEpisodePages } from '../registers/harm-outside-home/missing-episode/pages/index.tsx'
import { returnInterviewPages } from '../registers/harm-outside-home/return-interview/pages/index.tsx'
import { earlyHelpPages } from '../registers/help/early-help-assessment/pages/index.tsx'
import { agencyReportPages } from '../registers/oversight/agency-report/pages/index.tsx'
import { priorityPages } from '../registers/oversight/priority/pages/index.tsx'
import { scrutinyChallengePages } from '../registers/oversight/scrutiny-challenge/pages/index.tsx'
import { businessPostPages } from '../registers/partnership/business-post/pages/index.tsx'
import { partnershipGroupPages } from '../registers/partnership/partnership-group/pages/index.tsx'
import { seatPages } from '../registers/partnership/seat/pages/index.tsx'
import { peerGroupPages } from '../registers/people/peer-group/pages/index.tsx'
import { personPages } from '../registers/people/person/pages/index.tsx'
import { personMatchPages } from '../registers/people/person-match/pages/index.tsx'
import { subjectAccessPages } from '../registers/people/subject-access/pages/index.tsx'
import { practiceReviewPages } from '../registers/reviews/practice-review/pages/index.tsx'
import { strategyPages } from '../registers/youth/strategy/pages/index.tsx'
import { areaProfilePage } from '../web/pages/areaProfile.tsx'
import { deliveriesPages } from '../web/pages/deliveries.tsx'
import { directoryPage } from '../web/pages/directory.tsx'
import { ledgerPage } from '../web/pages/ledger.tsx'
import { meetingPages } from '../web/pages/meetings/index.ts'
import { packPages } from '../web/pages/pack.tsx'
import { peoplePages } from '../web/pages/people.tsx'
import { tokensPages } from '../web/pages/tokens.tsx'
import { webhooksPages } from '../web/pages/webhooks.tsx'
import type { HandWrittenPage } from '../web/web.ts'
import { borough } from './borough.ts'
import { meetings } from './meetings/index.ts'
import { packRoles } from './pack.ts'
import { roles } from './roles.ts'
import { auditSampling } from './samples.ts'

/** Pages written by hand, of registers that need more than the generated ones, and those of one role alone. */
export const pages: readonly HandWrittenPage[] = [
  ...contactPages,
  ...agencyCheckPages,
  ...worryReportPages(Object.keys(roles) as Role[]),
  ...earlyHelpPages,
  ...missingEpisodePages,
  ...returnInterviewPages,
  ...actionPlanPages({ recommendation: recommendationRegister, action: agreedActionRegister }),
  ...agreedActionPages,
  ...section11Pages,
  ...campaignPages,
  ...settingReturnPages,
  ...surveyPages,
  ...preventActivityPages,
  ...partnershipGroupPages,
  ...seatPages,
  ...businessPostPages,
  ...auditPages(auditSampling),
  ...auditCasePages,
  ...privateFosteringPages,
  ...personPages,
  ...subjectAccessPages,
  ...peerGroupPages,
  ...personMatchPages,
  ...strategyPages,
  ...practiceReviewPages,
  ...priorityPages,
  ...agencyReportPages,
  ...scrutinyChallengePages,
  ...meetingPages(meetings),
  areaProfilePage(borough, Object.keys(roles) as Role[]),
  directoryPage(Object.keys(roles) as Role[]),
  ...peoplePages,
  ledgerPage,
  ...packPages(packRoles),
  ...deliveriesPages,
  ...tokensPages,
  ...webhooksPages,
]
