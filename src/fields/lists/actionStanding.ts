/**
 * How an action stands, in SQL: what its owner says, and what Canopy says. One place for both, so that the board, its
 * files and the figure of those who differ are of one mind.
 */

/** How the actions are called in the query, and before its tables "canopy." on a page; a measure reads the tables of its moment. */
export interface Where {
  readonly schema: '' | 'canopy.'
  readonly of: string
}
export const onPage: Where = { schema: 'canopy.', of: 'a' }

/** The tables of a measure hold what was in force at its moment, and so do not say when it ceased. */
const inForce = (table: string, { schema, of }: Where) =>
  `${schema}agreed_action_${table} l where l.record_id = ${of}.id${schema === '' ? '' : ' and l.superseded_at is null'}`

/** The latest update is the one of the latest day, and of that day the one written last. */
export const latestFirst = 'l.updated_on desc, l.recorded_at desc, l.id desc'

/** The rating of the latest update; nothing where there is none, or it gave none. */
export const saidSql = (where: Where): string =>
  `(select nullif(l.rating, 'notGiven') from ${inForce('updates', where)} order by ${latestFirst} limit 1)`

/** Somebody who still works here, or an agency, answers for it. */
export const ownedSql = ({ of }: Pick<Where, 'of'>): string =>
  `${of}.owner_agency is not null or canopy.works_here(${of}.owner_person)`

const silentSql = (where: Where, at: string): string =>
  `exists (select from ${inForce('clock', where)} and l.clock = 'action_news' and l.met_at is null and l.due_at < ${at})`

/** Why Canopy sees it so, the most pressing first; nothing once it is done or given up, `onTrack` where nothing speaks against it. */
export const systemReasonSql = (where: Where, at: string): string => `
  case when ${where.of}.state in ('done', 'embedded', 'cancelled', 'duplicate') then null
       when ${where.of}.due_at < ${at} and ${where.of}.reported_at is null then 'overdue'
       when not (${ownedSql(where)}) then 'withoutOwner'
       when ${where.of}.due_at is null then 'withoutDate'
       when ${where.of}.state = 'blocked' then 'blocked'
       when ${silentSql(where, at)} then 'silent'
       else 'onTrack' end`

export const systemReasons = {
  overdue: { rating: 'red', words: 'Red: overdue' },
  withoutOwner: { rating: 'amber', words: 'Amber: nobody answers for it' },
  withoutDate: { rating: 'amber', words: 'Amber: it has no date' },
  blocked: { rating: 'amber', words: 'Amber: something stands in the way' },
  silent: { rating: 'amber', words: 'Amber: nobody has said how it stands' },
  onTrack: { rating: 'green', words: 'Green: on time' },
} as const

export type SystemReason = keyof typeof systemReasons

/** The rating of a reason, in SQL. */
export const ratingOfSql = (reason: string): string =>
  `case ${Object.entries(systemReasons)
    .map(([code, { rating }]) => `when ${reason} = '${code}' then '${rating}'`)
    .join(' ')} end`
