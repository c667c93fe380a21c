import type { Link } from '../declare/link.ts'
import type { AnyRow } from '../declare/record.ts'
import { idFrom } from '../kit/ids.ts'
import { recommendationRegister } from '../registers/assurance/recommendation/index.ts'
import { learningItemRegister } from '../registers/learning/learning-item/index.ts'
import { learningProductRegister } from '../registers/reviews/learning-product/index.ts'
import { outsideReviewRegister } from '../registers/reviews/outside-review/index.ts'
import { practiceReviewRegister } from '../registers/reviews/practice-review/index.ts'
import { seriousIncidentRegister } from '../registers/reviews/serious-incident/index.ts'
import { recommendationFrom } from './carried.ts'

type Answered = Readonly<Record<string, unknown>>

/** A recommendation as its source said it, for the one register; its identifier follows from the line, so that the source finds it again. */
const recommended = (row: AnyRow, line: Answered, source: string, today: string) => ({
  ...recommendationFrom(row, line, source, today),
  id: idFrom(String(line.id), 'recommendation'),
  number: String(line.recNumber),
})

/** From an incident to its review, from reviews and inspections to recommendations, and from what was made for many to what one agency learns. */
export const linksOfReviews: readonly Link[] = [
  {
    from: seriousIncidentRegister,
    on: 'openReview',
    opens: practiceReviewRegister,
    carries: (row, { actor }) => [
      {
        incident: row.id,
        name: row.pseudonym,
        kind: row.outcome,
        decidedOn: row.decidedOn,
        instance: row.panelAnswer === 'disagrees' ? 'panel' : 'partnership',
        keptBy: actor.accountId,
      },
    ],
  },
  {
    from: practiceReviewRegister,
    on: 'recommend',
    opens: recommendationRegister,
    carries: (row, { today }, line) => [recommended(row, line, 'review', today)],
  },
  {
    from: outsideReviewRegister,
    on: 'recommend',
    opens: recommendationRegister,
    carries: (row, { today }, line) => [
      recommended(row, line, row.kind === 'inspectionOfUs' ? 'inspection' : 'outside', today),
    ],
  },
  {
    from: learningProductRegister,
    on: 'openLearning',
    opens: learningItemRegister,
    carries: (row, { today }, line) => [
      {
        origin: 'review',
        identifiedOn: today,
        finding: row.learning,
        lesson: line.lesson,
        learner: line.learner,
        owner: line.learningOwner,
      },
    ],
  },
]
