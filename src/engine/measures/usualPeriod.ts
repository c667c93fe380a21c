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
      const on = columnOf(record.eventOn)
      const { rows } = await engine.pools.figures.query<{ day: string | null }>(
        `select to_char((max(${on}) at time zone 'Europe/London'), 'YYYY-MM-DD') as day from canopy.${record.key} where ${on} < $1`,
        [record.fields[record.eventOn]?.kind === 'date' ? current.from : current.fromInstant],
      )
      return rows[0]?.day ?? ''
    }),
  )
  const day = latest.sort().at(-1) ?? ''
  return day === '' ? current : periodHolding('financial_year', day)
}
