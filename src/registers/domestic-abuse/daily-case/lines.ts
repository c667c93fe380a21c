import {
  choice,
  date,
  longText,
  moment,
  optional,
  related,
  sensitive,
  sometimes,
  text,
  wholeNumber,
} from '../../../declare/field.ts'
import { riskLevels } from '../../../fields/lists/meetings.ts'

const checklistLevels = { standard: riskLevels.standard, medium: riskLevels.medium, high: riskLevels.high } as const

/** What happens more than once in a case: incidents, children, what was said to be safe. */
export const lines = {
  incidents: {
    title: 'Incidents',
    one: 'incident',
    fields: {
      happenedAt: moment('When did it happen?', { label: 'Happened', past: true, missing: 'Enter when it happened' }),
      toldBy: choice(
        'Who told us?',
        {
          police: 'Police',
          survivor: 'The adult at risk',
          health: 'Health',
          housing: 'Housing',
          advocate: 'Advocate or another service for survivors',
          socialCare: 'Children’s social care',
          other: 'Someone else',
        },
        { label: 'Told by', missing: 'Select who told us' },
      ),
      policeReference: optional(text('Police reference', { label: 'Police reference', maxLength: 40 })),
      what: choice(
        'What was it?',
        {
          violence: 'Physical violence',
          strangulation: 'Strangulation or suffocation',
          sexual: 'Sexual violence',
          threats: 'Threats',
          stalking: 'Stalking or harassment',
          control: 'Controlling or coercive behaviour',
          breach: 'Breach of an order',
          other: 'Something else',
        },
        { label: 'What', missing: 'Select what it was' },
      ),
      account: sensitive(
        longText('What happened?', { rows: 4, label: 'What happened', missing: 'Enter what happened' }),
      ),
      score: sometimes(
        wholeNumber('How many questions of the risk checklist were answered yes?', {
          label: 'Checklist',
          max: 27,
          hint: 'DASH: of 24 or 27. Leave empty if it was not filled in',
        }),
      ),
      judgement: sometimes(
        choice('What is the professional judgement of the risk?', checklistLevels, {
          label: 'Judgement',
          hint: 'It may raise the level that the checklist gives, never lower it',
        }),
      ),
    },
  },
  children: {
    title: 'Children',
    one: 'child',
    fields: {
      childGiven: sensitive(text('Given name of the child', { label: 'Given name', maxLength: 100 })),
      childFamily: sensitive(text('Family name of the child', { label: 'Family name', maxLength: 100 })),
      childBornOn: sensitive(optional(date('Date of birth of the child', { label: 'Date of birth', past: true }))),
      child: sometimes(
        related('If the child is on record, which person?', 'person', {
          about: true,
          label: 'Person',
          hint: 'Reference, for example PER-26-00042',
        }),
      ),
      saw: choice(
        'What did the child live through?',
        {
          present: 'Was there',
          heard: 'Heard it',
          lives: 'Lives in the family',
          hurt: 'Was hurt',
          notKnown: 'Not known',
        },
        { label: 'Lived through', missing: 'Select what the child lived through' },
      ),
    },
  },
} as const
