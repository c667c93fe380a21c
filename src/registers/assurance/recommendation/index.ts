import { defineRegister } from '../../../declare/register.ts'
import { recommendationAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { recommendationPathway } from './pathway.ts'
import { recommendation } from './record.ts'
import { settings } from './rules.ts'

export const recommendationRegister = defineRegister({
  shape: 'assurance',
  group: 'assurance',
  owner: { person: 'ownerPerson', agency: 'ownerAgency' },
  record: recommendation,
  pathway: recommendationPathway,
  clocks,
  settings: Object.values(settings),
  access: recommendationAccess,
  measures,
  list: {
    columns: ['title', 'plan', 'source', 'ownerPerson', 'ownerAgency', 'dueOn'],
    filters: ['source', 'plan', 'ownerPerson', 'ownerAgency', 'dueOn', 'madeOn'],
  },
  examples,
})
