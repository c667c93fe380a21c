import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { RowOf } from '../../../declare/record.ts'
import type { sexualBehaviourConsultation } from './record.ts'

export type Consultation = RowOf<typeof sexualBehaviourConsultation>

export const settings = {
  followUp: setting({
    key: 'sexual_behaviour_follow_up_days',
    label: 'After a consultation where more was agreed, ask again within',
    unit: 'days',
    default: 42,
    source: 'Local policy',
  }),
} as const

export const consultationProblems = (row: Consultation): readonly Problem[] => [
  ...when(
    row.setting === null && row.settingOther === null,
    'setting',
    'Select which setting asks, or enter one that is not on the list',
  ),
  ...when(
    row.setting !== null && row.settingOther !== null,
    'settingOther',
    'You selected a setting. Leave this empty',
  ),
  ...when(
    row.followUpOn !== null && row.heldOn !== null && row.followUpOn < row.heldOn,
    'followUpOn-day',
    'The day on which you ask again must be after the consultation',
  ),
  ...when(
    (row.next?.includes('nothing') ?? false) && (row.next?.length ?? 0) > 1,
    'next',
    'Select either what follows, or that nothing more does',
  ),
]

/** Something was agreed that somebody has to look at again. */
export const needsFollowUp = ({ next }: Pick<Consultation, 'next'>): boolean =>
  next?.some(one => one !== 'nothing') ?? false

export const followUpProblems = (row: Consultation): readonly Problem[] =>
  when(
    row.followedUpOn !== null && row.heldOn !== null && row.followedUpOn < row.heldOn,
    'followedUpOn-day',
    'You cannot have asked again before the consultation',
  )
