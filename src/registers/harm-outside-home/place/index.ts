import { defineRegister } from '../../../declare/register.ts'
import { placeAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { placePathway } from './pathway.ts'
import { place } from './record.ts'
import { settings } from './rules.ts'

export const placeRegister = defineRegister({
  shape: 'case',
  group: 'harm-outside-home',
  record: place,
  pathway: placePathway,
  clocks,
  settings: Object.values(settings),
  access: placeAccess,
  measures,
  list: {
    columns: ['name', 'kind', 'ward', 'knownOn', 'firstInterventionOn'],
    filters: ['kind', 'toldBy', 'ward', 'knownOn'],
  },
  examples,
})
