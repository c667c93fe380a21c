import { pathway } from '../../../declare/pathway.ts'
import { encompassSchool } from './record.ts'
import { followedBy, follower, joinProblems } from './rules.ts'

const keepers = ['encompass_coordinator', 'police_unit'] as const

export const encompassSchoolPathway = pathway(encompassSchool, {
  starts: 'notJoined',
  states: {
    notJoined: { label: 'Not joined' },
    joined: { label: 'Joined' },
    closed: { label: 'School closed', closed: true },
  },
  onePer: {
    fields: ['school'],
    except: ['closed'],
    told: 'This school is on the list already',
  },
  start: {
    label: 'Put a school on the list',
    banner: 'The school is on the list. Record when it joins',
    by: keepers,
    asks: [{ title: 'The school', fields: ['school', 'sector', 'phase', 'listedOn', 'whyNotJoined'] }],
  },
  actions: {
    join: {
      label: 'Record that it joined',
      banner: 'The school has joined. Notifications can be sent to it in Canopy',
      from: ['notJoined'],
      to: 'joined',
      by: keepers,
      asks: [{ title: 'Joining', fields: ['agreementOn', 'trainedOn', 'joinedOn'] }],
      sets: () => ({ whyNotJoined: null, leftOn: null }),
      checks: joinProblems,
    },
    sayWhyNot: {
      label: 'Change why it has not joined',
      from: ['notJoined'],
      by: keepers,
      asks: [{ title: 'Why not?', fields: ['whyNotJoined'] }],
    },
    recordTraining: {
      label: 'Record that the key adult was trained again',
      from: ['joined'],
      by: keepers,
      asks: [{ title: 'Training', fields: ['trainedOn'] }],
    },
    leave: {
      label: 'Record that it left',
      exceptional: true,
      from: ['joined'],
      to: 'notJoined',
      by: keepers,
      asks: [{ title: 'Leaving', fields: ['leftOn', 'whyNotJoined'] }],
    },
    close: {
      label: 'Record that the school closed',
      banner: 'The school is off the list. Whoever follows it is taken from the directory',
      exceptional: true,
      hint: 'An administrator says in the directory which school follows. Put that school on the list by itself',
      from: ['notJoined', 'joined'],
      to: 'closed',
      by: keepers,
      asks: [{ title: 'Closing', fields: ['closedOn'] }],
      looks: follower,
      sets: (_row, _context, _lines, found) => followedBy(found),
    },
  },
})
