import { system } from '../engine/actor.ts'
import type { OpenEngine } from '../engine/createEngine.ts'
import { forgetDirectory } from '../engine/people/directory.ts'
import { hashPassword } from '../engine/people/passwords.ts'
import { addAccount, addAgencies } from '../engine/people/posts.ts'
import type { Tx } from '../engine/store/transaction.ts'
import { now } from '../kit/clock.ts'
import { addHours } from '../kit/dates.ts'
import type { Random } from '../kit/random.ts'
import { calendarOf, schoolPlans, withoutCalendar } from './schools.ts'
import { accountPlans, agencyPlans, demoPassword } from './staff.ts'

/** The first day of every organisation and post that has no other. */
const opened = '2015-04-01'

/** Organisations, schools with their calendars, and people with their posts, all with the one demonstration password. */
export const writePartnership = async (tx: Tx, random: Random): Promise<void> => {
  await addAgencies(tx, agencyPlans, opened)
  // Most settings have said lately who their people are, as they are asked once a term.
  await tx.query('update canopy.agency set confirmed_at = $1 where code = any($2)', [
    addHours(now(), -24 * 40),
    schoolPlans.filter((_, place) => place % 6 !== 4).map(({ urn }) => urn),
  ])
  const passwordHash = await hashPassword(demoPassword)
  for (const account of accountPlans(random.fork('accounts')))
    await addAccount(tx, { ...account, email: `${account.username}@partnership.example` }, passwordHash, opened)
  const days = schoolPlans
    .filter(({ name }) => !withoutCalendar.has(name))
    .flatMap(school => calendarOf(random.fork(`calendar ${school.urn}`), school))
  await tx.query(
    `insert into canopy.school_calendar (urn, kind, from_day, to_day, day_start, source)
     select urn, kind, from_day, to_day, day_start, source from json_populate_recordset(null::canopy.school_calendar, $1::json)`,
    [JSON.stringify(days)],
  )
}

/** After the partnership is committed: what is held in memory is read again. */
export const readPartnershipAnew = async (engine: OpenEngine): Promise<void> => {
  forgetDirectory(engine)
  await engine.calendars.reload()
}

export const founder = system()
