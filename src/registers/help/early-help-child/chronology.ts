import { chronologyEntry } from '../../../declare/chronology.ts'
import { optionOf } from '../../../declare/field.ts'
import { sentences } from '../../../kit/names.ts'
import { earlyHelpChild } from './record.ts'

const { leadKind, outcome } = earlyHelpChild.fields

export const chronology = [
  chronologyEntry(earlyHelpChild, {
    key: 'began',
    title: 'Early help assessment',
    on: 'agreedOn',
    source: 'leadAgency',
    text: row =>
      sentences(
        row.leadKind !== null && `Led by: ${optionOf(leadKind.options, row.leadKind)?.label}`,
        row.state === 'recordedInError' && 'Recorded in error',
      ),
    significant: row => row.state !== 'recordedInError',
  }),
  chronologyEntry(earlyHelpChild, {
    key: 'ended',
    title: 'Early help ended',
    on: 'endedOn',
    source: 'leadAgency',
    when: row => row.state === 'ended',
    text: row => sentences(optionOf(outcome.options, row.outcome ?? '')?.label),
    significant: () => false,
  }),
]
