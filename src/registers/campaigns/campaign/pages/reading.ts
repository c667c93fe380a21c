import { type Option, optionOf } from '../../../../declare/field.ts'
import type { RowOf } from '../../../../declare/record.ts'
import type { Register } from '../../../../declare/register.ts'
import { kindsAsked, settingTypes } from '../../../../fields/lists/campaigns.ts'
import { versionsOf } from '../../../../fields/lists/settingQuestions.ts'
import { notFound, type Reach, readReach, type Visit, type Web, within } from '../../../../web/public.ts'
import type { campaign } from '../record.ts'

export type Round = RowOf<typeof campaign>

/** One line of the tracker: a setting of this round, or an agency in a round of agencies. */
export interface Tracked {
  readonly id: string
  readonly reference: string
  readonly agencyId: string
  readonly name: string
  /** In words. */
  readonly type: string
  readonly area: string | null
  readonly state: string
  readonly answered: number
  readonly updatedAt: string
  readonly dueOn: string | null
  readonly submittedAt: string | null
  readonly lastRemindedOn: string | null
}

export interface Tracker {
  /** The register of the returns: it says what states are called, and where a return is. */
  readonly returns: Register
  readonly lines: readonly Tracked[]
  readonly reach: ReadonlyMap<string, Reach>
  /** How many statements are asked. */
  readonly asked: number
}

/** Where the returns of a round are: of settings each says which round; of agencies the round has its name. */
const sourceOf = ({ id, kind, round }: Round) =>
  kind === 'section11'
    ? {
        key: 'section11_return',
        role: 'agency_lead' as const,
        extra: 'null as "settingType", null as area, r.standards_answered as answered',
        where: "lower(r.round) = lower($1) and r.state <> 'withdrawn'",
        value: round,
      }
    : {
        key: 'setting_return',
        role: 'setting_lead' as const,
        extra: 'r.setting_type as "settingType", r.area, r.statements_answered as answered',
        where: "r.campaign = $1 and r.state <> 'recordedInError'",
        value: id,
      }

type Found = Omit<Tracked, 'type'> & { settingType: string | null; kind: string }

const typeOf = ({ settingType, kind }: Found): string =>
  settingType === null ? labelIn(kindsAsked, kind) : labelIn(settingTypes, settingType)
const labelIn = (options: Readonly<Record<string, string | Option>>, code: string): string =>
  optionOf(options, code)?.label ?? code

const questionsIn = ({ kind, setVersion }: Round): number =>
  versionsOf(kind).find(({ version }) => version === setVersion)?.questions.length ?? 0

/** Every return of a round as this person may see it, by name, and whether messages reach its setting. */
export const readTracker = async (web: Web, visit: Visit, row: Round): Promise<Tracker> => {
  const { key, role, extra, where, value } = sourceOf(row)
  const returns = web.engine.registers.find(({ record }) => record.key === key)
  if (!returns) throw notFound()
  const found = await within(web.engine, visit.actor, tx =>
    tx.query<Found & Record<string, unknown>>(
      `select r.id, r.reference, r.asked_of as "agencyId", g.name, g.kind, r.state, r.updated_at as "updatedAt", r.due_on as "dueOn",
              r.submitted_at as "submittedAt", r.last_reminded_on as "lastRemindedOn", ${extra}
         from canopy.${key} r join canopy.agency g on g.id = r.asked_of where ${where} order by g.name, r.reference`,
      [value],
    ),
  )
  const lines = found.map(one => ({ ...one, type: typeOf(one) }))
  return { returns, lines, reach: await readReach(web.engine, key, role, lines), asked: questionsIn(row) }
}

/** Ratings that were given to a statement: how many, of which type of setting, in which version's words. */
export interface Rated {
  readonly statement: string
  readonly settingType: string | null
  readonly met: number
  readonly cases: number
  readonly versions: readonly number[]
}

/** Of all returns of a round that were submitted: moderated ratings before own ones; what does not apply is left out. */
export const readRated = (web: Web, visit: Visit, round: string): Promise<readonly Rated[]> =>
  within(web.engine, visit.actor, tx =>
    tx.query<Rated & Record<string, unknown>>(
      `select statement, "settingType", count(*) filter (where rating = 'met')::int as met, count(*)::int as cases,
              array_agg(distinct version) as versions
         from (
           select a.statement, r.setting_type as "settingType", coalesce(m.moderated_rating, a.rating) as rating, a.asked_version as version
             from canopy.setting_return r
             join canopy.setting_return_answers a on a.record_id = r.id and a.superseded_at is null
             left join canopy.setting_return_moderations m on m.record_id = r.id and m.moderated_statement = a.statement
              and m.superseded_at is null and m.recorded_at >= a.recorded_at
            where r.campaign = $1 and r.submitted_at is not null and r.state not in ('withdrawn', 'recordedInError')) given
        where rating is not null and rating <> 'doesNotApply'
        group by statement, "settingType"`,
      [round],
    ),
  )

/** The round of the same kind before this one. */
export const roundBefore = async (web: Web, visit: Visit, row: Round): Promise<Round | null> => {
  const [found] = await within(web.engine, visit.actor, tx =>
    tx.query<{ id: string; reference: string; title: string }>(
      `select id, reference, title from canopy.campaign
        where kind = $1 and opens_on < $2 and state in ('open', 'closed', 'reported') order by opens_on desc limit 1`,
      [row.kind, row.opensOn],
    ),
  )
  return (found ?? null) as Round | null
}

/** Whether a statement was asked in different words in these versions. */
export const isReworded = (kind: string | null, statement: string, versions: readonly number[]): boolean => {
  const words = versionsOf(kind)
    .filter(({ version }) => versions.includes(version))
    .flatMap(({ questions }) => questions.filter(({ code }) => code === statement).map(question => question.words))
  return new Set(words).size > 1
}
