import { defineRegister } from '../../../declare/register.ts'
import { personAccess } from './access.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { personPathway } from './pathway.ts'
import { person } from './record.ts'

export const personRegister = defineRegister({
  shape: 'case',
  group: 'people',
  record: person,
  pathway: personPathway,
  access: personAccess,
  measures,
  list: {
    columns: ['givenName', 'familyName', 'bornOn', 'kind', 'postcode'],
    filters: ['kind', 'sex', 'ethnicity', 'youngCarer', 'knownOn'],
  },
  examples,
})
