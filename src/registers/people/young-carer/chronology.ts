import { chronologyEntry } from '../../../declare/chronology.ts'
import { optionOf } from '../../../declare/field.ts'
import { sentences } from '../../../kit/names.ts'
import { youngCarer } from './record.ts'

const { caredForIs, needsFound, endedWhy } = youngCarer.fields

export const chronology = [
  chronologyEntry(youngCarer, {
    key: 'known',
    title: 'Known as a young carer',
    on: 'knownOn',
    text: row =>
      sentences(
        row.caredForIs !== null && `Cares for: ${optionOf(caredForIs.options, row.caredForIs)?.label}`,
        row.state === 'recordedInError' && 'Recorded in error',
      ),
    significant: row => row.state !== 'recordedInError',
  }),
  chronologyEntry(youngCarer, {
    key: 'assessed',
    title: 'Young carer’s needs assessment finished',
    on: 'assessedOn',
    text: row =>
      sentences(
        row.needsFound !== null &&
          `Needs support: ${optionOf(needsFound.options, row.needsFound)?.label.toLowerCase()}`,
      ),
    significant: () => true,
  }),
  chronologyEntry(youngCarer, {
    key: 'ended',
    title: 'Young carer: closed',
    on: 'endedOn',
    text: row => sentences(optionOf(endedWhy.options, row.endedWhy ?? '')?.label),
    significant: () => false,
  }),
]
