import { defineRegister } from '../../../declare/register.ts'
import { section11Access } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { section11Pathway } from './pathway.ts'
import { section11Sets } from './questionSet.ts'
import { section11Return } from './record.ts'
import { settings } from './rules.ts'

export const section11Register = defineRegister({
  shape: 'assurance',
  group: 'assurance',
  record: section11Return,
  pathway: section11Pathway,
  clocks,
  settings: Object.values(settings),
  access: section11Access,
  files: { by: ['agency_lead'], from: ['sent', 'answering', 'sentBack'] },
  measures,
  questionSets: section11Sets,
  list: {
    columns: ['askedOf', 'round', 'standardsAnswered', 'dueOn', 'submittedAt', 'lastRemindedOn'],
    filters: ['askedOf', 'round', 'dueOn', 'submittedAt'],
  },
  examples,
})
