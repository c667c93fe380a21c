import { defineRegister } from '../../../declare/register.ts'
import { encompassSchoolAccess } from './access.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { encompassSchoolPathway } from './pathway.ts'
import { encompassSchool } from './record.ts'

export const encompassSchoolRegister = defineRegister({
  shape: 'assurance',
  group: 'domestic-abuse',
  record: encompassSchool,
  pathway: encompassSchoolPathway,
  access: encompassSchoolAccess,
  measures,
  list: {
    columns: ['school', 'sector', 'phase', 'joinedOn', 'trainedOn', 'whyNotJoined'],
    filters: ['sector', 'phase', 'whyNotJoined', 'joinedOn'],
  },
  examples,
})
