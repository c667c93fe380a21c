import { type Options, optionOf } from '../../declare/field.ts'

/** Roles and code lists that audits and their cases have in common. Codes are for ever; words may change. */

/** Who plans audits, draws samples, checks what was audited and answers for what was found. */
export const runsAudits = ['audit_lead'] as const

/** Who may be asked to audit a case, in pairs and never of their own team. */
export const auditsCases = ['agency_lead', 'team_manager', 'screening_manager', 'social_worker'] as const

/** Who reads results: counts, grades and findings, never what auditors wrote of a case. */
export const readsResults = ['partnership_manager', 'scrutineer', 'analyst'] as const

/** Rulebook QA-03: grades of the two are never put together. */
export const auditKinds = {
  single: { label: 'One agency', hint: 'An agency audits its own cases' },
  multi: { label: 'Several agencies', hint: 'All agencies audit the same cases and give one joint grade' },
} as const

/** What one case of the audit is: without it nobody knows of what a percentage is. */
export const auditUnits = {
  child: 'A child',
  family: 'A family',
  siblingGroup: 'A group of brothers and sisters',
  plan: 'A plan',
  file: 'A file',
  parent: 'A parent',
  case: 'A case',
  referral: 'A referral',
  session: 'A session',
  notRecorded: { label: 'Not recorded', notKnown: true, hint: 'For audits of the past alone' },
} as const

export const sampleMethods = {
  all: 'All of the cohort',
  random: 'A random sample',
  stratified: 'A random sample from each group',
  convenience: {
    label: 'Cases that were at hand',
    hint: 'Says what was seen in these cases, never how common it is',
  },
  notRecorded: { label: 'Not recorded', notKnown: true, hint: 'For audits of the past alone' },
} as const

/** From where a sample is drawn. What each means is told where samples are put together. */
export const auditPopulations = {
  contactsDecided: 'Contacts decided',
  contactsNoAction: 'Contacts that ended with no further action',
  earlyHelpEnded: 'Early help assessments that have ended',
  missingEpisodes: 'Missing episodes',
  outsideList: { label: 'A list kept elsewhere', hint: 'Say how many are on it' },
} as const

export const auditStrata = {
  source: 'Who made the contact',
  ethnicity: 'Ethnic group',
  outcome: 'Outcome',
  team: 'Team',
} as const

/** Grades of every scheme; which of them belong to which scheme, and from when to when, is in `auditGrades.ts`. */
export const auditGrades = {
  outstanding: 'Outstanding',
  good: 'Good',
  adequate: 'Adequate',
  requiresImprovement: 'Requires improvement',
  requiresImprovementToBeGood: 'Requires improvement to be good',
  inadequate: 'Inadequate',
  exceptional: 'Exceptional',
  strongStandard: 'Strong standard',
  expectedStandard: 'Expected standard',
  needsAttention: 'Needs attention',
  urgentImprovement: 'Urgent improvement',
  met: 'Met',
  notMet: 'Not met',
  typicallyPositive: 'Typically positive experiences and outcomes',
  inconsistent: 'Inconsistent experiences and outcomes',
  widespreadFailings: 'Widespread or systemic failings',
} as const

export const agreements = {
  agreed: 'Agree',
  agreedOnWhatWasKnown: {
    label: 'Agree on what was known, and more should have been asked',
    hint: 'With more information the decision might have been another',
  },
  disagreed: 'Disagree',
  notAsked: { label: 'The audit does not ask', notKnown: true },
} as const

export const auditedDecisions = {
  noFurtherAction: 'No further action',
  informationAdvice: 'Information and advice',
  earlyHelp: 'Early help or targeted services',
  assessment: 'Child and family assessment',
  protection: 'Strategy discussion or child protection',
  proceedings: 'Court proceedings',
  other: 'Another decision',
} as const

export const auditQuestionKinds = {
  yesNo: 'Yes, partly, no or not applicable',
  choice: { label: 'One of several answers', hint: 'Write the answers, one on each line' },
  share: { label: 'How many of how many', hint: 'For example children seen, of children in the family' },
} as const

export const auditAnswers = {
  yes: 'Yes',
  partly: 'Partly',
  no: 'No',
  notApplicable: 'Not applicable',
  notRecorded: { label: 'Not recorded', hint: 'The file does not say' },
  chosen: { label: 'One of the answers of the question', hint: 'Say which. For questions with several answers' },
  counted: { label: 'A number', hint: 'Say how many of how many. For questions that ask so' },
} as const

/** What is known of a case besides the questions. */
export const caseFacts = {
  ethnicity: 'Ethnic group, as the audit words it',
  sex: 'Sex',
  origin: 'Where the family comes from',
  outcome: 'Outcome',
  gap: 'Time since the plan before',
  risk: 'Main risk',
  placement: 'Where the child lives now',
  other: 'Something else',
} as const

export const feedbackGroups = {
  parents: 'Parents',
  designatedLeads: 'Designated safeguarding leads',
  youngPeople: 'Children and young people',
  practitioners: 'Practitioners',
} as const

export const auditFindingKinds = { strength: 'A strength', learning: 'Something to learn' } as const

/** The label of a stored code, as SQL: for figures that are told by several answers at once. */
export const wordsOf = (options: Options, column: string): string =>
  `case ${column} ${Object.keys(options)
    .map(code => `when '${code}' then '${(optionOf(options, code)?.label ?? code).replaceAll("'", "''")}'`)
    .join(' ')} end`
