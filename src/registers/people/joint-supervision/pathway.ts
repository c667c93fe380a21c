import { pathway } from '../../../declare/pathway.ts'
import { jointSupervision } from './record.ts'
import { endProblems, heldProblems, jointProblems, lastSupervision, openForBoth } from './rules.ts'

const practice = [
  'screener',
  'screening_manager',
  'business_support',
  'early_help_practitioner',
  'social_worker',
  'team_manager',
  'private_fostering_coordinator',
] as const

export const jointSupervisionPathway = pathway(jointSupervision, {
  starts: 'open',
  states: {
    open: { label: 'Both services open' },
    ended: { label: 'Ended', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  onePer: {
    fields: ['child', 'adult'],
    except: ['ended', 'recordedInError'],
    told: 'It is recorded already that both services are open for these two',
  },
  start: {
    label: 'Say that both services are open',
    banner: 'It is recorded that both services are open. Joint supervision is due',
    by: practice,
    asks: [
      { title: 'Who?', fields: ['child', 'adult', 'bothOpenOn'] },
      { title: 'Who leads, and what is planned', fields: ['childLead', 'adultLead', 'jointPlan'] },
    ],
    looks: openForBoth,
    checks: (row, _context, _lines, found) => jointProblems(row, found),
  },
  actions: {
    recordSupervision: {
      label: 'Record joint supervision',
      banner: 'The joint supervision is recorded',
      from: ['open'],
      by: practice,
      adds: 'supervisions',
      sets: (_row, _context, lines) => lastSupervision(lines),
      checks: heldProblems,
    },
    plan: {
      label: 'Record leads and joint plan',
      from: ['open'],
      by: practice,
      asks: [{ title: 'Who leads, and what is planned', fields: ['childLead', 'adultLead', 'jointPlan'] }],
    },
    end: {
      label: 'Say that they are not both open any more',
      banner: 'It is recorded that the two services are not both open any more',
      from: ['open'],
      to: 'ended',
      by: practice,
      asks: [{ title: 'The end', fields: ['endedOn', 'endedWhy'] }],
      checks: endProblems,
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['open', 'ended'],
      to: 'recordedInError',
      by: practice,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
