import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Found, Look } from '../../../declare/pathway.ts'
import type { ActorFacts, Answers, Context, LinesOf, RowOf } from '../../../declare/record.ts'
import type { agreedAction } from './record.ts'

type Row = RowOf<typeof agreedAction>
type Lines = LinesOf<typeof agreedAction>
type LineOf<G extends keyof (typeof agreedAction)['lines']> = Answers<(typeof agreedAction)['lines'][G]['fields']>

export const settings = {
  silent: setting({
    key: 'action_update_days',
    label: 'An action without news is asked about after',
    unit: 'days',
    default: 30,
    source: 'Local policy',
  }),
}

/** What an action takes from the item and the meeting at which it was agreed. */
export const agreedAt = ({ item, meeting }: Pick<Row, 'item' | 'meeting'>) => ({
  sql: `select m.id as meeting, m.invited, m.team_id as "teamId", m.agency_id as "agencyId"
          from canopy.meeting m
         where m.id = coalesce($2::uuid, (select i.meeting from canopy.agenda_item i where i.id = $1::uuid))`,
  values: [item, meeting],
})

export const taken = (row: Row, found: Found) => {
  const [from] = found
  return from === undefined
    ? {}
    : {
        meeting: from.meeting as string,
        invited: from.invited as readonly string[],
        teamId: from.teamId as string | null,
        agencyId: from.agencyId as string | null,
        source: row.source ?? ('atMeeting' as const),
      }
}

export const isOwned = ({ ownerPerson, ownerAgency }: Pick<Row, 'ownerPerson' | 'ownerAgency'>): boolean =>
  ownerPerson !== null || ownerAgency !== null

/** An action of a plan has one accountable owner from the beginning; at a meeting it may be found before its end. */
export const ownerProblems = (row: Row): readonly Problem[] => [
  ...when(
    row.source !== 'atMeeting' && !isOwned(row) && row.ownerAsWritten === null,
    'ownerPerson',
    'Enter who does it: a colleague or an agency',
  ),
  ...when(
    row.ownerPerson !== null && row.ownerAgency !== null,
    'ownerAgency',
    'Enter either a colleague or an agency, so that one answers for it',
  ),
]

/** From a meeting, whoever does it closes it; everywhere else somebody else agrees that it is done. */
export const closesAtOnce = ({ source }: Pick<Row, 'source'>): boolean => source === 'atMeeting'

/** Whether the deed would move a day that was agreed. */
export const movesDay = ({ id, dueAt }: Row): Look => ({
  sql: 'select a.due_at is not null and a.due_at is distinct from $2 as moved from canopy.agreed_action a where a.id = $1',
  values: [id, dueAt],
})

/** Where a day was agreed once, another needs a reason and somebody else; a meeting decides about its own actions. */
export const movedProblems = (row: Row, [before]: Found): readonly Problem[] =>
  when(
    !closesAtOnce(row) && before?.moved === true,
    'dueAt-day',
    'A day that was agreed is not moved like this. Ask for a new date, so that somebody else agrees to it',
  )

export const askedProblems = (row: Row, { now }: Pick<Context, 'now'>): readonly Problem[] => {
  const { askedFor } = row as unknown as LineOf<'dates'>
  return [
    ...when(askedFor !== null && askedFor <= now, 'askedFor-day', 'The new date must be in the future'),
    ...when(askedFor !== null && askedFor === row.dueAt, 'askedFor-day', 'That is the date it has already'),
  ]
}

export const dateAnswerProblems = (row: Row): readonly Problem[] => {
  const { dateAnswer, dateAnswerWhy } = row as unknown as LineOf<'answers'>
  return when(dateAnswer === 'refused' && dateAnswerWhy === null, 'dateAnswerWhy', 'Enter why the date stays')
}

export const evidenceProblems = (row: Row): readonly Problem[] => {
  const { evidenceKind, figure, auditRef } = row as unknown as LineOf<'evidence'>
  return [
    ...when(evidenceKind === 'figure' && figure === null, 'figure', 'Enter which figure it is'),
    ...when(evidenceKind === 'audit' && auditRef === null, 'auditRef', 'Enter the reference of the audit'),
  ]
}

/** Done without a figure or an audit that shows it is done, not shown to work. */
export const isShown = ({ evidence }: Lines): boolean =>
  evidence.some(({ evidenceKind }) => evidenceKind === 'figure' || evidenceKind === 'audit')

type Owned = Pick<Row, 'ownerPerson' | 'ownerAgency' | 'agencyReturn' | 'settingReturn'>
type Who = Pick<ActorFacts, 'accountId' | 'agencyId'>

/** Whether it was promised in a return by the agency or setting this person works for: nobody judges what their own has promised there. */
export const isOfOwnReturn = ({ agencyReturn, settingReturn, ownerAgency }: Owned, { agencyId }: Who): boolean =>
  (agencyReturn !== null || settingReturn !== null) && ownerAgency !== null && ownerAgency === agencyId

export const ownReturnToClose = 'Your own agency promised it in its return: somebody else agrees that it is done'

/** Why this person is not the one who agrees that it is done. */
export const notToClose = (row: Owned, actor: Who): string | false =>
  (row.ownerPerson === actor.accountId && 'It is your own action: somebody else agrees that it is done') ||
  (isOfOwnReturn(row, actor) && ownReturnToClose)
