import { me, type Scope, scope } from '../../declare/access.ts'
import type { Options } from '../../declare/field.ts'
import type { Found, Look } from '../../declare/pathway.ts'
import type { Role } from '../../declare/roles.ts'
import { riskLevels as harmLevels } from './harmOutsideHome.ts'

/** Codes of meetings, said by more than one register. Codes are for ever; words may change. */

export const meetingKinds = {
  daily: 'Daily safeguarding meeting',
  conference: { label: 'Multi-agency risk assessment conference', hint: 'Monthly until January 2021' },
  sift: 'Before the exploitation panel',
  exploitation: 'Multi-agency child exploitation meeting',
  referralPanel: 'Referral mechanism panel',
  youthJusticeBoard: 'Youth Justice Services Management Board',
  courtScrutiny: 'Court outcomes scrutiny panel',
  fairness: 'Disproportionality meeting of youth justice',
  learningBoard: 'Organisational Learning Board',
  partnershipBoard: 'Board of the partnership',
  subGroup: 'Sub-group of the partnership',
  taskGroup: 'Task and finish group of the partnership',
  strategyDiscussion: 'Strategy discussion',
  other: 'Another meeting',
} as const satisfies Options
export type MeetingKind = keyof typeof meetingKinds

/** Two scales, each of its own kind of meeting: that of the risk checklist, and that of exploitation. */
export const riskLevels = {
  standard: 'Standard',
  medium: 'Medium',
  high: 'High',
  emerging: harmLevels.emerging,
  moderate: harmLevels.moderate,
  significant: harmLevels.significant,
} as const satisfies Options
export type RiskLevel = keyof typeof riskLevels

const checklistScale: readonly RiskLevel[] = ['standard', 'medium', 'high']
const exploitationScale: readonly RiskLevel[] = ['emerging', 'moderate', 'significant']

/** What a meeting may decide about an item; which of them, depends on the kind of meeting. */
export const meetingDecisions = {
  planAgreed: 'Safety plan agreed',
  conference: 'Safety plan agreed, and for a full conference as well',
  noFurther: 'Nothing further from this meeting',
  accept: 'Accepted for the panel',
  moreNeeded: 'Not yet: more is needed',
  elsewhere: 'Better seen to elsewhere',
  keep: 'Keep on the panel',
  stepUp: 'Step up',
  stepDown: 'Step down',
  close: 'Close to the panel',
  disrupt: 'Disruption action',
  placePlan: 'Plan for the place',
  decided: 'Decided as asked',
  decidedOtherwise: 'Decided otherwise',
  noted: 'Noted',
  deferred: 'Deferred',
} as const satisfies Options
export type MeetingDecision = keyof typeof meetingDecisions

interface Rules {
  readonly risks: readonly RiskLevel[]
  readonly decisions: readonly MeetingDecision[]
  /** What else is asked of each case. */
  readonly asksChildren?: true
}

const board: Rules = { risks: [], decisions: ['decided', 'decidedOtherwise', 'noted', 'deferred'] }

/** The closed lists of each kind of meeting. */
export const rulesOf: Readonly<Record<MeetingKind, Rules>> = {
  daily: { risks: checklistScale, decisions: ['planAgreed', 'conference', 'noFurther'], asksChildren: true },
  conference: { risks: checklistScale, decisions: ['planAgreed', 'noFurther'], asksChildren: true },
  sift: { risks: exploitationScale, decisions: ['accept', 'moreNeeded', 'elsewhere'] },
  exploitation: {
    risks: exploitationScale,
    decisions: ['keep', 'stepUp', 'stepDown', 'close', 'disrupt', 'placePlan', 'decided', 'noted', 'deferred'],
  },
  referralPanel: board,
  youthJusticeBoard: board,
  courtScrutiny: board,
  fairness: board,
  learningBoard: board,
  partnershipBoard: board,
  subGroup: board,
  taskGroup: board,
  strategyDiscussion: board,
  other: board,
}

/** Codes and words of one kind of meeting, in their order. */
export const risksOf = (kind: MeetingKind): Options => some(riskLevels, rulesOf[kind].risks)
export const decisionsOf = (kind: MeetingKind): Options => some(meetingDecisions, rulesOf[kind].decisions)

const some = (all: Options, codes: readonly string[]): Options =>
  Object.fromEntries(codes.flatMap(code => (all[code] === undefined ? [] : [[code, all[code]]])))

export const whyToday = {
  new: 'New',
  carriedOver: 'Carried over',
  repeat: 'Happened again within 12 months',
  review: 'Review is due',
  nominated: 'Nominated',
  actionsLate: 'Actions are late',
  forDecision: 'For decision',
  asked: 'Asked for',
} as const satisfies Options

/** For whom a version of a pack is: each leaves out what that audience must not read. */
export const audiences = {
  full: { label: 'Full', hint: 'Police and the council' },
  partner: { label: 'Partner', hint: 'Without what only police and council may read' },
  school: { label: 'School', hint: 'The children of one school and nothing else' },
} as const satisfies Options
export type Audience = keyof typeof audiences

export const packSections = {
  actions: 'Actions from last time',
  children: 'Children',
  harm: 'People causing harm',
  places: 'Places and groups',
  themes: 'Themes',
  cases: 'Cases',
  decision: 'For decision',
} as const satisfies Options
export type PackSection = keyof typeof packSections

export const riskChanges = {
  up: 'Up since last time',
  down: 'Down since last time',
  same: 'The same as last time',
  new: 'New',
} as const satisfies Options
export type RiskChange = keyof typeof riskChanges

/** Those who run meetings of their own team. */
export const runsMeetings = ['meeting_officer', 'meeting_chair'] as const satisfies readonly Role[]

/** Those of the same team who see to what its meetings are about. */
export const leadsMeetings = [
  'domestic_abuse_lead',
  'exploitation_coordinator',
  'referral_mechanism_coordinator',
  'missing_coordinator',
  'youth_justice_manager',
] as const satisfies readonly Role[]

/** Those who come for their agency, which has to be invited. */
export const attendsMeetings = [
  'panel_member',
  'police_unit',
  'domestic_abuse_advocate',
] as const satisfies readonly Role[]

/** What belongs to a meeting is seen by the agencies that were invited to it; each row holds which. */
export const invitedAgencies: Scope = scope(
  'those of meetings their agency is invited to',
  `invited && array(select canopy.agencies_of(${me.agency}))`,
)

/** The same scope for each of several roles. */
export const each = <R extends string, S>(roles: readonly R[], scope: S): Record<R, S> =>
  Object.fromEntries(roles.map(role => [role, scope])) as Record<R, S>

/** The team of whoever holds the role on a day: a case referred by anybody is kept by the team that runs its meeting. */
export const teamHolding = (role: Role, on: string | null): Look => ({
  sql: `select p.team_id as "teamId", p.agency_id as "agencyId" from canopy.post p
         where p.role = $1 and p.valid_from <= $2 and (p.valid_to is null or p.valid_to >= $2)
         order by p.valid_from limit 1`,
  values: [role, on],
})

interface Owned {
  readonly teamId: string | null
  readonly agencyId: string | null
}

/** The team and agency that were found, or those of whoever acts. */
export const ownedBy = (row: Owned, [found]: Found): Owned => ({
  teamId: (found?.teamId as string | undefined) ?? row.teamId,
  agencyId: (found?.agencyId as string | undefined) ?? row.agencyId,
})
