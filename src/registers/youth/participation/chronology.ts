import { chronologyEntry } from '../../../declare/chronology.ts'
import { optionOf } from '../../../declare/field.ts'
import { sentences } from '../../../kit/names.ts'
import { participation } from './record.ts'

const { kind, outcome } = participation.fields

export const chronology = [
  chronologyEntry(participation, {
    key: 'began',
    title: 'Began a programme',
    on: 'startedOn',
    source: 'provider',
    when: row => row.state !== 'recordedInError',
    text: row => sentences(optionOf(kind.options, row.kind ?? '')?.label),
    significant: () => false,
  }),
  chronologyEntry(participation, {
    key: 'ended',
    title: 'Programme ended',
    on: 'endedOn',
    source: 'provider',
    when: row => row.state !== 'recordedInError',
    text: row =>
      sentences(optionOf(kind.options, row.kind ?? '')?.label, optionOf(outcome.options, row.outcome ?? '')?.label),
    significant: () => false,
  }),
]
