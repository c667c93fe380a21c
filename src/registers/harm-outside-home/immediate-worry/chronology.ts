import { chronologyEntry } from '../../../declare/chronology.ts'
import { immediateWorry } from './record.ts'

export const chronology = [
  chronologyEntry(immediateWorry, {
    key: 'raised',
    title: 'Immediate worry',
    on: 'raisedAt',
    when: row => row.state !== 'recordedInError',
    text: row => (row.state === 'done' ? 'Acted on' : 'Raised'),
    significant: () => true,
  }),
]
