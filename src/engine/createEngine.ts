import { CamelCasePlugin } from 'kysely'
import type pg from 'pg'
import { connect, query } from '../db/connect.ts'
import { compilePolicies } from '../db/policies.ts'
import { checkDeclarations } from '../declare/check.ts'
import type { Link } from '../declare/link.ts'
import type { Register } from '../declare/register.ts'
import { now } from '../kit/clock.ts'
import { digest } from '../kit/digest.ts'
import { publishQuestionSets } from './campaigns/questionSets.ts'
import { createCalendars, settingsOf } from './clocks/calendars.ts'
import type { Engine, RoleWords } from './engine.ts'
import type { Scanner } from './files/scanner.ts'
import { createLedgerWriter } from './ledger/writer.ts'
import type { Population } from './measures/rate.ts'
import { wordingId, wordsOf } from './wording.ts'

export interface Declared {
  readonly registers: readonly Register[]
  readonly links: readonly Link[]
  readonly roles: Readonly<Record<string, RoleWords>>
  /** Numbers of residents that rates are given of; without them there are no rates. */
  readonly populations?: readonly Population[]
  /** Looks at new files; without one they are kept as not checked. */
  readonly scanner?: Scanner
}

export interface OpenEngine extends Engine {
  /** Pool of the owner: migrations, the demonstration, verification. Never used to answer a request. */
  readonly owner: pg.Pool
  readonly close: () => Promise<void>
}

/** Applies the access layer when the declarations changed since it was compiled. */
const applyPolicies = async (owner: pg.Pool, registers: readonly Register[]): Promise<void> => {
  const script = compilePolicies(registers)
  const current = digest(script)
  const held = await owner.query<{ digest: string }>("select digest from canopy.compiled where what = 'policies'")
  if (held.rows[0]?.digest === current) return
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock(7236002)')
    await client.query(script)
    await client.query(
      "insert into canopy.compiled (what, digest, at) values ('policies', $1, $2) on conflict (what) do update set digest = excluded.digest, at = excluded.at",
      [current, now()],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** Stores the words of this release, so that history can be shown in the words it was asked in. */
const keepWordings = async (owner: pg.Pool, registers: readonly Register[]): Promise<ReadonlyMap<string, string>> => {
  const wordings = new Map<string, string>()
  for (const register of registers) {
    const id = wordingId(register)
    wordings.set(register.record.key, id)
    await owner.query(
      'insert into canopy.wording (id, register, words, first_used_at) values ($1, $2, $3, $4) on conflict do nothing',
      [id, register.record.key, JSON.stringify(wordsOf(register)), now()],
    )
  }
  return wordings
}

/**
 * Opens the engine on a migrated database.
 * @throws Error when the declarations have faults, before anything is written
 */
export const createEngine = async (url: string, declared: Declared, poolSize = 16): Promise<OpenEngine> => {
  checkDeclarations(declared)
  const owner = connect(url, 'canopy_owner', 3)
  await applyPolicies(owner, declared.registers)
  await publishQuestionSets(
    owner,
    declared.registers.flatMap(register => register.questionSets),
  )
  const wordings = await keepWordings(owner, declared.registers)
  const app = connect(url, 'canopy_app', poolSize)
  const figures = connect(url, 'canopy_figures', 4)
  const pools = {
    app,
    measures: query(figures).withPlugin(new CamelCasePlugin({ underscoreBetweenUppercaseLetters: true })),
  }
  const calendars = createCalendars(pools, settingsOf(declared.registers))
  await calendars.reload()
  return {
    ...declared,
    populations: declared.populations ?? [],
    pools,
    calendars,
    wordings,
    owner,
    ledger: createLedgerWriter(app),
    smallNumber: 5,
    close: async () => {
      await app.end()
      await figures.end()
      await owner.end()
    },
  }
}
