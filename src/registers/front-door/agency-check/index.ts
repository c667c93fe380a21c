import { defineRegister } from '../../../declare/register.ts'
import { agencyCheckAccess } from './access.ts'
import { chronology } from './chronology.ts'
import { answer } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { agencyCheckPathway } from './pathway.ts'
import { agencyCheck } from './record.ts'
import { settings } from './rules.ts'

export const agencyCheckRegister = defineRegister({
  shape: 'case',
  group: 'front-door',
  record: agencyCheck,
  pathway: agencyCheckPathway,
  clocks: [answer],
  settings: Object.values(settings),
  access: agencyCheckAccess,
  // What an agency sends with its answer is part of the answer, which business support is not shown.
  files: { by: ['check_answerer'], from: ['asked', 'queried'], hide: ['business_support'] },
  measures,
  chronology,
  list: {
    columns: ['people', 'urgency', 'askedOf', 'askedAt', 'answer'],
    filters: ['askedOf', 'urgency', 'answer', 'askedAt'],
  },
  examples,
})
