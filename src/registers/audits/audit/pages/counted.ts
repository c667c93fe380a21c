import { percentage, roundTo } from '../../../../kit/statistics.ts'
import { type Visit, type Web, within } from '../../../../web/public.ts'

/** One audited case, as the results count it. */
export interface CountedCase {
  readonly grade: string | null
  readonly agreement: string | null
  readonly disagreed: string | null
  readonly team: string | null
  readonly children: number | null
}

/** All answers to one question with one value. */
export interface CountedAnswer {
  readonly code: string
  readonly answer: string
  readonly chosen: string | null
  readonly cases: number
  readonly part: number
  readonly whole: number
}

export interface Counted {
  readonly cases: readonly CountedCase[]
  readonly answers: readonly CountedAnswer[]
}

/** What the cases of an audit say, through what this person may see of them. */
export const countedOf = (web: Web, visit: Visit, id: string): Promise<Counted> =>
  within(web.engine, visit.actor, async tx => ({
    cases: await tx.query<CountedCase & Record<string, unknown>>(
      `select c.grade, c.agreement, c.disagreed_decision as disagreed, t.name as team, c.children_count as children
         from canopy.audit_case c left join canopy.team t on t.id = c.team_audited
        where c.audit = $1 and c.audited_on is not null and c.state <> 'recordedInError'`,
      [id],
    ),
    answers: await tx.query<CountedAnswer & Record<string, unknown>>(
      `select w.code, w.answer, w.chosen, count(*)::int as cases, coalesce(sum(w.part), 0)::int as part,
              coalesce(sum(w.whole), 0)::int as whole
         from canopy.audit_case_answers w join canopy.audit_case c on c.id = w.record_id
        where c.audit = $1 and c.audited_on is not null and c.state <> 'recordedInError' and w.superseded_at is null
        group by 1, 2, 3 order by 1, 2, 3`,
      [id],
    ),
  }))

/** “12 of 41 (29%)”: no percentage of an audit stands without both numbers, and none is typed. */
export const share = (part: number, whole: number): string => {
  const percent = percentage(part, whole)
  return percent === undefined ? 'None' : `${part} of ${whole} (${roundTo(percent)}%)`
}

/** The same the other way round: how many have each value, the most first. */
export const tally = (values: readonly (string | null)[]): readonly (readonly [string | null, number])[] => {
  const counts = new Map<string | null, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
}

const judged = ['yes', 'partly', 'no']

/** Cases in which a question was answered with yes, partly or no: of these its percentages are. */
export const answeredOf = ({ answers }: Counted, code: string): number =>
  answers.filter(one => one.code === code && judged.includes(one.answer)).reduce((sum, { cases }) => sum + cases, 0)

export const casesWith = ({ answers }: Counted, code: string, answer: string): number =>
  answers.filter(one => one.code === code && one.answer === answer).reduce((sum, { cases }) => sum + cases, 0)

/** The main answer to a question in words, for comparing two audits. */
export const mainShare = (counted: Counted, code: string): string => {
  const shares = counted.answers.filter(one => one.code === code && one.answer === 'counted')
  if (shares.length > 0)
    return share(
      shares.reduce((sum, { part }) => sum + part, 0),
      shares.reduce((sum, { whole }) => sum + whole, 0),
    )
  return share(casesWith(counted, code, 'yes'), answeredOf(counted, code))
}
