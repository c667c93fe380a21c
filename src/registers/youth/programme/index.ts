import { defineRegister } from '../../../declare/register.ts'
import { programmeAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { programmePathway } from './pathway.ts'
import { programme } from './record.ts'

export const programmeRegister = defineRegister({
  shape: 'case',
  group: 'youth',
  record: programme,
  pathway: programmePathway,
  clocks,
  access: programmeAccess,
  measures,
  list: {
    columns: ['name', 'kind', 'provider', 'audience', 'startedOn', 'endedOn'],
    filters: ['kind', 'objective', 'provider', 'audience', 'startsOn'],
  },
  examples,
})
