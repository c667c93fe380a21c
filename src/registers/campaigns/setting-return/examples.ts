import type { Typed } from '../../../declare/input.ts'
import type { Before, Example } from '../../../declare/register.ts'
import { schoolSets } from '../../../fields/lists/settingQuestions.ts'

/** Invented settings' answers only. Used by tests, the import template and the API's examples. */
const codes = schoolSets[0]?.questions.map(({ code }) => code) ?? []

export const ofCampaign: Before = {
  name: 'campaign',
  register: 'campaign',
  like: 'CMP-26-00001',
  by: 'audit_lead',
  start: {
    kind: 'section175',
    title: 'Safeguarding in schools 2026',
    round: '2031-32',
    opensOn: '2026-10-05',
    closesOn: '2026-11-27',
    settingKinds: '',
    onlyAgencies: '',
  },
}

const blank = { whyNotApplicable: '', task: '', taskOwner: '', taskDueOn: '' }
export const met = (statement: string, askedVersion = '1'): Typed => ({
  ...blank,
  statement,
  askedVersion,
  rating: 'met',
  evidence: 'Seen by the link governor in September; minutes of the meeting',
})
export const partly = (statement: string, taskDueOn: string, askedVersion = '1'): Typed => ({
  ...met(statement, askedVersion),
  rating: 'partly',
  evidence: 'Two volunteers are missing in the record',
  task: 'Check the two volunteers and enter them',
  taskOwner: 'School business manager',
  taskDueOn,
})
export const headYes: Typed = {
  headName: 'Ottoline Greenhalgh-Ode, head teacher',
  headSignedOn: '2026-10-20',
  headAgrees: 'yes',
  headComment: '',
}
export const governorYes: Typed = {
  governorAs: 'governor',
  governorName: 'Barnaby Wetherell-Asante, chair of governors',
  governorSignedOn: '2026-10-21',
}

const deed = (action: string, afterHours: number, by: string, answers?: Typed) => ({
  action,
  afterHours,
  by,
  ...(answers === undefined ? {} : { answers }),
})
const day = 24
const at = '2026-10-05T08:00:00.000Z'
const lead = 'setting_lead'
const auditor = 'audit_lead'
const manager = 'partnership_manager'
const before = [ofCampaign]
const start: Typed = { campaign: '{campaign}', askedOf: 'Holly Lane Primary', settingType: 'primary', area: 'North' }

const answered = (afterHours: number) =>
  codes.map((code, n) =>
    deed('answer', afterHours + n / 20, lead, code === '4.3' ? partly(code, '2027-01-29') : met(code)),
  )
const signed = (days: number) => [
  deed('finish', days * day, lead, { authorNote: '' }),
  deed('headSigns', days * day + 5, lead, { ...headYes, headSignedOn: '2026-10-07' }),
  deed('governorSigns', days * day + 9, lead, { ...governorYes, governorSignedOn: '2026-10-07' }),
]

type Ends = 'accepted' | 'notReturned' | 'withdrawn' | 'recordedInError' | 'answering'

export const examples: readonly (Example & { ends: Ends })[] = [
  {
    name: 'answered, confirmed, sent back for one statement, confirmed again and accepted',
    before,
    at,
    by: auditor,
    start,
    deeds: [
      deed('correct', 1, auditor, { settingType: 'primary', area: 'East' }),
      deed('send', 2, auditor),
      deed('remind', 5, manager),
      ...answered(day),
      deed('finish', day + 12, lead, { authorNote: 'The policy is new' }),
      deed('takeBack', day + 14, lead, { takenBackWhy: 'The head wants 1.1 in other words' }),
      ...signed(2),
      deed('comment', 3 * day, auditor, { commentOn: '4.3', comment: 'Who are the two?' }),
      deed('moderate', 4 * day, auditor, {
        moderatedStatement: '1.1',
        moderatedRating: 'met',
        moderationWhy: '',
      }),
      deed('sendBack', 5 * day, auditor, {
        sentBackStatements: '4.3',
        sentBackWhy: 'The evidence speaks of volunteers, the action of staff',
      }),
      deed('answerAgain', 6 * day, lead, partly('4.3', '2026-12-18')),
      deed('finishAgain', 6 * day + 1, lead, { authorNote: '' }),
      deed('headSignsAgain', 7 * day, lead, { ...headYes, headSignedOn: '2026-10-12' }),
      deed('judge', 8 * day, auditor, { completeness: 'limited', completenessWhy: 'Little evidence of training' }),
      deed('addSupport', 9 * day, auditor, {
        supportOn: '2026-10-14',
        supportHow: 'visit',
        supportNote: 'A look at the record of checks together',
      }),
      deed('crossCheck', 9 * day + 1, manager, {
        reportCheck: 'differs',
        reportOn: '2026-10-13',
        reportFollows: 'The report counts one volunteer more; the school looks',
      }),
      deed('accept', 10 * day, auditor, { feedback: 'A frank return. Thank you.' }),
    ],
    ends: 'accepted',
  },
  {
    name: 'withdrawn when the school became part of another',
    before,
    at,
    by: manager,
    start,
    deeds: [
      deed('send', 2, manager),
      deed('withdraw', 9 * day, manager, {
        withdrawnWhy: 'merged',
        successor: 'Canal Street School',
        withdrawnNote: 'Told by the council on 13 October 2026',
      }),
    ],
    ends: 'withdrawn',
  },
  {
    name: 'an independent review instead',
    before,
    at,
    by: auditor,
    start,
    deeds: [
      deed('send', 2, auditor),
      deed('supplyReview', 3 * day, lead, {
        reviewBy: 'Lantern Education Reviews',
        reviewOn: '2026-10-01',
        reviewCovers: 'All eight headings. Strong on children’s views.',
      }),
      deed('judge', 4 * day, auditor, { completeness: 'full', completenessWhy: '' }),
      deed('accept', 5 * day, auditor, { feedback: 'The review covers what was asked.' }),
    ],
    ends: 'accepted',
  },
  {
    name: 'not returned, and taken late',
    before,
    at,
    by: auditor,
    start,
    deeds: [
      deed('send', 2, auditor),
      deed('recordNotReturned', 60 * day, auditor),
      deed('takeLate', 62 * day, auditor, { lateWhy: 'A new head asked for it' }),
    ],
    ends: 'answering',
  },
  {
    name: 'added in error',
    before,
    at,
    by: auditor,
    start,
    deeds: [deed('markMistaken', 1, auditor, { mistakenWhy: 'It is asked with its nursery' })],
    ends: 'recordedInError',
  },
]
