import type { EthnicGroupCode } from '../fields/lists/ethnicity.ts'
import { addDays, type Day, londonDay } from '../kit/dates.ts'
import type { Random } from '../kit/random.ts'
import type { DemoSchool } from './context.ts'
import { communities, drawAddress, drawCommunity, ethnicityOf, wardsOn } from './names.ts'

/** An invented child as a referrer describes it. */
export interface DemoChild {
  /** Null for an unborn child. */
  readonly givenName: string | null
  readonly bornOn: Day | null
  readonly expectedOn: Day | null
  readonly sex: 'female' | 'male' | 'unknown'
  readonly school: string | null
}

export interface DemoAdult {
  readonly name: string
  readonly relationship: 'mother' | 'father' | 'stepParent' | 'grandparent'
  readonly responsible: boolean
}

/** An invented family at one address. */
export interface Household {
  readonly familyName: string
  readonly ethnicity: EthnicGroupCode
  readonly address: string
  readonly ward: string
  readonly children: readonly DemoChild[]
  readonly adults: readonly DemoAdult[]
}

const drawChild = (
  random: Random,
  community: (typeof communities)[keyof typeof communities],
  day: Day,
  schools: readonly DemoSchool[],
  mayBeUnborn: boolean,
): DemoChild => {
  if (mayBeUnborn && random.chance(0.025))
    return {
      givenName: null,
      bornOn: null,
      expectedOn: addDays(day, random.between(20, 190)),
      sex: 'unknown',
      school: null,
    }
  const girl = random.chance(0.49)
  // Teenagers and the very young come to notice more often than the years between.
  const age = random.weighted({
    0: 9,
    1: 5,
    2: 5,
    3: 5,
    4: 5,
    5: 6,
    6: 5,
    7: 5,
    8: 5,
    9: 5,
    10: 6,
    11: 6,
    12: 7,
    13: 8,
    14: 8,
    15: 8,
    16: 7,
    17: 5,
  })
  const years = Number(age)
  const bornOn = addDays(day, -Math.floor(years * 365.25) - random.between(1, 364))
  const phase = years < 5 ? 'nursery' : years < 11 ? 'primary' : 'secondary'
  const places = schools.filter(school => school.phase === phase)
  const school = years < 3 || places.length === 0 || random.chance(0.08) ? null : random.pick(places).name
  return {
    givenName: random.pick(girl ? community.girls : community.boys),
    bornOn,
    expectedOn: null,
    sex: girl ? 'female' : 'male',
    school,
  }
}

/** A family with at least that many children, as it is on the day of an event. */
export const drawHousehold = (
  random: Random,
  at: string,
  atLeast: number,
  schools: readonly DemoSchool[],
): Household => {
  const day = londonDay(at)
  const community = communities[drawCommunity(random)]
  const familyName = random.pick(community.families)
  const count = Math.max(atLeast, Number(random.weighted({ 1: 45, 2: 33, 3: 15, 4: 7 })))
  const drawn = Array.from({ length: count }, (_, n) =>
    drawChild(random, community, day, schools, n === 0 && atLeast === 1),
  )
  // Brothers and sisters do not share a given name.
  const names = new Set<string>()
  const children = drawn.map(child => {
    if (child.givenName === null || !names.has(child.givenName)) {
      if (child.givenName !== null) names.add(child.givenName)
      return child
    }
    const others = (child.sex === 'female' ? community.girls : community.boys).filter(name => !names.has(name))
    const givenName = random.pick(others)
    names.add(givenName)
    return { ...child, givenName }
  })
  const mother: DemoAdult = {
    name: `${random.pick(community.women)} ${familyName}`,
    relationship: 'mother',
    responsible: true,
  }
  const other: DemoAdult = random.chance(0.7)
    ? {
        name: `${random.pick(community.men)} ${random.chance(0.6) ? familyName : random.pick(community.families)}`,
        relationship: 'father',
        responsible: random.chance(0.8),
      }
    : {
        name: `${random.pick(community.men)} ${random.pick(community.families)}`,
        relationship: 'stepParent',
        responsible: false,
      }
  return {
    familyName,
    ethnicity: random.chance(0.04) ? 'NSTD' : random.chance(0.01) ? 'REFU' : ethnicityOf(community, familyName),
    address: drawAddress(random),
    ward: random.pick(wardsOn(day)),
    children,
    adults: random.chance(0.25) ? [mother] : [mother, other],
  }
}
