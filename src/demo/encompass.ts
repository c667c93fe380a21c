import type { Actor } from '../engine/actor.ts'
import type { StoryDeed } from '../engine/store/story.ts'
import { addDays, addHours, type Day, type Instant, instantOf, londonDay } from '../kit/dates.ts'
import { idFrom } from '../kit/ids.ts'
import type { Random } from '../kit/random.ts'
import { isWorkingDay } from '../kit/workingDays.ts'
import { operationEncompassRegister } from '../registers/domestic-abuse/operation-encompass/index.ts'
import type { DemoContext, DemoSchool, DemoStory } from './context.ts'
import { independentJoined, independents } from './encompassSchools.ts'
import { communities, drawCommunity } from './names.ts'
import { isTermDay } from './schools.ts'
import { type Life, loadedOn, tellLives } from './soFar.ts'
import { tell, type Values } from './telling.ts'

type Course = 'supported' | 'read' | 'late' | 'home' | 'notJoined' | 'independent'

/** How notifications go, one after the other, again and again. */
const courses: readonly Course[] = [
  'supported',
  'read',
  'supported',
  'late',
  'home',
  'supported',
  'read',
  'notJoined',
  'supported',
  'late',
  'independent',
]

interface Notice {
  readonly key: string
  readonly attendedAt: Instant
  readonly course: Course
  /** Which of the schools is told: those whose safeguarding leads can be signed in as come first. */
  readonly school: string | null
}

const circumstances = [
  'A former partner shouted and broke a door. He was arrested.',
  'Neighbours heard shouting. A man had pushed the child’s mother against a wall. He was arrested.',
  'The child’s mother told officers that her partner takes her money and telephone away. She has been given advice.',
  'An argument about contact at the doorstep. A window was broken. Officers took the father away.',
]
const voices = [
  'The child told the officer: “I put the radio on so I could not hear it.”',
  'The child did not want to speak and held on to a younger brother.',
  'The child asked whether school would be told, and was glad that it would.',
  'The child was asleep and was not spoken to.',
]
const supports: readonly [given: readonly string[], note: string | null][] = [
  [['talked', 'keyPerson'], 'Chose the learning mentor as the person to go to'],
  [['silent'], 'Quiet in the morning, with friends at lunch'],
  [['practical'], 'Breakfast, and a quiet place for homework'],
  [['keyPerson', 'planned'], null],
]

const nextSchoolDay = (day: Day): Day => {
  for (let n = 1; n < 70; n += 1) {
    const found = addDays(day, n)
    if (isWorkingDay(found) && isTermDay(found)) return found
  }
  return addDays(day, 1)
}

/** Two a week or so, from six weeks before the demonstration was loaded up to now; in the evening. */
const evenings = (demo: DemoContext): readonly Notice[] => {
  const base = loadedOn(demo)
  const notices: Notice[] = []
  for (let n = 0; ; n += 1) {
    const random = demo.random.fork(`encompass ${n}`)
    const day = addDays(base, -41 + Math.floor(n * 3.7))
    const attendedAt = instantOf(day, `${random.between(18, 21)}:${random.between(10, 59)}`)
    if (attendedAt > demo.now) return notices
    const course = courses[n % courses.length] ?? 'supported'
    const school = n % 3 === 0 ? 'Holly Lane Primary' : n % 3 === 1 ? 'Caldmoor School' : null
    notices.push({ key: `evening ${n}`, attendedAt, course, school })
  }
}

/** In the hours before each telling: not sent yet, waiting for the next school day. */
const justNow = (demo: DemoContext): readonly Notice[] =>
  demo.segments.flatMap(({ from, until }) =>
    [2.6, 1.2].flatMap((hours, n) => {
      const attendedAt = addHours(until, -hours)
      const school = n === 0 ? 'Holly Lane Primary' : null
      return attendedAt > from ? [{ key: `before ${until} ${n}`, attendedAt, course: 'read' as const, school }] : []
    }),
  )

/** Where the child learns, as the notification says it. */
const placeOf = (
  demo: DemoContext,
  random: Random,
  { course, school }: Notice,
): Values & { phase: 'primary' | 'secondary' } => {
  const none = { school: null, joined: null, whyNotJoined: null, route: null, council: null }
  if (course === 'home') return { ...none, settingType: 'home', council: demo.agency('council').id, phase: 'secondary' }
  const places = demo.schools.filter(
    ({ phase, name }) => (phase === 'primary' || phase === 'secondary') && !independents.has(name),
  )
  const named = (name: string): DemoSchool | undefined => demo.schools.find(one => one.name === name)
  if (course === 'notJoined')
    return {
      ...none,
      settingType: 'college',
      school: named('New Compass College')?.agencyId ?? null,
      joined: 'notJoined',
      whyNotJoined: 'noAgreement',
      route: 'schoolDirectly',
      phase: 'secondary',
    }
  if (course === 'independent')
    return {
      ...none,
      settingType: 'independent',
      school: named(independentJoined)?.agencyId ?? null,
      joined: 'joined',
      phase: 'primary',
    }
  const chosen = (school === null ? undefined : named(school)) ?? random.pick(places)
  const phase = chosen.phase === 'secondary' ? 'secondary' : 'primary'
  return { ...none, settingType: phase, school: chosen.agencyId, joined: 'joined', phase }
}

const startOf = (demo: DemoContext, random: Random, notice: Notice, police: Actor): Values => {
  const { phase, ...place } = placeOf(demo, random, notice)
  const community = communities[drawCommunity(random)]
  const day = londonDay(notice.attendedAt)
  const age = phase === 'primary' ? random.between(5, 10) : random.between(12, 15)
  return {
    policeReference: `INV-${day.slice(2, 4)}-${random.between(100_000, 199_999)}`,
    police: police.agencyId,
    incidentAt: addHours(notice.attendedAt, -0.4),
    attendedAt: notice.attendedAt,
    place: 'At home',
    givenName: random.pick(random.chance(0.5) ? community.girls : community.boys),
    familyName: random.pick(community.families),
    bornOn: addDays(day, -Math.floor(age * 365.25) - random.between(20, 340)),
    ...place,
    whoPresent: 'The child’s mother, a man who is or was her partner, and the child, who was in the next room',
    circumstances: random.pick(circumstances),
    childVoice: random.pick(voices),
    contactWarning: random.weighted({ victimOnly: 60, noContact: 20, askPolice: 12, noWarning: 8 }),
    safeContact: 'By telephone between 10am and 2pm. Do not leave a message',
  }
}

const lifeOf = (demo: DemoContext, notice: Notice): Life | null => {
  const { attendedAt, course, key } = notice
  const random = demo.random.fork(`encompass ${key}`)
  const desk = demo
    .holders('check_answerer', attendedAt)
    .filter(({ agencyId }) => agencyId === demo.agency('police').id)
  const coordinator = demo.holders('encompass_coordinator', attendedAt)[0]
  if (desk.length === 0 || !coordinator) return null
  const police = random.pick(desk)
  const start = startOf(demo, random, notice, police)
  const lead = demo.holders('setting_lead', attendedAt).find(({ agencyId }) => agencyId === start.school)
  const reader = course === 'home' || course === 'notJoined' || !lead ? coordinator : lead
  const morning = nextSchoolDay(londonDay(attendedAt))
  const id = random.id()
  const deeds: StoryDeed[] = []
  tell({ deeds }, 'start', addHours(attendedAt, 0.5), police, start, { id })
  if (key === withSister) tellSister(demo, deeds, notice, police, coordinator, id)
  const delivered = deliver(deeds, notice, police, morning)
  const before = instantOf(morning, '08:20')
  const readAt = delivered < before ? before : addHours(delivered, 1.3)
  tell({ deeds }, 'acknowledge', readAt, reader)
  if (course === 'supported' || course === 'home') {
    const [given, supportNote] = random.pick(supports)
    const line =
      course === 'home'
        ? { givenOn: londonDay(readAt), given: ['parent'], supportNote: null }
        : { givenOn: londonDay(readAt), given, supportNote }
    tell({ deeds }, 'recordSupport', addHours(readAt, 6.5), reader, {}, { line })
  }
  return { register: operationEncompassRegister, id, deeds }
}

/** Of one incident with two children: weeks ago, so that both notifications have been told to their end. */
const withSister = 'evening 2'

const tellSister = (
  demo: DemoContext,
  deeds: StoryDeed[],
  { attendedAt }: Notice,
  police: Actor,
  coordinator: Actor,
  first: string,
): void => {
  const sister = idFrom(first, 'sister')
  const line = {
    siblingGivenName: 'Wren',
    siblingFamilyName: 'Oakhurst-Bell',
    siblingBornOn: addDays(londonDay(attendedAt), -Math.floor(13.4 * 365.25)),
    siblingSettingType: 'home',
    siblingSchool: null,
    siblingJoined: null,
    siblingWhyNotJoined: null,
    siblingRoute: null,
    siblingCouncil: demo.agency('council').id,
    siblingVoice: 'She had taken the little one to her room and turned the music up.',
    siblingCircumstances: null,
  }
  tell({ deeds }, 'addSibling', addHours(attendedAt, 0.7), police, {}, { line, opens: [sister] })
  tell({ deeds }, 'send', addHours(attendedAt, 1), police, { safeToSend: true }, { on: sister })
  tell({ deeds }, 'acknowledge', addHours(attendedAt, 15), coordinator, {}, { on: sister })
}

/** Tells the school; gives back when. */
const deliver = (deeds: StoryDeed[], { attendedAt, course, key }: Notice, police: Actor, morning: Day): Instant => {
  if (course === 'notJoined')
    return tell({ deeds }, 'recordTold', instantOf(morning, '08:15'), police, {
      deliveredAt: instantOf(morning, '08:05'),
      deliveredHow: 'phone',
      toldPerson: 'The head of the college',
      safeToSend: true,
    })
  const sentAt =
    course === 'late' ? instantOf(morning, '11:25') : addHours(attendedAt, key.startsWith('before') ? 5.5 : 1.1)
  return tell({ deeds }, 'send', sentAt, police, { safeToSend: true })
}

/** Notifications of the last six weeks: told in time or late, read, supported, and some that wait to be sent. */
export const encompassStories = (demo: DemoContext): Iterable<DemoStory> =>
  tellLives(
    demo,
    [...evenings(demo), ...justNow(demo)].flatMap(notice => lifeOf(demo, notice) ?? []),
  )
