import { chronologyEntry } from '../../../declare/chronology.ts'
import { optionOf } from '../../../declare/field.ts'
import { results } from './codes.ts'
import { parentSession } from './record.ts'

export const chronology = [
  chronologyEntry(parentSession, {
    key: 'ended',
    title: 'Sessions for a parent ended',
    on: 'endedOn',
    text: row => optionOf(results, row.result ?? '')?.label ?? '',
    significant: () => false,
  }),
]
