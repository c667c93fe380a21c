import { defineRegister } from '../../../declare/register.ts'
import { preventActivityAccess } from './access.ts'
import { outcome } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { preventActivityPathway } from './pathway.ts'
import { preventActivity } from './record.ts'
import { settings } from './rules.ts'

export const preventActivityRegister = defineRegister({
  shape: 'assurance',
  group: 'assurance',
  record: preventActivity,
  pathway: preventActivityPathway,
  clocks: [outcome],
  settings: Object.values(settings),
  access: preventActivityAccess,
  measures,
  list: {
    columns: ['title', 'kind', 'agency', 'plannedOn', 'attended', 'referrals'],
    filters: ['kind', 'agency', 'plannedOn'],
  },
  examples,
})
