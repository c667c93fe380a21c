import { type Problem, when } from '../../../declare/input.ts'
import type { Answers, Context, RowOf } from '../../../declare/record.ts'
import type { awarenessCampaign } from './record.ts'

type Campaign = RowOf<typeof awarenessCampaign>
type LineOf<G extends keyof (typeof awarenessCampaign)['lines']> = Answers<
  (typeof awarenessCampaign)['lines'][G]['fields']
>

export const ownAgencyOnly = (row: Campaign, { actor }: Context): readonly Problem[] =>
  when(actor.role === 'agency_lead' && row.agency !== actor.agencyId, 'agency', 'Select your own agency')

export const countProblems = (row: Campaign): readonly Problem[] => {
  const { countedFrom, countedTo, disclosures, helped } = row as Campaign & LineOf<'counts'>
  return [
    ...when(
      countedFrom !== null && countedTo !== null && countedTo < countedFrom,
      'countedTo-day',
      'It cannot end before it begins',
    ),
    ...when(
      countedFrom !== null && row.startedOn !== null && countedFrom < row.startedOn,
      'countedFrom-day',
      'The campaign had not begun yet',
    ),
    ...when(
      disclosures !== null && helped !== null && helped > disclosures,
      'helped',
      'No more can be helped than spoke of abuse',
    ),
  ]
}
