import { chronologyEntry } from '../../../declare/chronology.ts'
import { optionOf } from '../../../declare/field.ts'
import { sentences } from '../../../kit/names.ts'
import { answers } from './codes.ts'
import { authorityRequest } from './record.ts'

export const chronology = [
  chronologyEntry(authorityRequest, {
    key: 'asked',
    title: 'Request between authorities',
    on: 'askedOn',
    text: row =>
      sentences(
        row.direction === 'toThem' ? `To ${row.authority}` : `From ${row.authority}`,
        row.answer !== null && `Answer: ${optionOf(answers, row.answer)?.label.toLowerCase()}`,
        row.state === 'recordedInError' && 'Recorded in error',
      ),
    significant: () => false,
  }),
]
