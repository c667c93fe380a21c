import type { Actor } from '../engine/actor.ts'
import type { StoryDeed } from '../engine/store/story.ts'
import { addDays, addHours, type Day, type Instant, instantOf } from '../kit/dates.ts'
import { section11Register } from '../registers/assurance/section11-return/index.ts'
import { section11Sets } from '../registers/assurance/section11-return/questionSet.ts'
import type { DemoContext, DemoStory } from './context.ts'
import { type Life, loadedOn, tellLives, workingDayBy } from './soFar.ts'
import { tell, type Values } from './telling.ts'

/** How one agency deals with the round; days counted from the day of loading. */
interface Return {
  readonly agency: string
  readonly sent: number
  readonly due: number
  /** When how many standards are answered. */
  readonly answers: readonly (readonly [day: number, upTo: number])[]
  readonly partly: Readonly<Record<string, string>>
  readonly reminded?: number
  readonly submitted: number
  /** When how many standards are moderated. */
  readonly moderated: readonly (readonly [day: number, upTo: number])[]
  readonly finished: number
  readonly summary: string
  readonly signedOff: number
}

const returns: readonly Return[] = [
  {
    agency: 'police',
    sent: -41,
    due: -6,
    answers: [[-30, 8]],
    partly: { '4': 'Ask children what helped after each visit of a schools officer, and report it twice a year' },
    submitted: -28,
    moderated: [[-12, 8]],
    finished: -9,
    summary: 'Strong on training and on sharing information. Children’s views do not yet shape services.',
    signedOff: 9,
  },
  {
    agency: 'probation',
    sent: -41,
    due: -6,
    answers: [
      [-25, 5],
      [-20, 8],
    ],
    partly: {
      '5': 'Train the eleven practitioners who joined since April',
      '7': 'Send a senior officer to every core group',
    },
    submitted: -19,
    moderated: [
      [-3, 3],
      [5, 8],
    ],
    finished: 6,
    summary: 'A frank return. The two actions answer what the audit of files found.',
    signedOff: 21,
  },
  {
    agency: 'health',
    sent: -41,
    due: -6,
    answers: [
      [-15, 4],
      [-8, 8],
    ],
    partly: { '6': 'Repeat the checks of the 14 volunteers that are more than three years old' },
    submitted: -7,
    moderated: [[8, 8]],
    finished: 10,
    summary: 'Met in most respects, with evidence that was seen. Checks of volunteers need to be repeated.',
    signedOff: 26,
  },
  {
    agency: 'education',
    sent: -41,
    due: -6,
    answers: [
      [-10, 3],
      [4, 8],
    ],
    partly: { '3': 'Publish who answers for safeguarding in each team' },
    reminded: -5,
    submitted: 5,
    moderated: [[16, 8]],
    finished: 18,
    summary: 'Submitted after the due date. Lines of accountability have to be made plain.',
    signedOff: 32,
  },
  {
    agency: 'housing',
    sent: -27,
    due: 12,
    answers: [
      [-6, 2],
      [-2, 5],
      [7, 8],
    ],
    partly: { '2': 'Put the statement of responsibilities into the handbook for repairs staff' },
    submitted: 8,
    moderated: [[20, 8]],
    finished: 22,
    summary: 'Good training of repairs staff, who are often the first to see a home.',
    signedOff: 36,
  },
  {
    agency: 'lighthouse',
    sent: -13,
    due: 26,
    answers: [[15, 8]],
    partly: { '6': 'Write down how an allegation against a trustee is dealt with' },
    submitted: 17,
    moderated: [[30, 8]],
    finished: 31,
    summary: 'A small organisation that knows its families. One procedure is missing.',
    signedOff: 45,
  },
]

const evidence: Readonly<Record<string, string>> = {
  '1': 'Safeguarding is on the agenda of each board meeting; minutes from April to September',
  '2': 'The statement is on the intranet and in the welcome pack for new staff',
  '3': 'A chart of who answers to whom, last checked in September',
  '4': 'Dip sample of 20 files: 14 show that children were asked for their views',
  '5': 'Training records: 94 of 101 staff are up to date',
  '6': 'The single central record was checked by the human resources team in July',
  '7': 'Attendance at core groups and at the partnership’s working groups',
  '8': 'An agreement on sharing information, signed and reviewed this year',
}

const standards = section11Sets.at(-1)?.questions.map(({ code }) => code) ?? []

const roundOf = (day: Day): string => {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0)
  return `${year}-${String(year + 1).slice(2)}`
}

/** One deed for each of the standards of a sitting, some minutes apart. */
const sittings = (
  portions: Return['answers'],
  at: (day: number) => Instant,
  each: (code: string, at: Instant) => void,
): void => {
  let done = 0
  for (const [day, upTo] of portions) {
    for (const [n, code] of standards.slice(done, upTo).entries()) each(code, addHours(at(day), n * 0.15))
    done = upTo
  }
}

interface People {
  readonly lead: Actor
  readonly executive: Actor | undefined
  readonly auditor: Actor
}

const answerOf = (code: string, action: string | undefined, agency: string, dueOn: Day): Values => ({
  standard: code,
  rating: action === undefined ? 'met' : 'partiallyMet',
  evidence: evidence[code] ?? null,
  whyNotApplicable: null,
  action: action ?? null,
  actionOwner: action === undefined ? null : `Head of safeguarding, ${agency}`,
  actionDueOn: action === undefined ? null : dueOn,
})

const lifeOf = (demo: DemoContext, it: Return): Life | null => {
  const base = loadedOn(demo)
  const day = (n: number) => workingDayBy(addDays(base, n))
  const at = (n: number) => instantOf(day(n), '09:30')
  const agency = demo.agency(it.agency)
  const [lead, executive] = peopleOf(demo, it, at(it.sent))
  const auditor = demo.holders('audit_lead', at(it.sent))[0]
  if (!lead || !auditor) return null
  const id = demo.random.fork(`section 11 ${it.agency}`).id()
  const deeds: StoryDeed[] = []
  const start = { askedOf: agency.id, round: roundOf(day(it.sent)), sentOn: day(it.sent), dueOn: day(it.due) }
  tell({ deeds }, 'start', at(it.sent), auditor, start, { id })
  sittings(it.answers, at, (code, moment) =>
    tell(
      { deeds },
      'answer',
      moment,
      lead,
      {},
      { line: answerOf(code, it.partly[code], agency.name, addDays(base, 75)) },
    ),
  )
  if (it.reminded !== undefined) tell({ deeds }, 'remind', addHours(at(it.reminded), 1), auditor)
  tell({ deeds }, 'submit', addHours(at(it.submitted), 2), lead, { returnNote: null })
  finish(deeds, it, at, { lead, executive, auditor })
  return { register: section11Register, id, deeds }
}

/** Who answers for the agency, and who else leads it and may sign off what the first has submitted. */
const peopleOf = (demo: DemoContext, it: Return, at: Instant): readonly [Actor | undefined, Actor | undefined] => {
  const leads = demo.holders('agency_lead', at).filter(({ agencyId }) => agencyId === demo.agency(it.agency).id)
  const executive = leads.find(({ name }) => name === 'Adaeze Thornbury-Ngo')
  return [leads.find(one => one !== executive), executive]
}

const finish = (deeds: StoryDeed[], it: Return, at: (day: number) => Instant, { executive, auditor }: People): void => {
  sittings(it.moderated, at, (code, moment) =>
    tell(
      { deeds },
      'moderate',
      addHours(moment, 3),
      auditor,
      {},
      {
        line: {
          moderatedStandard: code,
          moderatedRating: it.partly[code] === undefined ? 'met' : 'partiallyMet',
          moderationWhy: null,
        },
      },
    ),
  )
  tell({ deeds }, 'finishModeration', addHours(at(it.finished), 5), auditor, { moderationSummary: it.summary })
  if (executive)
    tell({ deeds }, 'signOff', addHours(at(it.signedOff), 6), executive, {
      position: 'Executive lead for safeguarding',
      declared: true,
    })
}

/** One round of section 11 returns, sent in the six weeks before the demonstration was loaded, at every stage. */
export const section11Stories = (demo: DemoContext): Iterable<DemoStory> =>
  tellLives(
    demo,
    returns.flatMap(it => lifeOf(demo, it) ?? []),
  )
