import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { password } from '../../../test/support/partnership.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { setNow, today } from '../../kit/clock.ts'
import { addHours } from '../../kit/dates.ts'
import { type Actor, system } from '../actor.ts'
import { newDraft, saveDraft } from '../drafts/drafts.ts'
import { within } from '../store/transaction.ts'
import { acceptAsKnown, acceptAsNew, findInvitation } from './acceptInvitation.ts'
import { changePost, endPost, listColleagues, resetSecondFactor, unlock } from './colleagues.ts'
import { invite, inviteAgain, listInvitations, withdrawInvitation } from './invitations.ts'
import { actorsOf } from './posts.ts'
import { findSession, openSession, signIn } from './sessions.ts'
import { confirmPeople, listAgencyChoices, listSettings, setPlace } from './settingDirectory.ts'

const start = '2026-05-12T09:00:00.000Z'
const key = 'a secret of this test, which seals nothing real'
let world: World
let lead: Actor
let administrator: Actor
let school: string
let otherSchool: string
beforeAll(async () => {
  setNow(start)
  world = await createWorld()
  lead = world.as('setting_lead')
  administrator = world.as('administrator')
  school = lead.agencyId ?? ''
  const { rows } = await world.engine.owner.query<{ id: string }>("select id from canopy.agency where code = '100999'")
  otherSchool = rows[0]?.id ?? ''
})
beforeEach(() => setNow(start))
afterAll(async () => {
  setNow(null)
  await world.close()
})

let made = 0
const secretWords = 'three green umbrellas dance'
const referrer = { role: 'referrer', deputy: false }
const deputy = { role: 'setting_lead', deputy: true }
const leading = { role: 'setting_lead', deputy: false }
/** Somebody new with a post, by invitation. */
const join = async (part = referrer, agencyId = school, by = lead) => {
  made += 1
  const email = `colleague${made}.smith@example.org`
  const { token } = await invite(world.engine, by, agencyId, { email, ...part })
  const typed = { name: `Colleague Number${'i'.repeat(made)}`, username: `colleague.${made}`, password: secretWords }
  const actor = await acceptAsNew(world.engine, token, typed)
  if (!actor) throw new Error('The invitation was not accepted')
  return { actor, email, token, username: typed.username }
}
const ledgerOf = async (action: string) =>
  (
    await world.engine.owner.query(
      'select event, role, detail from canopy.ledger where action = $1 order by seq desc limit 1',
      [action],
    )
  ).rows[0]
const optional = { secondFactor: 'optional', demo: false } as const
const isIn = async (token: string) => (await findSession(world.engine, token, 30, optional))?.alive ?? false

describe('an invitation', () => {
  it('gives one post to one address, once, and the ledger says so without the address', async () => {
    const { actor, token, email } = await join(deputy)
    expect(actor).toMatchObject({ role: 'setting_lead', agencyId: school })
    expect(await ledgerOf('invite')).toEqual({
      event: 'administered',
      role: 'setting_lead',
      detail: 'setting_lead deputy',
    })
    expect(await findInvitation(world.engine, token)).toBeNull()
    const again = { name: 'Jo Again', username: 'jo.again', password: secretWords }
    expect(await acceptAsNew(world.engine, token, again)).toBeNull()
    const { rows } = await world.engine.owner.query('select email from canopy.account where id = $1', [actor.accountId])
    expect(rows[0].email).toBe(email)
    const held = await world.engine.owner.query('select 1 from canopy.ledger l where position($1 in l::text) > 0', [
      email,
    ])
    expect(held.rows).toEqual([])
  })

  it('is used by one of two who accept at the same moment', async () => {
    const { token } = await invite(world.engine, lead, school, { email: 'race@example.org', ...referrer })
    const both = await Promise.all(
      ['race.one', 'race.two'].map(username =>
        acceptAsNew(world.engine, token, { name: 'Ray Race', username, password: secretWords }),
      ),
    )
    expect(both.filter(one => one !== null)).toHaveLength(1)
  })

  it('opens nothing once it has expired, was withdrawn, was replaced by a new link, or its agency has ended', async () => {
    const asked = (email: string) => invite(world.engine, lead, school, { email, ...referrer })
    const [expired, withdrawn, replaced] = [
      await asked('expired@example.org'),
      await asked('withdrawn@example.org'),
      await asked('replaced@example.org'),
    ]
    await withdrawInvitation(world.engine, lead, school, withdrawn.id)
    const fresh = await inviteAgain(world.engine, lead, school, replaced.id)
    const open = async (token: string) => (await findInvitation(world.engine, token)) !== null
    expect([await open(expired.token), await open(withdrawn.token), await open(replaced.token)]).toEqual([
      true,
      false,
      false,
    ])
    expect(await open(fresh.token)).toBe(true)
    setNow(addHours(start, 24 * 7))
    expect([await open(expired.token), await open(fresh.token), await open('nothing')]).toEqual([false, false, false])
    expect((await listInvitations(world.engine, lead, school)).some(one => one.expired)).toBe(true)
    setNow(start)
    await world.engine.owner.query("update canopy.agency set valid_to = '2026-05-11' where id = $1", [school])
    expect(await open(fresh.token)).toBe(false)
    await world.engine.owner.query('update canopy.agency set valid_to = null where id = $1', [school])
  })

  it('says all that is wrong at once, and refuses mailboxes that are shared', async () => {
    await expect(
      invite(world.engine, lead, school, { email: 'office@example.org', role: 'screener', deputy: false }),
    ).rejects.toMatchObject({ problems: [{ field: 'email' }, { field: 'role', message: 'Select what they will do' }] })
    await invite(world.engine, lead, school, { email: 'Twice@example.org', ...referrer })
    await expect(invite(world.engine, lead, school, { email: 'twice@example.org', ...deputy })).rejects.toMatchObject({
      problems: [{ message: expect.stringContaining('There is an invitation') }],
    })
    const { email, actor } = await join(referrer)
    await expect(invite(world.engine, lead, school, { email, ...referrer })).rejects.toThrow('does this already')
    const self = await join(leading)
    await expect(invite(world.engine, self.actor, school, { email: self.email, ...deputy })).rejects.toThrow('yourself')
    expect(actor.role).toBe('referrer')
  })

  it('tells whoever invites nothing of accounts elsewhere', async () => {
    const { email } = await join(leading, otherSchool, administrator)
    const known = await invite(world.engine, lead, school, { email, ...referrer })
    const unknown = await invite(world.engine, lead, school, { email: 'nobody.yet@example.org', ...referrer })
    expect(Object.keys(known)).toEqual(Object.keys(unknown))
    expect(await findInvitation(world.engine, known.token)).toMatchObject({ hasAccount: true })
  })

  it('refuses a shared name, a weak password and a user name that is taken, and is not used up by it', async () => {
    const { token } = await invite(world.engine, lead, school, { email: 'slow@example.org', ...referrer })
    const wrong = { name: 'School Office', username: 'screener', password: 'short' }
    await expect(acceptAsNew(world.engine, token, wrong)).rejects.toMatchObject({
      problems: [{ field: 'name' }, { field: 'password' }, { field: 'username' }],
    })
    expect(await findInvitation(world.engine, token)).not.toBeNull()
  })
})

describe('a person in several settings', () => {
  it('signs in as themselves to accept, and has one account with two posts', async () => {
    const { email, username, actor } = await join(referrer)
    const { token } = await invite(world.engine, administrator, otherSchool, { email, ...leading })
    const other = { name: 'Another Name', username: 'another.name', password: secretWords }
    await expect(acceptAsNew(world.engine, token, other)).rejects.toThrow('You have an account with this address')
    const known = { username, password: 'wrong', code: '' }
    await expect(acceptAsKnown(world.engine, key, token, known)).rejects.toThrow('do not fit')
    const second = await acceptAsKnown(world.engine, key, token, { ...known, password: secretWords })
    expect(second).toMatchObject({ accountId: actor.accountId, agencyId: otherSchool, role: 'setting_lead' })
    const posts = await within(world.engine, system(), tx => actorsOf(tx, actor.accountId, today()))
    expect(posts.map(one => one.agencyId).sort()).toEqual([school, otherSchool].sort())
  })

  it('cannot take an invitation made for somebody else’s address; an account without one takes it on', async () => {
    const [mine, theirs] = [await join(referrer), await join(referrer)]
    const { token } = await invite(world.engine, administrator, otherSchool, { email: theirs.email, ...referrer })
    const typed = { username: mine.username, password: secretWords, code: '' }
    await expect(acceptAsKnown(world.engine, key, token, typed)).rejects.toThrow('another address')
    await world.engine.owner.query("update canopy.account set email = null where username = 'analyst2'")
    const free = await invite(world.engine, administrator, otherSchool, {
      email: 'analyst.two@example.org',
      ...referrer,
    })
    const accepted = await acceptAsKnown(world.engine, key, free.token, { username: 'analyst2', password, code: '' })
    expect(accepted?.accountId).toBe(world.as('analyst2').accountId)
  })
})

describe('who looks after whom', () => {
  it('is a lead their own setting, and an administrator every agency; anything else is not there', async () => {
    const stranger = { email: 'stranger@example.org', ...referrer }
    for (const [who, agencyId] of [
      ['setting_lead', otherSchool],
      ['referrer', school],
      ['screener', school],
      ['setting_lead', 'no id'],
    ] as const) {
      await expect(invite(world.engine, world.as(who), agencyId, stranger)).rejects.toMatchObject({ kind: 'notFound' })
      expect(await ledgerOf('invite')).toMatchObject({ event: 'refused', role: who, detail: 'notFound' })
      expect(() => listColleagues(world.engine, world.as(who), agencyId)).toThrow('There is no such record')
      expect(() => listInvitations(world.engine, world.as(who), agencyId)).toThrow('There is no such record')
    }
    const { actor } = await join(referrer, otherSchool, administrator)
    await expect(endPost(world.engine, lead, school, actor.postId ?? '')).rejects.toMatchObject({ kind: 'notFound' })
  })

  it('is nobody any more whose own post has ended meanwhile', async () => {
    const { actor } = await join(leading)
    await endPost(world.engine, lead, school, actor.postId ?? '')
    await expect(invite(world.engine, actor, school, { email: 'late@example.org', ...referrer })).rejects.toMatchObject(
      { kind: 'notFound' },
    )
  })

  it('never gives themselves more, and nobody a role of the partnership', async () => {
    const { actor } = await join(deputy)
    await expect(changePost(world.engine, actor, school, actor.postId ?? '', leading)).rejects.toThrow('your own post')
    const { actor: colleague } = await join(referrer)
    await expect(
      changePost(world.engine, lead, school, colleague.postId ?? '', { role: 'administrator', deputy: false }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    const { actor: returns } = await join({ role: 'agency_lead', deputy: false }, school, administrator)
    await expect(endPost(world.engine, lead, school, returns.postId ?? '')).rejects.toThrow('given by the partnership')
  })
})

describe('a post that changes', () => {
  it('keeps what was before, and the person signs in again', async () => {
    const { actor } = await join(referrer)
    const token = await openSession(world.engine, actor)
    await changePost(world.engine, lead, school, actor.postId ?? '', deputy)
    expect(await isIn(token)).toBe(false)
    const { rows } = await world.engine.owner.query(
      'select role, deputy, valid_to as "to" from canopy.post where account_id = $1 order by valid_to nulls last',
      [actor.accountId],
    )
    expect(rows).toEqual([
      { role: 'referrer', deputy: false, to: '2026-05-11' },
      { role: 'setting_lead', deputy: true, to: null },
    ])
  })
})

describe('a leaver', () => {
  it('is out at once, cannot sign in, and gives no invitation that still opens', async () => {
    const { actor, username } = await join(leading)
    const token = await openSession(world.engine, actor)
    const given = await invite(world.engine, actor, school, { email: 'left.behind@example.org', ...referrer })
    expect(await isIn(token)).toBe(true)
    await endPost(world.engine, lead, school, actor.postId ?? '')
    expect(await isIn(token)).toBe(false)
    expect(await signIn(world.engine, username, secretWords)).toBeNull()
    expect(await findInvitation(world.engine, given.token)).toBeNull()
    expect(await ledgerOf('endPost')).toEqual({ event: 'administered', role: 'setting_lead', detail: 'setting_lead' })
    const { rows } = await world.engine.owner.query(
      'select 1 from canopy.session where account_id = $1 and ended_at is null',
      [actor.accountId],
    )
    expect(rows).toEqual([])
  })

  it('of one setting works on in the other', async () => {
    const { actor, email, username } = await join(referrer)
    const { token } = await invite(world.engine, administrator, otherSchool, { email, ...referrer })
    const second = await acceptAsKnown(world.engine, key, token, { username, password: secretWords, code: '' })
    const [here, there] = [await openSession(world.engine, actor), await openSession(world.engine, second as Actor)]
    await endPost(world.engine, lead, school, actor.postId ?? '')
    expect([await isIn(here), await isIn(there)]).toEqual([false, true])
    expect(await signIn(world.engine, username, secretWords)).toMatchObject({ agencyId: otherSchool })
  })

  it('leaves what they began with the lead, and nothing that they began elsewhere', async () => {
    const { actor } = await join(referrer)
    const begin = (as: Actor) =>
      within(world.engine, as, async tx => {
        const id = await newDraft(tx, 'sample')
        await saveDraft(tx, id, { worry: 'Invented' })
        return id
      })
    const [here, elsewhere] = [await begin(actor), await begin({ ...actor, agencyId: otherSchool })]
    await endPost(world.engine, lead, school, actor.postId ?? '')
    const { rows } = await world.engine.owner.query<{ id: string; account_id: string }>(
      'select id, account_id from canopy.draft where id = any($1)',
      [[here, elsewhere]],
    )
    const owner = new Map(rows.map(row => [row.id, row.account_id]))
    expect(owner.get(here)).toBe(lead.accountId)
    expect(owner.get(elsewhere)).toBe(actor.accountId)
  })
})

describe('the last lead', () => {
  it('names another before leaving; two who go at one moment leave one behind', async () => {
    const one = await join(leading, otherSchool, administrator)
    const two = await join(leading, otherSchool, administrator)
    for (const { postId, username } of await listColleagues(world.engine, administrator, otherSchool))
      if (![one.username, two.username].includes(username))
        await endPost(world.engine, administrator, otherSchool, postId)
    const both = await Promise.allSettled(
      [one, two].map(({ actor }) => endPost(world.engine, actor, otherSchool, actor.postId ?? '')),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const [left] = await listColleagues(world.engine, administrator, otherSchool)
    const last = left?.username === one.username ? one.actor : two.actor
    const second = await join(deputy, otherSchool, last)
    await expect(endPost(world.engine, last, otherSchool, last.postId ?? '')).rejects.toThrow('Name another one first')
    await changePost(world.engine, last, otherSchool, second.actor.postId ?? '', leading)
    await endPost(world.engine, last, otherSchool, last.postId ?? '')
    expect((await listColleagues(world.engine, administrator, otherSchool)).map(({ username }) => username)).toEqual([
      second.username,
    ])
  })

  it('is safe because changes to one agency wait for each other', async () => {
    const { actor } = await join(referrer)
    const client = await world.engine.owner.connect()
    let done = false
    try {
      await client.query('begin')
      // What another change to the agency holds; a reader's lock would not stop a reader.
      await client.query('select 1 from canopy.agency where id = $1 for share', [school])
      const ending = endPost(world.engine, lead, school, actor.postId ?? '').then(() => {
        done = true
      })
      await new Promise(resolve => setTimeout(resolve, 300))
      expect(done).toBe(false)
      await client.query('commit')
      await ending
      expect(done).toBe(true)
    } finally {
      client.release()
    }
  })

  it('may be ended by an administrator, who sees that the setting has none', async () => {
    for (const { postId } of await listColleagues(world.engine, administrator, otherSchool))
      await endPost(world.engine, administrator, otherSchool, postId)
    const choices = await listAgencyChoices(world.engine, administrator)
    expect(choices.find(({ id }) => id === otherSchool)).toMatchObject({ setting: true, leads: 0, people: 0 })
    const none = await listSettings(world.engine, administrator, { name: '', kind: '', only: 'noLead' })
    expect(none.map(({ id }) => id)).toEqual([otherSchool])
  })
})

describe('an administrator', () => {
  it('opens a lock and takes off a second factor, for others and not for themselves', async () => {
    const { actor } = await join(referrer)
    const session = await openSession(world.engine, actor)
    await world.engine.owner.query(
      "insert into canopy.second_factor (account_id, secret, confirmed_at, locked_until) values ($1, 'x', $2, $3)",
      [actor.accountId, start, addHours(start, 1)],
    )
    const find = async () =>
      (await listColleagues(world.engine, administrator, school)).find(one => one.accountId === actor.accountId)
    expect(await find()).toMatchObject({ locked: true, secondFactor: true })
    await unlock(world.engine, administrator, school, actor.postId ?? '')
    expect(await find()).toMatchObject({ locked: false, secondFactor: true })
    await resetSecondFactor(world.engine, administrator, school, actor.postId ?? '')
    expect(await find()).toMatchObject({ secondFactor: false })
    expect(await isIn(session)).toBe(false)
    expect(await ledgerOf('resetSecondFactor')).toMatchObject({ event: 'administered', role: 'administrator' })
    const council = administrator.agencyId ?? ''
    for (const deed of [unlock, resetSecondFactor]) {
      await expect(deed(world.engine, administrator, council, administrator.postId ?? '')).rejects.toThrow(
        'for yourself',
      )
      await expect(deed(world.engine, lead, school, actor.postId ?? '')).rejects.toMatchObject({ kind: 'notFound' })
    }
  })
})

describe('the directory of settings', () => {
  const all = { name: '', kind: '', only: '' } as const
  it('names settings of today with leads and deputies, found by a part of the name and by kind', async () => {
    await setPlace(world.engine, lead, school, { telephone: ' 020 7946 0001 ', address: '1 Holly Lane\nLondon' })
    const found = await listSettings(world.engine, world.as('referrer'), { ...all, name: 'hOLLY', kind: 'school' })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ telephone: '020 7946 0001', leads: expect.arrayContaining(['Setting lead']) })
    expect(found[0]?.deputies.length).toBeGreaterThan(0)
    expect(await listSettings(world.engine, lead, { ...all, kind: 'club' })).toEqual([])
    expect((await listSettings(world.engine, lead, all)).map(({ name }) => name)).not.toContain('Metropolitan Police')
    await world.engine.owner.query("update canopy.agency set valid_to = '2026-05-11' where id = $1", [otherSchool])
    expect((await listSettings(world.engine, lead, all)).map(({ id }) => id)).toEqual([school])
    await world.engine.owner.query('update canopy.agency set valid_to = null where id = $1', [otherSchool])
  })

  it('shows for how long nobody has confirmed', async () => {
    const unconfirmed = async () =>
      (await listSettings(world.engine, lead, { ...all, only: 'unconfirmed' })).map(({ id }) => id)
    expect(await unconfirmed()).toContain(school)
    await confirmPeople(world.engine, lead, school)
    expect(await unconfirmed()).not.toContain(school)
    setNow(addHours(start, 24 * 121))
    expect(await unconfirmed()).toContain(school)
    setNow(start)
    await expect(confirmPeople(world.engine, administrator, school)).rejects.toMatchObject({ kind: 'notFound' })
  })

  it('says what is wrong with a telephone number and an address', async () => {
    await expect(
      setPlace(world.engine, lead, school, { telephone: 'ring us', address: 'x'.repeat(301) }),
    ).rejects.toMatchObject({ problems: [{ field: 'telephone' }, { field: 'address' }] })
  })
})

describe('the tables of accounts', () => {
  const seen = (role: string, table: string) =>
    within(world.engine, { ...lead, role }, tx => tx.query(`select 1 from canopy.${table}`))

  it('are open to Canopy itself alone; a planted policy would be seen', async () => {
    await invite(world.engine, lead, school, { email: 'one.more@example.org', ...referrer })
    for (const table of ['invitation', 'second_factor', 'recovery_code', 'credential'])
      for (const role of ['setting_lead', 'administrator', 'screener'])
        expect([table, role, (await seen(role, table)).length]).toEqual([table, role, 0])
    await world.engine.owner.query('create policy planted on canopy.invitation for select to canopy_app using (true)')
    expect((await seen('screener', 'invitation')).length).toBeGreaterThan(0)
    await world.engine.owner.query('drop policy planted on canopy.invitation')
  })
})
