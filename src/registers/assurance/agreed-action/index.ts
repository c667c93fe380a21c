import { defineRegister } from '../../../declare/register.ts'
import { agreedActionAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { agreedActionPathway, does, takesEvidence } from './pathway.ts'
import { agreedAction } from './record.ts'
import { settings } from './rules.ts'

export const agreedActionRegister = defineRegister({
  shape: 'assurance',
  group: 'assurance',
  owner: { person: 'ownerPerson', agency: 'ownerAgency' },
  record: agreedAction,
  pathway: agreedActionPathway,
  clocks,
  settings: Object.values(settings),
  access: agreedActionAccess,
  files: { by: does, from: takesEvidence },
  measures,
  list: {
    // What is to be done stands with the reference in the list, and in a column where actions are shown beside another record.
    columns: ['task', 'source', 'ownerPerson', 'ownerAgency', 'dueAt', 'doneOn'],
    filters: ['source', 'recommendation', 'ownerPerson', 'ownerAgency', 'meeting', 'dueAt', 'agreedOn'],
  },
  examples,
})
