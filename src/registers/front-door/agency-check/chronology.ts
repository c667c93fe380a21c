import { chronologyEntry } from '../../../declare/chronology.ts'
import { optionOf } from '../../../declare/field.ts'
import { sentences } from '../../../kit/names.ts'
import { agencyCheck } from './record.ts'

/** What an agency knew, under the day on which it said so. */
export const chronology = [
  chronologyEntry(agencyCheck, {
    key: 'answered',
    title: 'Answer of an agency',
    on: 'answeredAt',
    source: 'askedOf',
    text: row =>
      row.answer === 'information' && row.information
        ? row.information
        : sentences(optionOf(agencyCheck.fields.answer.options, row.answer ?? '')?.label),
    significant: row => row.answer === 'information',
  }),
]
