import { pathway } from '../../../declare/pathway.ts'
import { runsMeetings } from '../../../fields/lists/meetings.ts'
import { packPage } from './record.ts'

/** Written when the pack is frozen, and never again. */
export const packPagePathway = pathway(packPage, {
  starts: 'frozen',
  states: { frozen: { label: 'Frozen', closed: true } },
  start: {
    label: 'Freeze a page',
    by: runsMeetings,
    asks: [{ title: 'The page', fields: ['pack', 'item', 'section', 'position'] }],
    checks: (_row, { actor }) =>
      actor.role === 'system' ? [] : [{ field: 'pack', message: 'Pages are written when a pack is frozen' }],
  },
  actions: {},
})
