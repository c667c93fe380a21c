import type { StoryDeed } from '../engine/store/story.ts'
import { addDays, type Day, instantOf } from '../kit/dates.ts'
import { idFrom } from '../kit/ids.ts'
import { encompassSchoolRegister } from '../registers/domestic-abuse/encompass-school/index.ts'
import type { DemoContext, DemoSchool, DemoStory } from './context.ts'
import { type Life, tellLives } from './soFar.ts'
import { tell } from './telling.ts'

/** The one of the independent schools that has joined and is told of incidents. */
export const independentJoined = 'Marigold Primary'
/** Independent schools among the invented ones: in 2021-22 the scheme did not include them. */
export const independents: ReadonlySet<string> = new Set([
  independentJoined,
  'Larkhall Mews Primary',
  "Arundel Cross Girls' School",
])

const listedOn: Day = '2019-09-02'
/** Still without an agreement today. */
const outside: ReadonlySet<string> = new Set(['New Compass College', 'Larkhall Mews Primary'])

/**
 * The report says of 2021-22 that “the majority of state schools” had joined, and no number: two of three, here. The rest of
 * the state schools joined by 2024, independent schools after the guidance of November 2025.
 */
const joinedOn = (school: DemoSchool, at: number): Day | null => {
  if (outside.has(school.name)) return null
  if (independents.has(school.name)) return addDays('2026-01-12', (at % 5) * 7)
  return at % 3 === 2 ? addDays('2022-09-05', (at % 30) * 21) : addDays('2019-10-14', (at % 24) * 21)
}

const lifeOf = (demo: DemoContext, school: DemoSchool, at: number): Life | null => {
  const begins = instantOf(addDays(listedOn, 8 + (at % 6)), `1${at % 6}:10`)
  const [coordinator] = demo.holders('encompass_coordinator', begins)
  if (!coordinator) return null
  const deeds: StoryDeed[] = []
  const id = idFrom(school.urn, 'encompass school')
  const independent = independents.has(school.name)
  const phase = school.name.includes('College') && school.phase === 'special' ? 'college' : school.phase
  const values = {
    ...{ school: school.agencyId, sector: independent ? 'independent' : 'state', phase, listedOn },
    whyNotJoined: independent ? 'independent' : 'noAgreement',
  }
  tell({ deeds }, 'start', begins, coordinator, values, { id })
  const joined = joinedOn(school, at)
  if (joined !== null) {
    const before = { agreementOn: addDays(joined, -14), trainedOn: addDays(joined, -5), joinedOn: joined }
    tell({ deeds }, 'join', instantOf(addDays(joined, 1), '11:20'), coordinator, before)
  }
  return { register: encompassSchoolRegister, id, deeds }
}

/** Every school on the list of Operation Encompass, with when it joined. */
export const encompassSchoolStories = (demo: DemoContext): Iterable<DemoStory> =>
  tellLives(
    demo,
    demo.schools.flatMap((school, at) => lifeOf(demo, school, at) ?? []),
  )
