import { chronologyEntry } from '../../../declare/chronology.ts'
import { optionOf } from '../../../declare/field.ts'
import { sentences } from '../../../kit/names.ts'
import { involvement } from './record.ts'

const { service, endedWhy } = involvement.fields
const serviceOf = (row: { readonly service: string | null }) => optionOf(service.options, row.service ?? '')?.label

export const chronology = [
  chronologyEntry(involvement, {
    key: 'began',
    title: 'A service began',
    on: 'since',
    source: 'agency',
    sourceWords: row => row.agencyName,
    text: row => sentences(serviceOf(row), row.state === 'recordedInError' && 'Recorded in error'),
    significant: () => false,
  }),
  chronologyEntry(involvement, {
    key: 'ended',
    title: 'A service ended',
    on: 'until',
    source: 'agency',
    sourceWords: row => row.agencyName,
    when: row => row.state === 'ended',
    text: row => sentences(serviceOf(row), optionOf(endedWhy.options, row.endedWhy ?? '')?.label),
    significant: () => false,
  }),
]
