import { defineRegister } from '../../../declare/register.ts'
import { parentSessionAccess } from './access.ts'
import { chronology } from './chronology.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { parentSessionPathway } from './pathway.ts'
import { parentSession } from './record.ts'
import { settings } from './rules.ts'

export const parentSessionRegister = defineRegister({
  shape: 'case',
  group: 'harm-outside-home',
  record: parentSession,
  pathway: parentSessionPathway,
  clocks,
  settings: Object.values(settings),
  access: parentSessionAccess,
  chronology,
  measures,
  list: {
    columns: ['parentName', 'offeredOn', 'answer', 'result'],
    filters: ['answer', 'result', 'child', 'offeredOn'],
  },
  examples,
})
