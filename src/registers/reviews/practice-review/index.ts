import { defineRegister } from '../../../declare/register.ts'
import { practiceReviewAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { practiceReviewPathway } from './pathway.ts'
import { practiceReview } from './record.ts'

export const practiceReviewRegister = defineRegister({
  shape: 'assurance',
  group: 'reviews',
  record: practiceReview,
  pathway: practiceReviewPathway,
  clocks,
  access: practiceReviewAccess,
  files: { by: ['partnership_manager'], from: ['underWay', 'drafted', 'published'], hide: ['agency_lead'] },
  measures,
  list: {
    columns: ['name', 'kind', 'decidedOn', 'instance', 'publishedOn', 'finishedOn'],
    filters: ['kind', 'decidedOn', 'instance', 'publishedOn'],
  },
  examples,
})
