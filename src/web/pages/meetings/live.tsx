import { randomUUID } from 'node:crypto'
import { renderToString } from 'preact-render-to-string'
import type { Fields } from '../../../declare/field.ts'
import type { InputSpec, Problem, Typed } from '../../../declare/input.ts'
import { pathOf } from '../../../declare/register.ts'
import type { Role } from '../../../declare/roles.ts'
import { saveDraft } from '../../../engine/drafts/drafts.ts'
import { type Meetings, typeOf } from '../../../engine/meetings/kinds.ts'
import { maskFor, noMask } from '../../../engine/meetings/mask.ts'
import { readMeeting } from '../../../engine/meetings/read.ts'
import { stateOfMeeting, waitForChange } from '../../../engine/meetings/watch.ts'
import { notFound, Outcome } from '../../../engine/outcome.ts'
import { perform } from '../../../engine/store/perform.ts'
import { within } from '../../../engine/store/transaction.ts'
import { byWhen } from '../../../kit/byWhen.ts'
import { now } from '../../../kit/clock.ts'
import { specsOf, typedOn } from '../../forms/asked.ts'
import { openDeed } from '../../forms/openDeed.ts'
import type { Under } from '../../forms/under.ts'
import { frame } from '../../frame.tsx'
import type { Answer, Handler, HandWrittenPage, Visit, Web } from '../../web.ts'
import { runsThem } from './agenda.tsx'
import {
  ActionForm,
  type ActionTyped,
  CaseNow,
  Facts,
  Head,
  Leaves,
  type Live,
  leaves,
  OutcomeForm,
  versionOf,
  Ways,
  Who,
} from './liveParts.tsx'
import { isStanding, pathsOf } from './words.ts'

const nothingTyped: ActionTyped = { who: '', what: '', by: '' }

interface Told {
  readonly typed?: ActionTyped
  readonly problems?: readonly Problem[]
  /** Of the outcome, where it was refused. */
  readonly under?: Under
}

/** The case of the address; the first that is still to be discussed where it names none. */
const openLive = async (web: Web, visit: Visit, meetings: Meetings): Promise<Live> => {
  const held = await readMeeting(web.engine, visit.actor, meetings, visit.params.reference ?? '')
  const entries = held.entries.filter(({ item }) => isStanding(item.state))
  const { item } = visit.params
  const entry =
    item === undefined
      ? (entries.find(one => one.item.state === 'listed') ?? entries[0])
      : held.entries.find(one => one.item.reference === item)
  if (!entry) throw notFound()
  const shared = visit.query.names !== 'shown'
  const subjects = held.entries.flatMap(({ subject }) => subject ?? [])
  return {
    visit,
    meetings,
    held,
    entry,
    at: entries.indexOf(entry) + 1,
    of: entries.length,
    // Every name of the whole agenda is taken out: one family may be spoken of while another is on the screen.
    mask: shared ? maskFor(subjects) : noMask,
    shared,
    runs: runsThem(meetings, visit),
  }
}

const nextPath = ({ held, meetings, entry, shared }: Live): string | null => {
  const { reference } = held.view.held.row
  const after = held.entries.filter(({ item }) => item.state === 'listed' && item.id !== entry.item.id)
  const next = after.find(({ item }) => Number(item.position) > Number(entry.item.position)) ?? after[0]
  return next ? `${pathsOf(meetings, reference).live(next.item.reference)}${shared ? '' : '?names=shown'}` : null
}

/** The questions of the outcome, with the codes that this kind of meeting uses and without those that it never asks. */
const outcomeSpecs = ({ meetings, entry, mask, shared }: Live, under: Under): readonly InputSpec[] => {
  const { kind } = entry.item
  const allowed = typeOf(meetings, kind).closedLists
  const fields: Fields = Object.assign({}, ...under.pages.map(page => page.fields))
  return specsOf({ title: '', fields }, under.typed, under.context).flatMap(spec => {
    const codes = allowed[spec.name]
    if (codes !== undefined && codes.length === 0) return []
    const narrowed =
      codes !== undefined && (spec.as === 'radios' || spec.as === 'select')
        ? { ...spec, as: 'radios' as const, items: spec.items.filter(({ value }) => codes.includes(value)) }
        : spec
    // What was recorded before stands in the box again; on a shared screen no name may stand there.
    return [shared && narrowed.as === 'textarea' ? { ...narrowed, value: mask.text(narrowed.value) } : narrowed]
  })
}

const underFor = (web: Web, visit: Visit, { meetings, entry }: Live): Promise<Under> =>
  openDeed(
    web,
    { ...visit, params: { ...visit.params, reference: entry.item.reference } },
    meetings.registers.item,
    'discuss',
  )

const livePage = async (web: Web, visit: Visit, live: Live, told: Told = {}): Promise<Answer> => {
  const { held, meetings, entry, runs, of } = live
  const { row } = held.view.held
  const problems = told.problems ?? []
  const mayDiscuss = runs && isStanding(entry.item.state) && ['prepared', 'running'].includes(row.state)
  const under = mayDiscuss ? (told.under ?? (await underFor(web, visit, live))) : null
  const specs = under ? outcomeSpecs(live, under) : []
  const paths = pathsOf(meetings, row.reference)
  return {
    status: problems.length > 0 ? 422 : 200,
    page: frame(web, visit, {
      title: `Case ${live.at} of ${of}`,
      section: `Meeting ${row.reference}`,
      problems,
      questions: [
        ...specs,
        ...(['who', 'what', 'by', ...leaves.map(({ field }) => field)] as const).map(name => ({
          name,
          label: name,
          as: 'text' as const,
          value: '',
        })),
      ],
      back: { href: paths.own, text: 'The agenda' },
      reference: row.reference,
      wide: true,
      children: (
        <div
          class="canopy-live"
          data-live={`${paths.live(entry.item.reference)}/changes`}
          data-live-names={live.shared ? '' : 'shown'}
        >
          <Head live={live} />
          <Who live={live} />
          <Facts live={live} />
          <CaseNow live={live} />
          {runs && (
            <ActionForm live={live} typed={told.typed ?? nothingTyped} problems={problems} token={randomUUID()} />
          )}
          {under && (
            <OutcomeForm
              live={live}
              path={`${paths.live(entry.item.reference)}/discuss${live.shared ? '' : '?names=shown'}`}
              draft={under.draft}
              specs={specs}
              problems={problems}
            />
          )}
          {mayDiscuss && entry.item.state === 'listed' && (
            <Leaves live={live} typed={visit.typed} problems={problems} />
          )}
          <Ways live={live} next={nextPath(live)} />
        </div>
      ),
    }),
  }
}

const show =
  (meetings: Meetings): Handler =>
  async (web, visit) => {
    const live = await openLive(web, visit, meetings)
    return livePage(web, visit, live)
  }

const textOf = (typed: Typed, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** What is wrong with an action as it was typed, and the moment it is due. */
const readAction = (typed: ActionTyped): { readonly problems: readonly Problem[]; readonly dueAt: string | null } => {
  const dueAt = typed.by === '' ? null : (byWhen(typed.by, now()) ?? null)
  return {
    dueAt,
    problems: [
      ...(typed.what === '' ? [{ field: 'what', message: 'Enter what is to be done' }] : []),
      ...(typed.by !== '' && dueAt === null
        ? [{ field: 'by', message: 'Enter by when, for example today 5pm, Wed noon or 12 Nov' }]
        : []),
    ],
  }
}

/** One action as it was typed; sent again after a lost answer, it is the same one. */
const addAction =
  (meetings: Meetings): Handler =>
  async (web, visit) => {
    const { reference = '', item = '' } = visit.params
    const typed = { who: textOf(visit.typed, 'who'), what: textOf(visit.typed, 'what'), by: textOf(visit.typed, 'by') }
    const { problems, dueAt } = readAction(typed)
    const refused = async (found: readonly Problem[]) =>
      livePage(web, visit, await openLive(web, visit, meetings), { typed, problems: found })
    if (problems.length > 0) return refused(problems)
    const [kind, id = ''] = typed.who.split(':')
    try {
      await perform(web.engine, visit.actor, {
        register: meetings.registers.action,
        action: 'start',
        key: textOf(visit.typed, 'key') || randomUUID(),
        typed: {
          source: 'atMeeting',
          sourceNote: '',
          item,
          meeting: reference,
          agreedOn: '',
          task: typed.what,
          outcomeRequired: '',
          ownerPerson: kind === 'colleague' ? id : '',
          ownerAgency: kind === 'agency' ? id : '',
          dueAt: dueAt ?? '',
        },
      })
    } catch (error) {
      if (!(error instanceof Outcome) || error.kind !== 'invalid') throw error
      const names: Readonly<Record<string, string>> = {
        task: 'what',
        dueAt: 'by',
        ownerPerson: 'who',
        ownerAgency: 'who',
      }
      return refused(error.problems.map(({ field, message }) => ({ field: names[field] ?? 'what', message })))
    }
    return {
      redirect: `${pathsOf(meetings, reference).live(item)}${visit.query.names === 'shown' ? '?names=shown' : ''}#who`,
    }
  }

const recordOutcome =
  (meetings: Meetings): Handler =>
  async (web, visit) => {
    const live = await openLive(web, visit, meetings)
    const opened = await underFor(web, visit, live)
    const fields: Fields = Object.assign({}, ...opened.pages.map(page => page.fields))
    const given = typedOn({ title: '', fields }, visit.typed)
    // What stood masked in the box and was not touched is what was typed before.
    const typed = Object.fromEntries(
      Object.entries(given).map(([name, value]) => {
        const before = opened.typed[name]
        return [name, live.shared && typeof before === 'string' && live.mask.text(before) === value ? before : value]
      }),
    )
    const draft = await within(web.engine, visit.actor, tx => saveDraft(tx, opened.draft.id, typed))
    const under = { ...opened, draft, typed: { ...opened.typed, ...typed } }
    try {
      await perform(web.engine, visit.actor, {
        register: meetings.registers.item,
        action: 'discuss',
        reference: live.entry.item.reference,
        typed,
        draftId: draft.id,
      })
    } catch (error) {
      if (!(error instanceof Outcome) || error.kind !== 'invalid') throw error
      return livePage(web, visit, live, { under, problems: error.problems })
    }
    const after = await openLive(web, visit, meetings)
    return { redirect: nextPath(after) ?? pathsOf(meetings, visit.params.reference ?? '').close }
  }

/** Carries a case over or takes it off, and goes on to the next. */
const leave =
  (meetings: Meetings, { action, field }: (typeof leaves)[number]): Handler =>
  async (web, visit) => {
    const live = await openLive(web, visit, meetings)
    try {
      await perform(web.engine, visit.actor, {
        register: meetings.registers.item,
        action,
        reference: live.entry.item.reference,
        typed: { [field]: textOf(visit.typed, field) },
      })
    } catch (error) {
      if (!(error instanceof Outcome) || error.kind !== 'invalid') throw error
      return livePage(web, visit, live, { problems: error.problems })
    }
    return { redirect: nextPath(live) ?? pathsOf(meetings, visit.params.reference ?? '').close }
  }

/** Waits until something of the case has changed, and then gives what everybody follows anew, for this person. */
const changes =
  (meetings: Meetings): Handler =>
  async (web, visit) => {
    const { query } = visit
    const since = typeof query.since === 'string' ? query.since : ''
    const first = await openLive(web, visit, meetings)
    const { id } = first.held.view.held.row
    // Asked before the case is read once more, so that nothing can change unseen between the two.
    const before = await stateOfMeeting(web.engine, meetings, id)
    if (versionOf((await openLive(web, visit, meetings)).entry) === since)
      await waitForChange(web.engine, meetings, id, before)
    const live = await openLive(web, visit, meetings)
    const version = versionOf(live.entry)
    return {
      file: JSON.stringify(
        version === since ? { version } : { version, html: renderToString(<CaseNow live={live} />) },
      ),
      type: 'application/json; charset=utf-8',
    }
  }

/** The view of one case at a time that is made to be shared on a screen. */
export const livePages = (meetings: Meetings, readers: readonly Role[]): readonly HandWrittenPage[] => {
  const path = `/${pathOf(meetings.registers.sitting)}/:reference/live`
  const page = (method: HandWrittenPage['method'], end: string, name: string, handler: Handler): HandWrittenPage => ({
    method,
    path: `${path}${end}`,
    by: readers,
    name,
    handler,
  })
  return [
    page('GET', '', 'meeting view', show(meetings)),
    page('GET', '/:item', 'meeting view', show(meetings)),
    page('GET', '/:item/changes', 'changes of a meeting', changes(meetings)),
    page('POST', '/:item/actions', 'add action', addAction(meetings)),
    page('POST', '/:item/discuss', 'record outcome', recordOutcome(meetings)),
    ...leaves.map(one => page('POST', `/:item/${one.action}`, `${one.action} at a meeting`, leave(meetings, one))),
  ]
}
