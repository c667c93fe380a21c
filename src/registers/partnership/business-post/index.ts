import { defineRegister } from '../../../declare/register.ts'
import { businessPostAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { businessPostPathway } from './pathway.ts'
import { businessPost } from './record.ts'
import { settings } from './rules.ts'

export const businessPostRegister = defineRegister({
  shape: 'assurance',
  group: 'partnership',
  record: businessPost,
  pathway: businessPostPathway,
  clocks,
  settings: Object.values(settings),
  access: businessPostAccess,
  measures,
  list: {
    columns: ['postTitle', 'kind', 'hundredths', 'fundedFrom', 'fundedUntil', 'vacantSince'],
    filters: ['kind', 'fundedFrom', 'vacantSince'],
  },
  examples,
})
