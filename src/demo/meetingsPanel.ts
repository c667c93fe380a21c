import type { StoryDeed } from '../engine/store/story.ts'
import type { RiskLevel } from '../fields/lists/meetings.ts'
import { addDays, addHours, type Day, instantOf, londonDay, weekday } from '../kit/dates.ts'
import { idFrom } from '../kit/ids.ts'
import { panelNominationRegister } from '../registers/harm-outside-home/panel-nomination/index.ts'
import { personRegister } from '../registers/people/person/index.ts'
import type { DemoContext, DemoStory } from './context.ts'
import { drawHousehold } from './households.ts'
import { asked, given, inTeam, listed, type Sitting, sitting, sittingStory, workingDayBefore } from './meetingsParts.ts'
import { harms, nominations, panelSaid, places, said } from './meetingWords.ts'
import type { Values } from './telling.ts'

const team = 'Exploitation and Missing Team'
const agencies = ['police', 'health', 'education', 'probation', 'council'] as const
const levels: readonly RiskLevel[] = ['emerging', 'moderate', 'significant']

/** The third Thursday of each month: the panel; the Thursday before it: the look before the panel. */
const thirdThursday = (month: Day): Day => {
  const first = `${month.slice(0, 7)}-01`
  return addDays(first, ((4 - weekday(first) + 7) % 7) + 14)
}

const monthsUntil = (today: Day, back: number): readonly Day[] =>
  Array.from({ length: back + 2 }, (_, n) => {
    const index = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - back + n
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`
  })

interface Subject {
  readonly key: string
  readonly subject: 'child' | 'place' | 'harm'
  readonly label: string | null
  /** The first panel that hears it, and how many do. */
  readonly from: number
  readonly times: number
}

/** A few of each kind every month; a child stays for some months, and the risk goes up or down. */
const subjectsOf = (demo: DemoContext, panels: number): readonly Subject[] =>
  Array.from({ length: panels }, (_, from) => {
    const random = demo.random.fork(`panel ${from}`)
    const child = (n: number): Subject => ({
      ...{ key: `panel ${from} child ${n}`, subject: 'child', label: null, from, times: random.between(2, 5) },
    })
    return [
      child(0),
      child(1),
      ...(from % 2 === 0 ? [child(2)] : []),
      ...(from % 3 === 0
        ? [
            {
              key: `panel ${from} place`,
              subject: 'place' as const,
              label: places[(from / 3) % places.length] ?? '',
              from,
              times: 3,
            },
          ]
        : []),
      ...(from % 4 === 1
        ? [
            {
              key: `panel ${from} harm`,
              subject: 'harm' as const,
              label: harms[((from - 1) / 4) % harms.length] ?? '',
              from,
              times: 4,
            },
          ]
        : []),
    ]
  }).flat()

interface Heard {
  readonly panel: Sitting
  readonly position: number
}

const nominationStory = (
  demo: DemoContext,
  one: Subject,
  sift: Sitting,
  siftPosition: number,
  heard: readonly Heard[],
): DemoStory => {
  const random = demo.random.fork(one.key)
  const coordinator = inTeam(demo, 'exploitation_coordinator', team)
  const worker = demo.holders('social_worker', demo.now)[0] ?? coordinator
  const id = idFrom(one.key, 'nomination')
  const nominatedOn = workingDayBefore(addDays(sift.day, -4))
  const at = instantOf(nominatedOn, '11:00')
  const home = drawHousehold(random, at, 1, demo.schools)
  const [child] = home.children
  const isChild = one.subject === 'child'
  const person = idFrom(one.key, 'person')
  const called = isChild ? `${child?.givenName ?? 'Robin'} ${home.familyName}` : (one.label ?? '')
  const [whyNow, tried, asks] = random.pick(nominations)
  let risk = random.between(0, 2)
  const start: Values = {
    ...{
      subject: one.subject,
      person: isChild ? person : null,
      peerGroup: null,
      label: called,
      alsoCalled: isChild && random.chance(0.4) ? 'Smudge' : null,
    },
    ...{
      school: isChild ? random.pick(demo.schools).name : null,
      placedIn: isChild && random.chance(0.15) ? 'Camden' : null,
    },
    ...{
      nominatedOn,
      kinds: [random.pick(['criminal', 'criminal', 'sexual', 'violence'])],
      criteria: random.shuffle(['missing', 'money', 'adults', 'school']).slice(0, 2),
    },
    ...{
      risk: levels[risk] ?? 'moderate',
      whyNow,
      tried,
      asks,
      plan: 'Weekly youth worker; checks by the police team.',
    },
    childVoice: isChild ? '“I only carry things for a friend.”' : null,
    policeOnly: random.chance(0.4) ? 'A number is being looked at.' : null,
  }
  const siftName = `${one.key} hearing a`
  const deeds: StoryDeed[] = [
    ...(isChild
      ? [
          {
            ...{
              on: 'child',
              action: 'start',
              at: addHours(at, -1),
              actor: demo.holders('business_support', demo.now)[0] ?? coordinator,
            },
            ...{ starts: personRegister, id: person },
            values: {
              ...{
                kind: 'child',
                givenName: child?.givenName ?? 'Robin',
                familyName: home.familyName,
                ethnicity: home.ethnicity,
              },
              ...{
                address: home.address,
                knownOn: nominatedOn,
                birthKnown: 'exact',
                expectedOn: null,
                sex: child?.sex ?? 'male',
              },
              bornOn: addDays(nominatedOn, -365 * random.between(13, 16) - random.between(1, 300)),
            } as Values,
          },
        ]
      : []),
    { action: 'start', at, actor: coordinator, id, values: start },
    {
      ...{ action: 'addTie', at: addHours(at, 0.2), actor: worker, values: {} },
      line: { tieKind: 'adult', tieName: random.pick(harms), tieIs: 'Seen with', tieSure: 'likely' },
    },
    listed(sift, siftName, siftPosition, { nomination: id, whyToday: 'nominated' }),
    {
      ...{
        on: siftName,
        action: 'discuss',
        at: addHours(sift.startsAt, 0.05 + siftPosition * 0.1),
        actor: sift.officer,
      },
      values: {
        discussion: 'Criteria are met and what was tried has not been enough.',
        risk: levels[risk] ?? 'moderate',
        decision: 'accept',
        decisionWhy: 'For the panel',
        noAction: null,
      },
    },
  ]
  for (const [n, { panel, position }] of heard.entries()) {
    const name = `${one.key} hearing ${String.fromCharCode(98 + n)}`
    const last = n === one.times - 1
    if (n > 0) risk = Math.max(0, Math.min(2, risk + random.pick([-1, -1, 0, 0, 1])))
    if (n > 0)
      deeds.push({
        ...{ action: 'update', at: addHours(panel.startsAt, -50), actor: worker },
        values: { ...start, risk: levels[risk] ?? 'moderate', whyNow: random.pick(nominations)[0] },
      })
    const when = addHours(panel.startsAt, 0.05 + position * 0.09)
    const near = londonDay(demo.now) <= addDays(panel.day, 12)
    deeds.push(
      listed(panel, name, position, { nomination: id, whyToday: n === 0 ? 'nominated' : 'review' }),
      ...(near ? asked(demo, panel, name, said) : []),
      {
        ...{ on: name, action: 'discuss', at: when, actor: panel.officer },
        values: {
          ...{
            discussion: random.pick(panelSaid),
            risk: levels[risk] ?? 'moderate',
            decisionWhy: null,
            noAction: null,
          },
          decision: last ? 'close' : one.subject === 'place' ? 'placePlan' : random.pick(['keep', 'keep', 'disrupt']),
        },
      },
      ...(last
        ? []
        : given(
            demo,
            panel,
            `${name} 0`,
            addHours(when, 0.02),
            { agency: demo.agency(random.pick(['police', 'health', 'education'])).id, task: asks, hours: 24 * 14 },
            near ? 'open' : random.chance(0.85) ? 'inTime' : 'late',
          )),
    )
  }
  return { register: panelNominationRegister, deeds }
}

export const panelStories = (demo: DemoContext): readonly DemoStory[] => {
  const today = londonDay(demo.now)
  const months = monthsUntil(today, demo.scale >= 1 ? 12 : 2)
  const who = {
    officer: inTeam(demo, 'meeting_officer', team),
    chair: inTeam(demo, 'meeting_chair', team),
    invited: agencies.map(code => demo.agency(code).id),
  }
  const panels = months.map(month => sitting('exploitation', thirdThursday(month), '14:00', 90, who))
  const sifts = panels.map(({ day }) => sitting('sift', addDays(day, -7), '14:00', 60, who))
  const subjects = subjectsOf(demo, panels.length)
  const positions = new Map<string, number>()
  const next = (one: Sitting): number => {
    const at = (positions.get(one.id) ?? 0) + 1
    positions.set(one.id, at)
    return at
  }
  const told = subjects.map(one => {
    const sift = sifts[one.from] as Sitting
    const siftPosition = next(sift)
    const heard = panels.slice(one.from, one.from + one.times).map(panel => ({ panel, position: next(panel) }))
    return nominationStory(demo, one, sift, siftPosition, heard)
  })
  return [...[...panels, ...sifts].map(one => sittingStory(demo, one)), ...told]
}
