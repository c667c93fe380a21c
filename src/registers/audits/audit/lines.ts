import {
  agency,
  choice,
  date,
  longText,
  optional,
  sometimes,
  staff,
  text,
  wholeNumber,
} from '../../../declare/field.ts'
import { recommendationFields } from '../../../fields/lists/actions.ts'
import { auditFindingKinds, auditQuestionKinds, feedbackGroups } from '../../../fields/lists/audits.ts'

/** The tool of the audit, as its people build it. Frozen once it is published and answered (decision 9). */
export const questions = {
  title: 'Questions',
  one: 'question',
  key: 'code',
  about: ['code', 'words'],
  fields: {
    code: text('Which code does the question have?', {
      label: 'Code',
      maxLength: 40,
      hint: 'Short and for ever, for example plan_reviewed. One that is taken changes that question',
      missing: 'Enter a code',
    }),
    words: text('How is it asked?', {
      label: 'Question',
      maxLength: 300,
      hint: 'So that “yes” always says the same',
      missing: 'Enter how it is asked',
    }),
    questionKind: choice('How is it answered?', auditQuestionKinds, {
      label: 'Kind',
      missing: 'Select how it is answered',
    }),
    choices: sometimes(
      longText('Which answers are there?', {
        rows: 4,
        label: 'Answers',
        maxLength: 1000,
        hint: 'One on each line. For one of several answers alone',
      }),
    ),
  },
} as const

/** What parents, designated leads or others said, counted: nobody of them has a case. */
export const feedback = {
  title: 'Feedback',
  one: 'answer of a group',
  about: ['feedbackGroup', 'feedbackWords'],
  fields: {
    feedbackGroup: choice('Who was asked?', feedbackGroups, { label: 'Group', missing: 'Select who was asked' }),
    feedbackWords: text('What were they asked?', {
      label: 'Asked',
      maxLength: 200,
      missing: 'Enter what they were asked',
    }),
    feedbackAnswered: wholeNumber('How many answered?', {
      label: 'Answered',
      min: 1,
      max: 5000,
      unit: 'people',
      missing: 'Enter how many answered',
    }),
    feedbackYes: wholeNumber('How many said yes?', {
      label: 'Yes',
      max: 5000,
      unit: 'people',
      missing: 'Enter how many said yes, or 0',
    }),
    feedbackPartly: optional(wholeNumber('How many said partly?', { label: 'Partly', max: 5000, unit: 'people' })),
  },
} as const

export const findings = {
  title: 'Findings',
  one: 'finding',
  key: 'number',
  about: ['number', 'finding'],
  fields: {
    number: wholeNumber('Which number does the finding have?', {
      label: 'Number',
      min: 1,
      max: 999,
      hint: 'The next free number. One that is taken changes that finding',
      missing: 'Enter the number of the finding',
    }),
    findingKind: choice('What is it?', auditFindingKinds, {
      label: 'Strength or learning',
      missing: 'Select what it is',
    }),
    finding: longText('What was found?', {
      rows: 3,
      label: 'What was found',
      hint: 'Without names of children, families or staff',
      missing: 'Enter what was found',
    }),
    findingCode: optional(
      text('Which question shows it?', { label: 'Shown by question', maxLength: 40, hint: 'Its code' }),
    ),
  },
} as const

const ofFinding = () =>
  wholeNumber('For which finding?', {
    label: 'Finding',
    min: 1,
    max: 999,
    hint: 'Its number',
    missing: 'Enter the number of the finding',
  })

export const recommended = {
  title: 'Recommendations made',
  one: 'recommendation',
  about: ['recTitle'],
  fields: {
    recommendedFor: ofFinding(),
    ...recommendationFields,
  },
} as const

export const passed = {
  title: 'Passed on to be learned from',
  one: 'finding to pass on',
  about: ['passed'],
  fields: {
    passed: ofFinding(),
    lesson: longText('What is to be learned?', {
      rows: 3,
      label: 'To be learned',
      hint: 'As it will be said to those who do the work. No names',
      missing: 'Enter what is to be learned',
    }),
    learner: agency('Which agency has to learn it?', { label: 'Agency', missing: 'Select the agency' }),
    learningOwner: staff('Who sees to it?', {
      label: 'Owner',
      holding: ['police_unit', 'agency_lead', 'partnership_manager', 'audit_lead'],
      missing: 'Select who sees to it',
    }),
  },
} as const

export const presentations = {
  title: 'Presented to',
  one: 'group it was presented to',
  about: ['presentedTo'],
  fields: {
    presentedTo: text('To which group was it presented?', {
      label: 'Group',
      maxLength: 160,
      missing: 'Enter to which group',
    }),
    presentedOn: date('When was it presented?', { label: 'On', past: true, missing: 'Enter when it was presented' }),
  },
} as const
