import { defineRegister } from '../../../declare/register.ts'
import { surveyAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { surveyPathway } from './pathway.ts'
import { surveySets } from './questions.ts'
import { survey } from './record.ts'

export const surveyRegister = defineRegister({
  shape: 'assurance',
  group: 'campaigns',
  record: survey,
  pathway: surveyPathway,
  clocks,
  access: surveyAccess,
  measures,
  questionSets: surveySets,
  list: {
    columns: ['audience', 'opensOn', 'closesOn', 'reportedOn'],
    filters: ['audience', 'opensOn', 'closesOn'],
  },
  examples,
})
