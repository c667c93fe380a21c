import { pathway } from '../../../declare/pathway.ts'
import { priority } from './record.ts'
import { endProblems, judgementProblems, wordingProblems, wordsOn } from './rules.ts'

const by = ['partnership_manager'] as const

const pages = [
  { title: 'The priority', fields: ['scheme', 'number', 'title', 'fromDay'] },
  { title: 'Its words', fields: ['words', 'writtenIn'] },
  { title: 'Who leads it, and who is asked', fields: ['leadGroup', 'leadPerson', 'asked'] },
] as const

export const priorityPathway = pathway(priority, {
  starts: 'inForce',
  states: {
    inForce: { label: 'In force' },
    ended: { label: 'Ended', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  onePer: {
    fields: ['scheme', 'title'],
    except: ['ended', 'recordedInError'],
    told: 'There is a priority of this title already',
  },
  start: {
    label: 'Record a priority',
    banner: 'The priority is recorded. Say what would show progress',
    by,
    asks: pages,
    sets: row => ({ wordsNow: row.words }),
  },
  actions: {
    addFigure: {
      label: 'Choose a figure that would show progress',
      banner: 'The figure is chosen',
      from: ['inForce'],
      by,
      adds: 'figures',
    },
    addProgramme: {
      label: 'Add what is done for it',
      banner: 'It is recorded',
      from: ['inForce'],
      by,
      adds: 'programmes',
    },
    judge: {
      label: 'Judge the progress of a year',
      banner: 'The judgement is recorded',
      from: ['inForce'],
      by,
      adds: 'judgements',
      checks: judgementProblems,
    },
    newWords: {
      label: 'Record later words',
      banner: 'The words are recorded. The earlier ones stay',
      from: ['inForce'],
      by,
      adds: 'wordings',
      checks: wordingProblems,
      sets: (row, { today }, { wordings }) => ({ wordsNow: wordsOn(row, wordings, today) }),
    },
    /** Done by the link from evidence that was accepted. */
    noteEvidence: {
      label: 'Note evidence that was accepted',
      from: ['inForce', 'ended'],
      by: [],
      adds: 'evidenced',
    },
    correct: {
      label: 'Correct it',
      from: ['inForce'],
      by,
      asks: pages,
      sets: (row, { today }, { wordings }) => ({ wordsNow: wordsOn(row, wordings, today) }),
    },
    end: {
      label: 'End it',
      banner: 'The priority has ended',
      from: ['inForce'],
      to: 'ended',
      by,
      asks: [{ title: 'The end', fields: ['endedOn', 'endedNote'] }],
      checks: endProblems,
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['inForce', 'ended'],
      to: 'recordedInError',
      by,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
