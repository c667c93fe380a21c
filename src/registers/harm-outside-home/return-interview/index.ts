import { defineRegister } from '../../../declare/register.ts'
import { returnInterviewAccess } from './access.ts'
import { chronology } from './chronology.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { returnInterviewPathway } from './pathway.ts'
import { returnInterview } from './record.ts'
import { settings } from './rules.ts'

export const returnInterviewRegister = defineRegister({
  shape: 'case',
  group: 'harm-outside-home',
  assigned: true,
  record: returnInterview,
  pathway: returnInterviewPathway,
  clocks,
  settings: Object.values(settings),
  access: returnInterviewAccess,
  chronology,
  measures,
  list: {
    columns: ['returnedAt', 'standing', 'missingFrom', 'offeredAt', 'interviewAt'],
    filters: ['standing', 'missingFrom', 'responsible', 'child', 'returnedAt'],
    takes: 'take',
  },
  examples,
})
