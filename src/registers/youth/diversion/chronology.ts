import { chronologyEntry } from '../../../declare/chronology.ts'
import { optionOf } from '../../../declare/field.ts'
import { sentences } from '../../../kit/names.ts'
import { diversion } from './record.ts'

const { decision, offence, completion } = diversion.fields

export const chronology = [
  chronologyEntry(diversion, {
    key: 'decided',
    title: 'Triage decided',
    on: 'decidedOn',
    when: row => row.state !== 'recordedInError',
    text: row =>
      sentences(
        optionOf(decision.options, row.decision ?? '')?.label,
        `Accused of: ${optionOf(offence.options, row.offence ?? '')?.label.toLowerCase()}`,
      ),
    significant: () => true,
  }),
  chronologyEntry(diversion, {
    key: 'supported',
    title: 'Support after triage ended',
    on: 'completedOn',
    when: row => row.state !== 'recordedInError',
    text: row => sentences(optionOf(completion.options, row.completion ?? '')?.label),
    significant: () => false,
  }),
]
