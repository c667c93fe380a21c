import { defineRegister } from '../../../declare/register.ts'
import { learningItemAccess } from './access.ts'
import { check, passOn } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { learningItemPathway } from './pathway.ts'
import { learningItem } from './record.ts'
import { settings } from './rules.ts'

export const learningItemRegister = defineRegister({
  shape: 'assurance',
  group: 'learning',
  owner: { person: 'owner', agency: 'learner' },
  record: learningItem,
  pathway: learningItemPathway,
  clocks: [passOn, check],
  settings: Object.values(settings),
  access: learningItemAccess,
  measures,
  list: {
    columns: ['lesson', 'origin', 'learner', 'owner', 'passedOnOn', 'reached'],
    filters: ['origin', 'learner', 'owner', 'identifiedOn', 'reached'],
  },
  examples,
})
