import type { Actor } from '../engine/actor.ts'
import type { StoryDeed } from '../engine/store/story.ts'
import { addDays, addMonths, type Day, instantOf } from '../kit/dates.ts'
import { section11Register } from '../registers/assurance/section11-return/index.ts'
import { section11Sets } from '../registers/assurance/section11-return/questionSet.ts'
import { campaignRegister } from '../registers/campaigns/campaign/index.ts'
import { campaignId } from './campaignsParts.ts'
import type { DemoContext } from './context.ts'
import { type Life, loadedOn, workingDayBy } from './soFar.ts'
import { chronicle } from './youthTelling.ts'

/**
 * Ten agencies were asked in 2021-22 and nine answered (F407): the report describes ten and counts nine responses. Of each what it
 * still had to do. The auditor works for the council, whose return somebody else would have to judge. The recording of training was to be improved within six months (F408).
 */
const agencies: readonly (readonly [code: string, partly: string | null, task: string])[] = [
  ['police', '7', 'Take learning into the learning hub of the borough'],
  ['health', '4', 'Write a policy and a flowchart for planning discharges'],
  ['probation', null, ''],
  ['housing', '2', 'Put the statement of responsibilities into the handbook'],
  ['education', '3', 'Publish who answers for safeguarding in each team'],
  ['adults', '5', 'Train colleagues in thinking of the whole family'],
  ['youth', '8', 'Agree how information from checks is shared'],
  ['harbour', null, ''],
  ['lighthouse', '5', 'Improve the system in which training is recorded'],
]
const unanswered = 'stepping'
const standards = section11Sets[0]?.questions.map(({ code }) => code) ?? []
const round = { name: '2021-22', sentOn: '2022-01-10', dueOn: '2022-03-31' } as const

/** Months after its return until an agency's action was to be done. */
const monthsToDo = 6

const leadsOf = (demo: DemoContext, code: string): readonly [Actor | undefined, Actor | undefined] => {
  const at = instantOf(round.sentOn, '09:00')
  const { id } = demo.agency(code)
  const leads = demo.holders('agency_lead', at).filter(({ agencyId }) => agencyId === id)
  // Those who are still there answered; the executive leads of that round have left since, all but one.
  const later = new Set(demo.holders('agency_lead', instantOf('2024-01-10', '09:00')).map(({ accountId }) => accountId))
  const executive = leads.find(({ accountId, name }) => !later.has(accountId) || name === 'Adaeze Thornbury-Ngo')
  return [leads.find(one => one !== executive), executive]
}

interface Sitting {
  readonly demo: DemoContext
  readonly code: string
  readonly auditor: Actor
}

const begun = ({ demo, code, auditor }: Sitting) =>
  chronicle(section11Register, demo.random.fork(`section 11 before ${code}`).id(), auditor).on(round.sentOn, 'start', {
    ...{ askedOf: demo.agency(code).id, round: round.name, sentOn: round.sentOn, dueOn: round.dueOn },
  })

/** The one action that an agency has promised, in its own story. */
const itsAction = 'its action'

/** The same chronicle told on by somebody else. */
const by = (
  life: Life,
  actor: Actor,
  day: Day,
  action: string,
  values = {},
  line?: Record<string, unknown>,
  more: Partial<StoryDeed> = {},
) => {
  const one = life as ReturnType<typeof chronicle>
  one.on(day, action, values, line as never)
  const last = life.deeds.at(-1)
  if (last) Object.assign(last, { actor, ...more })
}

const returned = (sitting: Sitting, partly: string | null, task: string, n: number): Life | null => {
  const { demo, code, auditor } = sitting
  const [lead, executive] = leadsOf(demo, code)
  if (!lead || !executive) return null
  const life = begun(sitting)
  const day = workingDayBy(addDays('2022-02-21', 3 * n))
  const doneBy = workingDayBy(addMonths(day, monthsToDo))
  for (const standard of standards)
    by(
      life,
      lead,
      day,
      'answer',
      {},
      {
        ...{ standard, rating: standard === partly ? 'partiallyMet' : 'met', evidence: 'Seen by the executive lead' },
        whyNotApplicable: null,
        action: standard === partly ? task : null,
        actionOwner: standard === partly ? 'Head of safeguarding' : null,
        actionDueOn: standard === partly ? addMonths(day, monthsToDo) : null,
      },
    )
  by(life, lead, day, 'submit', { returnNote: null })
  for (const moderatedStandard of standards)
    by(
      life,
      auditor,
      '2022-04-20',
      'moderate',
      {},
      {
        ...{
          moderatedStandard,
          moderatedRating: moderatedStandard === partly ? 'partiallyMet' : 'met',
          moderationWhy: null,
        },
      },
    )
  by(life, auditor, '2022-04-21', 'finishModeration', { moderationSummary: 'Strong, with evidence that was seen.' })
  by(
    life,
    executive,
    '2022-04-28',
    'signOff',
    { position: 'Executive lead for safeguarding', declared: true },
    undefined,
    { opens: [itsAction] },
  )
  if (partly !== null) {
    const done = { doneOn: doneBy, result: 'Done and in use' }
    by(life, lead, doneBy, 'report', done, undefined, { on: itsAction })
    by(life, auditor, addDays(doneBy, 5), 'agreeDone', {}, undefined, { on: itsAction })
  }
  by(life, auditor, addDays(doneBy, 6), 'close')
  return life
}

const neverCame = (sitting: Sitting): Life => {
  const life = begun(sitting)
  by(life, sitting.auditor, '2022-04-29', 'recordNoReply', {
    noReplyWhy: 'Telephoned twice. A small service between two managers; asked again in the next round',
  })
  return life
}

const campaignOf = (demo: DemoContext, auditor: Actor, of: typeof round | { name: string; sentOn: Day; dueOn: Day }) =>
  chronicle(campaignRegister, campaignId(demo, 'section11', of.name), auditor)
    .on(of.sentOn, 'start', {
      ...{ kind: 'section11', title: `Section 11 ${of.name}`, round: of.name, opensOn: of.sentOn, closesOn: of.dueOn },
      ...{ settingKinds: null, onlyAgencies: null },
    })
    .on(of.sentOn, 'open', { asked: [], settingsAsked: of === round ? agencies.length + 1 : 6 })

/** The round of agencies as published, and the campaign in which this year's returns stand. */
export const campaignsOfAgencies = (demo: DemoContext): readonly Life[] => {
  const [auditor] = demo.holders('audit_lead', instantOf(round.sentOn, '09:00'))
  if (!auditor) return []
  const sent = workingDayBy(addDays(loadedOn(demo), -41))
  const year = Number(sent.slice(0, 4)) - (sent.slice(5) < '04-01' ? 1 : 0)
  const now = {
    name: `${year}-${String(year + 1).slice(2)}`,
    sentOn: sent,
    dueOn: workingDayBy(addDays(loadedOn(demo), 26)),
  }
  const told = campaignOf(demo, auditor, round).on('2022-05-03', 'close').on('2022-06-06', 'report', {
    themes: 'Great compliance, with training and transitions to be put right. One agency did not answer.',
    reportedTo: 'The quality assurance sub-group',
  })
  return [
    told,
    ...agencies.flatMap(([code, partly, task], n) => returned({ demo, code, auditor }, partly, task, n) ?? []),
    neverCame({ demo, code: unanswered, auditor }),
    campaignOf(demo, auditor, now),
  ]
}
