import { optionOf } from '../../../../declare/field.ts'
import type { Role } from '../../../../declare/roles.ts'
import { now } from '../../../../kit/clock.ts'
import { formatInstant, type Instant } from '../../../../kit/dates.ts'
import { dueWords } from '../../../../kit/dueWords.ts'
import { plural } from '../../../../kit/names.ts'
import {
  type Cell,
  type Colour,
  frame,
  type Handler,
  type HandWrittenPage,
  Table,
  Tag,
} from '../../../../web/public.ts'
import { grades, missingFrom } from '../codes.ts'
import { missingEpisodeRegister } from '../index.ts'
import { hoursBetween } from '../rules.ts'
import {
  type Board,
  interviewReaders,
  type MissingNow,
  placeCounters,
  type Returned,
  readBoard,
  type Times,
} from './reading.ts'

const readers: readonly Role[] = [
  'missing_coordinator',
  'interview_worker',
  'team_manager',
  'screening_manager',
  'exploitation_coordinator',
  'police_unit',
]
const path = '/missing-episode/board'

const link = (href: string, text: string) => (
  <a class="govuk-link" href={href}>
    {text}
  </a>
)
const who = (register: string, reference: string, name: string): Cell => ({
  content: (
    <div>
      {link(`/${register}/${reference}`, name || 'Name not known')}
      <br />
      {reference}
    </div>
  ),
})
const heads = (...words: readonly string[]) => words.map(content => ({ content }))

const gradeColours: Partial<Readonly<Record<string, Colour>>> = { high: 'red', medium: 'orange' }

/** "9 hours", "2 days": how long it is, never rounded up. */
const lasting = (hours: number): string =>
  hours < 1
    ? 'less than an hour'
    : hours < 48
      ? plural(Math.floor(hours), 'hour')
      : plural(Math.floor(hours / 24), 'day')

/** The clock counts, it does not nag: "45 hours left". */
const interviewLeft = (dueAt: Instant): { readonly words: string; readonly late: boolean } => {
  const left = hoursBetween(now(), dueAt)
  return left < 0
    ? { words: `Overdue by ${lasting(-left)}`, late: true }
    : { words: `${lasting(left).replace(/^less/, 'Less')} left`, late: false }
}

const nextOf = ({ strategyDueAt, strategyMetAt }: MissingNow) =>
  strategyDueAt === null
    ? '–'
    : strategyMetAt !== null
      ? 'Strategy discussion held'
      : `Strategy discussion: ${dueWords(strategyDueAt, now()).words.toLowerCase()}`

const missingRow = (one: MissingNow): readonly Cell[] => [
  who('missing-episode', one.reference, one.name),
  { content: `${formatInstant(one.since)} (${lasting(hoursBetween(one.since, now()))})` },
  {
    content: <Tag colour={gradeColours[one.grade] ?? 'grey'}>{optionOf(grades, one.grade)?.label ?? one.grade}</Tag>,
  },
  {
    content: `${optionOf(missingFrom, one.missingFrom)?.label ?? ''}${one.responsibleName ? `, ${one.responsibleName}` : ''}`,
  },
  { content: nextOf(one) },
  { content: one.team ?? 'No team yet' },
]

const stateWords: Readonly<Record<string, string>> = {
  waiting: 'Not offered yet',
  offered: 'Offered',
  agreed: 'Agreed',
}

const returnedRow = (one: Returned): readonly Cell[] => {
  const { words, late } = interviewLeft(one.dueAt)
  return [
    who('return-interview', one.reference, one.name),
    { content: `${formatInstant(one.returnedAt)}${one.estimated ? ' (estimated)' : ''}` },
    {
      content: (
        <div>
          {formatInstant(one.dueAt)}
          <br />
          <Tag colour={late ? 'red' : 'turquoise'}>{words}</Tag>
        </div>
      ),
    },
    {
      content: `${stateWords[one.state] ?? one.state}${one.agreedFor === null ? '' : ` for ${formatInstant(one.agreedFor)}`}`,
    },
    { content: one.worker ?? 'Nobody yet' },
  ]
}

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const parts = ['Midnight to 6am', '6am to midday', 'Midday to 6pm', '6pm to midnight']

const timesRows = (found: readonly Times[]): readonly (readonly Cell[])[] =>
  days.map((day, at) => [
    { content: day },
    ...parts.map((_, part) => ({
      content: String(found.find(one => one.weekday === at + 1 && one.part === part)?.n ?? 0),
      format: 'numeric' as const,
    })),
  ])

const Nothing = ({ words }: { readonly words: string }) => <p class="govuk-body">{words}</p>
const Heading = ({ id, words, n }: { readonly id: string; readonly words: string; readonly n?: number }) => (
  <h2 class="govuk-heading-m" id={id}>
    {n === undefined ? words : `${words}: ${n}`}
  </h2>
)

const Patterns = ({ board, counts }: { readonly board: Board; readonly counts: boolean }) => (
  <section aria-labelledby="patterns">
    <Heading id="patterns" words="Patterns of the last 90 days" />
    <h3 class="govuk-heading-s">Missing three times or more: {plural(board.often.length, 'child', 'children')}</h3>
    {board.often.length > 0 && (
      <ul class="govuk-list govuk-list--bullet">
        {board.often.map(one => (
          <li key={one.reference}>
            {link(`/missing-episode/${one.reference}`, one.name)}: {plural(one.times, 'time')}
          </li>
        ))}
      </ul>
    )}
    {counts && <h3 class="govuk-heading-s">Places named in two interviews or more: {board.places.length}</h3>}
    {board.places.length > 0 && (
      <ul class="govuk-list govuk-list--bullet">
        {board.places.map(one => (
          <li key={one.reference}>
            {link(`/place/${one.reference}`, one.name)}: named {plural(one.times, 'time')} by{' '}
            {plural(one.children, 'child', 'children')}
          </li>
        ))}
      </ul>
    )}
    <Table
      id="times"
      caption="When children go missing"
      captionClasses="govuk-table__caption--s"
      firstCellIsHeader
      head={[{ content: 'Day' }, ...parts.map(content => ({ content, format: 'numeric' as const }))]}
      rows={timesRows(board.times)}
      narrow="rows"
    />
  </section>
)

const boardPage: Handler = async (web, visit) => {
  const board = await readBoard(web, visit)
  const { role } = visit.actor
  const interviews = (interviewReaders as readonly string[]).includes(role)
  await web.engine.ledger.write({
    at: now(),
    actor: visit.actor,
    event: 'listed',
    register: missingEpisodeRegister.record.key,
    detail: `board: ${board.missing.length} missing, ${board.returned.length} interviews`,
  })
  return {
    page: frame(web, visit, {
      title: 'Missing board',
      wide: true,
      children: (
        <>
          <h1 class="govuk-heading-l">Missing board</h1>
          <p class="govuk-body">As at {formatInstant(now())}</p>
          <section aria-labelledby="now">
            <Heading id="now" words="Missing now" n={board.missing.length} />
            {board.missing.length === 0 ? (
              <Nothing words="No child is missing." />
            ) : (
              <Table
                id="missing"
                head={heads('Child', 'Missing since', 'Police risk', 'From', 'Next', 'Team')}
                rows={board.missing.map(missingRow)}
                narrow="rows"
              />
            )}
            {board.twice.map(one => (
              <p class="govuk-body" key={one.reference}>
                {link(`/missing-episode/${one.reference}`, `${one.name}, ${one.reference}`)} and{' '}
                {link(`/missing-episode/${one.other}`, `${one.otherName}, ${one.other}`)} may be one episode, told
                twice. Open one of them to join it to the other.
              </p>
            ))}
          </section>
          {interviews && (
            <section aria-labelledby="back">
              <Heading id="back" words="Back: interview within 72 hours" n={board.returned.length} />
              {board.returned.length === 0 ? (
                <Nothing words="No interview is to be held." />
              ) : (
                <Table
                  id="returned"
                  head={heads('Child', 'Back', 'Interview by', 'State', 'Worker')}
                  rows={board.returned.map(returnedRow)}
                  narrow="rows"
                />
              )}
            </section>
          )}
          <Patterns board={board} counts={(placeCounters as readonly string[]).includes(role)} />
        </>
      ),
    }),
  }
}

/** Who is missing now, whose interview is to be held by when, and what repeats. */
export const missingEpisodePages: readonly HandWrittenPage[] = [
  {
    method: 'GET',
    path,
    by: readers,
    name: 'missing board',
    handler: boardPage,
    navigation: { text: 'Missing board', order: 30 },
  },
]
