import { defineRegister } from '../../../declare/register.ts'
import { peerGroupAccess } from './access.ts'
import { firstAction } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { peerGroupPathway } from './pathway.ts'
import { peerGroup } from './record.ts'
import { settings } from './rules.ts'

export const peerGroupRegister = defineRegister({
  shape: 'case',
  group: 'people',
  record: peerGroup,
  pathway: peerGroupPathway,
  clocks: [firstAction],
  settings: Object.values(settings),
  access: peerGroupAccess,
  measures,
  list: {
    columns: ['name', 'kind', 'place', 'knownOn', 'until'],
    filters: ['kind', 'toldBy', 'ward', 'knownOn'],
  },
  examples,
})
