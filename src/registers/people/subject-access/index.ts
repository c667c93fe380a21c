import { defineRegister } from '../../../declare/register.ts'
import { subjectAccessAccess } from './access.ts'
import { answer } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { subjectAccessPathway } from './pathway.ts'
import { subjectAccess } from './record.ts'

export const subjectAccessRegister = defineRegister({
  shape: 'case',
  group: 'people',
  record: subjectAccess,
  pathway: subjectAccessPathway,
  clocks: [answer],
  access: subjectAccessAccess,
  measures,
  list: {
    columns: ['requesterName', 'requester', 'person', 'receivedOn', 'answeredOn'],
    filters: ['requester', 'refusedWhy', 'receivedOn', 'answeredOn'],
    inMenu: false,
  },
  examples,
})
