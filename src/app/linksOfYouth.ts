import type { Link } from '../declare/link.ts'
import { agreedActionRegister } from '../registers/assurance/agreed-action/index.ts'
import { diversionRegister } from '../registers/youth/diversion/index.ts'
import { participationRegister } from '../registers/youth/participation/index.ts'
import { strategyRegister } from '../registers/youth/strategy/index.ts'
import { endOf } from './carried.ts'

const bandOf = (age: number): string => (age < 11 ? 'from8to10' : age < 14 ? 'from11to13' : 'from14to17')

/** Where youth justice meets the programmes: whoever is diverted with support has a place offered, and the provider sees it. */
export const linksOfYouth: readonly Link[] = [
  {
    from: strategyRegister,
    on: 'agreeAction',
    opens: agreedActionRegister,
    // Where it is followed until it is done, beside the actions of meetings and inspections.
    carries: (row, { today }, line) => [
      {
        source: 'plan',
        sourceNote: `${row.reference}, objective ${line.actionFor}`,
        agreedOn: today,
        task: line.task,
        ownerPerson: line.doneBy,
        ownerAgency: line.doneByAgency,
        dueAt: endOf(line.dueOn),
      },
    ],
  },
  {
    from: diversionRegister,
    on: 'divert',
    opens: participationRegister,
    // Why somebody was diverted, and of what they are accused, is not for the organisation that helps them.
    carries: row =>
      row.supportIn === null
        ? []
        : [
            {
              programme: row.supportIn,
              participant: 'youngPerson',
              participantRef: row.youngPersonRef,
              ageBand: bandOf(Number(row.ageAtTriage)),
              sex: row.sex,
              ethnicity: row.ethnicity,
              person: row.person,
              offeredOn: row.decidedOn,
            },
          ],
  },
]
