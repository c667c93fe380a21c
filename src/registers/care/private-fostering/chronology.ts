import { chronologyEntry } from '../../../declare/chronology.ts'
import { optionOf } from '../../../declare/field.ts'
import { sentences } from '../../../kit/names.ts'
import { lines } from './lines.ts'
import { arrangement } from './record.ts'

const pathwayWords = {
  suitable: 'Found suitable',
  unsuitable: 'Found not suitable',
  notPrivateFostering: 'Found not to be private fostering',
  ended: 'Assessed, and ended since',
}

export const chronology = [
  chronologyEntry(arrangement, {
    key: 'notified',
    title: 'Private fostering notified',
    on: 'notifiedOn',
    text: row =>
      sentences(
        'Lives, or is to live, with somebody who is not a close relative',
        row.state === 'recordedInError' && 'Recorded in error',
      ),
    significant: () => true,
  }),
  chronologyEntry(arrangement, {
    key: 'visit',
    title: 'Private fostering visit',
    line: 'visits',
    on: 'visitedOn',
    text: (_row, line) => sentences(optionOf(lines.visits.fields.childSeen.options, line.childSeen ?? '')?.label),
    significant: () => false,
  }),
  chronologyEntry(arrangement, {
    key: 'concluded',
    title: 'Private fostering assessed',
    on: 'concludedOn',
    text: row => sentences(pathwayWords[row.state as keyof typeof pathwayWords]),
    significant: () => true,
  }),
]
