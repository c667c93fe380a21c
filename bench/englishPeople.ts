import type { Random } from '../src/kit/random.ts'
import { type NamePool, pools, rareFamilies, streets } from './englishNames.ts'

/** An invented person as they are, before anybody writes them down. */
export interface Invented {
  readonly id: number
  readonly household: number
  readonly given: string
  readonly middle: string
  readonly family: string
  /** The name at birth, where it is another. */
  readonly birthFamily: string
  readonly bornOn: string
  readonly sex: 'female' | 'male'
  readonly home: Home
  readonly nhsNumber: string
  readonly upn: string | undefined
  readonly telephone: string
  readonly spelled: boolean
  readonly twin: boolean
}

export interface Home {
  readonly line: string
  readonly postcode: string
}

/** Draws by place in a list, ever rarer: the n-th is drawn 1 / n^steep times as often as the first. */
const createSkewed = (size: number, steep: number): ((random: Random) => number) => {
  const sums: number[] = []
  for (let at = 0; at < size; at += 1) sums.push((sums[at - 1] ?? 0) + 1 / (at + 1) ** steep)
  const total = sums.at(-1) ?? 1
  return random => {
    const drawn = random.next() * total
    let [low, high] = [0, size - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < drawn) low = middle + 1
      else high = middle
    }
    return low
  }
}

const skewedPick = (names: readonly string[], steep: number) => {
  const draw = createSkewed(names.length, steep)
  return (random: Random): string => names[draw(random)] ?? ''
}

const drawersOf = (pool: NamePool) => ({
  pool,
  girl: skewedPick(pool.girls, pool.steep),
  boy: skewedPick(pool.boys, pool.steep),
  family: skewedPick(pool.families, pool.steep),
})
type Drawers = ReturnType<typeof drawersOf>
const drawers = pools.map(drawersOf)

const drawPool = (random: Random): Drawers => {
  let left = random.next()
  for (const one of drawers) {
    left -= one.pool.weight
    if (left < 0) return one
  }
  return drawers[0] as Drawers
}

const familyName = ({ pool, family }: Drawers, random: Random): string =>
  random.chance(pool.tail) ? random.pick(rareFamilies) : family(random)

const two = (value: number): string => String(value).padStart(2, '0')

const dayIn = (random: Random, from: number, to: number): string => {
  const year = random.between(from, to)
  const month = random.between(1, 12)
  const last = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 30
  return `${year}-${two(month)}-${two(random.between(1, last))}`
}

const letters = 'ABDEFGHJLNPQRSTUWXYZ'
const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.between(0, 9)).join('')

/** Homes of a town: a postcode has a dozen or so, all in one street. */
const createHomes = (random: Random, people: number): (() => Home) => {
  const postcodes = Array.from({ length: Math.max(10, Math.floor(people / 40)) }, () => ({
    street: random.pick(streets),
    postcode: `Q${random.pick([...letters])}${random.between(1, 28)} ${random.between(1, 9)}${random.pick([...letters])}${random.pick([...letters])}`,
    from: random.between(0, 12) * 10,
  }))
  return () => {
    const { street, postcode, from } = random.pick(postcodes)
    const flat = random.chance(0.2) ? `Flat ${random.between(1, 20)}, ` : ''
    return { line: `${flat}${from + random.between(1, 20)} ${street}`, postcode }
  }
}

export const createHouseholds = (random: Random, people: number) => {
  const home = createHomes(random.fork('homes'), people)
  let [id, household] = [0, 0]
  const personOf = (
    source: Drawers,
    shared: { readonly home: Home; readonly telephone: string; readonly household: number },
    more: {
      readonly family: string
      readonly birthFamily?: string
      readonly bornOn: string
      readonly sex: 'female' | 'male'
      readonly child: boolean
      readonly twin?: boolean
      readonly not?: readonly string[]
    },
  ): Invented => {
    const draw = more.sex === 'female' ? source.girl : source.boy
    let given = draw(random)
    while (more.not?.includes(given)) given = draw(random)
    id += 1
    return {
      id,
      household: shared.household,
      given,
      middle: draw(random),
      family: more.family,
      birthFamily: more.birthFamily ?? more.family,
      bornOn: more.bornOn,
      sex: more.sex,
      home: shared.home,
      nhsNumber: digits(random, 10),
      upn: more.child ? `${random.pick([...letters])}${digits(random, 12)}` : undefined,
      telephone: shared.telephone,
      spelled: source.pool.spelled,
      twin: more.twin ?? false,
    }
  }
  /** One household: one or two adults, none to five children; one birth in sixty is of twins. */
  return (): readonly Invented[] => {
    household += 1
    const source = drawPool(random)
    const shared = { home: home(), telephone: `07${digits(random, 9)}`, household }
    const [father, mother] = [familyName(source, random), familyName(source, random)]
    const family = random.chance(0.08) ? `${mother}-${father}` : father
    const adultYear = random.between(1955, 2000)
    const members: Invented[] = []
    if (random.chance(0.85)) {
      const married = random.chance(0.5)
      const bornOn = dayIn(random, adultYear, adultYear + 3)
      members.push(
        personOf(source, shared, {
          family: married ? father : mother,
          birthFamily: mother,
          bornOn,
          sex: 'female',
          child: false,
        }),
      )
    }
    if (random.chance(0.6))
      members.push(
        personOf(source, shared, {
          family: father,
          bornOn: dayIn(random, adultYear - 4, adultYear + 3),
          sex: 'male',
          child: false,
        }),
      )
    const births = random.weighted({ 0: 15, 1: 25, 2: 32, 3: 18, 4: 7, 5: 3 })
    for (let birth = 0; birth < Number(births); birth += 1) {
      const bornOn = dayIn(random, 2007, 2025)
      const twins = random.chance(1 / 60)
      for (let child = 0; child < (twins ? 2 : 1); child += 1) {
        const sex = random.chance(0.5) ? 'female' : 'male'
        members.push(
          personOf(source, shared, {
            family,
            bornOn,
            sex,
            child: true,
            twin: twins,
            not: members.map(one => one.given),
          }),
        )
      }
    }
    return members
  }
}

/** So many invented people, in households. */
export const inventPeople = (random: Random, count: number): readonly Invented[] => {
  const next = createHouseholds(random, count)
  const people: Invented[] = []
  while (people.length < count) people.push(...next())
  return people.slice(0, count)
}
