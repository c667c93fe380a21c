import type { StoryDeed } from '../engine/store/story.ts'
import { addDays, addHours, type Day, type Instant, instantOf } from '../kit/dates.ts'
import { idFrom } from '../kit/ids.ts'
import { parentSessionRegister } from '../registers/harm-outside-home/parent-session/index.ts'
import { placeRegister } from '../registers/harm-outside-home/place/index.ts'
import type { DemoContext } from './context.ts'
import { type Life, loadedOn } from './soFar.ts'
import { tell, type Values } from './telling.ts'

/** Something told of a place so many days before the demonstration was loaded; by a child in the interview of that episode. */
interface Told {
  readonly before: number
  readonly by: string
  readonly words: string
  readonly episode?: string
}

interface PlacePlan {
  readonly key: string
  readonly name: string
  readonly alsoCalled: string | null
  readonly kind: string
  readonly ward: string
  readonly worries: readonly string[]
  readonly told: string
  readonly toldBy: string
  /** Days before the load. */
  readonly known: number
  readonly assessed?: number
  readonly assessment?: string
  readonly does?: readonly {
    readonly what: string
    readonly note: string
    readonly from: number
    readonly done?: number
    readonly seen?: number
  }[]
  readonly reviewed?: readonly { readonly before: number; readonly impact: string; readonly note: string }[]
  readonly closed?: number
  readonly peerGroup?: string
  readonly concerns: readonly Told[]
}

const plans: readonly PlacePlan[] = [
  {
    key: 'space under the flats',
    name: 'Space under Larkspur Court',
    alsoCalled: 'the undercroft',
    kind: 'stairwell',
    ward: 'Finsbury Park',
    worries: ['drugs', 'sexualExploitation'],
    told: 'Residents find needles and mattresses. Older boys take girls there.',
    toldBy: 'residents',
    known: 330,
    assessed: 315,
    assessment: 'Nobody overlooks it, and it has two ways out. Estate services can close it.',
    does: [
      { what: 'patrol', note: 'Twice an evening', from: 310, done: 280, seen: 14 },
      { what: 'closure', note: 'Closed with a steel door', from: 285, done: 270 },
    ],
    reviewed: [{ before: 235, impact: 'safer', note: 'Estate services: nobody has been there. Two girls say so too.' }],
    closed: 230,
    concerns: [
      { before: 325, by: 'communitySafety', words: 'Six boys stopped, two known.' },
      { before: 318, by: 'police', words: 'A knife found behind the pipe.' },
      { before: 250, by: 'residents', words: 'One boy sat outside.' },
    ],
  },
  {
    key: 'walkway',
    name: 'Walkway behind Tidewater House',
    alsoCalled: 'the cut',
    kind: 'stairwell',
    ward: 'Tollington',
    worries: ['criminalExploitation', 'drugs'],
    told: 'Several complaints of residents: boys wait there after school and give parcels to younger ones.',
    toldBy: 'residents',
    known: 150,
    assessed: 138,
    assessment:
      'A cut through with both ends open. Blocked at one end it leads nowhere; youth work can offer something else at four.',
    does: [
      { what: 'block', note: 'North entrance', from: 130, done: 112 },
      { what: 'patrol', note: 'After school', from: 128, done: 60, seen: 23 },
      { what: 'youthWork', note: 'Three afternoons a week', from: 60 },
    ],
    reviewed: [
      { before: 54, impact: 'partly', note: 'Less at the cut; two residents say that it is the bus stop now.' },
    ],
    peerGroup: idFrom('demonstration group of the garages', 'group'),
    concerns: [
      { before: 148, by: 'police', words: 'Two stops, small amounts.' },
      { before: 141, by: 'school', words: 'Year 8 go round the other way.' },
      { before: 135, by: 'residents', words: 'Three evenings this week.' },
      { before: 70, by: 'residents', words: 'Somebody climbed over the gate.' },
    ],
  },
  {
    key: 'burger bar',
    name: 'Nag’s Head burger bar',
    alsoCalled: 'the Nag, burger place Holloway',
    kind: 'shop',
    ward: 'Hillrise',
    worries: ['criminalExploitation', 'missing'],
    told: 'Children who are missing are bought food there by the same two men.',
    toldBy: 'interview',
    known: 38,
    concerns: [
      { before: 36, by: 'interview', words: 'Man at the Nag pays', episode: 'often 1' },
      { before: 17, by: 'interview', words: 'burger place on Holloway', episode: 'often 2' },
      { before: 8, by: 'interview', words: 'the Nag, upstairs', episode: 'sent' },
    ],
  },
  {
    key: 'station steps',
    name: 'Steps of the overground station',
    alsoCalled: null,
    kind: 'station',
    ward: 'Finsbury Park',
    worries: ['missing', 'violence'],
    told: 'Police: children from three boroughs meet there late.',
    toldBy: 'police',
    known: 12,
    concerns: [
      { before: 23, by: 'interview', words: 'We meet on the steps', episode: 'concern' },
      { before: 7, by: 'interview', words: 'station steps', episode: 'sent' },
    ],
  },
]

const interviewIdOf = (episode: string): string => idFrom(`missing live ${episode}`, 'return interview')

const placeLife = (demo: DemoContext, plan: PlacePlan): Life => {
  const lead = demo.actor('imogen.barraclough', 'exploitation_coordinator')
  const day = (before: number): Day => addDays(loadedOn(demo), -before)
  const deeds: StoryDeed[] = []
  const id = idFrom(`place ${plan.key}`, 'place')
  const did = (action: string, before: number, time: string, values: Values, line?: Values): Instant =>
    tell({ deeds }, action, instantOf(day(before), time), lead, values, line ? { line } : {})
  const { name, alsoCalled, kind, ward, worries, told, toldBy } = plan
  tell(
    { deeds },
    'start',
    instantOf(day(plan.known), '09:30'),
    lead,
    {
      name,
      alsoCalled,
      kind,
      ward,
      worries,
      told,
      toldBy,
      knownOn: day(plan.known),
      peerGroup: plan.peerGroup ?? null,
    },
    { id },
  )
  // What was told before the place had a record was entered with it.
  for (const { before, by, words, episode } of plan.concerns)
    did(
      'addConcern',
      Math.min(before, plan.known),
      '10:00',
      {},
      {
        concernOn: day(before),
        concernSource: by,
        concernKinds: null,
        concernWords: words,
        concernInterview: episode === undefined ? null : interviewIdOf(episode),
      },
    )
  if (plan.assessed !== undefined)
    did('assess', plan.assessed, '11:00', { assessment: plan.assessment ?? '', owner: lead.accountId })
  for (const [n, { what, note, from, done, seen }] of (plan.does ?? []).entries()) {
    did('addIntervention', from, '12:00', {}, { number: n + 1, what, whatNote: note, doneBy: null, fromOn: day(from) })
    if (done !== undefined)
      did(
        'recordResult',
        done,
        '13:00',
        {},
        { number: n + 1, doneOn: day(done), peopleSeen: seen ?? null, resultNote: null },
      )
  }
  for (const { before, impact, note } of plan.reviewed ?? [])
    did('review', before, '14:00', {}, { reviewedOn: day(before), impact, reviewNote: note })
  if (plan.closed !== undefined)
    did('close', plan.closed, '15:00', { closedOn: day(plan.closed), closedImpact: 'safer' })
  // Nobody has assessed these yet: one is overdue when the demonstration is loaded, and both are assessed in the weeks after.
  if (plan.assessed === undefined)
    did('assess', plan.known > 30 ? -3 : -9, '11:00', {
      assessment: 'Seen at night with the police; the owner will help.',
      owner: lead.accountId,
    })
  return { register: placeRegister, id, deeds }
}

interface ParentPlan {
  readonly key: string
  readonly parent: string
  readonly offered: number
  readonly answered: number | null
  readonly sessions: readonly number[]
  readonly ended: readonly [before: number, result: string] | null
}

const parents: readonly ParentPlan[] = [
  {
    key: 'manages',
    parent: 'The mother of two boys, by her first name Aysel',
    offered: 120,
    answered: 117,
    sessions: [110, 103, 96],
    ended: [88, 'managesAlone'],
  },
  {
    key: 'early help',
    parent: 'The father, Delwyn',
    offered: 90,
    answered: 88,
    sessions: [80, 73],
    ended: [66, 'earlyHelp'],
  },
  {
    key: 'working',
    parent: 'The mother, Zofia',
    offered: 26,
    answered: 24,
    sessions: [15, 8],
    ended: [-12, 'managesAlone'],
  },
  { key: 'offered', parent: 'The grandmother, Bernice', offered: 3, answered: -2, sessions: [-8], ended: null },
  { key: 'declined', parent: 'The mother, Kezia', offered: 40, answered: null, sessions: [], ended: null },
]

const parentLife = (demo: DemoContext, plan: ParentPlan): Life => {
  const worker = demo.actor('anton.colebridge', 'interview_worker')
  const day = (before: number): Day => addDays(loadedOn(demo), -before)
  const at = (before: number): Instant => addHours(instantOf(day(before), '15:00'), deeds.length * 0.1)
  const deeds: StoryDeed[] = []
  const id = idFrom(`parent ${plan.key}`, 'parent session')
  const start = { parentName: plan.parent, child: null, episode: null, notOpen: 'no', offeredOn: day(plan.offered) }
  tell({ deeds }, 'start', at(plan.offered), worker, start, { id })
  if (plan.answered === null)
    tell({ deeds }, 'decline', at(plan.offered - 4), worker, { answer: 'declined', answeredOn: day(plan.offered - 4) })
  else
    tell({ deeds }, 'accept', at(plan.answered), worker, {
      answeredOn: day(plan.answered),
      worker: worker.accountId,
      wants: 'What to say when the door bangs.',
    })
  for (const before of plan.sessions)
    tell(
      { deeds },
      'addSession',
      at(before),
      worker,
      {},
      {
        line: {
          sessionOn: day(before),
          sessionTopics: ['conflict', 'whenMissing'],
          sessionTools: ['agreement'],
          sessionNote: null,
        },
      },
    )
  if (plan.ended !== null)
    tell({ deeds }, 'end', at(plan.ended[0]), worker, {
      result: plan.ended[1],
      endedOn: day(plan.ended[0]),
      parentView: 'It helped to have somebody who does not judge.',
    })
  return { register: parentSessionRegister, id, deeds }
}

/** Places of the last year and sessions for parents, with what follows in the weeks after the load. */
export const placeAndParentLives = (demo: DemoContext): readonly Life[] => [
  ...plans.map(plan => placeLife(demo, plan)),
  ...parents.map(plan => parentLife(demo, plan)),
]
