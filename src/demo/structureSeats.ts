import { addDays, type Day } from '../kit/dates.ts'
import type { Random } from '../kit/random.ts'
import { seatRegister } from '../registers/partnership/seat/index.ts'
import type { DemoContext } from './context.ts'
import { loadedOn, workingDayBy } from './soFar.ts'
import { board, groupName } from './structureGroups.ts'
import { colleague, groupId, manager, opened, seatId } from './structureParts.ts'
import { type Chronicle, chronicle } from './youthTelling.ts'

interface SeatPlan {
  readonly key: string
  readonly group: string
  readonly post: string
  /** Code of the agency where it is on record, or its name in words. */
  readonly of: string | { readonly called: string }
  readonly sector: string
  readonly statutoryRole?: string
  readonly since?: Day
  /** About how many months somebody stays. */
  readonly months?: number
  /** Days before the load since which nobody has held it. */
  readonly vacant?: number
}

const at = (
  group: string,
  post: string,
  of: SeatPlan['of'],
  sector: string,
  more: Partial<SeatPlan> = {},
): SeatPlan => ({
  ...{ key: `${group} ${post} ${typeof of === 'string' ? of : of.called}`, group, post, of, sector },
  ...more,
})

const onBoard = (post: string, of: SeatPlan['of'], sector: string, more: Partial<SeatPlan> = {}): SeatPlan =>
  at(board, post, of, sector, more)
const council = (post: string, more: Partial<SeatPlan> = {}) => onBoard(post, 'council', 'localAuthority', more)
const called = (words: string) => ({ called: words })
const mentors = 'stepping'

/**
 * The 31 seats of the published list, post by post. Organisations that the demonstration does not have are called by what they are.
 * One organisation is in the list twice: here with two different posts, the first of which the list leaves out.
 */
const published: readonly SeatPlan[] = [
  onBoard('Chief executive', mentors, 'voluntary'),
  council('Corporate Director Children’s Services'),
  council('Assistant Director of Public Health'),
  council('Assistant Director of Safeguarding'),
  council('Business Manager of the partnership'),
  onBoard('Consultant community paediatrician, Designated Doctor', 'health', 'health', { statutoryRole: 'designated' }),
  onBoard('Detective Chief Inspector', 'police', 'police', { months: 13, vacant: 34 }),
  onBoard('Designated Nurse, Safeguarding Children', 'icb', 'health', { statutoryRole: 'designated' }),
  onBoard('Detective Superintendent', 'police', 'police', { months: 15 }),
  onBoard('Director, Housing Needs and Strategy', 'housing', 'localAuthority'),
  onBoard('Head of Pupil Services', 'education', 'localAuthority'),
  council('Director of Early Intervention and Prevention'),
  onBoard('Director of Safeguarding', 'icb', 'health'),
  council('Director Young Islington'),
  council('Director, Safeguarding and Family Support'),
  onBoard('General practitioner, Named GP', 'icb', 'health', { statutoryRole: 'named' }),
  onBoard('Principal Officer Safeguarding in Education', 'education', 'localAuthority'),
  onBoard('Head of Safeguarding', called('A football club'), 'voluntary'),
  onBoard('Head of Safeguarding', 'health', 'health'),
  council('Head of Safeguarding and Mental Capacity Act'),
  onBoard('Head of Safeguarding and Mental Health Law', called('Mental health trust'), 'health'),
  council('Head of School Improvement'),
  onBoard('Head of Service and Operations, designated safeguarding lead', mentors, 'voluntary'),
  onBoard('Head of Service and Enforcement', 'probation', 'justice', { months: 22 }),
  onBoard('Headteacher', called('A primary school'), 'education', { vacant: 96 }),
  onBoard('Lay Member', called('Independent'), 'independent', { statutoryRole: 'layMember' }),
  council('Lead Member, Children', { statutoryRole: 'leadMember' }),
  onBoard('Named Nurse', 'health', 'health', { statutoryRole: 'named' }),
  onBoard('Named Nurse for Child Protection', called('Eye hospital trust'), 'health', { statutoryRole: 'named' }),
  onBoard('Representative', called('A sports charity'), 'voluntary'),
  onBoard('Service Manager Private Law Team', called('Family court advisory service'), 'justice'),
]

const chair = (group: string, post: string, of: string, sector: string, more: Partial<SeatPlan> = {}): SeatPlan => ({
  ...at(group, post, of, sector, more),
  key: `${group} chair`,
})

/** A few seats of every sub-group, its chair first. */
const others: readonly SeatPlan[] = [
  {
    ...at(board, 'Independent chair and scrutineer', 'scrutiny', 'independent', { since: '2023-01-09' }),
    ...{ key: 'board chair', statutoryRole: 'independentChair' },
  },
  chair('quality', 'Designated Nurse, Safeguarding Children', 'icb', 'health', { statutoryRole: 'designated' }),
  at('quality', 'Quality and audit lead', 'council', 'localAuthority'),
  at('quality', 'Detective Inspector', 'police', 'police', { months: 14 }),
  at('quality', 'Head of Safeguarding', 'health', 'health'),
  at('quality', 'Senior probation officer', 'probation', 'justice', { months: 20, vacant: 61 }),
  chair('training', 'Head of Safeguarding', 'health', 'health'),
  at('training', 'Training manager', 'council', 'localAuthority'),
  at('training', 'Detective Sergeant', 'police', 'police', { months: 16 }),
  chair('education', 'Principal Officer Safeguarding in Education', 'education', 'localAuthority'),
  at('education', 'Safer schools sergeant', 'police', 'police', { months: 15 }),
  at('education', 'School nurse lead', 'health', 'health'),
  chair('earlyHelp', 'Director of Early Intervention and Prevention', 'council', 'localAuthority'),
  at('earlyHelp', 'Family centre manager', 'lighthouse', 'voluntary'),
  at('earlyHelp', 'Health visiting lead', 'health', 'health'),
  chair('exploitation', 'Director, Safeguarding and Family Support', 'council', 'localAuthority'),
  at('exploitation', 'Detective Chief Inspector', 'police', 'police', { months: 13 }),
  at('exploitation', 'Named Nurse', 'health', 'health'),
  at('exploitation', 'Youth justice manager', 'youth', 'justice'),
  chair('review', 'Assistant Director of Safeguarding', 'council', 'localAuthority'),
  at('review', 'Detective Inspector, review team', 'police', 'police', { months: 17 }),
  at('review', 'Designated Doctor', 'health', 'health', { statutoryRole: 'designated' }),
]

const current = (demo: DemoContext): readonly SeatPlan[] => {
  const day = (days: number) => workingDayBy(addDays(loadedOn(demo), days))
  return [
    chair('neglect', 'Head of early help', 'council', 'localAuthority', { since: day(-229) }),
    at('neglect', 'Named Nurse', 'health', 'health', { since: day(-229) }),
    chair('sharing', 'Information governance lead', 'council', 'localAuthority', { since: day(-89) }),
    at('sharing', 'Data manager', 'police', 'police', { since: day(-89) }),
  ]
}

const ofEnded: Readonly<Record<string, readonly SeatPlan[]>> = {
  transitional: [
    at('transitional', 'Director Young Islington', 'council', 'localAuthority', { since: '2021-11-09' }),
    at('transitional', 'Head of adult safeguarding', 'adults', 'localAuthority', { since: '2021-11-09' }),
  ],
  disproportionality: [
    at('disproportionality', 'Designated Nurse', 'icb', 'health', { since: '2021-12-07', statutoryRole: 'designated' }),
    at('disproportionality', 'Youth justice manager', 'youth', 'justice', { since: '2021-12-07' }),
  ],
  betweenChildren: [
    at('betweenChildren', 'Principal Officer Safeguarding in Education', 'education', 'localAuthority', {
      since: '2021-03-09',
    }),
  ],
}

/** One colleague after another; most hand over at once, some after weeks in which nobody has the seat. */
const held = (one: Chronicle, random: Random, plan: SeatPlan, until: Day): Chronicle => {
  const last = addDays(until, -(plan.vacant ?? 30))
  let from = workingDayBy(addDays(plan.since ?? opened, 1))
  one.on(from, 'take', {}, { heldFrom: from, holder: colleague(random) })
  for (;;) {
    const stays = Math.round((plan.months ?? 44) * 30 * (0.7 + 0.6 * random.next()))
    const gap = random.chance(0.35) ? random.between(20, 110) : 0
    if (addDays(from, stays + gap + 8) >= last) break
    const left = workingDayBy(addDays(from, stays))
    const next = workingDayBy(addDays(left, gap + 4))
    if (gap > 0) one.on(addDays(left, 1), 'leave', {}, { lastDay: left, vacantWhy: 'Changed post' })
    one.on(next, 'take', {}, { heldFrom: next, holder: colleague(random) })
    from = next
  }
  return plan.vacant === undefined || last <= from
    ? one
    : one.on(addDays(last, 1), 'leave', {}, { lastDay: last, vacantWhy: 'Changed post' })
}

const seatLife = (demo: DemoContext, plan: SeatPlan, until: Day): Chronicle => {
  const { key, group, post, of, sector, statutoryRole = 'none', since = opened } = plan
  const agency = typeof of === 'string' ? demo.agency(of) : null
  const one = chronicle(seatRegister, seatId(key), manager(demo)).on(since, 'start', {
    ...{ inGroup: groupId(group), postTitle: post, organisation: agency?.id ?? null, sector, statutoryRole },
    ...{ organisationName: typeof of === 'string' ? (agency?.name ?? of) : of.called, seatFrom: since },
    groupName: groupName(group),
    substitute: statutoryRole === 'none' && post.startsWith('Director') ? `Deputy of ${post}` : null,
  })
  return held(one, demo.random.fork(`seat ${key}`), plan, until)
}

/** Seats of groups that run. */
export const seatLives = (demo: DemoContext): readonly Chronicle[] =>
  [...published, ...others, ...current(demo)].map(plan => seatLife(demo, plan, loadedOn(demo)))

/** Seats of a group that has ended, which are told with it. */
export const seatsOfEnded = (demo: DemoContext, group: string): readonly Chronicle[] =>
  (ofEnded[group] ?? []).map(plan => seatLife(demo, plan, addDays(plan.since ?? opened, 200)))
