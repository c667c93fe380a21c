import type { AboutNoRecord } from '../../db/policies.ts'
import { me } from '../../declare/access.ts'
import { pathOf, type Register } from '../../declare/register.ts'
import { now } from '../../kit/clock.ts'
import type { Instant } from '../../kit/dates.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { within } from '../store/transaction.ts'
import type { Choice } from './write.ts'

/** A notice as its row tells it; the words are in the declarations. */
export interface NoticeRow {
  readonly id: string
  readonly register: string
  readonly reference: string
  readonly kind: string
  readonly clock: string | null
  /** What the deed counted; nothing where it counts nothing. */
  readonly counted: number | null
  readonly urgent: boolean
  readonly createdAt: Instant
  readonly readAt: Instant | null
}

export const noticeColumns =
  'id, register, reference, kind, clock, counted, urgent, created_at as "createdAt", read_at as "readAt"'

type Told = Pick<NoticeRow, 'kind' | 'clock'> & Partial<Pick<NoticeRow, 'counted'>>

/** Said of its record by a notice: fixed words of the declarations, perhaps with a number, and nothing about anybody. */
export const noticeWords = ({ pathway, clocks }: Register, { kind, clock, counted = null }: Told): string => {
  const label = clocks.find(({ key }) => key === clock)?.label
  if (kind === 'overdue') return `Overdue: ${label ?? 'a time limit'}`
  if (kind === 'due_soon') return `Due soon: ${label ?? 'a time limit'}`
  const tells = [pathway.start, ...Object.values(pathway.actions)].flatMap(deed => deed.tells ?? [])
  const telling = tells.find(({ key }) => key === kind)
  const withNumber = counted === null ? undefined : telling?.counts?.words(counted)
  return withNumber ?? telling?.words ?? 'Something has changed'
}

/** What notices tell of that is no record, in fixed words, and where it is looked after. */
const noRecord: Readonly<
  Record<AboutNoRecord, { path: string; name: string; kinds: Readonly<Record<string, string>> }>
> = {
  offline_pack: {
    path: '/offline-pack',
    name: 'Offline pack',
    kinds: { failed: 'Your offline pack could not be made', late: 'Your offline pack was made late' },
  },
}

/** A notice in words, with what it is about and the path of that; null where this release knows of no such thing. */
export const noticeTold = (
  registers: readonly Register[],
  notice: Pick<NoticeRow, 'register' | 'reference'> & Told,
): { readonly words: string; readonly about: string; readonly path: string } | null => {
  const register = registers.find(({ record }) => record.key === notice.register)
  if (register)
    return {
      words: noticeWords(register, notice),
      about: notice.reference,
      path: `/${pathOf(register)}/${notice.reference}`,
    }
  const other = Object.hasOwn(noRecord, notice.register) ? noRecord[notice.register as AboutNoRecord] : undefined
  return other
    ? { words: other.kinds[notice.kind] ?? 'Something has changed', about: other.name, path: other.path }
    : null
}

/** The own ones in so many words, so that the index is used; those of records the person may not see are not among them. */
const unread = `account_id = ${me.account} and read_at is null`

/** More unread notices than this are not counted: each is asked for on every page, and nobody minds how many more. */
export const mostUnread = 99

/**
 * How many notices this person has not read and may see, up to one more than are counted: asked for every page. Where there are
 * none at all, which is cheap to know, the records they would be about are not asked for.
 */
export const countUnread = async (engine: Pick<Engine, 'pools'>, actor: Actor): Promise<number> => {
  const { rows } = await engine.pools.app.query<{ any: boolean }>({
    name: 'has-unread',
    text: 'select canopy.has_unread($1) as any',
    values: [actor.accountId],
  })
  if (rows[0]?.any !== true) return 0
  return within(engine, actor, async tx => {
    const some = `select 1 from canopy.notice where ${unread} limit ${mostUnread + 1}`
    const [found] = await tx.query<{ n: number }>(`select count(*)::int as n from (${some}) found`, [])
    return found?.n ?? 0
  })
}

/** The newest notices of this person, unread ones first, and of these the urgent ones. */
export const listNotices = (engine: Engine, actor: Actor): Promise<readonly NoticeRow[]> =>
  within(engine, actor, tx =>
    tx.query<NoticeRow & Record<string, unknown>>(
      `select ${noticeColumns} from canopy.notice where account_id = ${me.account}
        order by read_at is not null, urgent and read_at is null desc, created_at desc, id limit 200`,
      [],
    ),
  )

/** Marks one notice as read, or all that the person is shown; of others nothing happens and nothing is said. */
export const markRead = (engine: Engine, actor: Actor, id: string | null): Promise<unknown> =>
  within(engine, actor, tx =>
    tx.query(`update canopy.notice set read_at = $1 where ${unread} and ($2::uuid is null or id = $2)`, [now(), id]),
  )

/** How this person wants to be told, and where e-mails go; without an address none are sent. */
export const readPreference = (engine: Engine, actor: Actor): Promise<{ choice: Choice; email: string | null }> =>
  within(engine, actor, async tx => {
    const [found] = await tx.query<{ choice: Choice | null; email: string | null }>(
      'select p.choice, a.email from canopy.account a left join canopy.notice_preference p on p.account_id = a.id where a.id = $1',
      [actor.accountId],
    )
    return { choice: found?.choice ?? 'at_once', email: found?.email ?? null }
  })

/** Holds from the next notice on. */
export const choosePreference = (engine: Engine, actor: Actor, choice: Choice): Promise<unknown> =>
  within(engine, actor, tx =>
    tx.query(
      `insert into canopy.notice_preference (account_id, choice, chosen_at) values ($1, $2, $3)
       on conflict (account_id) do update set choice = excluded.choice, chosen_at = excluded.chosen_at`,
      [actor.accountId, choice, now()],
    ),
  )
