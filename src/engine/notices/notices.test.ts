import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { act, decision, startContact, urgent } from '../../../test/support/contacts.ts'
import { createHidden } from '../../../test/support/hidden.ts'
import { createPeople } from '../../../test/support/people.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { setNow } from '../../kit/clock.ts'
import { breakGlassRegister } from '../../registers/people/break-glass/index.ts'
import { restrictionRegister } from '../../registers/people/restriction/index.ts'
import { registerByKey } from '../engine.ts'
import { perform } from '../store/perform.ts'
import { choosePreference, countUnread, listNotices, markRead, noticeWords, readPreference } from './notices.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
beforeEach(async () => {
  setNow('2026-11-10T10:00:00.000Z')
  await world.engine.owner.query('delete from canopy.notice')
  await world.engine.owner.query('delete from canopy.delivery')
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

/** What somebody is told, newest first: words and reference. */
const told = async (username: string): Promise<readonly (readonly [string, string])[]> =>
  (await listNotices(world.engine, world.as(username))).map(one => [
    noticeWords(registerByKey(world.engine, one.register), one),
    one.reference,
  ])
const unread = (username: string) => countUnread(world.engine, world.as(username))
const deliveries = async () =>
  (
    await world.engine.owner.query<{ name: string; urgent: boolean }>(
      'select a.name, d.urgent from canopy.delivery d join canopy.account a on a.id = d.account_id order by 1',
    )
  ).rows

const ask = async (level: string): Promise<{ contact: string; check: string }> => {
  const { reference } = await startContact(world)
  await act(world, 'screener', reference, 'setUrgency', { ...urgent, urgency: level })
  await act(world, 'screener', reference, 'askAgencies', {
    decisionBefore: 'earlyHelp',
    agenciesAsked: 'Metropolitan Police',
    checkBasis: 'significantHarm',
    checkPeople: 'An invented family',
    checkQuestion: 'Anything known?',
  })
  const { rows } = await world.engine.owner.query<{ reference: string }>(
    'select reference from canopy.agency_check order by created_at desc, reference desc limit 1',
  )
  return { contact: reference, check: rows[0]?.reference ?? '' }
}
const answer = (by: string, reference: string) =>
  perform(world.engine, world.as(by), {
    register: registerByKey(world.engine, 'agency_check'),
    action: 'answer',
    reference,
    typed: { answer: 'notKnown' },
  })

describe('a deed tells', () => {
  it('those who answer for the agency that is asked, though a link opened the check, and nobody of another agency', async () => {
    const { check } = await ask('amber')
    expect(await told('check_answerer')).toEqual([['A check waits for your answer', check]])
    expect(await told('check_answerer2')).toEqual([])
    expect(await deliveries()).toEqual([{ name: 'Check answerer', urgent: false }])
  })

  it('at once what is red, and the colleague who asked of the answer', async () => {
    const { check } = await ask('red')
    expect(await deliveries()).toEqual([{ name: 'Check answerer', urgent: true }])
    await answer('check_answerer', check)
    expect(await told('screener')).toEqual([['A check is answered', check]])
    expect(await told('screener2')).toEqual([])
  })

  it('managers of a decision, its writer when it is sent back, and nobody of their own deed', async () => {
    const { reference } = await startContact(world)
    await act(world, 'screener', reference, 'setUrgency', urgent)
    await act(world, 'screening_manager', reference, 'allocate', { worker: 'Screener' })
    expect(await told('screener')).toEqual([['A contact is assigned to you', reference]])
    await act(world, 'screening_manager', reference, 'allocate', { worker: 'Screening manager' })
    expect(await told('screening_manager')).toEqual([])
    await act(world, 'screener2', reference, 'decide', decision)
    expect(await told('screening_manager')).toEqual([['A decision waits for agreement', reference]])
    await act(world, 'screening_manager', reference, 'sendBack', { sentBackWhy: 'Invented' })
    expect(await told('screener2')).toEqual([['A decision is sent back', reference]])
  })

  it('nobody when it is not done', async () => {
    const { check } = await ask('green')
    await answer('check_answerer', check)
    await expect(answer('check_answerer', check)).rejects.toMatchObject({ kind: 'conflict' })
    expect(await told('screener')).toHaveLength(1)
  })

  it('whom a restriction names to be asked, and nobody else who holds the same role', async () => {
    const people = createPeople(world)
    const restriction = await people.act('information_governance', restrictionRegister, 'start', {
      person: await people.person(),
      level: 'locked',
      reason: 'colleague',
      why: 'Invented',
      since: '2026-11-10',
      ask: 'Team manager',
    })
    const answers = { restriction, cause: 'danger', reason: 'Invented' }
    const access = await people.act('screener', breakGlassRegister, 'start', answers)
    const opened = ['A restricted record was opened in an emergency', access]
    expect(await told('team_manager')).toEqual([opened])
    expect(await told('information_governance2')).toEqual([opened])
    expect(await told('team_manager2')).toEqual([])
    expect((await deliveries()).every(one => one.urgent)).toBe(true)
  })
})

describe('a notice', () => {
  it('is gone, from the list and the count, with the record it is about', async () => {
    const people = createPeople(world)
    const person = await people.person({ givenName: 'Leopold', familyName: 'Quillhaven', bornOn: '2011-01-17' })
    const { contact, check } = await ask('amber')
    await answer('check_answerer', check)
    expect([await unread('screener'), (await told('screener')).length]).toEqual([1, 1])
    await act(world, 'screener2', contact, 'matchChild', { match: 'sameChild', person, matchWhy: 'Invented' })
    await createHidden(world, people).hide(person)
    expect([await unread('screener'), await told('screener')]).toEqual([0, []])
    await markRead(world.engine, world.as('screener'), null)
    // It still stands in the table, and nothing the person did touched it.
    const { rows } = await world.engine.owner.query<{ read: boolean }>(
      "select read_at is not null as read from canopy.notice where kind = 'answered'",
    )
    expect(rows).toEqual([{ read: false }])
  })

  it('is read by one, and by nobody else', async () => {
    await ask('amber')
    await ask('amber')
    const [first] = await listNotices(world.engine, world.as('check_answerer'))
    await markRead(world.engine, world.as('check_answerer2'), first?.id ?? '')
    expect(await unread('check_answerer')).toBe(2)
    await markRead(world.engine, world.as('check_answerer'), first?.id ?? '')
    expect(await unread('check_answerer')).toBe(1)
    expect((await listNotices(world.engine, world.as('check_answerer'))).map(one => one.readAt === null)).toEqual([
      true,
      false,
    ])
    await markRead(world.engine, world.as('check_answerer'), null)
    expect(await unread('check_answerer')).toBe(0)
  })

  it('goes out as the person chose, and always stands in Canopy', async () => {
    const actor = world.as('check_answerer')
    expect(await readPreference(world.engine, actor)).toEqual({
      choice: 'at_once',
      email: 'check_answerer@partnership.example',
    })
    for (const choice of ['canopy_only', 'daily'] as const) {
      await choosePreference(world.engine, actor, choice)
      await ask('amber')
    }
    expect(await deliveries()).toEqual([])
    const { rows } = await world.engine.owner.query<{ at: string | null }>(
      'select digest_at as at from canopy.notice order by digest_at nulls first',
    )
    expect(rows.map(({ at }) => at)).toEqual([null, '2026-11-11T08:00:00.000Z'])
    await ask('red')
    expect(await deliveries()).toEqual([{ name: 'Check answerer', urgent: true }])
    expect(await unread('check_answerer')).toBe(3)
    await choosePreference(world.engine, actor, 'at_once')
  })

  it('is counted for every page by the index of unread ones', async () => {
    const { owner } = world.engine
    await owner.query(
      `insert into canopy.notice (id, account_id, register, record_id, reference, kind, urgent, created_at, read_at)
       select gen_random_uuid(), a.id, 'contact', gen_random_uuid(), 'CON-26-00001', 'assigned', false, now(), now()
         from canopy.account a, generate_series(1, 500)`,
    )
    await owner.query('analyze canopy.notice')
    const client = await world.engine.pools.app.connect()
    try {
      await client.query('begin')
      const { accountId, role } = world.as('screener')
      await client.query("select set_config('canopy.account', $1, true), set_config('canopy.role', $2, true)", [
        accountId,
        role,
      ])
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        "explain (analyze, timing off) select count(*) from canopy.notice where account_id = (select nullif(current_setting('canopy.account', true), '')::uuid) and read_at is null",
      )
      const plan = rows.map(row => row['QUERY PLAN']).join('\n')
      expect(plan).toContain('Index Scan using notice_unread')
      expect(plan).not.toMatch(/Seq Scan on notice/)
      await client.query('rollback')
    } finally {
      client.release()
    }
  })
})
