import { setting } from '../../../declare/clock.ts'
import type { Problem } from '../../../declare/input.ts'
import type { Context, RowOf } from '../../../declare/record.ts'
import type { learningItem } from './record.ts'

export const settings = {
  disseminate: setting({
    key: 'learning_disseminate_days',
    label: 'What is to be learned is passed to those who do the work within',
    unit: 'working days',
    default: 20,
    source: 'Local policy',
  }),
  check: setting({
    key: 'learning_check_days',
    label: 'It is checked whether it has reached them within',
    unit: 'days of passing it on',
    default: 90,
    source: 'Local policy',
  }),
}

type Item = RowOf<typeof learningItem>

/** The police and an agency's lead write for their own agency; the partnership for any. */
export const ownAgencyOnly = ({ learner }: Item, { actor }: Context): readonly Problem[] =>
  ['police_unit', 'agency_lead'].includes(actor.role) && learner !== actor.agencyId
    ? [{ field: 'learner', message: 'Select your own agency' }]
    : []
