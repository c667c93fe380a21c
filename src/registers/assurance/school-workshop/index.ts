import { defineRegister } from '../../../declare/register.ts'
import { workshopAccess } from './access.ts'
import { outcome } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { workshopPathway } from './pathway.ts'
import { workshop } from './record.ts'
import { settings } from './rules.ts'

export const schoolWorkshopRegister = defineRegister({
  shape: 'assurance',
  group: 'assurance',
  record: workshop,
  pathway: workshopPathway,
  clocks: [outcome],
  settings: Object.values(settings),
  access: workshopAccess,
  measures,
  list: {
    columns: ['school', 'topic', 'term', 'plannedOn', 'pupilsReached', 'cardsIssued'],
    filters: ['school', 'topic', 'term', 'plannedOn', 'notHeldWhy'],
  },
  examples,
})
