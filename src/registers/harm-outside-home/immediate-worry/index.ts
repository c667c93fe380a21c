import { defineRegister } from '../../../declare/register.ts'
import { immediateWorryAccess } from './access.ts'
import { chronology } from './chronology.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { immediateWorryPathway } from './pathway.ts'
import { immediateWorry } from './record.ts'
import { settings } from './rules.ts'

export const immediateWorryRegister = defineRegister({
  shape: 'case',
  group: 'harm-outside-home',
  assigned: true,
  record: immediateWorry,
  pathway: immediateWorryPathway,
  clocks,
  settings: Object.values(settings),
  access: immediateWorryAccess,
  chronology,
  measures,
  list: { columns: ['raisedAt', 'receiver', 'takenAt', 'result'], filters: ['result', 'child', 'raisedAt'] },
  examples,
})
