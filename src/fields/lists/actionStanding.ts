/**
 * How an action stands, in SQL over `agreed_action a`: what its owner says, and what Canopy says. One place for both, so that the board, its
 * files and the figure of those who differ are of one mind. `schema` is "canopy." on a page; a measure reads the tables of its moment.
 */

/** The tables of a measure hold what was in force at its moment, and so do not say when it ceased. */
const inForce = (table: string, schema: string) =>
  `${schema}agreed_action_${table} l where l.record_id = a.id${schema === '' ? '' : ' and l.superseded_at is null'}`

/** The latest update is the one of the latest day, and of that day the one written last. */
export const latestFirst = 'l.updated_on desc, l.recorded_at desc, l.id desc'

/** The rating of the latest update; nothing where there is none, or it gave none. */
export const saidSql = (schema: string): string =>
  `(select nullif(l.rating, 'notGiven') from ${inForce('updates', schema)} order by ${latestFirst} limit 1)`

/** Somebody who still works here, or an agency, answers for it. */
export const ownedSql = 'a.owner_agency is not null or canopy.works_here(a.owner_person)'

const silentSql = (schema: string, at: string): string =>
  `exists (select from ${inForce('clock', schema)} and l.clock = 'action_news' and l.met_at is null and l.due_at < ${at})`

/** Why Canopy sees it so, the most pressing first; nothing once it is done or given up, `onTrack` where nothing speaks against it. */
export const systemReasonSql = (schema: string, at: string): string => `
  case when a.state in ('done', 'embedded', 'cancelled', 'duplicate') then null
       when a.due_at < ${at} and a.reported_at is null then 'overdue'
       when not (${ownedSql}) then 'withoutOwner'
       when a.due_at is null then 'withoutDate'
       when a.state = 'blocked' then 'blocked'
       when ${silentSql(schema, at)} then 'silent'
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
