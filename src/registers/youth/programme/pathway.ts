import { pathway } from '../../../declare/pathway.ts'
import { programme } from './record.ts'
import { circleProblems, endProblems, planFindingOf, planProblems, sessionProblems } from './rules.ts'

const leads = ['youth_safety_lead', 'youth_justice_manager'] as const
const all = [...leads, 'programme_provider'] as const

const plan = [
  { title: 'Which programme?', fields: ['name', 'kind', 'objective', 'provider', 'audience'] },
  { title: 'For whom, and when', fields: ['ageFrom', 'ageTo', 'inParticular', 'startsOn', 'monthsLong'] },
  {
    title: 'What is promised',
    hint: 'Leave empty what the plan does not say',
    fields: ['everyMonths', 'schoolsPlanned', 'schoolYears'],
  },
  {
    title: 'Circles',
    hint: 'For programmes that work in circles. Leave all empty for others',
    fields: ['circlesMost', 'circleLeast', 'circleMost', 'planLeast', 'planMost'],
  },
] as const

export const programmePathway = pathway(programme, {
  starts: 'planned',
  states: {
    planned: { label: 'Planned' },
    running: { label: 'Running' },
    ended: { label: 'Ended', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  onePer: {
    fields: ['name', 'provider'],
    except: ['ended', 'recordedInError'],
    told: 'There is a programme of this name by this organisation already',
  },
  start: {
    label: 'Record a programme',
    banner: 'The programme is recorded. Say when it has started',
    by: leads,
    asks: plan,
    checks: planProblems,
    sets: row => ({ planFinding: planFindingOf(row) }),
  },
  actions: {
    begin: {
      label: 'Say that it has started',
      banner: 'It is recorded that it has started',
      from: ['planned'],
      to: 'running',
      by: all,
      asks: [{ title: 'The start', fields: ['startedOn'] }],
    },
    recordSession: {
      label: 'Record a session or meeting',
      banner: 'The session is recorded',
      from: ['running'],
      by: all,
      adds: 'sessions',
      checks: sessionProblems,
    },
    recordOffer: {
      label: 'Record to how many it was offered',
      banner: 'The offer is recorded',
      from: ['planned', 'running'],
      by: all,
      adds: 'offers',
    },
    addCircle: {
      label: 'Add or change a circle',
      banner: 'The circle is recorded',
      from: ['planned', 'running'],
      by: all,
      adds: 'circles',
      checks: (row, _context, lines) => circleProblems(row, lines),
    },
    correct: {
      label: 'Correct the plan',
      from: ['planned', 'running'],
      by: leads,
      asks: plan,
      checks: planProblems,
      sets: row => ({ planFinding: planFindingOf(row) }),
    },
    end: {
      label: 'End the programme',
      banner: 'The programme has ended',
      from: ['planned', 'running'],
      to: 'ended',
      by: leads,
      asks: [{ title: 'The end', fields: ['endedOn', 'endedWhy', 'endedNote'] }],
      checks: endProblems,
    },
    reopen: {
      label: 'Say that it goes on after all',
      banner: 'The programme goes on',
      exceptional: true,
      from: ['ended'],
      to: 'running',
      by: leads,
      unless: row => row.startedOn === null && 'It never started. Record a new programme',
      sets: () => ({ endedOn: null, endedWhy: null }),
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['planned', 'running', 'ended'],
      to: 'recordedInError',
      by: leads,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
