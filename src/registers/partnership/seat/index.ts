import { defineRegister } from '../../../declare/register.ts'
import { seatAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { seatPathway } from './pathway.ts'
import { seat } from './record.ts'
import { settings } from './rules.ts'

export const seatRegister = defineRegister({
  shape: 'assurance',
  group: 'partnership',
  record: seat,
  pathway: seatPathway,
  clocks,
  settings: Object.values(settings),
  access: seatAccess,
  measures,
  list: {
    columns: ['postTitle', 'organisationName', 'groupName', 'sector', 'statutoryRole', 'vacantSince'],
    filters: ['groupName', 'organisation', 'sector', 'statutoryRole', 'vacantSince'],
  },
  examples,
})
