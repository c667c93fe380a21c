import type { AnyRow } from '../../../../declare/record.ts'
import { formatInstant } from '../../../../kit/dates.ts'
import { plural } from '../../../../kit/names.ts'
import {
  type Answer,
  type Content,
  cohortNow,
  drawnAgain,
  drawSample,
  Form,
  fieldContext,
  frame,
  type Handler,
  type HandWrittenPage,
  identity,
  notFound,
  Outcome,
  Question,
  type RecordView,
  readRecord,
  type Sampling,
  SaveButtons,
  Table,
  type Visit,
  type Web,
  within,
} from '../../../../web/public.ts'
import { auditRegister } from '../index.ts'

type Wrong = readonly { readonly field: string; readonly message: string }[]

const casesOf = (web: Web, visit: Visit, id: string) =>
  within(web.engine, visit.actor, tx =>
    tx.query<{ reference: string; position: number | null; subject: string; state: string }>(
      `select reference, position, subject_ref as subject, state from canopy.audit_case
        where audit = $1 and state <> 'recordedInError' order by position nulls last, reference`,
      [id],
    ),
  )

const Groups = ({ groups }: { groups: ReadonlyMap<string, number> }) => (
  <Table
    id="groups"
    caption="The cohort by group"
    captionClasses="govuk-table__caption--m"
    head={[{ content: 'Group' }, { content: 'Cases', format: 'numeric' }]}
    rows={[...groups].map(([name, count]) => [
      { content: name === '' ? 'Not recorded' : name },
      { content: String(count), format: 'numeric' },
    ])}
    narrow="rows"
  />
)

/** What would be drawn, and the one question: from which words. */
const Drawing = async (web: Web, visit: Visit, sampling: Sampling, row: AnyRow, seed: string, problems: Wrong) => {
  const { count, groups } = await cohortNow(web.engine, visit.actor, sampling, row)
  const size = row.sampleMethod === 'all' ? count : Number(row.sampleSize)
  const spec = {
    as: 'text' as const,
    name: 'seed',
    label: 'From which words is the sample drawn?',
    hint: 'Any words. Canopy keeps them: the same words, cohort and moment give the same sample again',
    value: seed,
  }
  return (
    <>
      <p class="govuk-body">
        The cohort has {plural(count, 'case')} now. {size} are to be drawn
        {groups !== null && ', from each group its share and at least one where that is possible'}. A case is opened for
        each, and they stay as they are drawn.
      </p>
      {groups !== null && <Groups groups={groups} />}
      <Form action={`${visit.path}`} csrf={visit.csrf} version={String(row.version)}>
        <Question spec={spec} problems={problems} />
        <SaveButtons>Draw the sample</SaveButtons>
      </Form>
    </>
  )
}

/** What was drawn, and whether the same words give it again. */
const Drawn = async (web: Web, visit: Visit, sampling: Sampling, row: AnyRow) => {
  const [seed, at] = [String(row.seed), String(row.drawnAt)]
  if (row.population === 'outsideList')
    return (
      <p class="govuk-body">
        Drawn on {formatInstant(at)} from a list kept elsewhere: {String(row.sampleSize)} of{' '}
        {String(row.populationCount)} cases.
      </p>
    )
  const cases = await casesOf(web, visit, String(row.id))
  const again = await drawnAgain(web.engine, visit.actor, sampling, row, { seed, at })
  const there = new Set(cases.map(({ subject }) => subject))
  const same = again.filter(reference => there.has(reference)).length
  return (
    <p class="govuk-body">
      Drawn on {formatInstant(at)} from the words “{seed}”: {String(row.sampleSize)} of {String(row.populationCount)}{' '}
      cases.{' '}
      {same === again.length
        ? `Drawn again just now from the cohort as it stood then, the sample is the same.`
        : `Drawn again just now, ${same} of ${again.length} cases are the same: records of the cohort have been removed, or a case was.`}
    </p>
  )
}

const Cases = ({ cases }: { cases: Awaited<ReturnType<typeof casesOf>> }) =>
  cases.length === 0 ? (
    <p class="govuk-body">No case has been added yet.</p>
  ) : (
    <Table
      id="cases"
      caption="Cases"
      captionClasses="govuk-table__caption--m"
      head={['Audit case', 'Place', 'Reference of the case', 'Where it stands'].map(content => ({ content }))}
      rows={cases.map(({ reference, position, subject, state }) => [
        {
          content: (
            <a class="govuk-link" href={`/audit-case/${reference}`}>
              {reference}
            </a>
          ),
        },
        { content: position === null ? 'Added by hand' : String(position) },
        { content: subject },
        { content: stateWords[state] ?? state },
      ])}
      narrow="rows"
    />
  )

const stateWords: Readonly<Record<string, string>> = {
  drawn: 'Chosen',
  auditing: 'With its auditors',
  audited: 'Waits to be moderated',
  moderated: 'Moderated',
  notAudited: 'Not audited',
}

const page = async (
  web: Web,
  visit: Visit,
  sampling: Sampling,
  view: RecordView,
  seed = '',
  problems: Wrong = [],
): Promise<Answer> => {
  const { row } = view.held
  const may = view.possible.some(({ action }) => action === 'draw')
  const why = view.stopped.find(({ action }) => action === 'draw')?.why
  let about: Content
  try {
    about =
      row.drawnAt !== null
        ? await Drawn(web, visit, sampling, row)
        : may
          ? await Drawing(web, visit, sampling, row, seed, problems)
          : why !== undefined && <p class="govuk-body">{why}.</p>
  } catch (error) {
    if (!(error instanceof Outcome) || error.kind !== 'invalid') throw error
    about = <p class="govuk-body">{error.problems.map(({ message }) => `${message}.`).join(' ')}</p>
  }
  return {
    status: problems.length > 0 ? 422 : 200,
    page: frame(web, visit, {
      title: `Sample of audit ${row.reference}`,
      section: auditRegister.record.plural,
      reference: row.reference,
      back: { href: `/audit/${row.reference}`, text: 'The audit' },
      above: identity(auditRegister, view, fieldContext(view.directory)),
      problems,
      children: (
        <>
          <h1 class="govuk-heading-l">Sample of audit {row.reference}</h1>
          <p class="govuk-body">{String(row.cohortRule)}</p>
          {about}
          <Cases cases={await casesOf(web, visit, String(row.id))} />
          <p class="govuk-body">
            <a class="govuk-link" href="/audit-case/start">
              Add a case by hand
            </a>
          </p>
        </>
      ),
    }),
  }
}

const show =
  (sampling: Sampling): Handler =>
  async (web, visit) =>
    page(web, visit, sampling, await readRecord(web.engine, visit.actor, auditRegister, visit.params.reference ?? ''))

const drawIt =
  (sampling: Sampling): Handler =>
  async (web, visit) => {
    const reference = visit.params.reference ?? notFoundNow()
    const seed = typeof visit.typed.seed === 'string' ? visit.typed.seed : ''
    const version = Number(visit.typed._version)
    try {
      await drawSample(web.engine, visit.actor, sampling, {
        reference,
        seed,
        ...(Number.isInteger(version) && version > 0 ? { version } : {}),
      })
      return { redirect: `/audit/${reference}/sample` }
    } catch (error) {
      if (!(error instanceof Outcome) || error.kind !== 'invalid') throw error
      const view = await readRecord(web.engine, visit.actor, auditRegister, reference)
      return page(
        web,
        visit,
        sampling,
        view,
        seed,
        error.problems.map(({ message }) => ({ field: 'seed', message })),
      )
    }
  }

const notFoundNow = (): never => {
  throw notFound()
}

export const samplePages = (sampling: Sampling): readonly HandWrittenPage[] => [
  {
    ...{ method: 'GET', path: '/audit/:reference/sample', by: ['audit_lead'], name: 'audit sample' },
    handler: show(sampling),
  },
  {
    ...{ method: 'POST', path: '/audit/:reference/sample', by: ['audit_lead'], name: 'audit sample' },
    handler: drawIt(sampling),
  },
]
