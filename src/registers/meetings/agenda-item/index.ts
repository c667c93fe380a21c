import { defineRegister } from '../../../declare/register.ts'
import { agendaItemAccess } from './access.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { agendaItemPathway } from './pathway.ts'
import { agendaItem } from './record.ts'

export const agendaItemRegister = defineRegister({
  shape: 'feed',
  group: 'meetings',
  record: agendaItem,
  pathway: agendaItemPathway,
  access: agendaItemAccess,
  measures,
  list: {
    columns: ['meeting', 'position', 'whyToday', 'risk', 'decision'],
    filters: ['kind', 'whyToday', 'risk', 'decision', 'meeting', 'listedOn'],
    inMenu: false,
  },
  examples,
})
