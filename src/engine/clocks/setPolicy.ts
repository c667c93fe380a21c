import type { Setting } from '../../declare/clock.ts'
import type { Register } from '../../declare/register.ts'
import { now, today } from '../../kit/clock.ts'
import { type Day, formatDay, instantOf } from '../../kit/dates.ts'
import { plural } from '../../kit/names.ts'
import { type Actor, system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { appendLedger } from '../ledger/writer.ts'
import { conflict, invalid, Outcome } from '../outcome.ts'
import { type Tx, within } from '../store/transaction.ts'
import { settingsOf } from './calendars.ts'

/** A number of local policy as it holds today, and what was decided about it. */
export interface PolicyLine {
  readonly key: string
  readonly label: string
  readonly unit: string
  readonly source: string
  readonly default: number
  readonly value: number
  readonly decided: readonly { readonly value: number; readonly from: Day; readonly reason: string }[]
}

export interface NewPolicy {
  readonly key: string
  readonly value: number
  /** First day of the events to which the value applies. */
  readonly from: Day
  readonly reason: string
}

const declaredOnce = (engine: Engine): readonly Setting[] => [
  ...new Map(settingsOf(engine.registers).map(one => [one.key, one])).values(),
]

/** Every declared setting with its values, in the order of the registers. */
export const listPolicies = (engine: Engine): Promise<readonly PolicyLine[]> =>
  within(engine, system(), async tx => {
    const rows = await tx.query<{ key: string; value: number; from: Day; reason: string }>(
      'select key, value::float8 as value, valid_from as "from", reason from canopy.setting order by key, valid_from',
    )
    return declaredOnce(engine).map(one => ({
      key: one.key,
      label: one.label,
      unit: one.unit,
      source: one.source,
      default: one.default,
      value: engine.calendars.setting(one.key, today()),
      decided: rows.filter(row => row.key === one.key).map(({ value, from, reason }) => ({ value, from, reason })),
    }))
  })

/** Clocks of these registers that began on or after a day, met ones too: the next deed would reckon them anew. */
const begunSince = async (tx: Tx, registers: readonly Register[], from: Day): Promise<number> => {
  let begun = 0
  for (const { record } of registers) {
    const [found] = await tx.query<{ n: number }>(
      `select count(*)::int as n from canopy.${record.key}_clock where superseded_at is null and started_at >= $1`,
      [instantOf(from, '00:00')],
    )
    begun += found?.n ?? 0
  }
  return begun
}

/**
 * Decides a value of local policy from a day on. Clocks that have begun keep their due moments: a day that would move one is
 * refused, so that nothing becomes due earlier or later without anybody saying so (TC-07).
 * @throws Outcome notFound, invalid, or conflict when clocks began on or after the day, or it is decided already
 */
export const setPolicy = async (
  engine: Engine & { readonly calendars: { readonly reload: () => Promise<void> } },
  actor: Actor,
  policy: NewPolicy,
): Promise<void> => {
  const { key, value, from, reason } = policy
  if (!declaredOnce(engine).some(one => one.key === key))
    throw new Outcome('notFound', `There is no setting “${key}”. See: canopy setting list`)
  const problems = [
    ...(Number.isFinite(value) && value >= 0 && value <= 100_000
      ? []
      : [{ field: 'value', message: 'The value must be a number, 0 or more' }]),
    ...(reason.trim() === ''
      ? [{ field: 'reason', message: 'Give the reason, for example the meeting that decided it' }]
      : []),
  ]
  if (problems.length > 0) throw invalid(problems)
  await within(engine, actor, async tx => {
    const registers = engine.registers.filter(one => one.settings.some(setting => setting.key === key))
    const begun = await begunSince(tx, registers, from)
    if (begun > 0)
      throw conflict(
        `${plural(begun, 'clock')} began on or after ${formatDay(from)}, and would change. They keep their due time: choose a later day`,
        [],
      )
    const added = await tx.query(
      `insert into canopy.setting (key, value, valid_from, set_at, set_by, reason) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing returning key`,
      [key, value, from, now(), actor.role === 'system' ? null : actor.accountId, reason.trim()],
    )
    if (added.length === 0)
      throw conflict(`The value from ${formatDay(from)} is decided already. Choose another day`, [])
    const detail = `${key} ${value} from ${from}`
    await appendLedger(tx, [{ at: now(), actor, event: 'administered', action: 'setPolicy', detail }])
  })
  await engine.calendars.reload()
}
