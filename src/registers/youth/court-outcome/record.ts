import { choice, date, longText, optional, sensitive, sometimes, text, wholeNumber } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { ethnicGroups } from '../../../fields/lists/ethnicity.ts'
import { offenceGroups, sexes } from '../../../fields/lists/youth.ts'

/** What a court decides about a child or young person, lightest first within each group. */
const courtOutcomes = {
  discharge: { label: 'Discharge, fine or reparation', group: 'First tier' },
  referralOrder: { label: 'Referral order', group: 'First tier' },
  rehabilitation: { label: 'Youth rehabilitation order', group: 'Community' },
  intensive: { label: 'Youth rehabilitation order with intensive supervision', group: 'Community' },
  custody: { label: 'Detention or custody', group: 'Custody' },
  bail: { label: 'Bail, with or without conditions', group: 'Bail' },
  remandCommunity: { label: 'Remand to local authority accommodation', group: 'Remand' },
  remandCustody: { label: 'Remand to youth detention', group: 'Remand' },
} as const

/** One outcome of a court that the scrutiny panel looks at: without a name, as the panel must judge the outcome and not the child. */
export const courtOutcome = record({
  key: 'court_outcome',
  title: 'Court outcome',
  plural: 'Court outcomes',
  reference: 'CRT',
  eventOn: 'heardOn',
  about: ['ownRef'],
  fields: {
    ownRef: sensitive(
      text('Under which reference is the case known?', {
        label: 'Own reference',
        maxLength: 40,
        hint: 'A reference of your own files, never a name',
        missing: 'Enter the reference of your own files',
      }),
    ),
    court: choice(
      'Which court?',
      { youthCourt: 'Youth court', magistrates: 'Magistrates’ court', crown: 'Crown Court' },
      { label: 'Court', missing: 'Select which court' },
    ),
    heardOn: date('When was it decided in court?', {
      label: 'Decided in court',
      past: true,
      missing: 'Enter when it was decided in court',
    }),
    ageAtCourt: wholeNumber('How old was the young person?', {
      label: 'Age',
      min: 10,
      max: 18,
      unit: 'years',
      missing: 'Enter how old the young person was',
    }),
    sex: choice('Sex', sexes, { label: 'Sex', missing: 'Select the sex' }),
    ethnicity: choice('Ethnic group', ethnicGroups, {
      label: 'Ethnic group',
      long: true,
      hint: 'As the young person says. The panel looks at whether outcomes differ by it',
      missing: 'Select the ethnic group, or why it is not known',
    }),
    offence: choice('What was the most serious offence?', offenceGroups, {
      label: 'Offence',
      long: true,
      missing: 'Select the most serious offence',
    }),
    outcome: choice('What did the court decide?', courtOutcomes, {
      label: 'Outcome in court',
      long: true,
      missing: 'Select what the court decided',
    }),
    proposal: choice(
      'What did the report before sentence propose?',
      { ...courtOutcomes, noReport: { label: 'There was no report', group: 'No report' } },
      { label: 'Proposal', long: true, missing: 'Select what the report proposed, or that there was none' },
    ),
    chosenWhy: choice(
      'Why does the panel look at it?',
      {
        all: 'Every remand or custody is looked at',
        sample: 'Drawn at random',
        concern: 'Somebody raised a worry',
      },
      { label: 'Why chosen', missing: 'Select why the panel looks at it' },
    ),

    panelOn: date('When did the panel look at it?', {
      label: 'Panel',
      past: true,
      missing: 'Enter when the panel looked at it',
    }),
    courtThere: choice(
      'Was the court there?',
      { yes: 'Yes', written: 'It wrote', no: 'No' },
      { label: 'Court there', missing: 'Select whether the court was there' },
    ),
    view: choice(
      'What is the view of the panel?',
      {
        appropriate: 'Appropriate',
        tooSevere: 'More severe than others in like cases',
        tooLenient: 'Less severe than others in like cases',
        notTold: 'Cannot be told from what was there',
      },
      { label: 'View of the panel', missing: 'Select the view of the panel' },
    ),
    bearing: choice(
      'Did who the young person is bear on the outcome, in the view of the panel?',
      { no: 'No', perhaps: 'Perhaps', yes: 'Yes', notTold: { label: 'Cannot be told', notKnown: true } },
      { label: 'Bearing of identity', missing: 'Select whether it bore on the outcome' },
    ),
    viewWhy: sensitive(
      sometimes(
        longText('Why?', {
          rows: 3,
          label: 'Why',
          hint: 'Needed unless the outcome was appropriate and nothing bore on it. No names',
        }),
      ),
    ),
    learning: optional(
      longText('What is to be learned, and by whom?', { rows: 3, label: 'Learning', hint: 'No names' }),
    ),
    learningFor: sometimes(
      choice(
        'Who is to learn from it first?',
        {
          reports: 'Those who write reports before sentence',
          court: 'The court',
          defence: 'The defence',
          police: 'The police and the prosecution',
          services: 'Services for the family',
        },
        { label: 'Learning for' },
      ),
    ),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
})
