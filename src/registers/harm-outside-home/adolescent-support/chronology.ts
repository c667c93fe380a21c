import { chronologyEntry } from '../../../declare/chronology.ts'
import { optionOf } from '../../../declare/field.ts'
import { sentences } from '../../../kit/names.ts'
import { outcomes, whyNotTaken } from './codes.ts'
import { adolescentSupport } from './record.ts'

export const chronology = [
  chronologyEntry(adolescentSupport, {
    key: 'referred',
    title: 'Referred for adolescent support',
    on: 'referredOn',
    text: row =>
      sentences(
        row.whyNotTaken !== null && `Not taken on: ${optionOf(whyNotTaken, row.whyNotTaken)?.label.toLowerCase()}`,
        row.state === 'recordedInError' && 'Recorded in error',
      ),
    significant: () => false,
  }),
  chronologyEntry(adolescentSupport, {
    key: 'begun',
    title: 'Adolescent support began',
    on: 'startedOn',
    text: () => '',
    significant: () => true,
  }),
  chronologyEntry(adolescentSupport, {
    key: 'ended',
    title: 'Adolescent support ended',
    on: 'endedOn',
    text: row => sentences(optionOf(outcomes, row.outcome ?? '')?.label),
    significant: () => true,
  }),
]
