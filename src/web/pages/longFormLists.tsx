import { labelOf } from '../../declare/field.ts'
import type { Problem, Typed } from '../../declare/input.ts'
import { pathOf, type Register } from '../../declare/register.ts'
import { keptUntil } from '../../engine/drafts/retention.ts'
import { handOver, removeEntry, sharedDrafts } from '../../engine/drafts/shared.ts'
import { notFound } from '../../engine/outcome.ts'
import { within } from '../../engine/store/transaction.ts'
import { kindOf, show } from '../../fields/kinds.ts'
import { formatDay, formatInstant, londonDay } from '../../kit/dates.ts'
import { plural } from '../../kit/names.ts'
import { Button, ButtonGroup, Form, inLines, Radios, SummaryList, Table } from '../components/index.ts'
import type { AskedPage } from '../forms/asked.ts'
import { type OpenForm, type OpenTask, openForm, pathOfControl } from '../forms/longForm.ts'
import { frame } from '../frame.tsx'
import type { Answer, Handler, Visit, Web } from '../web.ts'
import { Finished, orSent, rehearse, sendForm } from './longForm.tsx'
import { AlsoHere } from './longFormParts.tsx'

/** A list of a long form: its entries, each to be changed or taken out, and another to be added. */
export const entriesPage =
  (register: Register): Handler =>
  (web, visit) =>
    orSent(register, async () => {
      const form = await openForm(web, visit, register)
      const task = form.tasks.find(one => String(one.number) === visit.params.task)
      if (!task?.list) throw notFound()
      const { list } = task
      return {
        page: frame(web, visit, {
          title: task.task.title,
          section: register.pathway.start.label,
          back: { href: task.pages.at(-1)?.path ?? form.path },
          children: (
            <>
              <h1 class="govuk-heading-l">{task.task.title}</h1>
              {task.task.hint && <p class="govuk-body">{task.task.hint}</p>}
              <AlsoHere form={form} />
              {list.entries.length === 0 ? (
                <p class="govuk-body">You have added none.</p>
              ) : (
                <SummaryList
                  rows={list.entries.map(entry => ({
                    key: entry.name,
                    value: '',
                    actions: [
                      { href: `${entry.path}/1`, text: 'Change', visuallyHiddenText: entry.name },
                      { href: `${entry.path}/remove`, text: 'Remove', visuallyHiddenText: entry.name },
                    ],
                  }))}
                />
              )}
              <Form action={list.path} csrf={visit.csrf}>
                <Button kind="secondary" name="_add" value="1">
                  {list.entries.length === 0 ? list.addLabel : `Add another ${list.one}`}
                </Button>
                <Finished />
                <Button>Save and continue</Button>
              </Form>
            </>
          ),
        }),
      }
    })

/** Asks, then takes an entry out; what was typed in it stays with the draft. */
export const removeEntryPage =
  (register: Register): Handler =>
  (web, visit) =>
    orSent(register, async () => {
      const form = await openForm(web, visit, register)
      const list = form.tasks.find(one => String(one.number) === visit.params.task)?.list
      const entry = list?.entries.find(({ id }) => id === visit.params.entry)
      if (!list || !entry) throw notFound()
      if (visit.typed._remove === 'yes') {
        await within(web.engine, visit.actor, tx => removeEntry(tx, form.draft.id, list.group, entry.id))
        return { redirect: list.path }
      }
      const title = `Do you want to remove this ${list.one}?`
      return {
        page: frame(web, visit, {
          title,
          section: register.pathway.start.label,
          back: { href: list.path },
          children: (
            <>
              <h1 class="govuk-heading-l">{title}</h1>
              <p class="govuk-body">{entry.name}</p>
              <Form action={`${entry.path}/remove`} csrf={visit.csrf}>
                <ButtonGroup>
                  <Button kind="warning" name="_remove" value="yes" preventDoubleClick={true}>
                    Remove
                  </Button>
                  <a class="govuk-link" href={list.path}>
                    Keep
                  </a>
                </ButtonGroup>
              </Form>
            </>
          ),
        }),
      }
    })

/** What was typed for a question, as it will be understood; where it cannot be, the text itself. */
const words = (form: OpenForm, page: AskedPage, name: string) => {
  const field = page.fields[name]
  if (!field) return ''
  const parsed = kindOf(field).parse({ ...field, required: false }, form.typed, name, form.context)
  if (parsed.ok) return parsed.value === null ? 'Not given' : inLines(show(field, parsed.value, form.context))
  return Object.entries(form.typed)
    .filter(([key]) => key === name || key.startsWith(`${name}-`))
    .map(([, value]) => String(value))
    .join(' ')
}

const Card = ({ form, page, title, path }: { form: OpenForm; page: AskedPage; title: string; path: string }) => (
  <SummaryList
    card={{ title, actions: [{ href: path, text: 'Change' }] }}
    rows={Object.entries(page.fields).map(([name, field]) => ({
      key: labelOf(field),
      value: words(form, page, name),
    }))}
  />
)

const TaskAnswers = ({ form, task }: { form: OpenForm; task: OpenTask }) => (
  <>
    <h2 class="govuk-heading-m">{task.task.title}</h2>
    {task.pages.map(({ page, path }) => (
      <Card form={form} page={page} title={page.title} path={path} />
    ))}
    {task.list?.entries.length === 0 && <p class="govuk-body">None added.</p>}
    {task.list?.entries.flatMap(entry =>
      entry.pages.map((page, at) => (
        <Card
          form={form}
          page={page}
          title={entry.pages.length > 1 ? `${entry.name}, ${at + 1} of ${entry.pages.length}` : entry.name}
          path={`${entry.path}/${at + 1}`}
        />
      )),
    )}
  </>
)

const checkPage = (web: Web, visit: Visit, form: OpenForm, problems: readonly Problem[]): Answer => {
  const { pathway } = form.register
  const send = pathway.actions[pathway.start.form?.sends ?? '']?.label ?? 'Send'
  return {
    status: problems.length > 0 ? 422 : 200,
    page: frame(web, visit, {
      title: 'Check your answers',
      section: pathway.start.label,
      problems,
      problemHref: ({ field }) => pathOfControl(form, field),
      back: { href: form.path, text: 'All parts' },
      children: (
        <>
          <h1 class="govuk-heading-l">Check your answers</h1>
          <AlsoHere form={form} />
          {form.tasks.map(task => (
            <TaskAnswers form={form} task={task} />
          ))}
          <Form action={`${form.path}/check`} csrf={visit.csrf}>
            <Button preventDoubleClick={true}>{send}</Button>
          </Form>
        </>
      ),
    }),
  }
}

export const showCheck =
  (register: Register): Handler =>
  (web, visit) =>
    orSent(register, async () => {
      const form = await openForm(web, visit, register)
      return checkPage(web, visit, form, await rehearse(web, visit, form))
    })

export const postCheck =
  (register: Register): Handler =>
  (web, visit) =>
    orSent(register, async () => {
      const form = await openForm(web, visit, register)
      const sent = await sendForm(web, visit, form)
      return Array.isArray(sent) ? checkPage(web, visit, form, sent) : (sent as Answer)
    })

/** Colleagues of the same place who may send such a form. */
const colleagues = (web: Web, visit: Visit, register: Register) =>
  within(web.engine, visit.actor, tx =>
    tx.query<{ id: string; name: string }>(
      `select distinct a.id, a.name from canopy.post p join canopy.account a on a.id = p.account_id
        where p.agency_id = $1 and p.team_id is not distinct from $2 and p.role = any($3) and a.closed_at is null
          and a.id <> $4 and p.valid_from <= current_setting('canopy.now')::timestamptz::date
          and (p.valid_to is null or p.valid_to >= current_setting('canopy.now')::timestamptz::date) order by a.name`,
      [visit.actor.agencyId, visit.actor.teamId, register.pathway.start.by, visit.actor.accountId],
    ),
  )

/** Gives the draft to a colleague: it stands in their work then, and whoever gave it still sees it. */
export const handOverPage =
  (register: Register): Handler =>
  (web, visit) =>
    orSent(register, async () => {
      const form = await openForm(web, visit, register)
      const offered = await colleagues(web, visit, register)
      const posted = visit.typed._give !== undefined
      const to = offered.find(({ id }) => id === visit.typed.colleague)
      if (posted && to) {
        await within(web.engine, visit.actor, tx => handOver(tx, form.draft.id, to.id))
        return { redirect: `/${pathOf(register)}/start` }
      }
      const problems = posted ? [{ field: 'colleague', message: 'Select a colleague' }] : []
      return {
        status: problems.length > 0 ? 422 : 200,
        page: frame(web, visit, {
          title: 'Hand over to a colleague',
          section: register.pathway.start.label,
          problems,
          back: { href: form.path, text: 'All parts' },
          children: (
            <>
              <h1 class="govuk-heading-l">Hand over to a colleague</h1>
              <p class="govuk-body">
                They find it in their work, with everything that is typed. You can still open it and go on with it.
              </p>
              {offered.length === 0 ? (
                <p class="govuk-body">No colleague of yours can send this form.</p>
              ) : (
                <Form action={`${form.path}/hand-over`} csrf={visit.csrf}>
                  <Radios
                    name="colleague"
                    legend="Who goes on with it?"
                    items={offered.map(({ id, name }) => ({ value: id, label: name }))}
                    error={problems[0]?.message}
                  />
                  <Button name="_give" value="1">
                    Hand over
                  </Button>
                </Form>
              )}
            </>
          ),
        }),
      }
    })

/** Drafts of the place that nobody has sent, for the page on which a new one is begun. */
export const Unfinished = async (
  web: Web,
  visit: Visit,
  register: Register,
  nameOf: (typed: Typed) => string = () => 'Draft',
) => {
  const found = await within(web.engine, visit.actor, tx => sharedDrafts(tx, register.record.key))
  if (found.length === 0) return null
  return (
    <Table
      caption={`You and your colleagues have ${plural(found.length, 'unfinished form')}`}
      captionClasses="govuk-table__caption--m"
      head={['Draft', 'Begun', 'Last saved', 'Kept until', 'Who looks after it'].map(content => ({ content }))}
      rows={found.map(draft => [
        {
          content: (
            <a class="govuk-link" href={`/${pathOf(register)}/start/${draft.id}`}>
              {nameOf(draft.typed)}
            </a>
          ),
        },
        { content: formatInstant(draft.createdAt) },
        { content: formatInstant(draft.savedAt) },
        { content: formatDay(londonDay(keptUntil(web.engine, draft.savedAt))) },
        { content: draft.ownerName },
      ])}
      narrow="rows"
    />
  )
}
