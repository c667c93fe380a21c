import { defineRegister } from '../../../declare/register.ts'
import { personMatchAccess } from './access.ts'
import { examples } from './examples.ts'
import { personMatching } from './matching.ts'
import { measures } from './measures.ts'
import { personMatchPathway } from './pathway.ts'
import { personMatch } from './record.ts'

export const personMatchRegister = defineRegister({
  shape: 'case',
  group: 'people',
  record: personMatch,
  pathway: personMatchPathway,
  access: personMatchAccess,
  measures,
  matching: personMatching,
  list: {
    columns: ['person', 'other', 'strength', 'bits', 'foundBy', 'foundAt'],
    filters: ['strength', 'foundBy', 'foundAt', 'person', 'other'],
    inMenu: false,
  },
  examples,
})
