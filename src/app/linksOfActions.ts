import type { Link } from '../declare/link.ts'
import { agreedActionRegister } from '../registers/assurance/agreed-action/index.ts'
import { recommendationRegister } from '../registers/assurance/recommendation/index.ts'
import { actionFrom } from './carried.ts'

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
        ...actionFrom(
          line,
          sameCode.includes(String(row.source)) ? row.source : 'other',
          [row.reference, row.number === null ? null : `number ${row.number}`].filter(Boolean).join(', '),
          today,
        ),
        recommendation: row.id,
        outcomeRequired: row.outcomeRequired,
        doneWith: line.doneWith,
      },
    ],
  },
]
