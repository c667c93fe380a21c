import { defineRegister } from '../../../declare/register.ts'
import { earlyHelpChildAccess } from './access.ts'
import { chronology } from './chronology.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { earlyHelpChildPathway } from './pathway.ts'
import { earlyHelpChild } from './record.ts'

export const earlyHelpChildRegister = defineRegister({
  shape: 'case',
  group: 'help',
  record: earlyHelpChild,
  pathway: earlyHelpChildPathway,
  access: earlyHelpChildAccess,
  chronology,
  measures,
  list: {
    columns: ['givenName', 'familyName', 'bornOn', 'leadAgency', 'leadSince', 'person'],
    filters: ['leadAgency', 'leadKind', 'ethnicity', 'person', 'agreedOn'],
  },
  examples,
})
