import { pathway } from '../../../declare/pathway.ts'
import { learningItem } from './record.ts'
import { ownAgencyOnly } from './rules.ts'

const writers = ['police_unit', 'agency_lead', 'partnership_manager', 'audit_lead'] as const
const pages = [
  { title: 'What was found', fields: ['origin', 'inspection', 'identifiedOn', 'finding'] },
  { title: 'What is to be learned', fields: ['lesson', 'learner', 'owner'] },
] as const

/** Passed on, then checked by somebody else; what has not reached everybody is passed on again. */
export const learningItemPathway = pathway(learningItem, {
  starts: 'found',
  states: {
    found: { label: 'To be passed on' },
    passedOn: { label: 'Passed on, to be checked' },
    embedded: { label: 'Has reached those who do the work', closed: true },
    dropped: { label: 'Dropped', closed: true },
  },
  start: {
    label: 'Record something to be learned',
    banner: 'It is recorded. It is to be passed on',
    by: writers,
    asks: pages,
    sets: row => ({ agencyId: row.learner, teamId: null, dueFrom: row.identifiedOn }),
    checks: ownAgencyOnly,
    tells: [{ key: 'learning_owned', words: 'You see to something that is to be learned', to: [{ person: 'owner' }] }],
  },
  actions: {
    change: {
      label: 'Change the words or the owner',
      from: ['found', 'passedOn'],
      by: writers,
      asks: [{ title: 'What is to be learned', fields: ['finding', 'lesson', 'owner'] }],
    },
    passOn: {
      label: 'Record that it was passed on',
      banner: 'It is recorded. Whether it has reached them is to be checked',
      from: ['found', 'passedOn'],
      to: 'passedOn',
      by: writers,
      adds: 'passes',
      sets: (row, _context, lines) => ({
        // The check is due from the first time it was passed on, or, after one that did not reach, from the next.
        passedOnOn: row.passedOnOn ?? lines.passes.at(-1)?.passedOn ?? null,
        checkedOn: null,
        reached: null,
      }),
    },
    check: {
      label: 'Record a check that found that it has reached them',
      banner: 'It has reached those who do the work',
      hint: 'Somebody other than the owner checks',
      from: ['passedOn'],
      to: 'embedded',
      by: writers,
      notOwnWork: 'owner',
      adds: 'checked',
      sets: (_row, _context, lines) => ({ checkedOn: lines.checked.at(-1)?.checkOn ?? null, reached: 'reached' }),
      checks: row =>
        (row as unknown as { checkReached: string | null }).checkReached === 'reached'
          ? []
          : [
              {
                field: 'checkReached',
                message:
                  'It has not reached everybody. Record that with the other action, so that it is passed on again',
              },
            ],
    },
    checkNotReached: {
      label: 'Record a check that found that it has not reached everybody',
      banner: 'It is to be passed on again',
      hint: 'Somebody other than the owner checks',
      from: ['passedOn'],
      to: 'found',
      by: writers,
      notOwnWork: 'owner',
      adds: 'checked',
      sets: (_row, { today }, lines) => ({
        checkedOn: lines.checked.at(-1)?.checkOn ?? null,
        reached: lines.checked.at(-1)?.checkReached ?? null,
        passedOnOn: null,
        dueFrom: today,
      }),
      checks: row =>
        (row as unknown as { checkReached: string | null }).checkReached === 'reached'
          ? [{ field: 'checkReached', message: 'It has reached them. Record that with the other action' }]
          : [],
    },
    drop: {
      label: 'Drop it',
      exceptional: true,
      from: ['found', 'passedOn'],
      to: 'dropped',
      by: writers,
      asks: [{ title: 'Why?', fields: ['droppedWhy'] }],
    },
  },
})
