import { agency, date, longText, optional, sometimes, staff, text } from '../../declare/field.ts'
import { type Problem, when } from '../../declare/input.ts'

/** Roles and code lists that plans, recommendations and actions have in common. */

/** Those who answer for the partnership's own work: what it recommends and whether it is done. */
export const keepsActions = ['partnership_manager', 'audit_lead'] as const

/** Those who may have to carry out a recommendation, or look whether it was. */
export const seesPlans = ['agency_lead', 'scrutineer', 'analyst', 'youth_justice_manager', 'youth_safety_lead'] as const

/** Where a recommendation was made: the one list for all registers that make some. */
export const recommendationSources = {
  plan: 'A strategy or plan',
  audit: 'An audit',
  review: 'A review of a case',
  inspection: 'An inspection',
  outside: 'A review or inspection of others',
  partnerReport: 'A report of a partner',
  section11: 'Section 11 returns',
  scrutiny: 'Scrutiny',
  survey: 'A survey',
  other: 'Elsewhere',
} as const

export const ratings = {
  green: 'Green: will be done in time',
  amber: 'Amber: at risk',
  red: 'Red: will not be done in time',
  notGiven: { label: 'Not rated, as in a plan that was brought in', notKnown: true },
} as const

/** A recommendation as whatever makes one asks for it; it is kept and followed in the one register of them. */
export const recommendationFields = {
  recTitle: text('What is it about, in a few words?', {
    label: 'Recommendation',
    maxLength: 200,
    hint: 'Never the name of a child or a family',
    missing: 'Enter what it is about',
  }),
  recWords: longText('What does it say?', {
    rows: 4,
    label: 'Words of the recommendation',
    hint: 'It is kept with all recommendations, where it is answered and followed until it is shown to work',
    missing: 'Enter what it says',
  }),
  recOutcome: optional(longText('What has to be different for children?', { rows: 3, label: 'Outcome required' })),
  recOwner: optional(
    staff('Who answers for it?', { label: 'Accountable owner', hint: 'Leave empty if an agency answers for it' }),
  ),
  recAgency: sometimes(
    agency('Or which agency?', { label: 'Accountable agency', hint: 'Needed if no colleague is named' }),
  ),
  recDueOn: date('By when?', { label: 'To be done by', missing: 'Enter by when' }),
} as const

/** An action as whatever agrees one asks for it; it is kept and followed in the one register of them. */
export const actionFields = {
  task: text('What is to be done?', {
    label: 'Action',
    maxLength: 500,
    hint: 'It is kept with all actions, where it is followed until it is done. Without names of children or families',
    missing: 'Enter what is to be done',
  }),
  doneBy: optional(staff('Who does it?', { label: 'Colleague', hint: 'Leave empty if an agency does it' })),
  doneByAgency: sometimes(
    agency('Which agency does it?', { label: 'Agency', hint: 'Needed if no colleague is named' }),
  ),
  doneUntil: date('Until when?', { label: 'To be done by', missing: 'Enter until when' }),
} as const

const oneOwner = (colleague: string | null, agencyId: string | null, field: string): readonly Problem[] =>
  when((colleague === null) === (agencyId === null), field, 'Enter either a colleague or an agency')
const notPassed = (day: string | null, today: string, field: string): readonly Problem[] =>
  when(day !== null && day < today, `${field}-day`, 'The day must not have passed already')

/** One owner and a day from the beginning: what has neither disappears. */
export const recommendationProblems = (
  line: { readonly recOwner: string | null; readonly recAgency: string | null; readonly recDueOn: string | null },
  today: string,
): readonly Problem[] => [
  ...oneOwner(line.recOwner, line.recAgency, 'recAgency'),
  ...notPassed(line.recDueOn, today, 'recDueOn'),
]

export const actionProblems = (
  line: { readonly doneBy: string | null; readonly doneByAgency: string | null; readonly doneUntil: string | null },
  today: string,
): readonly Problem[] => [
  ...oneOwner(line.doneBy, line.doneByAgency, 'doneByAgency'),
  ...notPassed(line.doneUntil, today, 'doneUntil'),
]
