import { pathway } from '../../../declare/pathway.ts'
import { keepsActions } from '../../../fields/lists/actions.ts'
import { actionPlan } from './record.ts'
import { endProblems, openOf } from './rules.ts'

const pages = [
  { title: 'The plan', fields: ['name', 'kind', 'compiledOn', 'lead'] },
  { title: 'Where it comes from', fields: ['ownedBy', 'serviceArea', 'about'] },
] as const

export const actionPlanPathway = pathway(actionPlan, {
  starts: 'running',
  states: {
    running: { label: 'Running' },
    ended: { label: 'Ended', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  onePer: {
    fields: ['name'],
    except: ['recordedInError'],
    told: 'A plan of this name is on record already',
  },
  start: {
    label: 'Record an action plan',
    banner: 'The plan is recorded. Add its recommendations, or bring them from a spreadsheet',
    by: keepsActions,
    asks: pages,
  },
  actions: {
    correct: { label: 'Correct what was recorded', from: ['running'], by: keepsActions, asks: pages },
    end: {
      label: 'End the plan',
      banner: 'The plan has ended. What it recommended stays on record',
      from: ['running'],
      to: 'ended',
      by: keepsActions,
      asks: [{ title: 'How it ended', fields: ['endedOn', 'endedNote'] }],
      looks: openOf,
      checks: (row, _context, _lines, found) => endProblems(row, found),
    },
    reopen: {
      label: 'Let it run again',
      exceptional: true,
      from: ['ended'],
      to: 'running',
      by: keepsActions,
      sets: () => ({ endedOn: null, endedNote: null }),
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['running'],
      to: 'recordedInError',
      by: keepsActions,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
