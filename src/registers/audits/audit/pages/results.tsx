import { optionOf } from '../../../../declare/field.ts'
import { gradesOf, schemeOptions } from '../../../../fields/lists/auditGrades.ts'
import {
  agreements,
  auditGrades,
  auditKinds,
  auditUnits,
  feedbackGroups,
  sampleMethods,
} from '../../../../fields/lists/audits.ts'
import { today } from '../../../../kit/clock.ts'
import { formatDay } from '../../../../kit/dates.ts'
import { confidential, isSuppressed, suppressCounts } from '../../../../kit/suppression.ts'
import {
  fieldContext,
  frame,
  type Handler,
  InsetText,
  identity,
  readRecord,
  Table,
  type Visit,
  type Web,
  within,
} from '../../../../web/public.ts'
import { auditRegister } from '../index.ts'
import { settings } from '../rules.ts'
import { answeredOf, type Counted, casesWith, countedOf, mainShare, share, tally } from './counted.ts'

type Line = Readonly<Record<string, unknown>>
interface Earlier {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly kind: string
  readonly reportedOn: string | null
  readonly counted: Counted
}

const head = (...words: readonly string[]) => words.map(content => ({ content }))
const labelIn = (options: Parameters<typeof optionOf>[0], code: unknown): string =>
  (typeof code === 'string' ? optionOf(options, code)?.label : undefined) ?? 'Not recorded'

/** The audit it repeats, and what that found. */
const earlierOf = async (web: Web, visit: Visit, id: unknown): Promise<Earlier | null> => {
  if (typeof id !== 'string') return null
  const [found] = await within(web.engine, visit.actor, tx =>
    tx.query<Omit<Earlier, 'counted'> & Record<string, unknown>>(
      `select id, reference, title, kind, reported_on as "reportedOn" from canopy.audit where id = $1`,
      [id],
    ),
  )
  return found ? { ...found, counted: await countedOf(web, visit, found.id) } : null
}

const yesRow = (counted: Counted, question: Line, earlier: Earlier | null) => {
  const code = String(question.code)
  const n = answeredOf(counted, code)
  const of = (answer: string) => share(casesWith(counted, code, answer), n)
  const left = [
    [casesWith(counted, code, 'notApplicable'), 'not applicable'],
    [casesWith(counted, code, 'notRecorded'), 'not recorded'],
  ] as const
  return [
    { content: `${code}. ${question.words}` },
    { content: of('yes') },
    { content: of('partly') },
    { content: of('no') },
    {
      content:
        left
          .filter(([cases]) => cases > 0)
          .map(([cases, words]) => `${cases} ${words}`)
          .join(', ') || 'None',
    },
    ...(earlier ? [{ content: mainShare(earlier.counted, code) }] : []),
  ]
}

const Answers = ({ counted, questions, earlier }: Told) => {
  const asked = questions.filter(({ questionKind }) => questionKind === 'yesNo')
  return asked.length === 0 ? null : (
    <Table
      id="answers"
      caption="Questions answered yes, partly or no"
      captionClasses="govuk-table__caption--m"
      head={head('Question', 'Yes', 'Partly', 'No', 'Left out', ...(earlier ? [`Yes in ${earlier.reference}`] : []))}
      rows={asked.map(question => yesRow(counted, question, earlier))}
      narrow="rows"
    />
  )
}

interface Told {
  readonly counted: Counted
  readonly questions: readonly Line[]
  readonly earlier: Earlier | null
}

const Choices = ({ counted, questions }: Told) => (
  <>
    {questions
      .filter(({ questionKind }) => questionKind === 'choice')
      .map(({ code, words }) => {
        const given = counted.answers.filter(one => one.code === code && one.answer === 'chosen')
        const all = given.reduce((sum, { cases }) => sum + cases, 0)
        return (
          <Table
            id={`choice-${code}`}
            caption={`${code}. ${words}`}
            captionClasses="govuk-table__caption--m"
            head={head('Answer', 'Cases')}
            rows={given.map(({ chosen, cases }) => [{ content: chosen ?? '' }, { content: share(cases, all) }])}
            narrow="rows"
          />
        )
      })}
  </>
)

const Shares = ({ counted, questions, earlier }: Told) => {
  const asked = questions.filter(({ questionKind }) => questionKind === 'share')
  return asked.length === 0 ? null : (
    <Table
      id="shares"
      caption="Counted in the cases"
      captionClasses="govuk-table__caption--m"
      head={head('Question', 'Share', ...(earlier ? [`In ${earlier.reference}`] : []))}
      rows={asked.map(({ code, words }) => [
        { content: `${code}. ${words}` },
        { content: mainShare(counted, String(code)) },
        ...(earlier ? [{ content: mainShare(earlier.counted, String(code)) }] : []),
      ])}
      narrow="rows"
    />
  )
}

const Grades = ({ counted, scheme, earlier }: { counted: Counted; scheme: unknown; earlier: Earlier | null }) => {
  const graded = counted.cases.filter(({ grade }) => grade !== null)
  const before = earlier?.counted.cases.filter(({ grade }) => grade !== null) ?? []
  return graded.length === 0 ? null : (
    <Table
      id="grades"
      caption={`Grades: ${labelIn(schemeOptions, scheme)}`}
      captionClasses="govuk-table__caption--m"
      head={head('Grade', 'Cases', ...(earlier ? [`In ${earlier.reference}`] : []))}
      rows={gradesOf(scheme).map(code => [
        { content: labelIn(auditGrades, code) },
        { content: share(graded.filter(({ grade }) => grade === code).length, graded.length) },
        ...(earlier ? [{ content: share(before.filter(({ grade }) => grade === code).length, before.length) }] : []),
      ])}
      narrow="rows"
    />
  )
}

const Agreement = ({ counted }: { counted: Counted }) => {
  const asked = counted.cases.filter(({ agreement }) => agreement !== null && agreement !== 'notAsked')
  return asked.length === 0 ? null : (
    <Table
      id="agreement"
      caption="Do the auditors agree with the decision?"
      captionClasses="govuk-table__caption--m"
      head={head('Answer', 'Cases')}
      rows={['agreed', 'agreedOnWhatWasKnown', 'disagreed'].map(code => [
        { content: labelIn(agreements, code) },
        { content: share(asked.filter(({ agreement }) => agreement === code).length, asked.length) },
      ])}
      narrow="rows"
    />
  )
}

/** Of a small team nobody is shown how it did: it would be told of single colleagues and children. */
const Teams = ({ counted, hiddenTo }: { counted: Counted; hiddenTo: number }) => {
  const teams = tally(counted.cases.map(({ team }) => team)).filter(([team]) => team !== null)
  if (teams.length === 0) return null
  const shown = suppressCounts(
    teams.map(([, cases]) => cases),
    hiddenTo,
  )
  const good = (name: string | null) => {
    const graded = counted.cases.filter(({ team, grade }) => team === name && grade !== null)
    return share(graded.filter(({ grade }) => grade === 'good' || grade === 'outstanding').length, graded.length)
  }
  return (
    <Table
      id="teams"
      caption="By team"
      captionClasses="govuk-table__caption--m"
      head={head('Team', 'Cases', 'Graded good or better')}
      rows={teams.map(([team], n) => {
        const cell = shown[n]
        const hidden = cell === undefined || isSuppressed(cell)
        return [
          { content: team ?? '' },
          { content: hidden ? confidential : String(cell.shown) },
          { content: hidden ? confidential : good(team) },
        ]
      })}
      narrow="rows"
    />
  )
}

const Feedback = ({ lines }: { lines: readonly Line[] }) =>
  lines.length === 0 ? null : (
    <Table
      id="feedback"
      caption="What others said"
      captionClasses="govuk-table__caption--m"
      head={head('Who', 'Asked', 'Yes', 'Partly')}
      rows={lines.map(one => [
        { content: labelIn(feedbackGroups, one.feedbackGroup) },
        { content: String(one.feedbackWords) },
        { content: share(Number(one.feedbackYes), Number(one.feedbackAnswered)) },
        { content: share(Number(one.feedbackPartly ?? 0), Number(one.feedbackAnswered)) },
      ])}
      narrow="rows"
    />
  )

const Compared = ({ earlier, same }: { earlier: Earlier | null; same: boolean }) =>
  earlier === null ? null : (
    <p class="govuk-body">
      It repeats{' '}
      <a class="govuk-link" href={`/audit/${earlier.reference}/results`}>
        {earlier.title} ({earlier.reference})
      </a>
      {earlier.reportedOn !== null && `, reported on ${formatDay(earlier.reportedOn)}`}.{' '}
      {same
        ? 'Questions with the same code stand beside each other.'
        : 'One of the two is of one agency and the other of several: their grades and answers are not compared.'}
    </p>
  )

/** What an audit says, counted now from its cases. */
export const resultsPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, auditRegister, visit.params.reference ?? '')
  const { row, lines } = view.held
  const { questions = [], feedback = [] } = lines as Readonly<Record<string, readonly Line[]>>
  const counted = await countedOf(web, visit, String(row.id))
  const before = await earlierOf(web, visit, row.repeats)
  const earlier = before?.kind === row.kind ? before : null
  const told = { counted, questions, earlier }
  const hiddenTo = web.engine.calendars.setting(settings.smallTeam.key, today())
  return {
    page: frame(web, visit, {
      title: `Results of audit ${row.reference}`,
      section: auditRegister.record.plural,
      reference: row.reference,
      back: { href: `/audit/${row.reference}`, text: 'The audit' },
      wide: true,
      above: identity(auditRegister, view, fieldContext(view.directory)),
      children: (
        <>
          <h1 class="govuk-heading-l">Results of audit {row.reference}</h1>
          <p class="govuk-body">{String(row.cohortRule)}</p>
          <p class="govuk-body">
            {labelIn(auditKinds, row.kind)}. One case is: {labelIn(auditUnits, row.unit).toLowerCase()}. Sample:{' '}
            {labelIn(sampleMethods, row.sampleMethod).toLowerCase()}
            {row.populationCount !== null && row.sampleSize !== null
              ? `, ${share(Number(row.sampleSize), Number(row.populationCount))} of the cohort`
              : ''}
            . {counted.cases.length} cases have been audited
            {childrenWords(counted)}.
          </p>
          {row.sampleMethod === 'convenience' && (
            <InsetText>
              These cases were at hand. What is counted here says nothing of how common it is among all others.
            </InsetText>
          )}
          <Compared earlier={before} same={earlier !== null} />
          <Answers {...told} />
          <Shares {...told} />
          <Choices {...told} />
          <Grades counted={counted} scheme={row.gradeScheme} earlier={earlier} />
          <Agreement counted={counted} />
          <Teams counted={counted} hiddenTo={hiddenTo} />
          <Feedback lines={feedback} />
          <p class="govuk-body">
            Every number is counted now from the cases. Percentages are of cases answered yes, partly or no.{' '}
            {confidential} stands for a number too small to be shown.
          </p>
        </>
      ),
    }),
  }
}

const childrenWords = ({ cases }: Counted): string => {
  const children = cases.reduce((sum, one) => sum + (one.children ?? 0), 0)
  return children === 0 ? '' : `, about ${children} children`
}
