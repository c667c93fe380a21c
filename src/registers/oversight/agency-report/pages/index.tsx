import { optionOf } from '../../../../declare/field.ts'
import type { Role } from '../../../../declare/roles.ts'
import { figureChoices } from '../../../../fields/lists/oversight.ts'
import { formatDay } from '../../../../kit/dates.ts'
import { frame, type Handler, type HandWrittenPage, readRecord, recordFrame, Table } from '../../../../web/public.ts'
import { agencyReportAccess } from '../access.ts'
import { directions, topics } from '../codes.ts'
import { agencyReportRegister } from '../index.ts'
import { differing, readOurs, readSayings, type Saying } from './sayings.ts'

const readers = Object.keys(agencyReportAccess.read) as Role[]
const path = '/agency-report/compare'

const numberWords = ({ value, hundredths, unit }: Saying): string => {
  if (value === null) return 'No number'
  const part =
    hundredths === null || hundredths === 0 ? '' : `.${String(hundredths).padStart(2, '0').replace(/0$/, '')}`
  const number = `${value.toLocaleString('en-GB')}${part}`
  if (unit === 'percent') return `${number}%`
  if (unit === 'pounds') return `£${number}`
  return unit === 'days' ? `${number} days` : number
}

const saidWords = (one: Saying): string =>
  one.direction === 'notSaid'
    ? numberWords(one)
    : `${numberWords(one)}. ${optionOf(directions, one.direction)?.label ?? ''}`

type Ours = Awaited<ReturnType<typeof readOurs>>

const Own = ({ one, ours }: { one: Saying; ours: Ours }) => {
  const found = ours.get(one)
  if (one.ours === null || !found) return <>None</>
  const label = figureChoices[one.ours]
  return (
    <>
      {found.href === null ? (
        label
      ) : (
        <a class="govuk-link" href={found.href}>
          {label}
        </a>
      )}
      : {found.words}
    </>
  )
}

const rowOf = (one: Saying, ours: Ours) => [
  {
    content: (
      <>
        {one.agency}:{' '}
        <a class="govuk-link" href={`/agency-report/${one.reference}`}>
          {one.title}
        </a>
      </>
    ),
  },
  { content: `${formatDay(one.fromDay)} to ${formatDay(one.toDay)}` },
  { content: one.counts },
  { content: saidWords(one) },
  {
    content: (
      <div>
        <Own one={one} ours={ours} />
      </div>
    ),
  },
]

const comparePage: Handler = async (web, visit) => {
  const found = differing(await readSayings(web, visit))
  const ours = await readOurs(web, visit, [...found.values()].flat())
  return {
    page: frame(web, visit, {
      title: 'Where reports differ',
      section: agencyReportRegister.record.plural,
      back: { href: '/agency-report', text: 'Reports of partners' },
      wide: true,
      children: (
        <>
          <h1 class="govuk-heading-l">Where reports differ</h1>
          <p class="govuk-body">
            Two reports that speak of the same matter and of days in common, and do not say the same. Both may be true:
            look what each counts. Our own figure is counted now from the records, of the same days.
          </p>
          {found.size === 0 && <p class="govuk-body">No two reports that you see differ.</p>}
          {[...found].map(([topic, sayings]) => (
            <Table
              id={`topic-${topic}`}
              caption={topics[topic]}
              captionClasses="govuk-table__caption--m"
              head={['Report', 'Of', 'What it counts', 'What it says', 'Our own figure'].map(content => ({ content }))}
              rows={sayings.map(one => rowOf(one, ours))}
              narrow="rows"
            />
          ))}
        </>
      ),
    }),
  }
}

/** The generated page with the way to the comparison. */
const recordPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, agencyReportRegister, visit.params.reference ?? '')
  const before = (
    <p class="govuk-body canopy-screen-only">
      <a class="govuk-link" href={path}>
        Where reports differ
      </a>
    </p>
  )
  return { page: recordFrame(web, visit, agencyReportRegister, view, { before }) }
}

/** Where two reports say the same matter differently, and the way there. */
export const agencyReportPages: readonly HandWrittenPage[] = [
  { method: 'GET', path, by: readers, name: 'reports compared', handler: comparePage },
  {
    method: 'GET',
    path: '/agency-report/:reference',
    by: readers,
    name: 'partner report record',
    handler: recordPage,
  },
]
