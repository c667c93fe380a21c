import { chronologyEntry } from '../../../declare/chronology.ts'
import { sentences } from '../../../kit/names.ts'
import { operationEncompass } from './record.ts'

/** One incident for each child. A notification that was sent on is told by the one that replaced it. */
export const chronology = [
  chronologyEntry(operationEncompass, {
    key: 'incident',
    title: 'Domestic abuse incident, told under Operation Encompass',
    on: 'incidentAt',
    source: 'police',
    when: row => row.state !== 'sentOn',
    text: row => sentences(row.circumstances, row.childVoice),
    significant: () => true,
  }),
]
