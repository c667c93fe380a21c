import { choice, date, longText, optional, text, wholeNumber } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'

const emptied = {
  title: 'Emptied',
  one: 'emptying',
  fields: {
    emptiedOn: date('When was it emptied?', { label: 'Emptied', past: true, missing: 'Enter when it was emptied' }),
    items: wholeNumber('How many knives and other bladed items were in it?', {
      label: 'Bladed items',
      max: 5000,
      missing: 'Enter how many, 0 if it was empty',
    }),
    otherItems: optional(
      wholeNumber('How many other items were in it?', {
        label: 'Other items',
        max: 5000,
        hint: 'For example tools or rubbish. Not counted as bladed',
      }),
    ),
    countedBy: text('Who counted them?', {
      label: 'Counted by',
      maxLength: 120,
      hint: 'Two people, by post: for example warden and police officer',
      missing: 'Enter who counted them',
    }),
  },
} as const

/** A bin into which anybody can put a knife without being asked. */
export const surrenderBin = record({
  key: 'surrender_bin',
  title: 'Knife surrender bin',
  plural: 'Knife surrender bins',
  reference: 'BIN',
  eventOn: 'placedOn',
  about: ['site'],
  fields: {
    site: text('Where does it stand?', { label: 'Site', maxLength: 160, missing: 'Enter where it stands' }),
    ward: optional(text('Which ward?', { label: 'Ward', maxLength: 80 })),
    placedOn: date('Since when?', { label: 'In place since', past: true, missing: 'Enter since when' }),
    removedOn: date('When was it removed?', { label: 'Removed', past: true, missing: 'Enter when it was removed' }),
    removedWhy: choice(
      'Why was it removed?',
      { moved: 'Moved to another site', damaged: 'Damaged', unused: 'Hardly used', other: 'Another reason' },
      { label: 'Why removed', missing: 'Select why it was removed' },
    ),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
  lines: { emptied },
})
