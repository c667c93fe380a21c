import { defineRegister } from '../../../declare/register.ts'
import { outsideReviewAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { outsideReviewPathway } from './pathway.ts'
import { outsideReview } from './record.ts'
import { settings } from './rules.ts'

export const outsideReviewRegister = defineRegister({
  shape: 'assurance',
  group: 'reviews',
  record: outsideReview,
  pathway: outsideReviewPathway,
  clocks,
  settings: Object.values(settings),
  access: outsideReviewAccess,
  measures,
  list: {
    columns: ['title', 'kind', 'area', 'madeOn', 'scheme', 'grade'],
    filters: ['kind', 'madeBy', 'madeOn', 'scheme', 'grade'],
  },
  examples,
})
