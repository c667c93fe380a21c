import { optionOf } from '../../../../declare/field.ts'
import type { InputSpec, Problem, Typed } from '../../../../declare/input.ts'
import { auditAnswers } from '../../../../fields/lists/audits.ts'
import {
  type Answer,
  Form,
  fieldContext,
  frame,
  type Handler,
  identity,
  Outcome,
  performAll,
  Question,
  type RecordView,
  readRecord,
  rehearse,
  SaveButtons,
  type Visit,
  type Web,
  within,
} from '../../../../web/public.ts'
import { auditCaseRegister } from '../index.ts'

interface Asked {
  readonly code: string
  readonly words: string
  readonly kind: 'yesNo' | 'choice' | 'share'
  readonly choices: string | null
  readonly [more: string]: unknown
}
type Line = Readonly<Record<string, unknown>>

/** The questions as they are asked now; none where they are being changed. */
export const askedOf = (web: Web, visit: Visit, audit: unknown): Promise<readonly Asked[]> =>
  within(web.engine, visit.actor, tx =>
    tx.query<Asked>(
      `select q.code, q.words, q.question_kind as kind, q.choices from canopy.audit a join canopy.audit_questions q on q.record_id = a.id
        where a.id = $1 and a.set_published_at is not null and q.superseded_at is null order by q.id`,
      [audit],
    ),
  )

const codes: Readonly<Record<Asked['kind'], readonly string[]>> = {
  yesNo: ['yes', 'partly', 'no', 'notApplicable', 'notRecorded'],
  choice: ['notApplicable', 'notRecorded'],
  share: ['counted', 'notApplicable', 'notRecorded'],
}
const ofChoice = 'chosen:'

const itemsFor = ({ kind, choices }: Asked) => [
  ...(kind === 'choice'
    ? (choices ?? '')
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== '')
        .map(label => ({ value: `${ofChoice}${label}`, label }))
    : []),
  ...codes[kind].map(value => {
    const { label = value, hint } = optionOf(auditAnswers, value) ?? {}
    return value === 'notRecorded' && hint !== undefined ? { value, label, hint } : { value, label }
  }),
]

const typedOf = (typed: Typed, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value.trim() : ''
}

const stored = (line: Line | undefined, code: string): Typed =>
  line === undefined
    ? {}
    : {
        [`answer-${code}`]: line.answer === 'chosen' ? `${ofChoice}${line.chosen}` : String(line.answer),
        [`part-${code}`]: line.part === null ? '' : String(line.part),
        [`whole-${code}`]: line.whole === null ? '' : String(line.whole),
        [`answerWhy-${code}`]: String(line.answerWhy ?? ''),
      }

/** The inputs of one question. */
const specsFor = (asked: Asked, typed: Typed): readonly InputSpec[] => {
  const value = (name: string) => typedOf(typed, `${name}-${asked.code}`)
  const named = (name: string) => `${name}-${asked.code}`
  const number = (name: string, label: string): InputSpec => ({
    ...{ as: 'text', name: named(name), label: `${label} (${asked.code})`, value: value(name), width: 5 },
    inputMode: 'numeric',
  })
  return [
    { as: 'radios', name: named('answer'), label: asked.words, items: itemsFor(asked), value: value('answer') },
    ...(asked.kind === 'share' ? [number('part', 'How many'), number('whole', 'Of how many')] : []),
    {
      ...{ as: 'textarea', name: named('answerWhy'), label: `What shows it (${asked.code})`, rows: 2 },
      ...{ hint: 'Needed where the file does not say. No names', value: value('answerWhy'), maxLength: 20_000 },
    },
  ]
}

/** What the deed is told of one question; nothing where it is left open. */
const given = ({ code }: Asked, typed: Typed): Typed | null => {
  const answer = typedOf(typed, `answer-${code}`)
  if (answer === '') return null
  const chosen = answer.startsWith(ofChoice) ? answer.slice(ofChoice.length) : ''
  return {
    code,
    answer: chosen === '' ? answer : 'chosen',
    chosen,
    part: answer === 'counted' ? typedOf(typed, `part-${code}`) : '',
    whole: answer === 'counted' ? typedOf(typed, `whole-${code}`) : '',
    answerWhy: typedOf(typed, `answerWhy-${code}`),
  }
}

/** Answers that are not in force already: saving the page again records nothing anew. */
const changed = (asked: readonly Asked[], lines: readonly Line[], typed: Typed): readonly Typed[] =>
  asked.flatMap(one => {
    const now = given(one, typed)
    const line = lines.find(({ code }) => code === one.code)
    const before = line === undefined ? null : given(one, stored(line, one.code))
    return now === null || JSON.stringify(now) === JSON.stringify(before) ? [] : [now]
  })

const shown = (
  web: Web,
  visit: Visit,
  view: RecordView,
  asked: readonly Asked[],
  typed: Typed,
  problems: readonly Problem[] = [],
): Answer => {
  const { row } = view.held
  const specs = asked.map(one => specsFor(one, typed))
  return {
    status: problems.length > 0 ? 422 : 200,
    page: frame(web, visit, {
      title: `Questions of audit case ${row.reference}`,
      section: auditCaseRegister.record.plural,
      reference: row.reference,
      back: { href: `/audit-case/${row.reference}`, text: 'The case' },
      above: identity(auditCaseRegister, view, fieldContext(view.directory)),
      problems,
      questions: specs.flat(),
      children: (
        <>
          <h1 class="govuk-heading-l">Questions of audit case {row.reference}</h1>
          {asked.length === 0 ? (
            <p class="govuk-body">The questions of this audit are not published, or are being changed.</p>
          ) : (
            <Form action={visit.path} csrf={visit.csrf} version={String(row.version)}>
              <p class="govuk-body">Answer together, from the file. What you leave open you can answer later.</p>
              {specs.map(one => one.map(spec => <Question spec={spec} problems={problems} />))}
              <SaveButtons>Save the answers</SaveButtons>
            </Form>
          )}
        </>
      ),
    }),
  }
}

const readView = (web: Web, visit: Visit) =>
  readRecord(web.engine, visit.actor, auditCaseRegister, visit.params.reference ?? '')

const answersIn = ({ held }: RecordView): readonly Line[] => (held.lines.answers ?? []) as readonly Line[]

const mustAnswer = ({ possible, stopped }: RecordView): void => {
  if (possible.some(({ action }) => action === 'answer')) return
  const why = stopped.find(({ action }) => action === 'answer')?.why
  throw new Outcome('conflict', why ?? 'This case is not with its auditors', [], possible)
}

export const showQuestions: Handler = async (web, visit) => {
  const view = await readView(web, visit)
  mustAnswer(view)
  const asked = await askedOf(web, visit, view.held.row.audit)
  const lines = answersIn(view)
  const typed = Object.assign(
    {},
    ...asked.map(({ code }) =>
      stored(
        lines.find(one => one.code === code),
        code,
      ),
    ),
  )
  return shown(web, visit, view, asked, typed)
}

/** Records all answers that are new, or says what is wrong with the first that is. */
export const answerQuestions: Handler = async (web, visit) => {
  const view = await readView(web, visit)
  mustAnswer(view)
  const { reference } = view.held.row
  const asked = await askedOf(web, visit, view.held.row.audit)
  const all = changed(asked, answersIn(view), visit.typed)
  const seen = Number(visit.typed._version)
  const problems: Problem[] = []
  // One by one first, so that everything wrong is said at once; then all of them, or none.
  for (const typed of all) {
    const found = await wrongWith(web, visit, reference, typed)
    problems.push(...found.map(({ field, message }) => ({ field: onForm(field, String(typed.code)), message })))
  }
  if (problems.length > 0) return shown(web, visit, view, asked, visit.typed, problems)
  await performAll(
    web.engine,
    visit.actor,
    all.map((typed, n) => ({
      ...{ register: auditCaseRegister, action: 'answer', reference, typed },
      // The first is done on what was shown; those after it on what the one before has left.
      ...(n === 0 && seen > 0 ? { version: seen } : {}),
    })),
  )
  return { redirect: `/audit-case/${reference}` }
}

const onForm = (field: string, code: string): string =>
  `${['part', 'whole', 'answerWhy'].includes(field) ? field : 'answer'}-${code}`

const wrongWith = async (web: Web, visit: Visit, reference: string, typed: Typed): Promise<readonly Problem[]> =>
  rehearse(web.engine, visit.actor, { register: auditCaseRegister, action: 'answer', reference, typed })
