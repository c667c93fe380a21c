import { pathway } from '../../../declare/pathway.ts'
import { keepsStructure } from '../../../fields/lists/partnership.ts'
import { partnershipGroup } from './record.ts'
import {
  aboveOf,
  areaProblems,
  belowOf,
  chairOf,
  chairProblems,
  correctProblems,
  endProblems,
  extendProblems,
  recommendProblems,
  startProblems,
} from './rules.ts'

const by = keepsStructure
const from = ['running'] as const
const about = { title: 'The group', fields: ['name', 'kind', 'parent', 'purpose', 'establishedOn'] } as const
const meets = { title: 'How it meets', fields: ['rhythm', 'meetingKind', 'meetingName'] } as const

export const partnershipGroupPathway = pathway(partnershipGroup, {
  starts: 'running',
  states: {
    running: { label: 'Running' },
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
      from,
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
    end: {
      label: 'End the group',
      banner: 'The group has ended, and its seats with it',
      from,
      to: 'ended',
      by,
      asks: [{ title: 'What came of it', fields: ['endedOn', 'ending', 'successMet', 'cameOfIt', 'goesOnIn'] }],
      looks: belowOf,
      checks: (row, _context, _lines, found) => endProblems(row, found),
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
