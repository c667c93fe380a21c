import { elsewhereLives } from './auditsElsewhere.ts'
import { liveAudits } from './auditsLive.ts'
import { absenceAudit, proceedingsAudit, repeatPlansAudit } from './auditsOfChildren.ts'
import { cuttingAudit, earlyHelpAudit, noActionAudit, thresholdAudits } from './auditsOfDecisions.ts'
import { babiesAudit, pathwayPlansAudit } from './auditsOfParents.ts'
import { lifeOf } from './auditTelling.ts'
import type { DemoContext, DemoStory } from './context.ts'
import { type Life, tellLives } from './soFar.ts'

/** Audits whose cases are in the demonstration, each with the figures that the report prints of it. */
const pastAudits = (demo: DemoContext): readonly Life[] =>
  [
    [repeatPlansAudit(demo)],
    [earlyHelpAudit(demo)],
    [absenceAudit(demo)],
    [proceedingsAudit(demo)],
    [noActionAudit(demo)],
    [babiesAudit(demo)],
    [pathwayPlansAudit(demo)],
    [cuttingAudit(demo)],
    thresholdAudits(demo),
  ].map(plans => lifeOf(demo, plans))

/** Every audit of the published report with its cases, and those of today. */
export const auditStories = (demo: DemoContext): Iterable<DemoStory> =>
  tellLives(demo, [...pastAudits(demo), ...elsewhereLives(demo), ...liveAudits(demo)])
