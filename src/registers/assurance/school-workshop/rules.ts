import { setting } from '../../../declare/clock.ts'
import type { Problem } from '../../../declare/input.ts'
import type { RowOf } from '../../../declare/record.ts'
import type { workshop } from './record.ts'

export const settings = {
  report: setting({
    key: 'school_workshop_report_days',
    label: 'It is recorded whether a planned workshop was held within',
    unit: 'working days of the day planned',
    default: 5,
    source: 'Local policy',
  }),
}

type Workshop = RowOf<typeof workshop>

/** Cards go to those who take part; a count the other way round is a slip of the pen. */
export const heldProblems = ({ pupilsReached, cardsIssued, audience }: Workshop): readonly Problem[] =>
  pupilsReached === 0 && audience?.startsWith('pupils') === true
    ? [
        {
          field: 'pupilsReached',
          message: 'It was for pupils. Enter how many took part, or record that it was not held',
        },
      ]
    : (cardsIssued ?? 0) > 0 && audience === 'pupils' && (cardsIssued ?? 0) > (pupilsReached ?? 0) * 2
      ? [{ field: 'cardsIssued', message: 'These are more than two cards for each pupil. Check both numbers' }]
      : []
