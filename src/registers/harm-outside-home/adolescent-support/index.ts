import { defineRegister } from '../../../declare/register.ts'
import { adolescentSupportAccess } from './access.ts'
import { chronology } from './chronology.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { adolescentSupportPathway } from './pathway.ts'
import { adolescentSupport } from './record.ts'
import { settings } from './rules.ts'

export const adolescentSupportRegister = defineRegister({
  shape: 'case',
  group: 'harm-outside-home',
  assigned: true,
  record: adolescentSupport,
  pathway: adolescentSupportPathway,
  clocks,
  settings: Object.values(settings),
  access: adolescentSupportAccess,
  chronology,
  measures,
  list: {
    columns: ['name', 'referredOn', 'planAtStart', 'startedOn', 'worker'],
    filters: ['planAtStart', 'whyNotTaken', 'outcome', 'person', 'worker', 'referredOn'],
  },
  examples,
})
