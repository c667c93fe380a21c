import { pathway } from '../../../declare/pathway.ts'
import { restriction } from './record.ts'
import { alreadyRestricted, restrictionProblems } from './rules.ts'

const keepers = ['information_governance', 'screening_manager', 'team_manager'] as const

export const restrictionPathway = pathway(restriction, {
  starts: 'inForce',
  states: {
    inForce: { label: 'In force' },
    lifted: { label: 'Lifted', closed: true },
  },
  start: {
    label: 'Restrict a person',
    banner: 'The records are restricted from now on',
    hint: 'Only those you name then see the person and everything about them',
    by: keepers,
    asks: [
      { title: 'Whose records?', fields: ['person', 'level', 'reason'] },
      { title: 'Why, and whom to ask', fields: ['why', 'since', 'ask'] },
    ],
    looks: alreadyRestricted,
    checks: (row, context, _lines, found) => restrictionProblems(row, context, found),
  },
  actions: {
    name: {
      label: 'Name a colleague, or say until when',
      banner: 'The colleague is named',
      from: ['inForce'],
      by: keepers,
      adds: 'named',
    },
    changeLevel: {
      label: 'Change how far',
      from: ['inForce'],
      by: keepers,
      asks: [{ title: 'How far?', fields: ['level', 'why', 'ask'] }],
    },
    lookAgain: {
      label: 'Look at it again',
      banner: 'It is recorded that the restriction was looked at and stays',
      from: ['inForce'],
      by: keepers,
      adds: 'reviews',
    },
    lift: {
      label: 'Lift the restriction',
      banner: 'The records can be seen again by those who may see people',
      from: ['inForce'],
      to: 'lifted',
      by: keepers,
      asks: [{ title: 'Lifted', fields: ['liftedWhy'] }],
      sets: (_row, { today }) => ({ liftedOn: today }),
    },
  },
})
