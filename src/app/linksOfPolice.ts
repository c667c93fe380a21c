import type { Link } from '../declare/link.ts'
import { agreedActionRegister } from '../registers/assurance/agreed-action/index.ts'
import { policeInspectionRegister } from '../registers/assurance/police-inspection/index.ts'
import { policeSearchRegister } from '../registers/assurance/police-search/index.ts'
import { contactRegister } from '../registers/front-door/contact/index.ts'
import { learningItemRegister } from '../registers/learning/learning-item/index.ts'

/** What police assurance sets going elsewhere, and what goes on from there. */
export const linksOfPolice: readonly Link[] = [
  {
    from: policeSearchRegister,
    on: 'refer',
    opens: contactRegister,
    // The contact team decides as with every contact; the search itself stays with the police.
    carries: (row, { now }) => [
      {
        id: row.contact,
        receivedAt: now,
        channel: 'policeReport',
        source: '6',
        referrerAgency: 'Police',
        givenName: row.givenName,
        familyName: row.familyName,
        bornOn: row.bornOn,
        sex: row.sex,
        ethnicity: row.ethnicity,
        ward: row.ward,
        worry: row.worry,
        whatHappened: row.whatHappened,
        safeNow: row.safeNow,
        familyKnows: row.familyKnows,
        consent: row.consent,
        whyNotSought: row.whyNotSought,
      },
    ],
  },
  {
    from: policeInspectionRegister,
    on: 'passOn',
    opens: learningItemRegister,
    carries: (row, { today }, line, { findings = [] }) => [
      {
        origin: 'inspection',
        inspection: row.id,
        identifiedOn: today,
        finding: findings.find(({ number }) => number === line.passed)?.finding,
        lesson: line.lesson,
        learner: line.learner,
        owner: line.learningOwner,
      },
    ],
  },
  {
    from: policeInspectionRegister,
    on: 'agreeAction',
    opens: agreedActionRegister,
    carries: (row, { today }, line) => [
      {
        source: row.kind === 'inspection' ? 'inspection' : row.kind === 'briefing' ? 'other' : 'audit',
        sourceNote: `Finding ${line.acted} of ${row.reference}`,
        agreedOn: today,
        task: line.task,
        ownerPerson: line.actionOwner,
        dueAt: line.actionDueAt,
      },
    ],
  },
]
