import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { feedsOf } from '../src/api/feeds/feed.ts'
import { feedColumns } from '../src/api/feeds/feedCsv.ts'
import { deliverEvents } from '../src/engine/webhooks/deliver.ts'
import { signatureOf } from '../src/engine/webhooks/send.ts'
import { addWebhook } from '../src/engine/webhooks/subscriptions.ts'
import { stringifyCsv } from '../src/kit/csv.ts'
import { child, written } from '../src/registers/front-door/worry-report/examples.ts'
import { worryReportRegister } from '../src/registers/front-door/worry-report/index.ts'
import { createSite, type Site } from './support/app.ts'
import { giveToken } from './support/machines.ts'

const file = fileURLToPath(new URL('../docs/guide/sample-client/client.mjs', import.meta.url))
let site: Site
let token: { id: string; token: string }
beforeAll(async () => {
  site = await createSite()
  token = await giveToken(site.world)
})
afterAll(async () => site.close())

/** The client as a process of its own, which knows the address and the token and nothing else. */
const start = (words: readonly string[], more: Record<string, string> = {}) => {
  const env = { PATH: process.env.PATH ?? '', CANOPY_ADDRESS: site.address, CANOPY_TOKEN: token.token, ...more }
  const running = spawn(process.execPath, [file, ...words], { env, cwd: tmpdir() })
  const lines: Record<string, unknown>[] = []
  running.stdout.on('data', part => {
    for (const line of String(part).split('\n').filter(Boolean)) lines.push(JSON.parse(line))
  })
  const ended = new Promise<number | null>(resolve => running.on('exit', resolve))
  return { running, lines, ended }
}
const run = async (words: readonly string[], more: Record<string, string> = {}) => {
  const { lines, ended } = start(words, more)
  return { code: await ended, told: lines[0] ?? {} }
}
const until = async (done: () => boolean) => {
  for (let n = 0; n < 200 && !done(); n += 1) await new Promise(resolve => setTimeout(resolve, 50))
  expect(done()).toBe(true)
}

describe('the sample client', () => {
  it('sends a report and learns what became of it, from the description alone', { timeout: 60_000 }, async () => {
    const { code, told } = await run(['send'])
    expect([code, told], JSON.stringify(told)).toMatchObject([0, { status: 200, received: 1 }])
    const [{ record = '' } = {}] = told.reports as { record: string }[]
    expect((await run(['wait', record], { CANOPY_PATIENCE: '0' })).told).toMatchObject({ state: 'sent' })
    expect(await run(['wait', 'REP-26-99999'])).toMatchObject({ code: 1, told: { status: 404 } })
  })

  it('sends a file, and says what was refused', { timeout: 60_000 }, async () => {
    const [feed] = feedsOf([worryReportRegister])
    if (!feed) throw new Error('There is no feed')
    const columns = feedColumns(feed)
    const row = (more: object) => {
      const all = { ...written, ...child, ...more } as Record<string, unknown>
      return columns.map(name => String(all[name] ?? ''))
    }
    const path = join(tmpdir(), `canopy-client-${process.pid}.csv`)
    writeFileSync(path, stringifyCsv(columns, [row({ reference: 'a' }), row({ reference: 'b', sex: '' })]))
    expect(await run(['send-file', path])).toMatchObject({ code: 1, told: { status: 422, received: 1, refused: 1 } })
  })

  it('says that its token opens nothing, and how it is used', { timeout: 60_000 }, async () => {
    expect((await run(['send'], { CANOPY_TOKEN: 'canopy_wrong' })).code).not.toBe(0)
    expect((await run(['nonsense'])).code).toBe(2)
  })

  it('hears a genuine webhook once, and neither a forged nor a repeated nor an old one', {
    timeout: 60_000,
  }, async () => {
    const { engine } = site.world
    // The subscription needs the address, and the client the secret of the subscription: so the port is chosen before both.
    const port = 20_000 + (process.pid % 20_000)
    const address = `http://127.0.0.1:${port}/`
    const webhooks = { engine, secret: 'a secret of the tests of the client', privateToo: false }
    const wanted = { token: token.id, address, events: ['worry-report:*'] }
    const { secret } = await addWebhook(webhooks, site.world.as('administrator'), wanted)
    const { running, lines, ended } = start(['receive'], { CANOPY_SECRET: secret, PORT: String(port) })
    await until(() => lines.length === 1)
    await run(['send'])
    await deliverEvents(webhooks)
    await until(() => lines.length > 1)
    const heard = lines.slice(1).map(one => one.event as { sequence: number; id: string; reference: string })
    expect(heard.map(one => one.sequence)).toEqual(heard.map((_one, at) => at + 1))
    expect(heard[0]?.reference).toMatch(/^REP-/)

    const body = JSON.stringify({ ...heard[0], id: '11111111-1111-4111-8111-111111111111' })
    const seconds = Math.floor(Date.now() / 1000)
    const post = async (signature: string, sent = body) =>
      (await fetch(address, { method: 'POST', headers: { 'canopy-signature': signature }, body: sent })).status
    const before = lines.length
    expect(await post(signatureOf('whsec_forged', seconds, body))).toBe(401)
    expect(await post(signatureOf(secret, seconds, body), body.replace('REP-', 'XXX-'))).toBe(401)
    expect(await post(signatureOf(secret, seconds - 301, body))).toBe(401)
    expect(await post('nonsense')).toBe(401)
    expect(lines).toHaveLength(before)
    expect(await post(signatureOf(secret, seconds, body))).toBe(200)
    expect(await post(signatureOf(secret, seconds, body))).toBe(200)
    await until(() => lines.length === before + 1)
    await new Promise(resolve => setTimeout(resolve, 200))
    expect(lines).toHaveLength(before + 1)
    running.kill('SIGTERM')
    expect(await ended).toBe(0)
  })
})

describe('a signature of the server', () => {
  it('is what the client takes for genuine, within five minutes', async () => {
    const { isGenuine } = await import(pathToFileURL(file).href)
    const header = signatureOf('whsec_one', 1000, '{}')
    expect(isGenuine('whsec_one', header, Buffer.from('{}'), 1299)).toBe(true)
    expect(isGenuine('whsec_one', header, Buffer.from('{}'), 1301)).toBe(false)
    expect(isGenuine('', signatureOf('', 1000, '{}'), Buffer.from('{}'), 1000)).toBe(false)
    expect(isGenuine('whsec_one', undefined, Buffer.from('{}'), 1000)).toBe(false)
  })
})
