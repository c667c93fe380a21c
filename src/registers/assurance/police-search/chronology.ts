import { chronologyEntry } from '../../../declare/chronology.ts'
import { optionOf } from '../../../declare/field.ts'
import { sentences } from '../../../kit/names.ts'
import { policeSearch } from './record.ts'
import { exposes } from './rules.ts'

/** That the child was searched, never what for or what was found: it is no finding against the child. */
export const chronology = [
  chronologyEntry(policeSearch, {
    key: 'searched',
    title: 'Searched by the police',
    on: 'searchedAt',
    when: row => row.state !== 'recordedInError',
    text: row =>
      sentences(
        optionOf(policeSearch.fields.kind.options, row.kind ?? '')?.label,
        exposes(row) && row.adult === 'present' && 'An appropriate adult was there',
        exposes(row) && row.adult !== 'present' && 'No appropriate adult was there',
      ),
    significant: exposes,
  }),
]
