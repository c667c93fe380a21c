import { agency, choice, longText, optional, sensitive, sometimes, text, wholeNumber } from '../../../declare/field.ts'
import { auditAnswers, auditGrades, caseFacts } from '../../../fields/lists/audits.ts'

/** One answer for each question of the audit; a later one takes the place of the earlier, which is kept. */
export const answers = {
  title: 'Answers',
  one: 'answer',
  key: 'code',
  about: ['code'],
  fields: {
    code: text('Which question?', {
      label: 'Question',
      maxLength: 40,
      hint: 'Its code. “Answer the questions” shows them all',
      missing: 'Enter the code of the question',
    }),
    answer: choice('What is the answer?', auditAnswers, { label: 'Answer', missing: 'Select the answer' }),
    chosen: sometimes(text('Which of the answers of the question?', { label: 'Which', maxLength: 120 })),
    part: sometimes(wholeNumber('How many?', { label: 'How many', max: 10_000 })),
    whole: sometimes(wholeNumber('Of how many?', { label: 'Of how many', max: 10_000 })),
    answerWhy: sensitive(
      sometimes(
        longText('What shows it, or why is it not recorded?', {
          rows: 2,
          label: 'What shows it',
          hint: 'Needed where the file does not say. No names',
        }),
      ),
    ),
  },
} as const

export const facts = {
  title: 'Facts about the case',
  one: 'fact',
  key: 'fact',
  about: ['fact'],
  fields: {
    fact: choice('What is the fact about?', caseFacts, { label: 'Fact', missing: 'Select what it is about' }),
    value: text('What is it?', {
      label: 'What it is',
      maxLength: 80,
      hint: 'In the same words for every case. Never a name',
      missing: 'Enter what it is, or “Not recorded”',
    }),
  },
} as const

export const agencyGrades = {
  title: 'Grades by agency',
  one: 'grade of an agency',
  key: 'gradedAgency',
  about: ['gradedAgency'],
  fields: {
    gradedAgency: agency('Which agency’s part of the work?', { label: 'Agency', missing: 'Select the agency' }),
    agencyGrade: choice('Which grade does its part have?', auditGrades, {
      label: 'Its grade',
      long: true,
      missing: 'Select the grade',
    }),
    agencyNote: sensitive(optional(longText('Why?', { rows: 2, label: 'Why', hint: 'No names' }))),
  },
} as const
