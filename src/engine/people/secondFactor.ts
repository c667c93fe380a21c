import { createHash, randomInt } from 'node:crypto'
import { generateSecret, generateURI, verifySync } from 'otplib'
import { now } from '../../kit/clock.ts'
import { addHours, type Instant, millisOf } from '../../kit/dates.ts'
import { type Actor, system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { appendLedger } from '../ledger/writer.ts'
import { type Tx, within } from '../store/transaction.ts'
import { openSecret, sealSecret } from './keptSecret.ts'
import { lockedMinutes, tries } from './lock.ts'

/** What a person is told of their second factor. */
export interface SecondFactor {
  readonly since: Instant
  readonly recoveryCodesLeft: number
}

type Row = {
  secret: string
  confirmed_at: Instant | null
  last_step: string | null
  locked_until: Instant | null
}

/** Seconds for which a code holds; one period before and after is taken too, because clocks of telephones differ. */
const period = 30

/** The second factor of an account; null until one is set up. */
export const findSecondFactor = (engine: Pick<Engine, 'pools'>, accountId: string): Promise<SecondFactor | null> =>
  within(engine, system(), async tx => {
    const [found] = await tx.query<SecondFactor & Record<string, unknown>>(
      `select confirmed_at as since, (select count(*)::int from canopy.recovery_code r where r.account_id = f.account_id and r.used_at is null)
              as "recoveryCodesLeft" from canopy.second_factor f where account_id = $1 and confirmed_at is not null`,
      [accountId],
    )
    return found ?? null
  })

const rowOf = async (tx: Tx, accountId: string): Promise<Row | undefined> =>
  // Locked, so that many guesses at one moment are counted one after the other.
  (await tx.query<Row>('select * from canopy.second_factor where account_id = $1 for update', [accountId]))[0]

/**
 * Begins to set up: a secret for the telephone, the same until it is confirmed. Null when there is a second factor already.
 * @param key secret of this installation
 * @param issuer whose account it is, as the telephone shows it
 * @returns the secret as text, and the address that a picture of it holds
 */
export const beginSecondFactor = (
  engine: Pick<Engine, 'pools'>,
  key: string,
  accountId: string,
  issuer: string,
): Promise<{ secret: string; uri: string } | null> =>
  within(engine, system(), async tx => {
    const made = sealSecret(key, accountId, generateSecret())
    await tx.query('insert into canopy.second_factor (account_id, secret) values ($1, $2) on conflict do nothing', [
      accountId,
      made,
    ])
    const row = await rowOf(tx, accountId)
    if (!row || row.confirmed_at !== null) return null
    const [account] = await tx.query<{ username: string }>('select username from canopy.account where id = $1', [
      accountId,
    ])
    const secret = openSecret(key, accountId, row.secret)
    return { secret, uri: generateURI({ issuer, label: account?.username ?? '', secret }) }
  })

/** The period of a code that fits now and is later than any taken before; undefined when it fits no such period. */
const stepOf = (secret: string, code: string, lastStep: string | null): number | undefined => {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const result = verifySync({
    secret,
    token,
    epoch: Math.floor(millisOf(now()) / 1000),
    period,
    epochTolerance: period,
    ...(lastStep === null ? {} : { afterTimeStep: Number(lastStep) }),
  })
  return result.valid && 'timeStep' in result ? result.timeStep : undefined
}

const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
/** Sixteen signs, about 79 bits: nobody guesses one from its hash. */
const newRecoveryCode = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')).join('-')
const hashOf = (code: string): string =>
  createHash('sha256')
    .update(code.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .digest('hex')

const giveRecoveryCodes = async (tx: Tx, accountId: string): Promise<readonly string[]> => {
  const codes = Array.from({ length: 10 }, newRecoveryCode)
  await tx.query('delete from canopy.recovery_code where account_id = $1', [accountId])
  await tx.query('insert into canopy.recovery_code (account_id, code_hash) select $1, unnest($2::text[])', [
    accountId,
    codes.map(hashOf),
  ])
  return codes
}

const givenIn = (tx: Tx, tokenHash: string): Promise<unknown> =>
  tx.query('update canopy.session set factor_at = $2 where token_hash = $1', [tokenHash, now()])

const noted = (tx: Tx, actor: Actor, action: string): Promise<unknown> =>
  appendLedger(tx, [{ at: now(), actor, event: 'administered', action, recordId: actor.accountId }])

/**
 * Makes the second factor count, once a code shows that the telephone has it.
 * @returns ten recovery codes, which are told this once and kept only as hashes; null when the code does not fit
 */
export const confirmSecondFactor = (
  engine: Pick<Engine, 'pools'>,
  key: string,
  { actor, tokenHash }: { readonly actor: Actor; readonly tokenHash: string },
  code: string,
): Promise<readonly string[] | null> =>
  within(engine, system(actor), async tx => {
    const row = await rowOf(tx, actor.accountId)
    if (!row || row.confirmed_at !== null) return null
    const step = stepOf(openSecret(key, actor.accountId, row.secret), code, row.last_step)
    if (step === undefined) return null
    await tx.query('update canopy.second_factor set confirmed_at = $2, last_step = $3 where account_id = $1', [
      actor.accountId,
      now(),
      step,
    ])
    const codes = await giveRecoveryCodes(tx, actor.accountId)
    await givenIn(tx, tokenHash)
    await noted(tx, actor, 'setUpSecondFactor')
    return codes
  })

const takeRecoveryCode = async (tx: Tx, accountId: string, code: string): Promise<boolean> => {
  const taken = await tx.query(
    'update canopy.recovery_code set used_at = $3 where account_id = $1 and code_hash = $2 and used_at is null returning 1',
    [accountId, hashOf(code), now()],
  )
  return taken.length > 0
}

/** Takes a code, or counts a wrong one: five lock the second factor for a quarter of an hour, also for the right one. */
const takeCode = async (tx: Tx, key: string, accountId: string, code: string): Promise<boolean> => {
  const row = await rowOf(tx, accountId)
  if (!row || row.confirmed_at === null) return false
  if (row.locked_until !== null && row.locked_until > now()) return false
  const step = stepOf(openSecret(key, accountId, row.secret), code, row.last_step)
  if (step !== undefined) {
    await tx.query('update canopy.second_factor set last_step = $2, failed_count = 0 where account_id = $1', [
      accountId,
      step,
    ])
    return true
  }
  if (await takeRecoveryCode(tx, accountId, code)) {
    await tx.query('update canopy.second_factor set failed_count = 0 where account_id = $1', [accountId])
    return true
  }
  await tx.query(
    `update canopy.second_factor set failed_count = case when failed_count + 1 >= $2 then 0 else failed_count + 1 end,
       locked_until = case when failed_count + 1 >= $2 then $3::timestamptz else locked_until end where account_id = $1`,
    [accountId, tries, addHours(now(), lockedMinutes / 60)],
  )
  return false
}

/**
 * The second half of signing in: a code of the telephone or a recovery code, each taken once. Opens the session.
 * False for a wrong, used or locked one: the answer is always the same.
 */
export const giveCode = async (
  engine: Engine,
  key: string,
  { actor, tokenHash }: { readonly actor: Actor; readonly tokenHash: string },
  code: string,
): Promise<boolean> => {
  const fits = await within(engine, system(actor), async tx => {
    const taken = await takeCode(tx, key, actor.accountId, code)
    if (taken) await givenIn(tx, tokenHash)
    return taken
  })
  const failed = { ...system(), accountId: actor.accountId }
  await engine.ledger.write(
    fits
      ? { at: now(), actor, event: 'signedIn', detail: 'code' }
      : { at: now(), actor: failed, event: 'signInFailed', detail: 'code' },
  )
  return fits
}

/** Whether an account has no second factor, or the code fits: for a deed that asks for both halves at once. */
export const fitsSecondFactor = async (
  engine: Engine,
  key: string,
  accountId: string,
  code: string,
): Promise<boolean> => {
  if ((await findSecondFactor(engine, accountId)) === null) return true
  const fits = await within(engine, system(), tx => takeCode(tx, key, accountId, code))
  if (!fits)
    await engine.ledger.write({ at: now(), actor: { ...system(), accountId }, event: 'signInFailed', detail: 'code' })
  return fits
}

/** Ten new recovery codes in place of the old ones, against a code; null when it does not fit. */
export const renewRecoveryCodes = (
  engine: Pick<Engine, 'pools'>,
  key: string,
  actor: Actor,
  code: string,
): Promise<readonly string[] | null> =>
  within(engine, system(actor), async tx => {
    if (!(await takeCode(tx, key, actor.accountId, code))) return null
    const codes = await giveRecoveryCodes(tx, actor.accountId)
    await noted(tx, actor, 'renewRecoveryCodes')
    return codes
  })

/** Takes the second factor off an account and ends its sessions. Whoever calls it has checked who may. */
export const dropSecondFactor = async (tx: Tx, accountId: string): Promise<void> => {
  await tx.query('delete from canopy.second_factor where account_id = $1', [accountId])
  await tx.query('update canopy.session set ended_at = $2 where account_id = $1 and ended_at is null', [
    accountId,
    now(),
  ])
}
