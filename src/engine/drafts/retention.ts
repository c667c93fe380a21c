import { now, today } from '../../kit/clock.ts'
import { addHours, type Instant } from '../../kit/dates.ts'
import { system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { within } from '../store/transaction.ts'
import { draftSettings } from './settings.ts'

/** Until when a shared draft is kept that was last saved then. */
export const keptUntil = ({ calendars }: Pick<Engine, 'calendars'>, savedAt: Instant): Instant =>
  addHours(savedAt, 24 * calendars.setting(draftSettings.days.key, today()))

/** Deletes what colleagues share and nobody has sent, with its texts and files; how many it was. */
export const dropOldDrafts = (engine: Engine): Promise<number> =>
  within(engine, system(), async tx => {
    const days = engine.calendars.setting(draftSettings.days.key, today())
    const gone = await tx.query(
      'delete from canopy.draft where shared and performed_at is null and saved_at < $1 returning id',
      [addHours(now(), -24 * days)],
    )
    return gone.length
  })
