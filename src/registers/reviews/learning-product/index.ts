import { defineRegister } from '../../../declare/register.ts'
import { learningProductAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { learningProductPathway } from './pathway.ts'
import { learningProduct } from './record.ts'
import { settings } from './rules.ts'

export const learningProductRegister = defineRegister({
  shape: 'assurance',
  group: 'reviews',
  record: learningProduct,
  pathway: learningProductPathway,
  clocks,
  settings: Object.values(settings),
  access: learningProductAccess,
  measures,
  list: {
    columns: ['title', 'kind', 'fromRef', 'madeBy', 'issuedOn', 'changed'],
    filters: ['kind', 'audience', 'madeBy', 'issuedOn', 'changed'],
  },
  examples,
})
