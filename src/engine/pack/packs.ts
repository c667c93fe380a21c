import { now, today } from '../../kit/clock.ts'
import { addDays, addHours, type Day, type Instant, isDay, millisOf } from '../../kit/dates.ts'
import { type Actor, system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { notFound } from '../outcome.ts'
import { within } from '../store/transaction.ts'
import type { PackDeed } from './deeds.ts'
import { lateAfterHours, packDueAt } from './make.ts'
import { mayHavePack } from './request.ts'
import { gatherPack, lineCount, type PackContents, type PackMaker } from './section.ts'

/** A pack as the page lists it. */
export interface KeptPack {
  readonly day: Day
  readonly madeAt: Instant
  /** Whether it was made more than an hour after its time. */
  readonly late: boolean
  /** Size of what is encrypted, in bytes. */
  readonly size: number
  /** Lines by the key of their section. */
  readonly counts: Readonly<Record<string, number>>
}

/** What was done with packs by whom: of every person, so that managers see it of each other. */
export interface PackLine {
  readonly at: Instant
  readonly name: string | null
  readonly action: PackDeed
  readonly detail: string | null
}

export interface PackStanding {
  /** Null while the person has not asked for packs. */
  readonly asked: { readonly at: Instant; readonly failedAt: Instant | null; readonly failure: string | null } | null
  /** Newest first. */
  readonly packs: readonly KeptPack[]
  /** When the next pack is made; null while the one of today is due and not there. */
  readonly nextDueAt: Instant | null
  /** Whether the pack of today should be there and is not. */
  readonly overdue: boolean
  readonly done: readonly PackLine[]
}

/** Minutes that making takes at most: before that nothing is overdue. */
const makingMinutes = 10

const doneLately = (engine: Engine, actor: Actor): Promise<PackLine[]> =>
  // As Canopy: a role that has packs need not be one that reads the ledger.
  within(engine, system(actor), tx =>
    tx.query<PackLine & Record<string, unknown>>(
      `select l.at, a.name, l.action, l.detail from canopy.ledger l left join canopy.account a on a.id = l.account_id
        where l.action in ('setPackPassphrase', 'stopPacks', 'makePack', 'downloadPack', 'printPack') and l.event <> 'refused'
        order by l.seq desc limit 30`,
      [],
    ),
  )

/** How things stand with the packs of this person. */
export const packStanding = async (engine: Engine, actor: Actor): Promise<PackStanding> => {
  const { asked, packs } = await within(engine, actor, async tx => {
    const [found] = await tx.query<NonNullable<PackStanding['asked']> & Record<string, unknown>>(
      'select asked_at as at, failed_at as "failedAt", failure from canopy.pack_request where account_id = $1',
      [actor.accountId],
    )
    const kept = await tx.query<Omit<KeptPack, 'late'> & Record<string, unknown>>(
      `select day, made_at as "madeAt", length(bytes) as size,
              (select json_object_agg(section, line_count) from canopy.pack_part t where t.account_id = p.account_id and t.day = p.day) as counts
         from canopy.pack p where account_id = $1 order by day desc`,
      [actor.accountId],
    )
    return {
      asked: found ?? null,
      packs: kept.map(pack => ({ ...pack, late: isLate(engine, pack, found?.at ?? pack.madeAt) })),
    }
  })
  const dueAt = packDueAt(engine, today())
  const made = packs.some(({ day }) => day === today())
  const since = asked && asked.at > dueAt ? asked.at : dueAt
  return {
    asked,
    packs,
    nextDueAt: made ? packDueAt(engine, addDays(today(), 1)) : now() < dueAt ? dueAt : null,
    overdue: asked !== null && !made && minutesSince(since) > makingMinutes,
    done: await doneLately(engine, actor),
  }
}

/** Of a pack that was asked for after its hour nobody can say so. */
const isLate = (engine: Engine, { day, madeAt }: Pick<KeptPack, 'day' | 'madeAt'>, askedAt: Instant): boolean =>
  askedAt < packDueAt(engine, day) && madeAt > addHours(packDueAt(engine, day), lateAfterHours)

const minutesSince = (instant: Instant): number => (millisOf(now()) - millisOf(instant)) / 60_000

/** A pack of a day as it was sealed. */
export interface SealedPack {
  readonly day: Day
  readonly head: string
  readonly bytes: Buffer
}

/**
 * The person's own pack of a day, for a download, which is in the ledger before it leaves.
 * @throws Outcome notFound, the same for another's and for none
 */
export const downloadPack = async (
  engine: Engine,
  actor: Actor,
  maker: Pick<PackMaker, 'roles'>,
  day: string,
): Promise<SealedPack> => {
  await mayHavePack(engine, actor, maker, 'downloadPack')
  const [pack] = await within(engine, actor, async tx =>
    isDay(day)
      ? tx.query<SealedPack & { digest: string }>(
          'select day, head, bytes, digest from canopy.pack where account_id = $1 and day = $2',
          [actor.accountId, day],
        )
      : [],
  )
  const of = { at: now(), actor, action: 'downloadPack', recordId: actor.accountId } as const
  if (!pack) {
    await engine.ledger.write({ ...of, event: 'refused', detail: 'notFound' })
    throw notFound()
  }
  await engine.ledger.write({ ...of, event: 'exported', detail: pack.day, digest: pack.digest })
  return pack
}

/** The pack as it would be made now, to be printed; in the ledger before it is shown. @throws Outcome notFound */
export const packToPrint = async (
  engine: Engine,
  actor: Actor,
  maker: Pick<PackMaker, 'roles' | 'sections'>,
  partnership: string,
): Promise<PackContents> => {
  await mayHavePack(engine, actor, maker, 'printPack')
  const contents = await gatherPack(engine, actor, maker, partnership)
  const lines = contents.parts.reduce((sum, part) => sum + lineCount(part), 0)
  await engine.ledger.write({
    at: now(),
    actor,
    event: 'exported',
    action: 'printPack',
    recordId: actor.accountId,
    detail: `${today()}, ${lines} lines`,
  })
  return contents
}
