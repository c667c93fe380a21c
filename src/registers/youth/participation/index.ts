import { defineRegister } from '../../../declare/register.ts'
import { participationAccess } from './access.ts'
import { chronology } from './chronology.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { participationPathway } from './pathway.ts'
import { participation } from './record.ts'
import { settings } from './rules.ts'

export const participationRegister = defineRegister({
  shape: 'case',
  group: 'youth',
  record: participation,
  pathway: participationPathway,
  clocks,
  settings: Object.values(settings),
  access: participationAccess,
  chronology,
  measures,
  list: {
    columns: ['participantRef', 'programme', 'participant', 'ageBand', 'startedOn', 'endedOn'],
    filters: ['kind', 'provider', 'participant', 'ageBand', 'programme', 'offeredOn'],
  },
  examples,
})
