import type { Typed } from '../../declare/input.ts'
import { now } from '../../kit/clock.ts'
import { addHours, type Instant } from '../../kit/dates.ts'
import { isId, newId } from '../../kit/ids.ts'
import { notFound } from '../outcome.ts'
import type { Tx } from '../store/transaction.ts'
import { type Draft, draftColumns, storable } from './drafts.ts'

/**
 * Drafts that the colleagues of one place share. Whoever saves over what a colleague has typed since the page was opened is
 * not let through: both texts are kept, and the person chooses. A text that was written over stays with the draft.
 */

type Text = string | readonly string[]
/**
 * Who typed an answer last. `began` is the revision with which they began to, and `before` what stood there until then: whoever
 * sends that back from a page opened earlier has not changed it.
 */
interface Stamp {
  readonly revision: number
  readonly by: string
  readonly began: number
  readonly before: Text
}
type Stamps = Readonly<Record<string, Stamp>>

/** A draft as one of those who share it has it before them. */
export interface SharedDraft extends Draft {
  /** Answers that this person typed while a colleague changed them: they have yet to choose. */
  readonly clashes: readonly Clash[]
}

export interface Clash {
  /** The form control. */
  readonly name: string
  readonly mine: Text
  readonly theirs: Text
  readonly theirName: string
}

/** A text that stands no more in the draft, with who typed it. */
export interface EarlierText {
  readonly name: string
  readonly value: Text
  readonly byName: string
  readonly at: Instant
}

/** A new record's draft, for everybody of the place in which the person works. */
export const newSharedDraft = async (tx: Tx, register: string): Promise<string> => {
  const id = newId()
  const { accountId, agencyId, teamId } = tx.actor
  await tx.query(
    `insert into canopy.draft (id, account_id, agency_id, team_id, shared, register, record_id, action, created_at, saved_at)
     values ($1, $2, $3, $4, true, $5, null, 'start', $6, $6)`,
    [id, accountId, agencyId, teamId, register, now()],
  )
  return id
}

const same = (a: Text | undefined, b: Text): boolean => JSON.stringify(a ?? '') === JSON.stringify(b)
const isEmpty = (text: Text | undefined): boolean => text === undefined || text.length === 0

const clashesOf = (tx: Tx, id: string): Promise<(Clash & Record<string, unknown>)[]> =>
  tx.query(
    `select t.name, t.value as mine, coalesce(d.typed -> t.name, '""') as theirs, coalesce(a.name, '') as "theirName"
       from canopy.draft_text t join canopy.draft d on d.id = t.draft_id
       left join canopy.account a on a.id = (d.stamps -> t.name ->> 'by')::uuid
      where t.draft_id = $1 and t.account_id = $2 and t.pending order by t.name`,
    [id, tx.actor.accountId],
  )

type Locked = Draft & { readonly stamps: Stamps }

const lock = async (tx: Tx, id: string): Promise<Locked> => {
  if (!isId(id)) throw notFound()
  const rows = await tx.query<Locked & Record<string, unknown>>(
    `select ${draftColumns}, stamps from canopy.draft where id = $1 and performed_at is null for update`,
    [id],
  )
  if (!rows[0]) throw notFound()
  return rows[0]
}

const keepText = (tx: Tx, id: string, name: string, by: string, value: Text, pending: boolean) =>
  tx.query(
    `insert into canopy.draft_text (id, draft_id, name, account_id, value, at, pending) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (draft_id, name, account_id) where pending do update set value = excluded.value, at = excluded.at`,
    [newId(), id, name, by, JSON.stringify(value), now(), pending],
  )

/**
 * Saves what was typed on a page that showed revision `since`. What a colleague has changed meanwhile is left as it is, and the
 * text of the person kept beside it until they choose.
 * @throws Outcome notFound for a draft that is not theirs, or was sent
 */
export const saveShared = async (tx: Tx, id: string, typed: Typed, since: number): Promise<SharedDraft> => {
  const draft = await lock(tx, id)
  const me = tx.actor.accountId
  const taken: Record<string, Text> = {}
  for (const [name, value] of Object.entries(storable(typed))) {
    const before = draft.typed[name]
    const stamp = draft.stamps[name]
    if (same(before, value)) continue
    const theirs = stamp !== undefined && stamp.by !== me
    if (theirs && since < stamp.began && same(stamp.before, value)) continue
    if (theirs && stamp.revision > since) await keepText(tx, id, name, me, value, true)
    else {
      if (theirs && before !== undefined && !isEmpty(before)) await keepText(tx, id, name, stamp.by, before, false)
      taken[name] = value
    }
  }
  return write(tx, draft, taken)
}

const stampFor = ({ typed, stamps, revision }: Locked, name: string, by: string): Stamp => {
  const last = stamps[name]
  const run = last?.by === by ? last : { began: revision + 1, before: typed[name] ?? '' }
  return { revision: revision + 1, by, began: run.began, before: run.before }
}

const write = async (tx: Tx, draft: Locked, taken: Readonly<Record<string, Text>>): Promise<SharedDraft> => {
  const { id, revision } = draft
  const stamps = Object.fromEntries(Object.keys(taken).map(name => [name, stampFor(draft, name, tx.actor.accountId)]))
  const rows = await tx.query<Draft & Record<string, unknown>>(
    `update canopy.draft set typed = typed || $2::jsonb, stamps = stamps || $3::jsonb, revision = $4, saved_at = $5
      where id = $1 returning ${draftColumns}`,
    [id, JSON.stringify(taken), JSON.stringify(stamps), revision + 1, now()],
  )
  return { ...(rows[0] as Draft), clashes: await clashesOf(tx, id) }
}

/** Begins an entry of a list; its name within the form. Two colleagues who add at once both do. */
export const addEntry = async (tx: Tx, id: string, list: string): Promise<string> => {
  const draft = await lock(tx, id)
  // Revisions never come again, so neither does the name of an entry that was taken out.
  const entry = String(draft.revision + 1)
  await write(tx, draft, { [list]: [...entriesOf(draft.typed[list]), entry] })
  return entry
}

/** Takes an entry out of a list; what was typed in it stays with the draft as texts that were written over. */
export const removeEntry = async (tx: Tx, id: string, list: string, entry: string): Promise<void> => {
  const draft = await lock(tx, id)
  const inEntry = Object.entries(draft.typed).filter(([name]) => name.startsWith(`${list}.${entry}.`))
  for (const [name, value] of inEntry)
    if (value !== undefined && !isEmpty(value))
      await keepText(tx, id, name, draft.stamps[name]?.by ?? tx.actor.accountId, value, false)
  await tx.query('update canopy.draft set typed = typed - $2::text[] where id = $1', [
    id,
    inEntry.map(([name]) => name),
  ])
  const left = entriesOf(draft.typed[list]).filter(one => one !== entry)
  await write(tx, draft, { [list]: left })
}

const entriesOf = (listed: Text | undefined): readonly string[] =>
  typeof listed === 'string' ? [listed] : (listed ?? [])

/** What a person decided about two texts. */
export type Choice = 'theirs' | 'mine' | 'both'

const chosen = ({ mine, theirs }: Clash, choice: Choice): Text => {
  if (choice === 'theirs') return theirs
  if (choice === 'both' && typeof mine === 'string' && typeof theirs === 'string') return `${theirs}\n\n${mine}`
  return mine
}

/** Settles the clashes of a person by their choices, by control; the text that was not chosen stays with the draft. */
export const settleClashes = async (tx: Tx, id: string, choices: ReadonlyMap<string, Choice>): Promise<SharedDraft> => {
  const draft = await lock(tx, id)
  const taken: Record<string, Text> = {}
  for (const clash of await clashesOf(tx, id)) {
    const choice = choices.get(clash.name)
    if (choice === undefined) continue
    const text = chosen(clash, choice)
    if (!same(clash.theirs, text)) {
      taken[clash.name] = text
      const by = draft.stamps[clash.name]?.by
      if (by !== undefined && !isEmpty(clash.theirs)) await keepText(tx, id, clash.name, by, clash.theirs, false)
    }
    await tx.query(
      'update canopy.draft_text set pending = false where draft_id = $1 and name = $2 and account_id = $3 and pending',
      [id, clash.name, tx.actor.accountId],
    )
  }
  return write(tx, draft, taken)
}

/** A draft with the clashes of this person; nothing for one that is not theirs. */
export const findShared = async (tx: Tx, id: string): Promise<SharedDraft | null> => {
  if (!isId(id)) return null
  const rows = await tx.query<Draft & Record<string, unknown>>(
    `select ${draftColumns} from canopy.draft where id = $1 and shared`,
    [id],
  )
  return rows[0] ? { ...rows[0], clashes: await clashesOf(tx, id) } : null
}

/** Texts that were written over, latest first. */
export const earlierTexts = (tx: Tx, id: string): Promise<(EarlierText & Record<string, unknown>)[]> =>
  tx.query(
    `select t.name, t.value, a.name as "byName", t.at from canopy.draft_text t join canopy.account a on a.id = t.account_id
      where t.draft_id = $1 and not t.pending order by t.at desc, t.name`,
    [id],
  )

/** For how long somebody who had a draft open is said to be editing it. */
const presentHours = 10 / 60

/** Notes that the person has the draft open; the names of colleagues who have it open too. */
export const visitDraft = async (tx: Tx, id: string): Promise<readonly string[]> => {
  await tx.query(
    `insert into canopy.draft_visit (draft_id, account_id, at) values ($1, $2, $3)
     on conflict (draft_id, account_id) do update set at = excluded.at`,
    [id, tx.actor.accountId, now()],
  )
  const rows = await tx.query<{ name: string }>(
    `select a.name from canopy.draft_visit v join canopy.account a on a.id = v.account_id
      where v.draft_id = $1 and v.account_id <> $2 and v.at >= $3 order by a.name`,
    [id, tx.actor.accountId, addHours(now(), -presentHours)],
  )
  return rows.map(({ name }) => name)
}

/** Unfinished drafts of a register in the person's place, with who looks after each. */
export const sharedDrafts = (
  tx: Tx,
  register: string,
): Promise<(Draft & { readonly ownerName: string } & Record<string, unknown>)[]> =>
  tx.query(
    `select d.*, a.name as "ownerName" from (
        select ${draftColumns} from canopy.draft
         where register = $1 and shared and performed_at is null and typed <> '{}'
         order by saved_at desc limit 100) d
       join canopy.account a on a.id = d."accountId" order by d."savedAt" desc`,
    [register],
  )

/** Gives a draft to a colleague who may see it; whoever looked after it still may. */
export const handOver = (tx: Tx, id: string, accountId: string) =>
  tx.query('update canopy.draft set account_id = $2 where id = $1 and performed_at is null and shared', [id, accountId])
