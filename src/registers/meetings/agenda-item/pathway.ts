import { pathway } from '../../../declare/pathway.ts'
import { attendsMeetings, leadsMeetings, runsMeetings } from '../../../fields/lists/meetings.ts'
import { agendaItem } from './record.ts'
import { meetingOf, outcomeProblems, subjectProblems, taken } from './rules.ts'

const runs = [...runsMeetings, ...leadsMeetings]

export const agendaItemPathway = pathway(agendaItem, {
  starts: 'listed',
  states: {
    listed: { label: 'On the agenda' },
    discussed: { label: 'Discussed', closed: true },
    carriedOver: { label: 'Carried over', closed: true },
    removed: { label: 'Taken off', closed: true },
  },
  start: {
    label: 'Put something on an agenda',
    banner: 'It is on the agenda',
    by: runs,
    asks: [
      { title: 'The item', fields: ['meeting', 'dailyCase', 'nomination', 'topic'] },
      { title: 'Why now', fields: ['whyToday', 'whyNote', 'children'] },
    ],
    looks: meetingOf,
    sets: (row, { today }, _lines, found) => ({ ...taken(row, found), listedOn: row.listedOn ?? today }),
    checks: (row, _context, _lines, found) => subjectProblems(row, found),
  },
  actions: {
    open: {
      label: 'Begin with this case',
      from: ['listed'],
      by: runs,
      sets: (row, { now }) => ({ openedAt: row.openedAt ?? now }),
    },
    discuss: {
      label: 'Record what was said and decided',
      banner: 'It is recorded',
      hint: 'May be recorded again until the minutes are agreed; every version is kept',
      from: ['listed', 'discussed'],
      to: 'discussed',
      by: runs,
      asks: [
        { title: 'What was said', fields: ['discussion', 'risk', 'decision', 'decisionWhy', 'noAction'] },
        {
          title: 'Safety of the adult and the children',
          fields: ['fullConference', 'conferenceOn', 'whyNoConference', 'childrenStep', 'childrenWhy'],
        },
      ],
      sets: (row, { now }) => ({ openedAt: row.openedAt ?? now, closedItemAt: now }),
      checks: outcomeProblems,
    },
    carryOver: {
      label: 'Carry over to the next meeting',
      banner: 'It comes back at the next meeting',
      from: ['listed'],
      to: 'carriedOver',
      by: runs,
      asks: [{ title: 'Why it is carried over', fields: ['carriedWhy'] }],
      sets: (_row, { now }) => ({ closedItemAt: now }),
    },
    remove: {
      label: 'Take off: not for this meeting',
      from: ['listed'],
      to: 'removed',
      by: runs,
      asks: [{ title: 'Why it is taken off', fields: ['removedWhy'] }],
    },
    putBack: {
      label: 'Put back on the agenda',
      exceptional: true,
      from: ['carriedOver', 'removed'],
      to: 'listed',
      by: runs,
      sets: () => ({ closedItemAt: null }),
    },
    putAt: {
      label: 'Change its number',
      exceptional: true,
      from: ['listed', 'discussed', 'carriedOver'],
      by: runs,
      asks: [{ title: 'The order', fields: ['newPosition'] }],
      sets: row => ({ position: row.newPosition }),
    },
    declareConflict: {
      label: 'Declare a conflict of interest',
      banner: 'The conflict is declared. They are shown nothing of this case any more',
      exceptional: true,
      from: ['listed', 'discussed', 'carriedOver'],
      by: [...runs, ...attendsMeetings],
      adds: 'conflicts',
    },
  },
  onePer: {
    fields: ['meeting', 'dailyCase'],
    except: ['removed'],
    told: 'This case is on the agenda of this meeting already',
  },
})
