import { pathway } from '../../../declare/pathway.ts'
import { attendsMeetings, ownedBy, runsMeetings } from '../../../fields/lists/meetings.ts'
import { meetingAnswer } from './record.ts'

const ofOwnAgency = (row: { readonly agency: string | null }, actor: { readonly agencyId: string | null }) =>
  row.agency !== actor.agencyId && 'Another agency is asked this'

export const meetingAnswerPathway = pathway(meetingAnswer, {
  starts: 'asked',
  states: {
    asked: { label: 'Asked' },
    answered: { label: 'Answered', closed: true },
    notNeeded: { label: 'No longer needed', closed: true },
  },
  start: {
    label: 'Ask an agency before a meeting',
    by: runsMeetings,
    asks: [{ title: 'The question', fields: ['item', 'meeting', 'agency', 'askedAt'] }],
    looks: row => ({
      sql: `select m.invited, m.answers_by as "answersBy", m.team_id as "teamId", m.agency_id as "agencyId"
              from canopy.meeting m where m.id = $1`,
      values: [row.meeting],
    }),
    sets: (row, _context, _lines, found) => ({
      ...ownedBy(row, found),
      invited: row.invited ?? (found[0]?.invited as readonly string[] | undefined) ?? null,
      answersBy: row.answersBy ?? (found[0]?.answersBy as string | undefined) ?? null,
    }),
    tells: [
      {
        key: 'asked',
        words: 'Cases of a meeting wait for what your agency knows',
        to: [{ holders: attendsMeetings, agency: 'agency' }],
      },
    ],
  },
  actions: {
    answer: {
      label: 'Answer for your agency',
      banner: 'Your agency’s answer is with the meeting',
      from: ['asked', 'answered'],
      to: 'answered',
      by: attendsMeetings,
      asks: [{ title: 'Your agency’s answer', fields: ['knows', 'said'] }],
      sets: (row, { actor, now }) => ({ answeredAt: row.answeredAt ?? now, answeredBy: actor.accountId }),
      checks: row =>
        row.knows === true && row.said === null
          ? [{ field: 'said', message: 'Enter what the others need to know' }]
          : [],
      unless: (row, _lines, { actor }) => ofOwnAgency(row, actor),
    },
    drop: {
      label: 'No longer needed',
      exceptional: true,
      from: ['asked'],
      to: 'notNeeded',
      by: runsMeetings,
    },
  },
  onePer: {
    fields: ['item', 'agency'],
    told: 'This agency is asked about this case already',
  },
})
