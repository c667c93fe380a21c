import { pathway } from '../../../declare/pathway.ts'
import { endsGroups, keepsStructure } from '../../../fields/lists/partnership.ts'
import { partnershipGroup } from './record.ts'
import {
  aboveOf,
  areaProblems,
  belowOf,
  chairOf,
  chairProblems,
  correctProblems,
  endProblems,
  endsWith,
  extendProblems,
  proposeProblems,
  recommendProblems,
  startProblems,
} from './rules.ts'

const by = keepsStructure
/** Until somebody else has agreed, a group whose end is proposed runs and can do what it did. */
const from = ['running', 'endProposed'] as const
const about = { title: 'The group', fields: ['name', 'kind', 'parent', 'purpose', 'establishedOn'] } as const
const meets = { title: 'How it meets', fields: ['rhythm', 'meetingKind', 'meetingName'] } as const

export const partnershipGroupPathway = pathway(partnershipGroup, {
  starts: 'running',
  states: {
    running: { label: 'Running' },
    endProposed: { label: 'Runs, end proposed' },
    ended: { label: 'Ended', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  onePer: {
    fields: ['name'],
    except: ['ended', 'recordedInError'],
    told: 'A group of this name runs already',
  },
  start: {
    label: 'Record a group',
    banner: 'The group is recorded. Record its seats next',
    by,
    asks: [about, meets, { title: 'Its end', fields: ['endsBy', 'success'] }],
    looks: aboveOf,
    checks: (row, _context, _lines, found) => startProblems(row, found),
    sets: row => ({ firstEndsBy: row.endsBy }),
  },
  actions: {
    setChair: {
      label: 'Say which seat has the chair',
      banner: 'The chair is recorded',
      from,
      by,
      asks: [{ title: 'The chair', fields: ['chairSeat'] }],
      looks: chairOf,
      checks: (_row, _context, _lines, found) => chairProblems(found),
    },
    agreeTerms: {
      label: 'Record that terms of reference were agreed',
      banner: 'The terms of reference are recorded',
      from,
      by,
      adds: 'terms',
      sets: (_row, _context, { terms }) => ({ termsAgreedOn: terms.at(-1)?.termsOn ?? null }),
    },
    addStream: {
      label: 'Add or change a workstream',
      banner: 'The workstream is recorded',
      from,
      by,
      adds: 'workstreams',
    },
    addOutput: { label: 'Record an output', banner: 'The output is recorded', from, by, adds: 'outputs' },
    addArea: {
      label: 'Add or change an area it reviews',
      banner: 'The area is recorded',
      from,
      by,
      adds: 'areas',
      checks: row => areaProblems(row),
    },
    addGap: { label: 'Record a gap that it found', banner: 'The gap is recorded', from, by, adds: 'gaps' },
    recommend: {
      label: 'Make a recommendation',
      banner: 'It is with all recommendations now, and waits for an answer',
      from,
      by,
      adds: 'recommended',
      checks: (row, { today }) => recommendProblems(row, today),
    },
    extend: {
      label: 'Set a new day to end by',
      banner: 'The new day is recorded. The first one stays beside it',
      from: ['running'],
      by,
      adds: 'extensions',
      checks: row => extendProblems(row),
      sets: (row, _context, { extensions }) => {
        const endsBy = extensions.at(-1)?.extendedTo ?? row.endsBy
        return { endsBy, firstEndsBy: row.firstEndsBy ?? endsBy }
      },
    },
    correct: {
      label: 'Correct what was recorded',
      from,
      by,
      asks: [about, meets, { title: 'Its success', fields: ['success'] }],
      looks: aboveOf,
      checks: (row, _context, _lines, found) => correctProblems(row, found),
    },
    proposeEnd: {
      label: 'Propose that the group ends',
      banner: 'It is proposed. Somebody else agrees, and until then the group runs',
      from: ['running'],
      to: 'endProposed',
      by,
      asks: [{ title: 'What came of it', fields: ['ending', 'successMet', 'cameOfIt', 'goesOnIn', 'endDecision'] }],
      looks: endsWith,
      checks: (row, _context, _lines, found) => proposeProblems(row, found),
      sets: (_row, { actor }) => ({ endProposedBy: actor.accountId, goesOnWhy: null }),
    },
    end: {
      label: 'Agree that the group ends',
      banner: 'The group has ended, and its seats with it',
      hint: 'Somebody other than who proposed it',
      from: ['endProposed'],
      to: 'ended',
      by: endsGroups,
      notOwnWork: 'endProposedBy',
      asks: [{ title: 'Its end', fields: ['endedOn'] }],
      looks: belowOf,
      checks: (row, _context, _lines, found) => endProblems(row, found),
    },
    goOn: {
      label: 'Let the group go on',
      banner: 'The group goes on. What was proposed stays in its history',
      from: ['endProposed'],
      to: 'running',
      by: endsGroups,
      asks: [{ title: 'Why', fields: ['goesOnWhy'] }],
      sets: () => ({
        ...{ ending: null, successMet: null, cameOfIt: null, goesOnIn: null, endDecision: null },
        endProposedBy: null,
      }),
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from,
      to: 'recordedInError',
      by,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
