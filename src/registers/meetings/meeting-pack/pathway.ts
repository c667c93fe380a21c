import { pathway } from '../../../declare/pathway.ts'
import { leadsMeetings, ownedBy, runsMeetings } from '../../../fields/lists/meetings.ts'
import { meetingPack } from './record.ts'

const runs = [...runsMeetings, ...leadsMeetings]

export const meetingPackPathway = pathway(meetingPack, {
  starts: 'frozen',
  states: { frozen: { label: 'Frozen' }, replaced: { label: 'Replaced by a later version', closed: true } },
  start: {
    label: 'Freeze a pack',
    banner: 'The pack is frozen',
    by: runs,
    asks: [{ title: 'The pack', fields: ['meeting'] }],
    looks: row => ({
      sql: `select m.invited, m.team_id as "teamId", m.agency_id as "agencyId",
                   (select count(*)::int from canopy.meeting_pack p where p.meeting = m.id) as before
              from canopy.meeting m where m.id = $1`,
      values: [row.meeting],
    }),
    sets: (row, { now }, _lines, found) => ({
      ...ownedBy(row, found),
      invited: (found[0]?.invited as readonly string[] | undefined) ?? row.invited,
      number: row.number ?? Number(found[0]?.before ?? 0) + 1,
      frozenAt: now,
    }),
  },
  actions: {
    takeCopy: {
      label: 'Take a copy',
      from: ['frozen', 'replaced'],
      by: runs,
      adds: 'copies',
    },
    replace: {
      label: 'Replace by a later version',
      exceptional: true,
      from: ['frozen'],
      to: 'replaced',
      by: runs,
    },
  },
})
