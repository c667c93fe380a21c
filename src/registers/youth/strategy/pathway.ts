import { pathway } from '../../../declare/pathway.ts'
import { strategy } from './record.ts'
import { actionProblems, figureProblems, kindProblems, notTheirs, periodProblems, updateProblems } from './rules.ts'

const by = ['youth_safety_lead', 'domestic_abuse_lead', 'youth_justice_manager'] as const
const about = [
  { title: 'Which strategy?', fields: ['kind', 'name', 'publishedOn'] },
  { title: 'Its time and ambition', fields: ['fromDay', 'toDay', 'ambition'] },
] as const

export const strategyPathway = pathway(strategy, {
  starts: 'running',
  states: {
    running: { label: 'Running' },
    ended: { label: 'Ended', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  onePer: {
    fields: ['kind', 'name'],
    except: ['recordedInError'],
    told: 'There is a strategy of this name already',
  },
  start: {
    label: 'Record a strategy',
    banner: 'The strategy is recorded. Add its objectives',
    by,
    asks: about,
    checks: (row, { actor }) => [...kindProblems(row, actor.role), ...periodProblems(row)],
  },
  actions: {
    addObjective: {
      label: 'Add or change an objective',
      banner: 'The objective is recorded',
      from: ['running'],
      by,
      unless: (row, _lines, { actor }) => notTheirs(row, actor.role),
      adds: 'objectives',
    },
    addFigure: {
      label: 'Choose a figure for an objective',
      banner: 'The figure is chosen',
      from: ['running'],
      by,
      unless: (row, _lines, { actor }) => notTheirs(row, actor.role),
      adds: 'figures',
      checks: (row, _context, lines) => figureProblems(row, lines),
    },
    addUpdate: {
      label: 'Write an update',
      banner: 'The update is recorded',
      from: ['running'],
      by,
      unless: (row, _lines, { actor }) => notTheirs(row, actor.role),
      adds: 'updates',
      checks: (row, _context, lines) => updateProblems(row, lines),
    },
    agreeAction: {
      label: 'Agree an action',
      banner: 'The action is recorded with all actions',
      from: ['running'],
      by,
      unless: (row, _lines, { actor }) => notTheirs(row, actor.role),
      adds: 'actions',
      checks: (row, { today }, lines) => actionProblems(row, lines, today),
    },
    correct: {
      label: 'Correct the strategy',
      from: ['running'],
      by,
      unless: (row, _lines, { actor }) => notTheirs(row, actor.role),
      asks: about,
      checks: (row, { actor }) => [...kindProblems(row, actor.role), ...periodProblems(row)],
    },
    end: {
      label: 'End the strategy',
      banner: 'The strategy has ended',
      from: ['running'],
      to: 'ended',
      by,
      unless: (row, _lines, { actor }) => notTheirs(row, actor.role),
      asks: [{ title: 'The end', fields: ['endedOn', 'endedNote'] }],
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['running', 'ended'],
      to: 'recordedInError',
      by,
      unless: (row, _lines, { actor }) => notTheirs(row, actor.role),
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
