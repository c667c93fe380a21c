import { pathway } from '../../../declare/pathway.ts'
import { workshop } from './record.ts'
import { heldProblems } from './rules.ts'

const held = [{ title: 'The workshop', fields: ['heldOn', 'pupilsReached', 'cardsIssued', 'said'] }] as const

export const workshopPathway = pathway(workshop, {
  starts: 'planned',
  states: {
    planned: { label: 'Planned' },
    held: { label: 'Held', closed: true },
    notHeld: { label: 'Not held', closed: true },
  },
  start: {
    label: 'Plan a workshop',
    banner: 'The workshop is planned',
    hint: 'One for each school and term, so that it shows which schools have had one',
    by: ['police_unit'],
    asks: [
      { title: 'Where and when', fields: ['school', 'term', 'plannedOn'] },
      { title: 'What and for whom', fields: ['topic', 'audience', 'ledBy'] },
    ],
  },
  actions: {
    recordHeld: {
      label: 'Record that it was held',
      banner: 'The workshop is recorded as held',
      from: ['planned'],
      to: 'held',
      by: ['police_unit'],
      asks: held,
      checks: heldProblems,
    },
    recordNotHeld: {
      label: 'Record that it was not held',
      banner: 'It is recorded that the workshop was not held',
      from: ['planned'],
      to: 'notHeld',
      by: ['police_unit'],
      asks: [{ title: 'Why?', fields: ['notHeldWhy'] }],
    },
    move: {
      label: 'Plan it for another day',
      banner: 'The workshop has another day',
      from: ['planned'],
      by: ['police_unit'],
      asks: [{ title: 'The new day', fields: ['plannedOn', 'term'] }],
    },
    putRight: {
      label: 'Put right what was recorded',
      exceptional: true,
      from: ['held'],
      by: ['police_unit'],
      asks: held,
      checks: heldProblems,
    },
  },
})
