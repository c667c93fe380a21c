import { pathOf, type Register } from '../../declare/register.ts'
import { importFile, mayImport } from '../../engine/import/importFile.ts'
import { type ImportReport, reportWords } from '../../engine/import/report.ts'
import { importTemplate } from '../../engine/import/template.ts'
import { enoughToLearn } from '../../engine/matching/candidates.ts'
import { comparedRegisters, suggestForFile, waitingWords } from '../../engine/matching/suggest.ts'
import { notFound } from '../../engine/outcome.ts'
import { midSentence } from '../../kit/names.ts'
import { Button, ButtonGroup, ErrorSummary, FileUpload, Form, NotificationBanner, Table } from '../components/index.ts'
import { frame } from '../frame.tsx'
import type { Handler, Visit, Web } from '../web.ts'

const page = (web: Web, visit: Visit, register: Register, wrong: string | null, done: Done | null) => {
  const path = `/${pathOf(register)}`
  const many = midSentence(register.record.plural)
  return frame(web, visit, {
    title: `Import ${many}`,
    section: register.record.plural,
    back: { href: path },
    wide: done !== null && done.report.problems.length > 0,
    problems: wrong === null ? [] : [{ field: 'file', message: wrong }],
    children: (
      <>
        {done && <Told register={register} {...done} />}
        <h1 class="govuk-heading-l">Import {many}</h1>
        <p class="govuk-body">
          Each row of the file starts one record, with the same checks as on a page. Nothing is recorded while a row is
          wrong, and a row that was imported before is not imported again.
        </p>
        <p class="govuk-body">
          Begin with the template:{' '}
          <a class="govuk-link" href={`${path}/import/template?format=xlsx`}>
            Excel
          </a>{' '}
          or{' '}
          <a class="govuk-link" href={`${path}/import/template?format=csv`}>
            CSV
          </a>
          .
        </p>
        <Form action={`${path}/import`} csrf={visit.csrf} upload={true}>
          <FileUpload
            name="file"
            label="CSV or Excel file"
            labelClasses="govuk-label--s"
            accept=".csv,.xlsx"
            error={wrong}
          />
          <ButtonGroup>
            <Button name="_mode" value="check" preventDoubleClick={true}>
              Check the file
            </Button>
            <Button kind="secondary" name="_mode" value="import" preventDoubleClick={true}>
              Import it
            </Button>
            <Button kind="secondary" name="_mode" value="skip" preventDoubleClick={true}>
              Import it without the rows that are wrong
            </Button>
          </ButtonGroup>
        </Form>
      </>
    ),
  })
}

interface Done {
  readonly report: ImportReport
  /** What came of comparing the records with those that were there before. */
  readonly compared: readonly string[]
}

/** What the import did or found, each wrong cell with what would be right. */
const Told = ({ register, report, compared }: { register: Register } & Done) => {
  const [first = '', ...more] = [...reportWords(report, register), ...compared]
  const table = report.problems.length > 0
  const rest = table ? [] : more
  return (
    <>
      {report.good ? (
        <NotificationBanner type="success">
          <p class="govuk-notification-banner__heading">{first}</p>
          {rest.map(line => (
            <p class="govuk-body">{line}</p>
          ))}
        </NotificationBanner>
      ) : (
        <ErrorSummary items={[first, ...rest].map(text => ({ text }))} />
      )}
      {table && (
        <Table
          id="problems"
          caption={`What is wrong (${report.problemCount.toLocaleString('en-GB')})`}
          captionClasses="govuk-table__caption--m"
          head={['Line', 'Column', 'What stands there', 'What is wrong'].map(content => ({ content }))}
          rows={report.problems.map(one => [
            { content: String(one.line) },
            { content: one.column },
            { content: one.value },
            { content: one.message },
          ])}
          narrow="rows"
        />
      )}
    </>
  )
}

/** The page that takes a file. */
export const importPage =
  (register: Register): Handler =>
  async (web, visit) => {
    if (!mayImport(register, visit.actor.role)) throw notFound()
    return { page: page(web, visit, register, null, null) }
  }

/** Checks a file, or imports it, and says what came of it. */
export const takeFile =
  (register: Register): Handler =>
  async (web, visit) => {
    if (!mayImport(register, visit.actor.role)) throw notFound()
    const { file } = visit
    if (file?.tooLarge)
      return { status: 422, page: page(web, visit, register, 'The file must be smaller than 25 MB', null) }
    if (!file || file.bytes.length === 0)
      return { status: 422, page: page(web, visit, register, 'Choose a CSV or Excel file', null) }
    const mode = visit.typed._mode
    let started: readonly string[] = []
    const report = await importFile(web.engine, visit.actor, register, file, {
      recorded: ids => {
        started = ids
      },
      dryRun: mode !== 'import' && mode !== 'skip',
      skipWrong: mode === 'skip',
    })
    return {
      status: report.good ? 200 : 422,
      page: page(web, visit, register, null, { report, compared: await compare(web, visit, register, started) }),
    }
  }

/** A long file is compared apart: meanwhile nobody else would be answered. */
const compare = async (web: Web, visit: Visit, register: Register, ids: readonly string[]) => {
  if (ids.length >= enoughToLearn)
    return comparedRegisters(web.engine).some(({ of }) => of === register)
      ? [
          `The file is too long to compare at once with what is on record. Ask whoever runs Canopy to do it: canopy match ${midSentence(register.record.plural)} --save`,
        ]
      : []
  const waiting = await suggestForFile(web.engine, visit.actor, register, ids)
  return waiting ? [waitingWords(waiting)] : []
}

/** An empty file with the headings, an example and the codes. */
export const templateFile =
  (register: Register): Handler =>
  async (_web, visit) => {
    if (!mayImport(register, visit.actor.role)) throw notFound()
    const format = visit.query.format === 'csv' ? 'csv' : 'xlsx'
    const type =
      format === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return { file: await importTemplate(register, format), type, name: `${pathOf(register)}-template.${format}` }
  }
