import { pathway } from '../../../declare/pathway.ts'
import { courtOutcome } from './record.ts'
import { viewProblems } from './rules.ts'

const by = ['youth_justice_manager'] as const
const facts = [
  { title: 'The case', fields: ['ownRef', 'ageAtCourt', 'sex', 'ethnicity', 'offence'] },
  { title: 'In court', fields: ['court', 'heardOn', 'outcome', 'proposal', 'chosenWhy'] },
] as const

export const courtOutcomePathway = pathway(courtOutcome, {
  starts: 'chosen',
  states: {
    chosen: { label: 'For the panel' },
    seen: { label: 'Looked at', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  onePer: {
    fields: ['ownRef', 'heardOn'],
    except: ['recordedInError'],
    told: 'This court outcome is on the list already',
  },
  start: {
    label: 'Record a court outcome for the panel',
    banner: 'The court outcome is recorded for the panel',
    by,
    asks: facts,
  },
  actions: {
    recordView: {
      label: 'Record the view of the panel',
      banner: 'The view of the panel is recorded',
      from: ['chosen'],
      to: 'seen',
      by,
      asks: [
        { title: 'The panel', fields: ['panelOn', 'courtThere', 'view', 'bearing', 'viewWhy'] },
        { title: 'Learning', fields: ['learning', 'learningFor'] },
      ],
      checks: viewProblems,
    },
    correct: { label: 'Correct the facts', from: ['chosen'], by, asks: facts },
    lookAgain: {
      label: 'Bring it to the panel again',
      banner: 'It is for the panel again',
      exceptional: true,
      from: ['seen'],
      to: 'chosen',
      by,
      sets: () => ({ panelOn: null, courtThere: null, view: null, bearing: null }),
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['chosen', 'seen'],
      to: 'recordedInError',
      by,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
