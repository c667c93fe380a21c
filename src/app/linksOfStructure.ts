import type { Link } from '../declare/link.ts'
import { addDays } from '../kit/dates.ts'
import { agreedActionRegister } from '../registers/assurance/agreed-action/index.ts'
import { recommendationRegister } from '../registers/assurance/recommendation/index.ts'
import { arrangementPartnerRegister } from '../registers/partnership/arrangement-partner/index.ts'
import { groupDecisionRegister } from '../registers/partnership/group-decision/index.ts'
import { partnershipGroupRegister } from '../registers/partnership/partnership-group/index.ts'
import { seatRegister } from '../registers/partnership/seat/index.ts'
import { actionFrom, recommendationFrom } from './carried.ts'

/** Where the partnership's own structure moves other records: successors, seats of a group that ends, and what is to be done. */
export const linksOfStructure: readonly Link[] = [
  {
    from: arrangementPartnerRegister,
    on: 'start',
    through: 'succeeds',
    performs: { register: arrangementPartnerRegister, action: 'giveWay' },
    // Without a day between the two: on each day there is one of them.
    carries: row => ({ inForceUntil: addDays(String(row.inForceFrom), -1), succeededBy: row.id }),
  },
  {
    from: partnershipGroupRegister,
    on: 'end',
    through: { back: 'inGroup' },
    performs: { register: seatRegister, action: 'endWithGroup' },
    when: (_group, seat) => seat.closedAt === null,
    carries: row => ({ seatUntil: row.endedOn, endedWhy: `The group has ended: ${row.name}` }),
  },
  ...[seatRegister, groupDecisionRegister].map(
    (register): Link => ({
      from: partnershipGroupRegister,
      on: 'correct',
      through: { back: 'inGroup' },
      performs: { register, action: 'noteGroupName' },
      // What is closed keeps the name that its group had.
      when: (group, other) => other.closedAt === null && other.groupName !== group.name,
      carries: row => ({ groupName: row.name }),
    }),
  ),
  {
    from: partnershipGroupRegister,
    on: 'recommend',
    opens: recommendationRegister,
    carries: (row, { today }, line) => [recommendationFrom(row, line, 'other', today)],
  },
  {
    from: groupDecisionRegister,
    on: 'start',
    through: 'supersedes',
    performs: { register: groupDecisionRegister, action: 'giveWay' },
    carries: row => ({ supersededBy: row.id }),
  },
  {
    from: groupDecisionRegister,
    on: 'agreeAction',
    opens: agreedActionRegister,
    // Of the partnership's own work: somebody else agrees that it is done, also where a meeting decided.
    carries: (row, { today }, line) => [
      {
        ...actionFrom(line, 'other', [row.reference, row.topic].filter(Boolean).join(': '), today),
        meeting: row.meeting,
      },
    ],
  },
]
