import type { Link } from '../declare/link.ts'
import type { Register } from '../declare/register.ts'
import type { Calendars } from './clocks/due.ts'
import type { Scanner } from './files/scanner.ts'
import type { LedgerWriter } from './ledger/writer.ts'
import type { Population } from './measures/rate.ts'
import type { Pools } from './pools.ts'

/** What a role is called and, where it differs from everyone's, what it may do outside the registers. */
export interface RoleWords {
  readonly label: string
  readonly summary: string
  /** Sees the figures of every register, also of those whose records it may not read; small numbers are hidden from it. */
  readonly figures?: boolean
}

/** Everything the surfaces need, built once in `app/createApp.ts` and passed in. */
export interface Engine {
  readonly registers: readonly Register[]
  readonly links: readonly Link[]
  readonly roles: Readonly<Record<string, RoleWords>>
  readonly populations: readonly Population[]
  readonly pools: Pools
  readonly calendars: Calendars & { readonly reload: () => Promise<void> }
  readonly ledger: LedgerWriter
  /** Wording id of each register as it stands in this release. */
  readonly wordings: ReadonlyMap<string, string>
  /** Counts under this size are not shown to those who may not open the cases (rulebook DC-01; a setting). */
  readonly smallNumber: number
  /** Looks at each new file before anybody can open it; without one, files are kept as not checked. */
  readonly scanner?: Scanner
}

export const registerByKey = (engine: Pick<Engine, 'registers'>, key: string): Register => {
  const register = engine.registers.find(one => one.record.key === key)
  if (!register) throw new Error(`No register has the key ${key}`)
  return register
}
