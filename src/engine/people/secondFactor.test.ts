import { generateSync } from 'otplib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../../../test/support/world.ts'
import { now, setNow } from '../../kit/clock.ts'
import { addHours, millisOf } from '../../kit/dates.ts'
import type { Actor } from '../actor.ts'
import { openSecret, sealSecret } from './keptSecret.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  findSecondFactor,
  fitsSecondFactor,
  giveCode,
  renewRecoveryCodes,
} from './secondFactor.ts'
import { findSession, openSession } from './sessions.ts'

const key = 'a secret of this test, which seals nothing real'
const start = '2026-05-12T09:00:00.000Z'
let world: World
beforeAll(async () => {
  setNow(start)
  world = await createWorld()
})
beforeEach(() => setNow(start))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const codeAt = (secret: string, seconds = 0) =>
  generateSync({ secret, epoch: Math.floor(millisOf(now()) / 1000) + seconds })
const later = (seconds: number) => setNow(addHours(now(), seconds / 3600))
const policy = { secondFactor: 'optional', demo: false } as const
const sessionOf = async (actor: Actor) => {
  const found = await findSession(world.engine, await openSession(world.engine, actor), 30, policy)
  if (!found) throw new Error('No session')
  return found
}
/** A person with a second factor, whose first code is used up. */
const withFactor = async (username: string) => {
  const actor = world.as(username)
  const begun = await beginSecondFactor(world.engine, key, actor.accountId, 'Canopy')
  if (!begun) throw new Error('There is a second factor already')
  const codes = await confirmSecondFactor(world.engine, key, await sessionOf(actor), codeAt(begun.secret))
  return { actor, secret: begun.secret, codes: codes ?? [] }
}

describe('a second factor', () => {
  it('counts only once a code shows that the telephone has it', async () => {
    const actor = world.as('analyst')
    const begun = await beginSecondFactor(world.engine, key, actor.accountId, 'Canopy')
    expect(begun?.uri).toContain('otpauth://totp/Canopy')
    expect((await beginSecondFactor(world.engine, key, actor.accountId, 'Canopy'))?.secret).toBe(begun?.secret)
    expect(await findSecondFactor(world.engine, actor.accountId)).toBeNull()
    const session = await sessionOf(actor)
    expect(session.alive).toBe(true)
    expect(await confirmSecondFactor(world.engine, key, session, '000000')).toBeNull()
    const codes = await confirmSecondFactor(world.engine, key, session, codeAt(begun?.secret ?? ''))
    expect(new Set(codes).size).toBe(10)
    expect(await findSecondFactor(world.engine, actor.accountId)).toEqual({ since: start, recoveryCodesLeft: 10 })
    expect(await beginSecondFactor(world.engine, key, actor.accountId, 'Canopy')).toBeNull()
    expect(await confirmSecondFactor(world.engine, key, session, codeAt(begun?.secret ?? ''))).toBeNull()
  })

  it('makes a new session wait for a code, which is taken once and never an earlier one', async () => {
    const { actor, secret } = await withFactor('analyst2')
    const session = await sessionOf(actor)
    expect(session).toMatchObject({ alive: false, waitsFor: 'code' })
    // The code of the set-up is used up already.
    expect(await giveCode(world.engine, key, session, codeAt(secret))).toBe(false)
    later(60)
    const code = codeAt(secret)
    expect(await giveCode(world.engine, key, session, `${code.slice(0, 3)} ${code.slice(3)}`)).toBe(true)
    const other = await sessionOf(actor)
    expect(await giveCode(world.engine, key, other, code)).toBe(false)
    expect(await giveCode(world.engine, key, other, codeAt(secret, -30))).toBe(false)
    expect(await giveCode(world.engine, key, other, codeAt(secret, 30))).toBe(true)
  })

  it('takes one code once, also when it arrives twice at the same moment', async () => {
    const { actor, secret } = await withFactor('referrer')
    later(60)
    const sessions = [await sessionOf(actor), await sessionOf(actor)]
    const given = await Promise.all(sessions.map(one => giveCode(world.engine, key, one, codeAt(secret))))
    expect(given.filter(Boolean)).toHaveLength(1)
  })

  it('takes the codes half a minute before and after, and none further away', async () => {
    for (const [username, seconds, fits] of [
      ['screener', 30, true],
      ['screener2', 60, false],
      ['team_manager', -60, false],
    ] as const) {
      const { actor, secret } = await withFactor(username)
      later(300)
      expect([username, await giveCode(world.engine, key, await sessionOf(actor), codeAt(secret, seconds))]).toEqual([
        username,
        fits,
      ])
    }
  })

  it('is locked for a quarter of an hour by five wrong codes, also for the right one and a recovery code', async () => {
    const { actor, secret, codes } = await withFactor('agency_lead')
    later(60)
    const session = await sessionOf(actor)
    for (let wrong = 0; wrong < 5; wrong += 1) await giveCode(world.engine, key, session, 'abcdef')
    expect(await giveCode(world.engine, key, session, codeAt(secret))).toBe(false)
    expect(await giveCode(world.engine, key, session, codes[0] ?? '')).toBe(false)
    later(16 * 60)
    const again = await sessionOf(actor)
    expect(await giveCode(world.engine, key, again, codeAt(secret))).toBe(true)
  })

  it('can be replaced once by each recovery code, and the codes by new ones', async () => {
    const { actor, secret, codes } = await withFactor('agency_lead2')
    const use = async (code: string) => giveCode(world.engine, key, await sessionOf(actor), code)
    expect(await use(codes[3]?.toUpperCase().replaceAll('-', ' ') ?? '')).toBe(true)
    expect(await use(codes[3] ?? '')).toBe(false)
    expect((await findSecondFactor(world.engine, actor.accountId))?.recoveryCodesLeft).toBe(9)
    later(60)
    const fresh = await renewRecoveryCodes(world.engine, key, actor, codeAt(secret))
    expect(fresh).toHaveLength(10)
    expect(await use(codes[4] ?? '')).toBe(false)
    expect(await use(fresh?.[4] ?? '')).toBe(true)
    expect(await renewRecoveryCodes(world.engine, key, actor, 'nothing')).toBeNull()
  })

  it('is asked of a deed that asks for both halves at once, and wrong ones are in the ledger', async () => {
    const { actor, secret } = await withFactor('agency_lead3')
    expect(await fitsSecondFactor(world.engine, key, world.as('scrutineer').accountId, '')).toBe(true)
    expect(await fitsSecondFactor(world.engine, key, actor.accountId, '')).toBe(false)
    later(60)
    expect(await fitsSecondFactor(world.engine, key, actor.accountId, codeAt(secret))).toBe(true)
    const { rows } = await world.engine.owner.query(
      "select event, role, detail from canopy.ledger where account_id = $1 and detail = 'code'",
      [actor.accountId],
    )
    expect(rows).toEqual([{ event: 'signInFailed', role: 'system', detail: 'code' }])
  })
})

/** Columns of a table in which a text stands as it is. */
const holding = async (table: string, text: string): Promise<number> =>
  (await world.engine.owner.query(`select 1 from canopy.${table} t where position($1 in t::text) > 0`, [text])).rows
    .length

describe('what is kept of it', () => {
  it('gives no codes to whoever has a copy of the database; a planted one would', async () => {
    const { actor, secret, codes } = await withFactor('social_worker')
    expect(await holding('second_factor', secret)).toBe(0)
    for (const code of codes) expect(await holding('recovery_code', code)).toBe(0)
    await world.engine.owner.query('update canopy.second_factor set secret = $2 where account_id = $1', [
      actor.accountId,
      secret,
    ])
    expect(await holding('second_factor', secret)).toBe(1)
  })

  it('opens with the secret and for the account it was sealed with, and for no other', () => {
    const sealed = sealSecret(key, 'one', 'JBSW')
    expect(openSecret(key, 'one', sealed)).toBe('JBSW')
    for (const [secret, owner, text] of [
      [`${key}!`, 'one', sealed],
      [key, 'other', sealed],
      [key, 'one', 'x'],
    ] as const)
      expect(() => openSecret(secret, owner, text)).toThrow('another secret than before')
  })
})

describe('who must have one', () => {
  const waitsFor = async (username: string, secondFactor: 'everybody' | 'partners' | 'optional') => {
    const token = await openSession(world.engine, world.as(username))
    return (await findSession(world.engine, token, 30, { secondFactor, demo: true }))?.waitsFor
  }

  it('is everybody, or those with a post outside the council, or nobody', async () => {
    expect(await waitsFor('business_support', 'everybody')).toBe('setUp')
    expect(await waitsFor('setting_lead', 'everybody')).toBe('setUp')
    expect(await waitsFor('business_support', 'partners')).toBeNull()
    expect(await waitsFor('setting_lead', 'partners')).toBe('setUp')
    expect(await waitsFor('setting_lead', 'optional')).toBeNull()
  })

  it('is not asked of the people of a demonstration, and elsewhere of them as well', async () => {
    const { accountId } = world.as('setting_lead2')
    await world.engine.owner.query("update canopy.account set demonstration = 'x' where id = $1", [accountId])
    expect(await waitsFor('setting_lead2', 'everybody')).toBeNull()
    const token = await openSession(world.engine, world.as('setting_lead2'))
    const elsewhere = await findSession(world.engine, token, 30, { secondFactor: 'everybody', demo: false })
    expect(elsewhere).toMatchObject({ alive: false, waitsFor: 'setUp' })
  })
})
