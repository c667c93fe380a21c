import { chronologyEntry } from '../../../declare/chronology.ts'
import { optionOf } from '../../../declare/field.ts'
import { sentences } from '../../../kit/names.ts'
import { exploitations } from './codes.ts'
import { traffickingReferral } from './record.ts'

const answer = (what: string, grounds: string | null): string | false =>
  grounds !== null && `${what}: ${grounds === 'positive' ? 'found' : 'not found'}`

export const chronology = [
  chronologyEntry(traffickingReferral, {
    key: 'brought',
    title: 'Signs of trafficking',
    on: 'broughtOn',
    text: row =>
      sentences(
        row.exploitation !== null && `Exploitation: ${optionOf(exploitations, row.exploitation)?.label.toLowerCase()}`,
        row.state === 'recordedInError' && 'Recorded in error',
      ),
    significant: row => row.state !== 'recordedInError',
  }),
  chronologyEntry(traffickingReferral, {
    key: 'reasonable',
    title: 'Trafficking: reasonable grounds decided',
    on: 'reasonableOn',
    text: row => sentences(answer('Reasonable grounds', row.reasonable)),
    significant: () => true,
  }),
  chronologyEntry(traffickingReferral, {
    key: 'conclusive',
    title: 'Trafficking: conclusive grounds decided',
    on: 'conclusiveOn',
    text: row => sentences(answer('Conclusive grounds', row.conclusive)),
    significant: () => true,
  }),
]
