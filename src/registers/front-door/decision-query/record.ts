import {
  choice,
  longText,
  moment,
  optional,
  related,
  sensitive,
  sometimes,
  staff,
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { kinds } from './rules.ts'

/**
 * What whoever reported asks about a decision, or that they disagree with it: taken up stage by stage, each with its own
 * time limit, until they accept the answer (FD-03; local policy for professional disagreements).
 */
export const decisionQuery = record({
  key: 'decision_query',
  title: 'Question or disagreement',
  plural: 'Questions and disagreements',
  reference: 'QRY',
  eventOn: 'raisedAt',
  about: ['words'],
  fields: {
    report: related('About which report?', 'worry_report', { label: 'Report', about: true }),
    kind: choice('What is it?', kinds, { label: 'Kind' }),
    child: optional(wholeNumber('Which child of the report is it about?', { label: 'Child of the report' })),
    words: sensitive(longText('What do they say?', { label: 'What they say', rows: 6 })),
    wanted: sensitive(optional(longText('What should happen instead?', { label: 'What should happen', rows: 3 }))),
    decidedBy: optional(staff('Who agreed the decision?', { label: 'Decision agreed by' })),
    raisedAt: moment('When was it raised?', { label: 'Raised', past: true }),
    stage: wholeNumber('At which stage of the review?', { label: 'Stage of the review', max: 3 }),
    stageAt: optional(moment('This stage began')),
    answer: sensitive(longText('What do you answer?', { label: 'Answer', rows: 6, missing: 'Enter your answer' })),
    result: choice(
      'What comes of it?',
      {
        stands: 'The decision stands',
        again: 'The decision is made again',
        explained: 'The question is answered',
      },
      { label: 'Result', missing: 'Select what comes of it' },
    ),
    answeredBy: optional(staff('Answered by')),
    answeredAt: optional(moment('Answered')),
    whyNotAccepted: sensitive(
      longText('What is still not right?', {
        label: 'Why not accepted',
        rows: 4,
        missing: 'Enter what is still not right',
      }),
    ),
    settledAt: optional(moment('Settled')),
    withdrawnWhy: sometimes(sensitive(longText('Why do you take it back?', { label: 'Why taken back', rows: 2 }))),
  },
})
