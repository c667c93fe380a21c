import { type Field, optionOf } from '../../../../declare/field.ts'
import { pathOf } from '../../../../declare/register.ts'
import { show } from '../../../../fields/kinds.ts'
import { now } from '../../../../kit/clock.ts'
import { formatInstant } from '../../../../kit/dates.ts'
import {
  Alert,
  fieldContext,
  type Handler,
  InsetText,
  inLines,
  type RecordView,
  readRecord,
  recordFrame,
  SummaryList,
  type Visit,
  type Web,
  type WordDocument,
} from '../../../../web/public.ts'
import type { ReportLines } from '../checks.ts'
import { worryReportRegister } from '../index.ts'
import { worryReport } from '../record.ts'

const path = `/${pathOf(worryReportRegister)}`
const settingRoles: readonly string[] = worryReportRegister.pathway.start.by

const linesOf = (view: RecordView) => view.held.lines as unknown as ReportLines

const nameOf = (child: ReportLines['children'][number] | undefined): string =>
  [child?.givenName, child?.familyName].filter(Boolean).join(' ') || 'Child'

const promisedAt = (view: RecordView): string | undefined =>
  view.held.clocks.find(({ clock }) => clock === 'promised')?.dueAt

/** What happens next, with the exact time that is promised. */
const Receipt = ({ web, view }: { web: Web; view: RecordView }) => {
  const { row } = view.held
  const due = promisedAt(view)
  return (
    <section aria-labelledby="next">
      <InsetText>
        Sent {formatInstant(String(row.sentAt))} to the contact team. Reference <strong>{row.reference}</strong>
      </InsetText>
      <h2 class="govuk-heading-m" id="next">
        What happens next
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {due && (
          <li>
            A social worker decides what should happen by <strong>{formatInstant(due)}</strong> (one working day).
          </li>
        )}
        <li>We tell you the decision and the reason here, and write to you when it is ready.</li>
        <li>If something changes or gets worse, telephone {web.telephone} and give the reference.</li>
      </ul>
    </section>
  )
}

const decisionWords = (code: string | null): string =>
  optionOf(worryReport.lines.outcomes.fields.outcomeDecision.options, code ?? '')?.label ?? ''

/** The decision on each child, with the text that was released for whoever reported and nothing else of the contact. */
const Outcomes = ({ view }: { view: RecordView }) => {
  const { children, outcomes } = linesOf(view)
  return (
    <section aria-labelledby="decision">
      <h2 class="govuk-heading-m" id="decision">
        {outcomes.length === 1 ? 'The decision' : 'The decisions'}
      </h2>
      {outcomes.map(outcome => (
        <SummaryList
          card={{ title: nameOf(children[(outcome.outcomeChild ?? 1) - 1]), headingLevel: 3 }}
          rows={[
            { key: 'Decision', value: decisionWords(outcome.outcomeDecision) },
            { key: 'Why', value: inLines(outcome.outcomeText ?? '') },
            ...(outcome.outcomeWho ? [{ key: 'Who', value: outcome.outcomeWho }] : []),
            { key: 'When', value: outcome.outcomeAt ? formatInstant(outcome.outcomeAt) : '' },
          ]}
        />
      ))}
      {(view.held.row.outcomesOpen as number | null) ? (
        <p class="govuk-body">
          The decision on {Number(view.held.row.outcomesOpen)} more of the children is still to come.
        </p>
      ) : null}
    </section>
  )
}

/** The report: for whoever sent it, first what happens next or what was decided. */
export const reportPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, worryReportRegister, visit.params.reference ?? '')
  const { row } = view.held
  const theirs = settingRoles.includes(visit.actor.role)
  return {
    page: recordFrame(web, visit, worryReportRegister, view, {
      before: (
        <>
          {!theirs && row.safeNow !== 'yes' && (
            <Alert variant="warning" title="The sender does not know the child to be safe">
              <p class="govuk-body">
                {row.notReached === null
                  ? `Spoken to: ${row.spokenTo ?? 'nobody'}`
                  : 'They could not get through on the telephone'}
              </p>
            </Alert>
          )}
          {theirs && ['sent', 'lookedAt'].includes(row.state) && <Receipt web={web} view={view} />}
          {linesOf(view).outcomes.length > 0 && <Outcomes view={view} />}
          <p class="govuk-body canopy-screen-only">
            <a class="govuk-link" href={`${path}/${row.reference}/copy`}>
              Download a copy (Word)
            </a>
          </p>
        </>
      ),
    }),
  }
}

/** Every answer in the order of the form, and then what came back. */
const copyOf = (web: Web, visit: Visit, view: RecordView): WordDocument => {
  const { row, lines } = view.held
  const context = fieldContext(view.directory)
  const { asks = [], form } = worryReportRegister.pathway.start
  const words = (field: Field, value: unknown) => show(field, value, context)
  const pagesOf = (titles: readonly string[] = []) =>
    asks
      .filter(({ title }) => titles.includes(title))
      .map(({ title, fields }) => ({
        title,
        head: ['Question', 'Answer'],
        rows: fields.map(name => {
          const field = worryReportRegister.record.fields[name] as Field
          return [field.question, words(field, row[name])]
        }),
      }))
  const linesIn = (group: string) => {
    const declared = worryReportRegister.record.lines[group]
    return (lines[group] ?? []).map((line, at) => ({
      title: `${declared?.title ?? group}: ${at + 1}`,
      head: ['Question', 'Answer'],
      rows: Object.entries(declared?.fields ?? {})
        .filter(([name]) => !view.hidden.has(`${group}.${name}`))
        .map(([name, field]) => [field.question, words(field, line[name])]),
    }))
  }
  const tasks = (form?.tasks ?? []).flatMap(({ pages, adds }) => [
    ...pagesOf(pages),
    ...(adds === undefined ? [] : linesIn(worryReportRegister.pathway.actions[adds]?.adds ?? '')),
  ])
  return {
    title: `${worryReport.title} ${row.reference}`,
    reference: row.reference,
    notes: [
      `${web.partnership}. Confidential.`,
      row.sentAt === null
        ? 'Not sent yet.'
        : `Sent ${formatInstant(String(row.sentAt))} by ${row.sender}, ${row.setting}.`,
      `Made by ${visit.actor.name} on ${formatInstant(now())}.`,
    ],
    parts: [...tasks, ...linesIn('outcomes')].filter(({ rows }) => rows.length > 0),
  }
}

/** The copy for the setting's own file. */
export const reportCopy: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, worryReportRegister, visit.params.reference ?? '')
  return {
    file: await web.documents.word(copyOf(web, visit, view)),
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    name: `${view.held.row.reference}.docx`,
  }
}
