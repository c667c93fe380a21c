import type { Gathered } from './gather.ts'
import { Declared, ReportTable, When } from './parts.tsx'
import type { ToldRecords } from './section.ts'

const cellsOf = (row: readonly string[]) => row.slice(1).map(words => <Declared>{words}</Declared>)

/** Records one by one, each with its sentences and its table. */
export const RecordsTold = ({ gathered, told }: { gathered: Gathered; told: ToldRecords }) => {
  const records = gathered.records.get(told.key)
  const [first] = gathered.comparisons.values()
  if (!records)
    return <p class="govuk-body">These are told to those alone who may open all of the records they are of.</p>
  if (records.length === 0) return <p class="govuk-body">{told.none}</p>
  return (
    <>
      {records.map(({ title, text, columns, rows }, at) => (
        <>
          <h4 class="govuk-heading-s">
            <Declared>{title}</Declared>
          </h4>
          <p class="govuk-body">
            <Declared>{text}</Declared>
          </p>
          {rows.length > 0 && (
            <ReportTable
              id={`${told.key}-${at}`}
              caption={
                <>
                  <Declared>{title}</Declared>. {first && <When figure={first.figure} />}
                </>
              }
              columns={columns.map(head => ({ head }))}
              rows={rows.map(row => ({ head: <Declared>{row[0]}</Declared>, cells: cellsOf(row) }))}
            />
          )}
        </>
      ))}
    </>
  )
}
