import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { links } from '../src/app/links.ts'
import { registers } from '../src/app/registers.ts'
import { roles } from '../src/app/roles.ts'
import type { BenchResult } from '../src/commands/bench.ts'
import { openDatabase } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { system } from '../src/engine/actor.ts'
import { createEngine, type OpenEngine } from '../src/engine/createEngine.ts'
import { addToken } from '../src/engine/people/apiTokens.ts'
import { actorByUsername, addAccount, addAgencies } from '../src/engine/people/posts.ts'
import { perform } from '../src/engine/store/perform.ts'
import { within } from '../src/engine/store/transaction.ts'
import { deliverEvents } from '../src/engine/webhooks/deliver.ts'
import { addWebhook } from '../src/engine/webhooks/subscriptions.ts'
import { today } from '../src/kit/clock.ts'
import { reception } from '../src/registers/front-door/contact/examples.ts'
import { contactRegister } from '../src/registers/front-door/contact/index.ts'
import { spread, withFolder } from './measure.ts'

// Webhooks to ten consumers of which one never answers rightly, on an embedded database of its own: deliveries a minute, whether
// each of the nine others heard every event once and in order, and whether what the tenth could not be told still waits.
// The aim is 1,000 a minute.

const consumers = 10
const deeds = 120

interface Consumer {
  readonly server: Server
  readonly address: string
  readonly heard: number[]
}

const consumer = async (fails: boolean): Promise<Consumer> => {
  const heard: number[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', part => {
      body += String(part)
    })
    request.on('end', () => {
      if (!fails) heard.push(JSON.parse(body).sequence)
      response.writeHead(fails ? 500 : 200).end()
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { server, heard, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}

const screener = (engine: OpenEngine) =>
  within(engine, system(), async tx => {
    await addAgencies(tx, [{ code: 'council', name: 'Council', kind: 'council' }], '2015-01-01')
    const posts = [{ role: 'screener', agency: 'council' }]
    await addAccount(tx, { username: 'screener', name: 'Screener', posts }, null, '2015-01-01')
    const actor = await actorByUsername(tx, 'screener', undefined, today())
    if (!actor) throw new Error('The bench has nobody to act as')
    return actor
  })

const faultsOf = (all: readonly Consumer[], waiting: number): readonly string[] => {
  const wanted = Array.from({ length: deeds }, (_one, at) => at + 1).join()
  const wrong = all.slice(1).filter(({ heard }) => heard.join() !== wanted).length
  return [
    ...(wrong > 0 ? [`${wrong} consumers did not hear every event once and in order`] : []),
    ...(waiting === deeds ? [] : [`${waiting} events wait for the consumer that fails, and ${deeds} were expected`]),
  ]
}

const measure = async (engine: OpenEngine, out: (line: string) => void): Promise<BenchResult> => {
  const actor = await screener(engine)
  const webhooks = { engine, secret: 'a secret of the bench, which seals nothing real', privateToo: false }
  const all: Consumer[] = []
  for (let n = 0; n < consumers; n += 1) {
    const one = await consumer(n === 0)
    const wanted = { agency: 'council', purpose: `Consumer ${n + 1}`, role: 'screener', scopes: ['contact:read'] }
    const { id } = await addToken(engine, system(), wanted)
    await addWebhook(webhooks, system(), { token: id, address: one.address, events: ['contact:*'] })
    all.push(one)
  }
  for (let n = 0; n < deeds; n += 1)
    await perform(engine, actor, { register: contactRegister, action: 'start', typed: reception })
  const from = performance.now()
  await deliverEvents(webhooks)
  const seconds = (performance.now() - from) / 1000
  const { rows } = await engine.owner.query<{ n: number }>(
    "select count(*)::int as n from canopy.webhook_event where state = 'waiting'",
  )
  for (const { server } of all) {
    server.closeAllConnections()
    server.close()
  }
  const delivered = all.reduce((sum, { heard }) => sum + heard.length, 0)
  const perMinute = Math.round((delivered / seconds) * 60)
  out(`${delivered} events to ${consumers - 1} consumers in ${seconds.toFixed(1)} s, beside one that fails`)
  return {
    bench: 'webhooks',
    measured: [
      spread('events delivered', 'events', [delivered]),
      spread('time for 1,000 deliveries', 's', [(seconds / delivered) * 1000], 60),
    ],
    ratios: [{ name: 'deliveries a minute', value: perMinute, atLeast: 1000 }],
    faults: faultsOf(all, rows[0]?.n ?? 0),
  }
}

export const run = (out: (line: string) => void): Promise<BenchResult> =>
  withFolder(async folder => {
    const database = await openDatabase({ dataFolder: join(folder, 'data'), note: () => {} })
    try {
      await migrate(database.url)
      const engine = await createEngine(database.url, { registers, links, roles })
      try {
        return await measure(engine, out)
      } finally {
        await engine.close()
      }
    } finally {
      await database.close()
    }
  })
