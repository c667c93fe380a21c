import type { Link } from '../declare/link.ts'
import { addDays, addHours, instantOf } from '../kit/dates.ts'
import { agreedActionRegister } from '../registers/assurance/agreed-action/index.ts'
import { recommendationRegister } from '../registers/assurance/recommendation/index.ts'

/** Sources of a recommendation that the action has under the same code. */
const sameCode = [
  'plan',
  'audit',
  'review',
  'inspection',
  'outside',
  'partnerReport',
  'section11',
  'scrutiny',
  'survey',
]

/** What is recommended becomes an action of the one register, where it is followed until it is done. */
export const linksOfActions: readonly Link[] = [
  {
    from: recommendationRegister,
    on: 'agreeAction',
    opens: agreedActionRegister,
    carries: (row, { today }, line) => [
      {
        source: sameCode.includes(String(row.source)) ? row.source : 'other',
        sourceNote: [row.reference, row.number === null ? null : `number ${row.number}`].filter(Boolean).join(', '),
        recommendation: row.id,
        agreedOn: today,
        task: line.task,
        outcomeRequired: row.outcomeRequired,
        ownerPerson: line.doneBy,
        ownerAgency: line.doneByAgency,
        doneWith: line.doneWith,
        dueAt: addHours(instantOf(addDays(String(line.doneUntil), 1), '00:00'), -1 / 60),
      },
    ],
  },
]
