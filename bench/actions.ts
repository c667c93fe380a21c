import { links } from '../src/app/links.ts'
import { registers } from '../src/app/registers.ts'
import { roles } from '../src/app/roles.ts'
import type { BenchResult } from '../src/commands/bench.ts'
import { openDatabase } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { type Actor, system } from '../src/engine/actor.ts'
import { createEngine, type OpenEngine } from '../src/engine/createEngine.ts'
import { actorByUsername, addAccount, addAgencies } from '../src/engine/people/posts.ts'
import { openSession } from '../src/engine/people/sessions.ts'
import { startMany } from '../src/engine/store/startMany.ts'
import { within } from '../src/engine/store/transaction.ts'
import { now, today } from '../src/kit/clock.ts'
import { addDays, addHours } from '../src/kit/dates.ts'
import { createRandom } from '../src/kit/random.ts'
import { agreedActionRegister } from '../src/registers/assurance/agreed-action/index.ts'
import { ratio, spread, withFolder } from './measure.ts'
import { startCanopy } from './server.ts'

// The board of actions with five thousand of them, filtered in every way it offers. Beside it, from the same process, a page without records.

const actions = Number(process.env.CANOPY_BENCH_ACTIONS ?? 5000)
const rounds = 8
const sources = ['plan', 'audit', 'review', 'inspection', 'outside', 'section11']
const agencies = ['council', 'police', 'health', 'housing', 'education', 'youth']
const asked = [
  '',
  '?show=red',
  '?show=amber',
  '?show=differ',
  '?show=unowned',
  '?show=all&sort=owner',
  '?source=audit',
  '?source=review&show=red&sort=system',
]

export const fill = async (engine: OpenEngine): Promise<string> => {
  await within(engine, system(), tx =>
    addAgencies(
      tx,
      agencies.map(code => ({
        code,
        name: `Agency ${code}`,
        kind: code,
        teams: [{ code: `run-${code}`, name: `Team ${code}` }],
      })),
      '2015-01-01',
    ),
  )
  const manager = await within(engine, system(), async tx => {
    const posts = [{ role: 'partnership_manager', agency: 'council', team: 'run-council' }]
    await addAccount(tx, { username: 'manager', name: 'manager', posts }, 'none', '2015-01-01')
    return actorByUsername(tx, 'manager', undefined, today())
  })
  if (!manager) throw new Error('The bench has nobody to work as')
  await record(engine, manager)
  return openSession(engine, manager)
}

const record = async (engine: OpenEngine, manager: Actor): Promise<void> => {
  const random = createRandom('actions')
  const { rows } = await engine.owner.query<{ id: string }>('select id from canopy.agency order by code')
  const many = Array.from({ length: actions }, (_, n) => ({
    ...{ source: random.pick(sources), sourceNote: `Number ${n}`, agreedOn: addDays(today(), -random.between(1, 300)) },
    ...{ task: `Action ${n} of the bench, with words enough for two lines of a table`, item: null, meeting: null },
    ...{ ownerPerson: null, ownerAgency: n % 40 === 0 ? null : (rows[n % rows.length]?.id ?? null) },
    ownerAsWritten: n % 40 === 0 ? 'Somebody who has left' : null,
    dueAt: n % 25 === 0 ? null : addHours(now(), random.between(-2000, 4000)),
  }))
  for (let from = 0; from < many.length; from += 500)
    await within(engine, manager, tx => startMany(engine, tx, agreedActionRegister, many.slice(from, from + 500)))
  // Updates as they stand after some months: written with the statement that many of them need.
  await engine.owner.query(
    `insert into canopy.agreed_action_updates (id, record_id, recorded_at, recorded_by, updated_on, rating, news)
     select gen_random_uuid(), a.id, now() - n * interval '30 days', $1, current_date - n * 30,
            (array['green', 'amber', 'red'])[1 + (abs(hashtext(a.reference)) + n) % 3], 'What has happened since, in a sentence or two.'
       from canopy.agreed_action a, generate_series(0, 2) n`,
    [manager.accountId],
  )
  await engine.owner.query('analyze')
}

const p95 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN

export const run = (out: (line: string) => void): Promise<BenchResult> =>
  withFolder(async folder => {
    const database = await openDatabase({ dataFolder: folder, note: () => {} })
    try {
      await migrate(database.url)
      const engine = await createEngine(database.url, { registers, links, roles }, 4)
      const token = await fill(engine).finally(() => engine.close())
      const server = await startCanopy(folder, ['--empty'])
      try {
        const headers = { cookie: `canopy_session=${token}` }
        const times: number[] = []
        const plain: number[] = []
        const faults: string[] = []
        const timed = async (path: string): Promise<readonly [number, string]> => {
          const from = performance.now()
          const answer = await fetch(`${server.address}${path}`, { headers })
          const body = await answer.text()
          if (!answer.ok) faults.push(`${path} answered ${answer.status}`)
          return [performance.now() - from, body]
        }
        for (let round = 0; round <= rounds; round += 1)
          for (const query of asked) {
            const [ms, body] = await timed(`/agreed-action/board${query}`)
            if (!body.includes('id="board"')) faults.push(`/agreed-action/board${query} shows no rows`)
            const [quiet] = await timed('/accessibility')
            if (round === 0) continue
            times.push(ms)
            plain.push(quiet)
          }
        out(`${times.length} boards of ${actions} actions`)
        const board = spread(`board of ${actions} actions, filtered, p95`, 'ms', [p95(times)], 150)
        const quiet = spread('page without records, p95 in between', 'ms', [p95(plain)])
        return {
          bench: 'actions',
          measured: [board, quiet],
          ratios: [{ name: 'a board to a page without records', value: ratio(board.median, quiet.median) }],
          faults: [...new Set(faults)],
        }
      } finally {
        await server.stop()
      }
    } finally {
      await database.close()
    }
  })
