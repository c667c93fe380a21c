import type { Problem } from '../../declare/input.ts'
import { now } from '../../kit/clock.ts'
import { type Actor, system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { appendLedger } from '../ledger/writer.ts'
import { invalid, notFound } from '../outcome.ts'
import { sealSecret } from '../people/keptSecret.ts'
import { isEasyToGuess } from '../people/passwords.ts'
import { within } from '../store/transaction.ts'
import type { PackDeed } from './deeds.ts'
import { newPackKey, normalPassphrase } from './seal.ts'
import type { PackMaker } from './section.ts'

const shortest = 14
const longest = 200

/** What a sealed key belongs to: never to be taken for another secret of the same person. */
export const ownerOf = (accountId: string): string => `offline pack ${accountId}`

/** @throws Outcome notFound for a role that has no packs; the attempt is in the ledger */
export const mayHavePack = async (
  engine: Engine,
  actor: Actor,
  { roles }: Pick<PackMaker, 'roles'>,
  action: PackDeed,
): Promise<void> => {
  if (roles.includes(actor.role)) return
  await engine.ledger.write({ at: now(), actor, event: 'refused', action, detail: 'notFound' })
  throw notFound()
}

export interface PassphraseTyped {
  readonly passphrase: string
  readonly again: string
}

const problemsOf = ({ passphrase, again }: PassphraseTyped): readonly Problem[] => {
  const problem = (field: string, message: string) => [{ field, message }]
  const length = [...normalPassphrase(passphrase)].length
  if (length === 0) return problem('passphrase', 'Enter a passphrase')
  if (length < shortest) return problem('passphrase', `Passphrase must be ${shortest} characters or more`)
  if (length > longest) return problem('passphrase', `Passphrase must be ${longest} characters or fewer`)
  if (isEasyToGuess(normalPassphrase(passphrase)))
    return problem('passphrase', 'Passphrase is easy to guess. Four random words are a good choice')
  if (normalPassphrase(again) === '') return problem('again', 'Enter the passphrase again')
  return normalPassphrase(again) === normalPassphrase(passphrase)
    ? []
    : problem('again', 'The two passphrases are not the same. Enter both again')
}

/**
 * From now on a pack is made for this person each day, to be opened with this passphrase, which is kept nowhere. Packs that were
 * made for an earlier passphrase are deleted.
 * @param secret of this installation: seals the key
 * @throws Outcome notFound; invalid under `passphrase` or `again`
 */
export const setPackPassphrase = async (
  engine: Engine,
  actor: Actor,
  maker: Pick<PackMaker, 'roles'>,
  secret: string,
  typed: PassphraseTyped,
): Promise<void> => {
  await mayHavePack(engine, actor, maker, 'setPackPassphrase')
  const problems = problemsOf(typed)
  if (problems.length > 0) throw invalid(problems)
  const { key, salt, rounds } = await newPackKey(typed.passphrase)
  const { accountId } = actor
  await within(engine, system(actor), async tx => {
    await tx.query('delete from canopy.pack_request where account_id = $1', [accountId])
    await tx.query(
      `insert into canopy.pack_request (account_id, sealed_key, salt, rounds, asked_at) values ($1, $2, $3, $4, $5)
       on conflict (account_id) do update set sealed_key = excluded.sealed_key, salt = excluded.salt,
         rounds = excluded.rounds, asked_at = excluded.asked_at`,
      [accountId, sealSecret(secret, ownerOf(accountId), key.toString('base64')), salt, rounds, now()],
    )
    await appendLedger(tx, [
      { at: now(), actor, event: 'administered', action: 'setPackPassphrase', recordId: accountId },
    ])
  })
}

/** No more packs for this person: the key and what was made are deleted. @throws Outcome notFound */
export const stopPacks = async (engine: Engine, actor: Actor, maker: Pick<PackMaker, 'roles'>): Promise<void> => {
  await mayHavePack(engine, actor, maker, 'stopPacks')
  await within(engine, system(actor), async tx => {
    const gone = await tx.query('delete from canopy.pack_request where account_id = $1 returning 1', [actor.accountId])
    if (gone.length > 0)
      await appendLedger(tx, [
        { at: now(), actor, event: 'administered', action: 'stopPacks', recordId: actor.accountId },
      ])
  })
}
