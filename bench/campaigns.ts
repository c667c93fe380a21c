import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { links } from '../src/app/links.ts'
import { registers } from '../src/app/registers.ts'
import { roles } from '../src/app/roles.ts'
import type { BenchResult } from '../src/commands/bench.ts'
import { openDatabase } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { type Actor, system } from '../src/engine/actor.ts'
import { createEngine, type OpenEngine } from '../src/engine/createEngine.ts'
import { deliver } from '../src/engine/outbox/deliver.ts'
import { smtpTransport } from '../src/engine/outbox/transports/smtp.ts'
import { actorByUsername, addAccount, addAgencies } from '../src/engine/people/posts.ts'
import { openSession } from '../src/engine/people/sessions.ts'
import { perform } from '../src/engine/store/perform.ts'
import { within } from '../src/engine/store/transaction.ts'
import { now, today } from '../src/kit/clock.ts'
import { addDays } from '../src/kit/dates.ts'
import { campaignRegister } from '../src/registers/campaigns/campaign/index.ts'
import { ratio, spread, withFolder } from './measure.ts'
import { startCanopy } from './server.ts'

// A campaign to a thousand settings is opened in one go, each is told by e-mail, and its tracker is read. Beside it, from the same process, a page without
// records.

const settings = Number(process.env.CANOPY_BENCH_SETTINGS ?? 1000)
const reads = 15

interface Filled {
  readonly token: string
  readonly campaign: string
  readonly seconds: number
  readonly returns: number
  readonly sending: number
  readonly mails: number
}

const fill = async (engine: OpenEngine): Promise<Filled> => {
  const codes = Array.from({ length: settings }, (_, n) => String(900_000 + n))
  const auditor = await within(engine, system(), async (tx): Promise<Actor | null> => {
    await addAgencies(tx, [{ code: 'council', name: 'Council', kind: 'council' }], '2015-01-01')
    await addAgencies(
      tx,
      codes.map(code => ({ code, name: `Setting ${code}`, kind: 'nursery' })),
      '2015-01-01',
    )
    // As in life, one person for each of most settings; some have nobody.
    for (const [n, code] of codes.entries())
      if (n % 10 !== 9)
        await addAccount(
          tx,
          {
            username: `lead${code}`,
            name: `Lead ${code}`,
            email: `lead${code}@partnership.example`,
            posts: [{ role: 'setting_lead', agency: code }],
          },
          null,
          '2015-01-01',
        )
    const post = { role: 'audit_lead', agency: 'council' }
    await addAccount(tx, { username: 'auditor', name: 'Auditor', posts: [post] }, 'none', '2015-01-01')
    return actorByUsername(tx, 'auditor', undefined, today())
  })
  if (!auditor) throw new Error('The bench has nobody to work as')
  const { reference } = await perform(engine, auditor, {
    register: campaignRegister,
    action: 'start',
    typed: {
      ...{ kind: 'early_years', title: 'Safeguarding in early years', round: '2026-27' },
      ...{ opensOn: today(), closesOn: addDays(today(), 40), settingKinds: ['nursery'], onlyAgencies: '' },
    },
  })
  const from = performance.now()
  await perform(engine, auditor, { register: campaignRegister, action: 'open', reference, typed: {} })
  const seconds = (performance.now() - from) / 1000
  const { rows } = await engine.owner.query("select 1 from canopy.setting_return where state = 'notStarted'")
  const sent = await sendAll(engine)
  return {
    ...{ token: await openSession(engine, auditor), campaign: reference, seconds, returns: rows.length },
    ...{ sending: sent.seconds, mails: sent.mails },
  }
}

/** Sends what waits to a mail server on this machine, which takes everything. */
const sendAll = async (engine: OpenEngine): Promise<{ readonly seconds: number; readonly mails: number }> => {
  let mails = 0
  const taker = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, done) => {
      stream.resume()
      stream.on('end', () => {
        mails += 1
        done()
      })
    },
  })
  await new Promise<void>(resolve => taker.listen(0, '127.0.0.1', resolve))
  const { port } = taker.server.address() as AddressInfo
  // Whatever the hour at which the bench runs.
  await engine.owner.query('update canopy.delivery set urgent = true, next_try_at = $1', [now()])
  const from = performance.now()
  await deliver({
    engine,
    transport: smtpTransport(`smtp://127.0.0.1:${port}`, 'Canopy <canopy@partnership.example>'),
    secret: 'a secret of the bench, which seals nothing real',
    partnership: 'Islington Safeguarding Children Partnership',
    address: 'https://canopy.example',
  })
  const seconds = (performance.now() - from) / 1000
  await new Promise<void>(resolve => taker.close(() => resolve()))
  return { seconds, mails }
}

/** Times what a page takes, the first reading left out. */
const timesOf = async (address: string, token: string): Promise<readonly number[]> => {
  const times: number[] = []
  for (let n = 0; n <= reads; n += 1) {
    const from = performance.now()
    const answer = await fetch(address, { headers: { cookie: `canopy_session=${token}` } })
    await answer.text()
    if (!answer.ok) throw new Error(`${address} answers ${answer.status}`)
    if (n > 0) times.push(performance.now() - from)
  }
  return times
}

export const run = (out: (line: string) => void): Promise<BenchResult> =>
  withFolder(async folder => {
    const database = await openDatabase({ dataFolder: folder, note: () => {} })
    try {
      await migrate(database.url)
      const engine = await createEngine(database.url, { registers, links, roles }, 4)
      const filled = await fill(engine)
      await engine.owner.query('analyze')
      await engine.close()
      out(
        `opened ${filled.returns} returns in ${filled.seconds.toFixed(1)} s, sent ${filled.mails} e-mails in ${filled.sending.toFixed(1)} s`,
      )
      const server = await startCanopy(folder, ['--empty'])
      try {
        const at = `${server.address}/campaign/${filled.campaign}`
        const tracker = spread('tracker', 'ms', await timesOf(`${at}/tracker`, filled.token), 200)
        const filtered = spread(
          'tracker, one status',
          'ms',
          await timesOf(`${at}/tracker?status=submitted`, filled.token),
          200,
        )
        const plain = spread(
          'page without records',
          'ms',
          await timesOf(`${server.address}/accessibility`, filled.token),
        )
        return {
          bench: 'campaigns',
          measured: [
            spread(
              `opening a campaign to ${settings} settings, and telling them`,
              's',
              [filled.seconds + filled.sending],
              120,
            ),
            tracker,
            filtered,
            plain,
          ],
          ratios: [{ name: 'tracker to a page without records', value: ratio(tracker.median, plain.median) }],
          faults: [
            ...(filled.returns === settings ? [] : [`${filled.returns} of ${settings} settings were asked`]),
            ...(filled.mails === settings - Math.floor(settings / 10)
              ? []
              : [`${filled.mails} people were told by e-mail`]),
          ],
        }
      } finally {
        await server.stop()
      }
    } finally {
      await database.close()
    }
  })
