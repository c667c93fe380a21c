import { defineRegister } from '../../../declare/register.ts'
import { intelligenceItemAccess } from './access.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { intelligenceItemPathway } from './pathway.ts'
import { intelligenceItem } from './record.ts'

export const intelligenceItemRegister = defineRegister({
  shape: 'case',
  group: 'harm-outside-home',
  record: intelligenceItem,
  pathway: intelligenceItemPathway,
  access: intelligenceItemAccess,
  measures,
  list: { columns: ['kind', 'words', 'police', 'sharedAt', 'usedFor'], filters: ['kind', 'usedFor', 'sharedAt'] },
  examples,
})
