import { defineRegister } from '../../../declare/register.ts'
import { policeSearchAccess } from './access.ts'
import { chronology } from './chronology.ts'
import { footageReview, referral } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { policeSearchPathway } from './pathway.ts'
import { policeSearch } from './record.ts'
import { settings } from './rules.ts'

export const policeSearchRegister = defineRegister({
  shape: 'assurance',
  group: 'assurance',
  record: policeSearch,
  pathway: policeSearchPathway,
  clocks: [referral, footageReview],
  settings: Object.values(settings),
  access: policeSearchAccess,
  chronology,
  measures,
  list: {
    columns: ['kind', 'searchedAt', 'age', 'ethnicity', 'earlierSearches', 'footageFinding'],
    filters: ['kind', 'searchedAt', 'ethnicity', 'place', 'grounds', 'footage', 'footageFinding', 'adult'],
    // A child who was exposed comes before everything else, until the contact team knows.
    first: {
      field: 'kind',
      answers: ['intimateParts', 'custodyStrip'],
      until: 'referredAt',
      words: 'Intimate parts of a child were exposed: refer the child',
    },
  },
  examples,
})
