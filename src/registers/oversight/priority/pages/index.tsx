import type { Role } from '../../../../declare/roles.ts'
import {
  Button,
  frame,
  type Handler,
  type HandWrittenPage,
  readRecord,
  recordFrame,
  Select,
  Table,
} from '../../../../web/public.ts'
import { priorityAccess } from '../access.ts'
import { priorityRegister } from '../index.ts'
import { type Evidence, gapsIn, inCell, type Matrix, ownOnly, periodsToChoose, readMatrix } from './standing.ts'

const readers = Object.keys(priorityAccess.read) as Role[]
const path = '/priority/matrix'

const states: Readonly<Record<string, string>> = { given: 'not judged yet', returned: 'returned' }

/** How many there are, and the way to each. */
const Cell = ({ found }: { found: readonly Evidence[] }) => (
  <div>
    <strong>{found.length}</strong>
    {found.map(({ reference, state }) => (
      <>
        <br />
        <a class="govuk-link" href={`/priority-evidence/${reference}`}>
          {reference}
        </a>
        {states[state] && ` (${states[state]})`}
      </>
    ))}
  </div>
)

const cellOf = (matrix: Matrix, agency: string, { id, asked }: Matrix['priorities'][number]) => {
  const found = inCell(matrix, agency, id)
  if (found.length > 0) return { content: <Cell found={found} /> }
  return { content: asked.includes(agency) ? 'None' : 'Not asked' }
}

const PeriodForm = ({ matrix }: { matrix: Matrix }) => (
  <form method="get" action={path} class="canopy-filter canopy-time">
    <Select
      name="period"
      label="Show evidence of"
      labelClasses="govuk-label--s"
      value={matrix.period.id}
      items={periodsToChoose(matrix.period).map(({ id, label }) => ({ value: id, text: label }))}
    />
    <Button kind="secondary" classes="canopy-time__button">
      Show
    </Button>
  </form>
)

const Gaps = ({ gaps }: { gaps: readonly string[] }) => (
  <section>
    <h2 class="govuk-heading-m">Gaps</h2>
    {gaps.length === 0 ? (
      <p class="govuk-body">Every agency that is asked has given evidence that was accepted.</p>
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {gaps.map(words => (
          <li>{words}</li>
        ))}
      </ul>
    )}
  </section>
)

const matrixPage: Handler = async (web, visit) => {
  const matrix = await readMatrix(web, visit)
  const { period, priorities, agencies } = matrix
  return {
    page: frame(web, visit, {
      title: 'Evidence by agency and priority',
      section: priorityRegister.record.plural,
      back: { href: '/priority', text: 'Priorities' },
      wide: true,
      children: (
        <>
          <h1 class="govuk-heading-l">Evidence by agency and priority</h1>
          <p class="govuk-body">
            {period.label}. Evidence stands under the day it is of.{' '}
            {ownOnly(visit) && 'You see what your own agency has given.'}
          </p>
          <PeriodForm matrix={matrix} />
          {agencies.length === 0 || priorities.length === 0 ? (
            <p class="govuk-body">No agency is asked for evidence, and none was given.</p>
          ) : (
            <>
              <Table
                id="matrix"
                caption="Evidence given, by agency and priority"
                captionClasses="govuk-visually-hidden"
                head={[{ content: 'Agency' }, ...priorities.map(({ title }) => ({ content: title }))]}
                rows={agencies.map(({ id, name }) => [
                  { content: name },
                  ...priorities.map(one => cellOf(matrix, id, one)),
                ])}
                firstCellIsHeader={true}
                narrow="rows"
              />
              <Gaps gaps={gapsIn(matrix)} />
            </>
          )}
        </>
      ),
    }),
  }
}

/** The generated page with the way to the matrix. */
const recordPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, priorityRegister, visit.params.reference ?? '')
  const before = (
    <p class="govuk-body canopy-screen-only">
      <a class="govuk-link" href={path}>
        Evidence by agency and priority, with the gaps
      </a>
    </p>
  )
  return { page: recordFrame(web, visit, priorityRegister, view, { before }) }
}

/** Agency by priority with the gaps in words, and the way there. */
export const priorityPages: readonly HandWrittenPage[] = [
  { method: 'GET', path, by: readers, name: 'priority matrix', handler: matrixPage },
  { method: 'GET', path: '/priority/:reference', by: readers, name: 'priority record', handler: recordPage },
]
