import { defineRegister } from '../../../declare/register.ts'
import { sharingAccess } from './access.ts'
import { chronology } from './chronology.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { sharingPathway } from './pathway.ts'
import { sharing } from './record.ts'
import { settings } from './rules.ts'

export const sharingRegister = defineRegister({
  shape: 'case',
  group: 'people',
  record: sharing,
  pathway: sharingPathway,
  clocks,
  settings: Object.values(settings),
  access: sharingAccess,
  chronology,
  measures,
  list: {
    columns: ['people', 'sharedBy', 'sharedWith', 'items', 'sharedAt'],
    filters: ['initiative', 'sharedBy', 'sharedWith', 'items', 'article6', 'whyNotShared', 'sharedAt'],
  },
  examples,
})
