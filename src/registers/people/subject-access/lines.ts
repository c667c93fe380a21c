import { choice, longText, sensitive, sometimes, text } from '../../../declare/field.ts'
import { exemptions } from './codes.ts'

/** What is taken out of the copy: one line for each passage, each with its code. */
export const redactions = {
  title: 'Taken out',
  one: 'passage to take out',
  fields: {
    entry: text('From which record or entry?', {
      label: 'Entry',
      maxLength: 80,
      hint: 'Its reference, for example CON-26-00042',
      missing: 'Enter from which record or entry',
    }),
    extent: choice(
      'How much of it?',
      { whole: 'All of it', words: 'Some words of it' },
      { label: 'How much', missing: 'Select how much is taken out' },
    ),
    passage: sensitive(
      sometimes(
        longText('Which words, exactly as they stand there?', {
          label: 'Words',
          rows: 2,
          hint: 'Wherever they stand in the entry',
        }),
      ),
    ),
    exemption: choice('Why is it taken out?', exemptions, {
      label: 'Reason',
      long: true,
      missing: 'Select why it is taken out',
    }),
    because: sensitive(
      longText('Why does that apply here?', {
        label: 'Why it applies',
        rows: 2,
        missing: 'Enter why that applies here',
      }),
    ),
  },
} as const
