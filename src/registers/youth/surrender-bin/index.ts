import { defineRegister } from '../../../declare/register.ts'
import { surrenderBinAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { surrenderBinPathway } from './pathway.ts'
import { surrenderBin } from './record.ts'
import { settings } from './rules.ts'

export const surrenderBinRegister = defineRegister({
  shape: 'case',
  group: 'youth',
  record: surrenderBin,
  pathway: surrenderBinPathway,
  clocks,
  settings: Object.values(settings),
  access: surrenderBinAccess,
  measures,
  list: {
    columns: ['site', 'ward', 'placedOn', 'removedOn'],
    filters: ['ward', 'placedOn'],
  },
  examples,
})
