import { sql } from 'kysely'
import { columnOf } from '../../db/tables.ts'
import type { Register } from '../../declare/register.ts'
import { today } from '../../kit/clock.ts'
import { type Period, periodHolding } from '../../kit/periods.ts'
import type { Engine } from '../engine.ts'

/** The last whole financial year in which these registers have records; the current one where none has. */
export const usualPeriod = async (engine: Engine, registers: readonly Register[]): Promise<Period> => {
  const current = periodHolding('financial_year', today())
  const latest = await Promise.all(
    registers.map(async ({ record }) => {
      const on = sql.raw(columnOf(record.eventOn))
      const before = record.fields[record.eventOn]?.kind === 'date' ? current.from : current.fromInstant
      const { rows } = await sql<{ day: string | null }>`
        select to_char((max(${on}) at time zone 'Europe/London'), 'YYYY-MM-DD') as day
          from ${sql.raw(`canopy.${record.key}`)} where ${on} < ${before}`.execute(engine.pools.measures)
      return rows[0]?.day ?? ''
    }),
  )
  const day = latest.sort().at(-1) ?? ''
  return day === '' ? current : periodHolding('financial_year', day)
}
