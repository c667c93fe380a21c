import type { Setting } from '../../declare/clock.ts'
import type { Register } from '../../declare/register.ts'
import type { Day } from '../../kit/dates.ts'
import type { SchoolCalendar } from '../../kit/schoolDays.ts'
import { system } from '../actor.ts'
import { draftSettings } from '../drafts/settings.ts'
import { outboxSettings } from '../notices/settings.ts'
import { packSettings } from '../pack/settings.ts'
import { accountSettings } from '../people/accountSettings.ts'
import { machineSettings } from '../people/machineSettings.ts'
import type { Pools } from '../pools.ts'
import { within } from '../store/transaction.ts'
import type { Calendars } from './due.ts'

interface SettingRow {
  readonly key: string
  readonly value: number
  readonly validFrom: Day
}

type CalendarRow = { school: string; kind: 'term' | 'closure'; from: Day; to: Day; dayStart: string }

/** Settings and school calendars, held in memory and read again when they change. */
export const createCalendars = (
  pools: Pick<Pools, 'app'>,
  declared: readonly Setting[],
): Calendars & { readonly reload: () => Promise<void> } => {
  let settings: readonly SettingRow[] = []
  let schools = new Map<string, SchoolCalendar>()
  const defaults = new Map(declared.map(one => [one.key, one.default]))
  return {
    setting: (key, on) => {
      const chosen = settings.filter(one => one.key === key && one.validFrom <= on).at(-1)?.value ?? defaults.get(key)
      if (chosen === undefined) throw new Error(`No setting is declared with the key ${key}`)
      return chosen
    },
    school: agencyId => schools.get(agencyId),
    reload: async () => {
      const rows = await within({ pools }, system(), async tx => ({
        settings: await tx.query<SettingRow & Record<string, unknown>>(
          'select key, value::float8 as value, valid_from as "validFrom" from canopy.setting order by key, valid_from',
        ),
        days: await tx.query<CalendarRow & Record<string, unknown>>(
          // An agency's code is the unique reference number under which its calendar was loaded.
          `select a.id as school, c.kind, c.from_day as "from", c.to_day as "to", c.day_start as "dayStart"
             from canopy.school_calendar c join canopy.agency a on a.code = c.urn order by a.id, c.from_day`,
        ),
      }))
      settings = rows.settings
      schools = calendarsOf(rows.days)
    },
  }
}

/**
 * Reads settings and calendars again every minute, because another process (the command line) may have changed them. A
 * database that does not answer is asked again the next time; until then what was read last holds.
 * @returns what ends it
 */
export const keepFresh = (calendars: { readonly reload: () => Promise<void> }, everyMs = 60_000): (() => void) => {
  const timer = setInterval(() => void calendars.reload().catch(() => {}), everyMs)
  timer.unref()
  return () => clearInterval(timer)
}

const calendarsOf = (days: readonly CalendarRow[]): Map<string, SchoolCalendar> => {
  const bySchool = new Map<string, CalendarRow[]>()
  for (const day of days) bySchool.set(day.school, [...(bySchool.get(day.school) ?? []), day])
  return new Map(
    [...bySchool].map(([school, rows]) => [
      school,
      {
        dayStart: rows[0]?.dayStart ?? '09:00',
        terms: rows.filter(row => row.kind === 'term').map(({ from, to }) => ({ from, to })),
        closures: rows.filter(row => row.kind === 'closure').map(({ from, to }) => ({ from, to })),
      },
    ]),
  )
}

/** Everything that is local policy: of Canopy itself first, then of the registers. */
export const settingsOf = (registers: readonly Register[]): readonly Setting[] => [
  ...accountSettings,
  ...Object.values(outboxSettings),
  ...Object.values(draftSettings),
  ...Object.values(machineSettings),
  ...Object.values(packSettings),
  ...registers.flatMap(one => one.settings),
]
