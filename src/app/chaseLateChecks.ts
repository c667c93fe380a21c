import { system } from '../engine/actor.ts'
import type { Engine } from '../engine/engine.ts'
import { Outcome } from '../engine/outcome.ts'
import { perform } from '../engine/store/perform.ts'
import { within } from '../engine/store/transaction.ts'
import { now, today } from '../kit/clock.ts'
import { addHours } from '../kit/dates.ts'
import { agencyCheckRegister } from '../registers/front-door/agency-check/index.ts'
import { settings } from '../registers/front-door/agency-check/rules.ts'

/**
 * Chases every late answer to a check in the name of whoever asked, and again after the hours that local policy sets
 * (rulebook FD-07), so that nobody has to remember to.
 */
export const chaseLateChecks = async (engine: Engine): Promise<number> => {
  const since = addHours(now(), -engine.calendars.setting(settings.chase.key, today()))
  const late = await within(engine, system(), tx =>
    tx.query<{ reference: string; by: string }>(
      `select reference, created_by as by from canopy.agency_check
        where state = 'asked' and next_due_at < $1 and coalesce(last_chased_at, 'epoch') < $2 order by next_due_at limit 200`,
      [now(), since],
    ),
  )
  let chased = 0
  for (const { reference, by } of late)
    try {
      const actor = { ...system(), accountId: by }
      await perform(engine, actor, { register: agencyCheckRegister, action: 'chase', reference, typed: {} })
      chased += 1
    } catch (error) {
      // Answered in this very moment.
      if (!(error instanceof Outcome)) throw error
    }
  return chased
}
