import { idFrom } from '../../../../kit/ids.ts'
import type { Tx } from '../../../../web/public.ts'

/** One recommendation of a review as the one register of recommendations has it now. */
export interface Recommended {
  readonly number: number
  readonly title: string
  readonly dueOn: string | null
  readonly owner: string | null
  /** Null where this person may not see the recommendation itself. */
  readonly reference: string | null
  readonly state: string | null
  readonly actions: number
  readonly actionsDone: number
}

export interface ReviewStatus {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly kind: string
  readonly state: string
  readonly decidedOn: string
  readonly dueOn: string | null
  readonly publishedOn: string | null
  readonly finishedOn: string | null
  readonly age: string | null
  readonly recommended: readonly Recommended[]
}

/** The recommendation that a line of a review has opened. */
export const recommendationOf = (line: string): string => idFrom(line, 'recommendation')

const reviewsSql = `
select p.id, p.reference, p.name, p.kind, p.state, p.decided_on as "decidedOn", p.published_on as "publishedOn",
       p.finished_on as "finishedOn", c.due_on as "dueOn",
       case when i.id is null then null else i.age || ' ' || i.age_in end as age
  from canopy.practice_review p
  left join canopy.practice_review_clock c on c.record_id = p.id and c.clock = 'publication' and c.superseded_at is null
  left join canopy.serious_incident i on i.id = p.incident
 where p.state <> 'recordedInError'
 order by p.decided_on desc, p.reference desc`

const linesSql = `
select l.id, l.record_id as "review", l.rec_number as number, l.rec_title as title
  from canopy.practice_review_recommendations l
 where l.record_id = any($1::uuid[]) and l.superseded_at is null
 order by l.rec_number`

const recommendationsSql = `
select r.id, r.reference, r.state, r.title, r.due_on as "dueOn", coalesce(p.name, g.name) as owner,
       count(a.id)::int as actions, (count(a.id) filter (where a.state in ('done', 'embedded')))::int as "actionsDone"
  from canopy.recommendation r
  left join canopy.account p on p.id = r.owner_person
  left join canopy.agency g on g.id = r.owner_agency
  left join canopy.agreed_action a on a.recommendation = r.id and a.state not in ('cancelled', 'duplicate')
 where r.id = any($1::uuid[])
 group by r.id, r.reference, r.state, r.title, r.due_on, p.name, g.name`

type Line = { id: string; review: string; number: number; title: string }
type Row = Omit<Recommended, 'number'> & { id: string }

/** Every review this person may see, newest first, with its recommendations. */
export const readStatus = async (tx: Tx): Promise<readonly ReviewStatus[]> => {
  const reviews = await tx.query<Omit<ReviewStatus, 'recommended'> & Record<string, unknown>>(reviewsSql)
  const lines = await tx.query<Line & Record<string, unknown>>(linesSql, [reviews.map(({ id }) => id)])
  const ids = lines.map(({ id }) => recommendationOf(id))
  const found = await tx.query<Row & Record<string, unknown>>(recommendationsSql, [ids])
  const byId = new Map(found.map(one => [one.id, one]))
  const recommended = ({ id, number, title }: Line): Recommended => {
    const held = byId.get(recommendationOf(id))
    const { reference, state, owner, dueOn, actions, actionsDone } = held ?? unseen
    return { number, title: held?.title ?? title, reference, state, owner, dueOn, actions, actionsDone }
  }
  return reviews.map(review => ({
    ...review,
    recommended: lines.filter(one => one.review === review.id).map(recommended),
  }))
}

const unseen = { reference: null, state: null, owner: null, dueOn: null, actions: 0, actionsDone: 0 } as const
