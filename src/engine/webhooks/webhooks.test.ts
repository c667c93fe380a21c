import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { act, startContact, urgent } from '../../../test/support/contacts.ts'
import { createHidden } from '../../../test/support/hidden.ts'
import { type Consumer, giveToken, type Heard, openConsumer } from '../../../test/support/machines.ts'
import { createPeople } from '../../../test/support/people.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { setNow } from '../../kit/clock.ts'
import { addHours, type Instant } from '../../kit/dates.ts'
import { createEngine } from '../createEngine.ts'
import { claimedForMinutes, mostTries } from '../outbox/queue.ts'
import { Outcome } from '../outcome.ts'
import { renewToken, revokeToken } from '../people/apiTokens.ts'
import { within } from '../store/transaction.ts'
import { deliverEvents } from './deliver.ts'
import { addressProblem, lookupWithin } from './destination.ts'
import { noteEvent } from './note.ts'
import { claimWebhook, nextEvent } from './queue.ts'
import { signatureOf } from './send.ts'
import {
  addWebhook,
  endWebhook,
  listEvents,
  listWebhooks,
  pauseWebhook,
  replayEvent,
  replayFrom,
  resumeWebhook,
} from './subscriptions.ts'

let world: World
const tuesday = '2026-11-10T10:00:00.000Z'
const open: Consumer[] = []
beforeAll(async () => {
  setNow(tuesday)
  world = await createWorld()
})
beforeEach(async () => {
  setNow(tuesday)
  for (const table of ['webhook_event', 'webhook']) await world.engine.owner.query(`delete from canopy.${table}`)
})
afterAll(async () => {
  setNow(null)
  for (const consumer of open) await consumer.close()
  await world.close()
})

const webhooks = (engine = world.engine) => ({ engine, secret: 'a secret of the tests of webhooks', privateToo: false })
const admin = () => world.as('administrator')
const screening = { agency: 'council', team: 'contact', purpose: 'Case system', role: 'screener' }
const subscribe = async (status?: (heard: Heard, count: number) => number, events = ['contact:*']) => {
  const token = await giveToken(world, { ...screening, scopes: ['contact:read'] })
  const consumer = await openConsumer(status)
  open.push(consumer)
  const given = await addWebhook(webhooks(), admin(), { token: token.id, address: consumer.address, events })
  return { ...given, token, consumer, told: () => consumer.heard.map(one => JSON.parse(one.body)) }
}
const stateOf = async (id: string) => {
  const { rows } = await world.engine.owner.query<{ state: string; n: number }>(
    'select state, count(*)::int as n from canopy.webhook_event where webhook_id = $1 group by state order by state',
    [id],
  )
  return Object.fromEntries(rows.map(one => [one.state, one.n]))
}
const sequences = (told: readonly { sequence: number }[]) => told.map(one => one.sequence)

describe('a consumer', () => {
  it('is told of each deed in order, signed, with no personal data', async () => {
    const { consumer, told, secret } = await subscribe()
    const { reference } = await startContact(world)
    await act(world, 'screener', reference, 'setUrgency', urgent)
    await deliverEvents(webhooks())
    expect(told()).toEqual([
      expect.objectContaining({ sequence: 1, register: 'contact', reference, action: 'start', version: 1 }),
      expect.objectContaining({
        sequence: 2,
        register: 'contact',
        reference,
        action: 'setUrgency',
        state: 'screening',
      }),
    ])
    expect(Object.keys(told()[0]).sort()).toEqual(
      ['action', 'at', 'id', 'reference', 'register', 'sequence', 'state', 'version'].sort(),
    )
    const [{ headers, body } = { headers: {}, body: '' }] = consumer.heard
    expect(headers['canopy-signature']).toBe(signatureOf(secret, Date.parse(tuesday) / 1000, body))
    expect(headers['canopy-signature']).not.toBe(signatureOf('whsec_another', Date.parse(tuesday) / 1000, body))
    expect(headers['canopy-event']).toBe(told()[0].id)
  })

  it('is told nothing of a deed that was rolled back', async () => {
    const { id } = await subscribe()
    const { reference } = await startContact(world)
    const before = await stateOf(id)
    await expect(act(world, 'screener', reference, 'setUrgency', {})).rejects.toThrow()
    const failing = within(world.engine, world.as('screener'), async tx => {
      const register = world.engine.registers.find(one => one.record.key === 'contact')
      if (!register) throw new Error('no register')
      const row = { id: world.as('screener').accountId, reference, state: 'received', version: 2 }
      await noteEvent(tx, register, { action: 'setUrgency', at: tuesday, row } as never)
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    expect(await stateOf(id)).toEqual(before)
  })

  it('is told only of what it subscribes to', async () => {
    const { told } = await subscribe(undefined, ['contact:setUrgency'])
    const { reference } = await startContact(world)
    await act(world, 'screener', reference, 'setUrgency', urgent)
    await deliverEvents(webhooks())
    expect(told().map(one => one.action)).toEqual(['setUrgency'])
  })

  it('is told nothing of a record that is restricted, without a gap in its numbers, and of others all the same', async () => {
    const people = createPeople(world)
    const person = await people.person()
    const { id, told } = await subscribe()
    const hidden = await startContact(world)
    await act(world, 'screener', hidden.reference, 'matchChild', { match: 'sameChild', person, matchWhy: 'Invented' })
    await createHidden(world, people).hide(person)
    const { reference } = await startContact(world)
    await deliverEvents(webhooks())
    expect(told()).toEqual([expect.objectContaining({ sequence: 1, reference })])
    expect((await stateOf(id)).unseen).toBeGreaterThan(0)
  })

  it('is told nothing once its token is revoked, and everything that waited with a new one', async () => {
    const { id, token, told } = await subscribe()
    await startContact(world)
    await revokeToken(world.engine, admin(), token.id)
    await deliverEvents(webhooks())
    expect([told(), await stateOf(id)]).toEqual([[], { waiting: 1 }])
    await renewToken(world.engine, admin(), token.id)
    await deliverEvents(webhooks())
    expect(sequences(told())).toEqual([1])
  })
})

describe('a consumer that fails', () => {
  it('is told again later and later, in order, then no more, and stops nobody else', async () => {
    let fails = true
    const bad = await subscribe((_heard, _count) => (fails ? 500 : 200))
    const good = await subscribe()
    for (let n = 0; n < 3; n += 1) await startContact(world)
    const gaps: number[] = []
    let at: Instant = tuesday
    for (let minute = 0; minute < 3000 && bad.consumer.heard.length < mostTries; minute += 1) {
      const before = bad.consumer.heard.length
      setNow(at)
      await deliverEvents(webhooks())
      if (bad.consumer.heard.length > before) gaps.push(minute)
      if (minute === 0) expect(sequences(good.told())).toEqual([1, 2, 3])
      // Only the minutes in which something is due are worth asking for.
      at = addHours(at, 1 / 60)
    }
    expect(gaps).toEqual([0, 1, 5, 21, 85, 325, 565, 805])
    expect(new Set(sequences(bad.told()))).toEqual(new Set([1]))
    expect(await stateOf(bad.id)).toEqual({ dead: 1, waiting: 2 })
    expect((await listWebhooks(world.engine, admin())).find(one => one.id === bad.id)).toMatchObject({
      pausedAt: expect.any(String),
      dead: 1,
      waiting: 2,
    })
    const [dead] = await listEvents(world.engine, admin(), bad.id)
    expect(dead).toMatchObject({ sequence: 1, state: 'dead', attempts: mostTries, failure: 'status_500' })

    fails = false
    const known = bad.consumer.heard.length
    await deliverEvents(webhooks())
    expect(bad.consumer.heard).toHaveLength(known)
    await replayEvent(world.engine, admin(), bad.id, dead?.id ?? '')
    await resumeWebhook(world.engine, admin(), bad.id)
    await deliverEvents(webhooks())
    expect(sequences(bad.told()).slice(known)).toEqual([1, 2, 3])
    await replayFrom(world.engine, admin(), bad.id, 2)
    await deliverEvents(webhooks())
    expect(sequences(bad.told()).slice(known)).toEqual([1, 2, 3, 2, 3])
    expect(await stateOf(bad.id)).toEqual({ delivered: 3 })
  })

  it.each([
    ['a redirection', 302, 'status_302'],
    ['a broken connection', 0, 'unreachable'],
  ])('with %s is not followed', async (_what, status, failure) => {
    const other = await openConsumer()
    open.push(other)
    const token = await giveToken(world, { ...screening, scopes: ['contact:read'] })
    const consumer = await openConsumer(() => status, { location: other.address })
    open.push(consumer)
    const wanted = { token: token.id, address: consumer.address, events: ['contact:*'] }
    const { id } = await addWebhook(webhooks(), admin(), wanted)
    await startContact(world)
    await deliverEvents(webhooks())
    expect([consumer.heard.length, other.heard.length]).toEqual([1, 0])
    expect(await listEvents(world.engine, admin(), id)).toEqual([
      expect.objectContaining({ state: 'waiting', failure, attempts: 1 }),
    ])
  })
})

describe('two servers', () => {
  it('tell each consumer once and in order', async () => {
    const { told } = await subscribe()
    for (let n = 0; n < 12; n += 1) await startContact(world)
    const other = await createEngine(world.url, world.engine)
    await Promise.all([deliverEvents(webhooks()), deliverEvents(webhooks(other)), deliverEvents(webhooks())])
    await deliverEvents(webhooks())
    await other.close()
    expect(sequences(told())).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })

  it('one that dies while it tells is followed by the other after a time, and says nothing more', async () => {
    const { id, told } = await subscribe()
    await startContact(world)
    const dead = await claimWebhook(world.engine)
    const found = dead && (await nextEvent(world.engine, dead))
    expect(found?.next?.event.sequence).toBe(1)
    await deliverEvents(webhooks())
    expect(told()).toEqual([])
    setNow(addHours(tuesday, claimedForMinutes / 60))
    await deliverEvents(webhooks())
    expect([sequences(told()), await stateOf(id)]).toEqual([[1], { delivered: 1 }])
    expect(dead && (await nextEvent(world.engine, dead))).toBeNull()
  })
})

describe('a subscription', () => {
  it('is an administrator’s to make, pause and end', async () => {
    const { id, token, consumer } = await subscribe()
    const wanted = { token: token.id, address: consumer.address, events: ['contact:*'] }
    for (const work of [
      () => addWebhook(webhooks(), world.as('setting_lead'), wanted),
      () => pauseWebhook(world.engine, world.as('screening_manager'), id),
      async () => listWebhooks(world.engine, world.as('analyst')),
    ])
      await expect(work()).rejects.toMatchObject({ kind: 'notFound' })
    await pauseWebhook(world.engine, admin(), id)
    await startContact(world)
    await deliverEvents(webhooks())
    expect(consumer.heard).toHaveLength(0)
    await resumeWebhook(world.engine, admin(), id)
    await deliverEvents(webhooks())
    expect(consumer.heard).toHaveLength(1)
    await endWebhook(world.engine, admin(), id)
    await startContact(world)
    await deliverEvents(webhooks())
    expect(consumer.heard).toHaveLength(1)
    const { rows } = await world.engine.owner.query(
      "select action from canopy.ledger where event = 'administered' and record_id = $1 order by seq",
      [id],
    )
    expect(rows.map(one => one.action)).toEqual(['addWebhook', 'pauseWebhook', 'resumeWebhook', 'endWebhook'])
  })

  it('tells every mistake at once, and is never about what the token does not read', async () => {
    const token = await giveToken(world, { ...screening, scopes: ['contact:act'] })
    const wanted = { token: token.id, address: 'http://example.org/', events: ['contact:*'] }
    const failed = await addWebhook(webhooks(), admin(), wanted).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(Outcome)
    expect((failed as Outcome).problems.map(one => one.field)).toEqual(['address', 'events'])
  })

  it('keeps its secret sealed', async () => {
    const { id, secret } = await subscribe()
    const { rows } = await world.engine.owner.query('select secret from canopy.webhook where id = $1', [id])
    expect(rows[0].secret).not.toContain(secret.slice(6))
    await startContact(world)
    await deliverEvents({ ...webhooks(), secret: 'another secret of another installation' })
    expect((await listEvents(world.engine, admin(), id))[0]?.failure).toBe('secret')
  })
})

describe('an address', () => {
  it.each([
    ['https://example.org/canopy', true],
    ['http://localhost:8080/canopy', true],
    ['http://127.0.0.1:8080/', true],
    ['http://[::1]:8080/', true],
    ['http://example.org/', false],
    ['ftp://example.org/', false],
    ['https://somebody:word@example.org/', false],
    ['https://example.org/#part', false],
    ['https://10.1.2.3/', false],
    ['https://169.254.169.254/latest', false],
    ['https://192.168.0.1/', false],
    ['https://[fd00::1]/', false],
    ['https://[::ffff:10.0.0.1]/', false],
    ['https://0x0a000001/', false],
    ['https://127.0.0.2/', false],
    ['nonsense', false],
    ['', false],
  ])('%s: %s', (address, good) => expect(addressProblem(address, false) === undefined).toBe(good))

  it('of a private network is taken where that is allowed', () => {
    expect(addressProblem('https://10.1.2.3/', true)).toBeUndefined()
    expect(addressProblem('https://127.0.0.2/', true)).toBeDefined()
  })

  it('is refused by what its name stands for when it is connected to', async () => {
    const asked = (host: string) =>
      new Promise(resolve => lookupWithin(false)(host, {}, (error, address) => resolve(error ? 'refused' : address)))
    expect(await asked('localhost')).toMatch(/^(127\.0\.0\.1|::1)$/)
    // Another name for this machine: only the names that say so may stand for it.
    expect(await asked('localhost.localdomain')).toBe('refused')
    expect(await asked('10.0.0.1')).toBe('refused')
  })
})
