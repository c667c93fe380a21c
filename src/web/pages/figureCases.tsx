import { pathOf } from '../../declare/register.ts'
import { type CasesAsked, type CasesPage, casesOf } from '../../engine/measures/cases.ts'
import { figureOf } from '../../engine/measures/figure.ts'
import { dimensionLabel, dimensionOf, type Found, measureFor } from '../../engine/measures/find.ts'
import { partsWords, valueWords } from '../../engine/measures/words.ts'
import { invalid } from '../../engine/outcome.ts'
import { midSentence } from '../../kit/names.ts'
import { type Cell, ResultsPages, SubNavigation, Table } from '../components/index.ts'
import { frame } from '../frame.tsx'
import type { Handler, Query } from '../web.ts'
import { addressOf, oneOf, readChosen } from './figuresAsked.ts'
import { Legend, whenWords } from './figuresParts.tsx'

type Only = NonNullable<CasesAsked['only']>

const onlyWords: Readonly<Record<Only, string>> = {
  counted: 'Counted',
  notCounted: 'Not counted',
  open: 'Still open',
  overdue: 'Overdue',
}

const isOnly = (text: string): text is Only => Object.hasOwn(onlyWords, text)

const readOnly = (query: Query): Only | undefined => {
  const text = oneOf(query, 'only') || undefined
  if (text === undefined || isOnly(text)) return text
  throw invalid([{ field: 'only', message: `Cases can be shown by: ${Object.keys(onlyWords).join(', ')}` }])
}

const readPage = (query: Query): number => {
  const text = oneOf(query, 'page') || '1'
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text)
  throw invalid([{ field: 'page', message: 'The page must be a whole number from 1' }])
}

/** Which of the cases; the address of the page holds nothing else. */
interface Narrowed {
  readonly by: string | undefined
  /** Absent for cases without an answer. */
  readonly answer: string | undefined
  readonly only: Only | undefined
}

const inAddress = ({ by, answer, only }: Narrowed): Readonly<Record<string, string>> => ({
  ...(by === undefined ? {} : { by }),
  ...(by === undefined || answer === undefined ? {} : { answer }),
  ...(only === undefined ? {} : { only }),
})

const choicesFor = ({ measure }: Found): readonly (Only | undefined)[] => [
  undefined,
  ...(measure.unit === 'count' ? [] : (['counted', 'notCounted'] as const)),
  ...(measure.timeliness ? (['open', 'overdue'] as const) : []),
]

const yesNo = (value: boolean | null): string => (value ? 'Yes' : 'No')

const CasesTable = ({ found, cases, caption }: { found: Found; cases: CasesPage['cases']; caption: string }) => {
  const { register, measure } = found
  const timed = measure.unit === 'hours' || measure.unit === 'workingDays'
  const cells = (one: CasesPage['cases'][number]): readonly Cell[] => [
    {
      content: (
        <a class="govuk-link" href={`/${pathOf(register)}/${one.reference}`}>
          {one.reference}
        </a>
      ),
    },
    ...(measure.unit === 'count' ? [] : [{ content: yesNo(one.counted) }]),
    ...(measure.timeliness ? [{ content: yesNo(one.open) }, { content: yesNo(one.overdue) }] : []),
    ...(timed ? [{ content: one.value === null ? '' : valueWords(measure.unit, one.value) }] : []),
  ]
  return (
    <Table
      caption={caption}
      captionClasses="govuk-visually-hidden"
      head={[
        { content: register.record.title },
        ...(measure.unit === 'count' ? [] : [{ content: 'Counted' }]),
        ...(measure.timeliness ? [{ content: 'Still open' }, { content: 'Overdue' }] : []),
        ...(timed ? [{ content: 'How long' }] : []),
      ]}
      rows={cases.map(cells)}
      narrow="rows"
    />
  )
}

/** The cases behind a figure, each a way to its record, for those who may open them. The engine notes it in the ledger. */
export const figureCasesPage: Handler = async (web, visit) => {
  const key = visit.params.key ?? ''
  const found = measureFor(web.engine, visit.actor, key)
  const { register, measure } = found
  const path = `/figures/${key}/cases`
  const chosen = await readChosen(web.engine, visit.actor, visit.query, [register])
  const [only, page] = [readOnly(visit.query), readPage(visit.query)]
  const [by, answer] = [oneOf(visit.query, 'by') || undefined, oneOf(visit.query, 'answer') || undefined]
  const narrowed: Narrowed = { by, answer, only }
  if (by !== undefined) dimensionOf(found, visit.actor, by)
  const { total, pageSize, cases } = await casesOf(web.engine, visit.actor, key, {
    ...chosen,
    page,
    ...(by === undefined ? {} : { row: { by, code: answer ?? null } }),
    ...(only === undefined ? {} : { only }),
  })
  const figure = await figureOf(web.engine, visit.actor, key, chosen)
  const parts = partsWords(figure)
  const value = `${valueWords(figure.unit, figure.value)}${parts === '' ? '' : ` (${parts})`}`
  return {
    page: frame(web, visit, {
      title: `Cases: ${measure.label}`,
      section: 'Figures',
      back: { href: addressOf(`/figures/${key}`, chosen), text: measure.label },
      wide: true,
      children: (
        <>
          <h1 class="govuk-heading-l">
            <span class="govuk-caption-l">{measure.label}</span>
            Cases behind this figure
          </h1>
          <p class="govuk-body-l">
            The figure is {value}. {whenWords(figure)}. One case is: {figure.of}.
          </p>
          <Legend hides={false} />
          <SubNavigation
            label="Which cases"
            items={choicesFor(found).map(one => ({
              text: one === undefined ? 'All cases' : onlyWords[one],
              href: addressOf(path, chosen, inAddress({ ...narrowed, only: one })),
              current: one === only,
            }))}
          />
          {by !== undefined && (
            <p class="govuk-body">
              Only cases of one row, by {midSentence(dimensionLabel(found, by))}
              {answer === undefined ? ': not recorded' : ''}.{' '}
              <a class="govuk-link" href={addressOf(path, chosen, inAddress({ ...narrowed, by: undefined }))}>
                Show the cases of all rows
              </a>
            </p>
          )}
          <ResultsPages
            page={page}
            perPage={pageSize}
            total={total}
            noun="cases"
            hrefOf={number => addressOf(path, chosen, { ...inAddress(narrowed), page: String(number) })}
          />
          {cases.length > 0 && <CasesTable found={found} cases={cases} caption={`Cases: ${measure.label}`} />}
        </>
      ),
    }),
  }
}
