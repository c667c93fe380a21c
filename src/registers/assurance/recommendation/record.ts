import {
  agency,
  choice,
  date,
  longText,
  moment,
  optional,
  related,
  sometimes,
  staff,
  text,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { actionFields, recommendationSources } from '../../../fields/lists/actions.ts'

const actions = {
  title: 'Actions agreed',
  one: 'action',
  fields: {
    ...actionFields,
    doneWith: optional(
      text('Who helps?', { label: 'With', maxLength: 300, hint: 'Others who are named beside the owner' }),
    ),
  },
} as const

const alike = {
  title: 'The same from elsewhere',
  one: 'recommendation that says the same',
  fields: {
    alikeTo: related('Which recommendation says the same?', 'recommendation', {
      label: 'Recommendation',
      hint: 'Its reference. Both stay open: none is closed by pointing at another',
      missing: 'Enter the reference of the other recommendation',
    }),
    alikeWhy: optional(text('What do they have in common?', { label: 'In common', maxLength: 300 })),
  },
} as const

/** What somebody said should change, wherever it was said: the one list of all of them (X-ACTION). */
export const recommendation = record({
  key: 'recommendation',
  title: 'Recommendation',
  plural: 'Recommendations',
  reference: 'REC',
  eventOn: 'madeOn',
  about: ['number', 'title'],
  fields: {
    source: choice('Where was it made?', recommendationSources, {
      label: 'Made in',
      missing: 'Select where it was made',
    }),
    sourceRef: optional(
      text('Under which reference is that on record here?', {
        label: 'Reference of the source',
        maxLength: 40,
        hint: 'For example AUD-26-00012. Leave empty if it is not on record here',
      }),
    ),
    plan: optional(related('In which plan does it stand?', 'action_plan', { label: 'Plan', hint: 'Its reference' })),
    number: optional(text('Which number does it have there?', { label: 'Number', maxLength: 20 })),
    madeOn: date('When was it made?', { label: 'Made', past: true, missing: 'Enter when it was made' }),

    title: text('What is it about, in a few words?', {
      label: 'Title',
      maxLength: 200,
      hint: 'Never the name of a child or a family',
      missing: 'Enter what it is about',
    }),
    words: longText('What does it say?', { rows: 5, label: 'Recommendation', missing: 'Enter what it says' }),
    outcomeRequired: optional(
      longText('What has to be different for children?', { rows: 3, label: 'Outcome required' }),
    ),
    ownerPerson: optional(
      staff('Who answers for it?', {
        label: 'Accountable owner',
        hint: 'One person. Those who help are named with the actions',
      }),
    ),
    ownerAgency: optional(agency('Or which agency?', { label: 'Accountable agency' })),

    dueOn: optional(date('By when?', { label: 'To be done by' })),
    leadsAsWritten: optional(text('Leads, as written', { label: 'Leads as written', maxLength: 500 })),
    timescaleAsWritten: optional(text('Timescale, as written', { label: 'Timescale as written', maxLength: 200 })),
    statusAsWritten: optional(text('Status, as written', { label: 'Status as written', maxLength: 200 })),

    answer: choice(
      'Is it accepted?',
      { accepted: 'Yes', partly: 'In part' },
      { label: 'Answer', missing: 'Select whether it is accepted' },
    ),
    answerWhy: sometimes(longText('If in part, which part, and why not the rest?', { rows: 3, label: 'Which part' })),
    declinedWhy: longText('Why is it not accepted?', {
      rows: 3,
      label: 'Why not accepted',
      missing: 'Enter why it is not accepted',
    }),
    answeredOn: optional(date('Answered')),

    result: longText('What was done, and what came of it?', {
      rows: 4,
      label: 'Result',
      missing: 'Enter what was done and what came of it',
    }),
    reportedBy: optional(staff('Reported done by')),
    reportedAt: optional(moment('Reported done')),
    agreedDoneBy: optional(staff('Agreed as done by')),
    sentBackWhy: longText('What is missing before it is done?', {
      rows: 3,
      label: 'Missing before it is done',
      missing: 'Enter what is missing',
    }),
    effect: longText('What is different for children, and how do you know?', {
      rows: 4,
      label: 'What is different',
      missing: 'Enter what is different and how you know',
    }),
    supersededBy: related('By which recommendation?', 'recommendation', {
      label: 'Superseded by',
      missing: 'Enter the reference of the later recommendation',
    }),
    supersededWhy: longText('Why does it stand no longer?', {
      rows: 3,
      label: 'Why superseded',
      hint: 'A recommendation about something else does not do',
      missing: 'Enter why it stands no longer',
    }),
    closedOn: optional(date('Closed')),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
  lines: { actions, alike },
})
