import { choice, longText, moment, optional, sensitive, text } from '../../../declare/field.ts'
import { tellers, toldTo } from './codes.ts'

/** What an episode has more than one of. */
export const lines = {
  tellings: {
    title: 'Also told by',
    one: 'telling of the same episode',
    fields: {
      alsoToldBy: choice('Who told us as well?', tellers, { label: 'Told by', missing: 'Select who told us' }),
      alsoToldAt: moment('When did they tell us?', { label: 'Told', past: true, missing: 'Enter when they told us' }),
      alsoReporter: sensitive(
        optional(text('Who is that, and how can they be reached?', { label: 'Name and telephone', maxLength: 160 })),
      ),
      alsoReference: optional(text('Their reference', { maxLength: 60 })),
      alsoWords: sensitive(
        longText('What did they tell us?', { label: 'What they told', rows: 4, missing: 'Enter what they told us' }),
      ),
    },
  },
  informed: {
    title: 'Who was told',
    one: 'person who was told',
    fields: {
      informedWho: choice('Who was told?', toldTo, { label: 'Who', missing: 'Select who was told' }),
      informedAt: moment('When?', { label: 'When', past: true, missing: 'Enter when they were told' }),
      informedNote: sensitive(optional(text('Name, and what they said', { label: 'Note', maxLength: 300 }))),
    },
  },
  privatePlans: {
    title: 'What the placement does not see',
    one: 'part of the plan that the placement does not see',
    fields: {
      privatePlan: sensitive(
        longText('What else will be done, and why must the placement not know?', {
          label: 'Plan',
          rows: 4,
          missing: 'Enter what else will be done',
        }),
      ),
    },
  },
} as const
