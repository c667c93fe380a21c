import { defineRegister } from '../../../declare/register.ts'
import { diversionAccess } from './access.ts'
import { chronology } from './chronology.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { diversionPathway } from './pathway.ts'
import { diversion } from './record.ts'
import { settings } from './rules.ts'

export const diversionRegister = defineRegister({
  shape: 'case',
  group: 'youth',
  record: diversion,
  pathway: diversionPathway,
  clocks,
  settings: Object.values(settings),
  access: diversionAccess,
  chronology,
  measures,
  list: {
    columns: ['youngPersonRef', 'offence', 'receivedOn', 'decision', 'decidedOn', 'completion'],
    filters: ['offence', 'decision', 'referredBy', 'ethnicity', 'sex', 'receivedOn'],
  },
  examples,
})
