import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { act, startContact, urgent } from '../../../test/support/contacts.ts'
import { createHidden } from '../../../test/support/hidden.ts'
import { createPeople } from '../../../test/support/people.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { setNow } from '../../kit/clock.ts'
import { addHours, type Instant } from '../../kit/dates.ts'
import { system } from '../actor.ts'
import { createEngine, type OpenEngine } from '../createEngine.ts'
import { registerByKey } from '../engine.ts'
import { choosePreference, markRead } from '../notices/notices.ts'
import { remind } from '../notices/remind.ts'
import { type NewNotice, writeNotices } from '../notices/write.ts'
import { invite, inviteAgain, withdrawInvitation } from '../people/invitations.ts'
import { perform } from '../store/perform.ts'
import { within } from '../store/transaction.ts'
import { deliver } from './deliver.ts'
import { listDeliveries, retryDelivery } from './deliveries.ts'
import { claim, claimedForMinutes, mostTries } from './queue.ts'
import { isQuiet, type Quiet } from './quiet.ts'
import { MailFailure, type Message, type Transport } from './transport.ts'

let world: World
let contact: { id: string; reference: string }
const secret = 'a secret of the tests, which seals nothing real'
const tuesday = '2026-11-10T10:00:00.000Z'

beforeAll(async () => {
  setNow(tuesday)
  world = await createWorld()
  contact = await startContact(world)
})
beforeEach(async () => {
  setNow(tuesday)
  for (const table of ['notice', 'delivery', 'notice_preference'])
    await world.engine.owner.query(`delete from canopy.${table}`)
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

/** A mail server in memory: `fails` says why a message is not taken, if it is not. */
const mailbox = (fails: (message: Message) => MailFailure | null = () => null) => {
  const sent: Message[] = []
  const transport: Transport = {
    send: async message => {
      const failure = fails(message)
      if (failure) throw failure
      sent.push(message)
    },
  }
  return { sent, transport }
}
const outbox = (transport: Transport | null, engine: OpenEngine = world.engine) => ({
  engine,
  transport,
  secret,
  partnership: 'Test partnership',
  address: 'https://canopy.example',
})

/** Somebody is told of the contact. */
const notice = (more: Partial<NewNotice> = {}) =>
  within(world.engine, system(), tx =>
    writeNotices(tx, world.engine.calendars, [
      {
        accountId: world.as('screener').accountId,
        register: 'contact',
        recordId: contact.id,
        reference: contact.reference,
        kind: 'assigned',
        urgent: false,
        ...more,
      },
    ]),
  )
const log = async () => {
  const { lines } = await listDeliveries(world.engine, world.as('administrator'), null)
  return lines.map(({ state, attempts, failure }) => ({ state, attempts, failure }))
}

describe('an e-mail', () => {
  it('holds what kind of thing waits, its reference and its address, and goes out once', async () => {
    await notice()
    const { sent, transport } = mailbox()
    await deliver(outbox(transport))
    await deliver(outbox(transport))
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({
      to: 'screener@partnership.example',
      subject: `A contact is assigned to you (${contact.reference})`,
    })
    expect(sent[0]?.body.split('\n\n').slice(0, 2)).toEqual([
      'Test partnership',
      `A contact is assigned to you\n${contact.reference}\nhttps://canopy.example/contact/${contact.reference}`,
    ])
    expect(await log()).toEqual([{ state: 'sent', attempts: 1, failure: null }])
  })

  it('is one a day where the person chose so, and none where nothing is unread', async () => {
    await choosePreference(world.engine, world.as('screener'), 'daily')
    await notice()
    await notice({ kind: 'sent_back' })
    const { sent, transport } = mailbox()
    await deliver(outbox(transport))
    expect(sent).toEqual([])
    setNow('2026-11-11T08:00:30.000Z')
    await deliver(outbox(transport))
    expect(sent.map(one => one.subject)).toEqual(['2 notices'])
    expect(sent[0]?.body).toContain('A decision is sent back')
    await notice()
    await markRead(world.engine, world.as('screener'), null)
    setNow('2026-11-12T08:00:30.000Z')
    await deliver(outbox(transport))
    expect(sent).toHaveLength(1)
    expect((await log())[0]).toEqual({ state: 'held_back', attempts: 1, failure: 'nothing_to_send' })
  })

  it('is not sent about a record that the person may not see any more, and would be if they could', async () => {
    const people = createPeople(world)
    const person = await people.person()
    const { id, reference } = await startContact(world)
    const about = { recordId: id, reference }
    const { sent, transport } = mailbox()
    await notice(about)
    await deliver(outbox(transport))
    expect(sent).toHaveLength(1)
    await notice(about)
    await act(world, 'screener2', reference, 'matchChild', { match: 'sameChild', person, matchWhy: 'Invented' })
    await createHidden(world, people).hide(person)
    await deliver(outbox(transport))
    expect(sent).toHaveLength(1)
    expect((await log()).map(one => one.failure).sort()).toEqual(['nothing_to_send', null])
  })

  it('is held back where nothing is sent at all, or the account is closed', async () => {
    await notice()
    await deliver(outbox(null))
    expect(await log()).toEqual([{ state: 'held_back', attempts: 1, failure: 'mail_off' }])
    const { accountId } = world.as('referrer2')
    await notice({ accountId })
    await world.engine.owner.query('update canopy.account set closed_at = now() where id = $1', [accountId])
    const { sent, transport } = mailbox()
    await deliver(outbox(transport))
    await notice({ accountId })
    expect([sent, (await log()).map(one => one.failure).sort()]).toEqual([[], ['mail_off', 'no_address']])
  })
})

describe('a delivery that fails', () => {
  it('is tried again later and later, then given up, and tried anew when somebody asks', async () => {
    await notice()
    let tries = 0
    const failing = mailbox(() => {
      tries += 1
      return new MailFailure('smtp 451', false)
    })
    const gaps: number[] = []
    let at: Instant = tuesday
    for (let minute = 0; tries < mostTries && minute < 3000; minute += 1) {
      const before = tries
      setNow(at)
      await world.engine.owner.query('update canopy.delivery set urgent = true')
      await deliver(outbox(failing.transport))
      if (tries > before) gaps.push(minute)
      at = addHours(at, 1 / 60)
    }
    expect(gaps).toEqual([0, 1, 5, 21, 85, 325, 565, 805])
    expect(await log()).toEqual([{ state: 'failed', attempts: mostTries, failure: 'smtp 451' }])
    const { lines } = await listDeliveries(world.engine, world.as('administrator'), 'failed')
    const { sent, transport } = mailbox()
    await retryDelivery(world.engine, world.as('screener'), lines[0]?.id ?? '')
    await deliver(outbox(transport))
    expect(sent).toEqual([])
    await retryDelivery(world.engine, world.as('administrator'), lines[0]?.id ?? '')
    await deliver(outbox(transport))
    expect(sent).toHaveLength(1)
  })

  it('is given up at once where trying again cannot help', async () => {
    await notice()
    await deliver(outbox(mailbox(() => new MailFailure('smtp 550 <somebody@example.org>', true)).transport))
    expect(await log()).toEqual([{ state: 'failed', attempts: 1, failure: 'smtp 550 somebodyexampleorg' }])
  })
})

describe('two servers', () => {
  it('send each delivery once, though both look for what is to be sent', async () => {
    for (let n = 0; n < 12; n += 1) await notice()
    const other = await createEngine(world.url, world.engine)
    const { sent, transport } = mailbox()
    await Promise.all([deliver(outbox(transport)), deliver(outbox(transport, other)), deliver(outbox(transport))])
    await other.close()
    expect(sent).toHaveLength(12)
    expect(new Set(sent.map(one => one.id)).size).toBe(12)
  })

  it('one that dies while it sends is followed by the other after a time, and says nothing more', async () => {
    await notice()
    const dead = await claim(world.engine, false)
    expect(dead).not.toBeNull()
    const { sent, transport } = mailbox()
    await deliver(outbox(transport))
    expect([sent.length, (await log())[0]?.state]).toEqual([0, 'sending'])
    setNow(addHours(tuesday, claimedForMinutes / 60))
    await deliver(outbox(transport))
    expect([sent.length, await log()]).toEqual([1, [{ state: 'sent', attempts: 2, failure: null }]])
  })
})

describe('quiet times', () => {
  it('keep back what is not urgent until they end', async () => {
    setNow('2026-11-13T19:00:00.000Z')
    await notice()
    await notice({ urgent: true })
    const { sent, transport } = mailbox()
    await deliver(outbox(transport))
    expect(sent.map(one => one.subject)).toEqual([`Urgent: A contact is assigned to you (${contact.reference})`])
    for (const still of ['2026-11-14T12:00:00.000Z', '2026-11-15T12:00:00.000Z', '2026-11-16T06:59:59.000Z']) {
      setNow(still)
      await deliver(outbox(transport))
    }
    expect(sent).toHaveLength(1)
    setNow('2026-11-16T07:00:00.000Z')
    await deliver(outbox(transport))
    expect(sent).toHaveLength(2)
  })

  const every: Quiet = { from: 19, to: 7, days: false }
  it.each<readonly [string, Quiet, Instant, boolean]>([
    ['in the evening', every, '2026-11-10T19:00:00.000Z', true],
    ['not before', every, '2026-11-10T18:59:59.000Z', false],
    ['on a bank holiday, where days count', { ...every, days: true }, '2026-12-25T12:00:00.000Z', true],
    ['not on it, where they do not', every, '2026-12-25T12:00:00.000Z', false],
    ['before seven in the night the clocks go forward', every, '2026-03-29T05:59:00.000Z', true],
    ['until seven by the new clock', every, '2026-03-29T06:00:00.000Z', false],
    ['before seven in the night the clocks go back', every, '2026-10-25T06:59:00.000Z', true],
    ['in both hours of that night', every, '2026-10-25T01:30:00.000Z', true],
    ['until seven by the new clock again', every, '2026-10-25T07:00:00.000Z', false],
    ['within a day', { from: 12, to: 14, days: false }, '2026-11-10T13:00:00.000Z', true],
    ['never', { from: 0, to: 0, days: false }, '2026-11-10T03:00:00.000Z', false],
  ])('%s', (_when, quiet, at, expected) => expect(isQuiet(quiet, at)).toBe(expected))
})

describe('reminders', () => {
  const reminders = async () =>
    (
      await world.engine.owner.query<{ kind: string; clock: string; name: string; reference: string }>(
        'select kind, clock, a.name, reference from canopy.notice n join canopy.account a on a.id = n.account_id where clock is not null order by n.created_at, clock, kind',
      )
    ).rows

  it('come once the working day before and once when it is overdue, to whom the record is assigned', async () => {
    const register = registerByKey(world.engine, 'contact')
    const { reference } = await startContact(world, { receivedAt: '2026-11-10 09:30' })
    await perform(world.engine, world.as('screener'), { register, action: 'setUrgency', reference, typed: urgent })
    const { rows } = await world.engine.owner.query<{ clock: string; due: Instant; day: string }>(
      `select c.clock, c.due_at as due, c.due_on as day from canopy.contact_clock c join canopy.contact r on r.id = c.record_id
        where r.reference = $1 and c.superseded_at is null and c.met_at is null order by c.due_at`,
      [reference],
    )
    const last = rows.filter(one => one.day > '2026-11-10').at(-1)
    expect(last).toBeDefined()
    const mine = async () => (await reminders()).filter(one => one.reference === reference && one.clock === last?.clock)
    setNow(addHours(last?.due ?? '', -24))
    await remind(world.engine)
    await Promise.all([remind(world.engine), remind(world.engine)])
    expect(await mine()).toEqual([{ kind: 'due_soon', clock: last?.clock, name: 'Screener', reference }])
    setNow(addHours(last?.due ?? '', 1))
    await remind(world.engine)
    await remind(world.engine)
    expect((await mine()).map(one => one.kind)).toEqual(['due_soon', 'overdue'])
  })

  it('come to nobody where a record is assigned to nobody, and not of what has long been known', async () => {
    await startContact(world)
    setNow('2026-11-12T10:00:00.000Z')
    await remind(world.engine)
    const before = (await reminders()).length
    expect((await reminders()).every(one => one.name === 'Screener')).toBe(true)
    setNow('2026-12-30T10:00:00.000Z')
    await remind(world.engine)
    expect(await reminders()).toHaveLength(before)
  })
})

describe('an invitation', () => {
  const asked = (email: string, sealedWith = secret) =>
    invite(
      world.engine,
      world.as('setting_lead'),
      world.as('setting_lead').agencyId ?? '',
      { email, role: 'referrer', deputy: false },
      sealedWith,
    )
  const sealed = async (id: string) =>
    (await world.engine.owner.query('select sealed_token from canopy.invitation where id = $1', [id])).rows[0]
      ?.sealed_token

  it('goes to its address at once, even at night, with the link; then nobody can read the link here', async () => {
    setNow('2026-11-10T23:30:00.000Z')
    const { id, token } = await asked('night.smith@example.org')
    expect(await sealed(id)).not.toContain(token)
    const { sent, transport } = mailbox()
    await deliver(outbox(transport))
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({
      to: 'night.smith@example.org',
      subject: 'An invitation from Test partnership',
    })
    expect(sent[0]?.body).toContain(`https://canopy.example/invitation/${token}`)
    expect(sent[0]?.body).not.toMatch(/school|setting|smith/i)
    expect(await sealed(id)).toBeNull()
    const { lines } = await listDeliveries(world.engine, world.as('administrator'), null)
    expect(lines.map(({ name, state }) => ({ name, state }))).toEqual([{ name: null, state: 'sent' }])
  })

  it('goes out with its newest link alone, and not at all once it is withdrawn', async () => {
    const lead = world.as('setting_lead')
    const first = await asked('again.smith@example.org')
    const { token } = await inviteAgain(world.engine, lead, lead.agencyId ?? '', first.id, secret)
    const { sent, transport } = mailbox()
    await deliver(outbox(transport))
    expect(sent.map(({ body }) => body.includes(token))).toEqual([true])
    const gone = await asked('gone.smith@example.org')
    await withdrawInvitation(world.engine, lead, lead.agencyId ?? '', gone.id)
    await deliver(outbox(transport))
    expect(sent).toHaveLength(1)
    expect(await log()).toContainEqual({ state: 'held_back', attempts: 1, failure: 'nothing_to_send' })
  })

  it('made anew while the old link is being sent goes out as well: the newer link is kept until it is sent itself', async () => {
    const lead = world.as('setting_lead')
    const { id, token } = await asked('meanwhile.smith@example.org')
    const { sent, transport } = mailbox()
    const links = [token]
    const slow: Transport = {
      send: async message => {
        if (links.length === 1)
          links.push((await inviteAgain(world.engine, lead, lead.agencyId ?? '', id, secret)).token)
        await transport.send(message)
      },
    }
    await deliver(outbox(slow))
    expect(sent.map(({ body }) => links.findIndex(link => body.includes(link)))).toEqual([0, 1])
    expect(await sealed(id)).toBeNull()
  })

  it('sealed with another secret is given up with a reason, and holds up nothing else', async () => {
    await asked('other.smith@example.org', 'x'.repeat(40))
    await notice()
    const { sent, transport } = mailbox()
    await deliver(outbox(transport))
    expect(sent).toHaveLength(1)
    expect(await log()).toContainEqual({ state: 'failed', attempts: 1, failure: 'secret' })
  })
})
