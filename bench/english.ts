import { createRandom, type Random } from '../src/kit/random.ts'
import { type Office, type Written, writeDown } from './englishMistakes.ts'
import { type Home, inventPeople } from './englishPeople.ts'

/** Where households lived when an office saw them: so many have moved, to homes like those of others. */
const officeOf = (
  name: string,
  moved: number,
  homes: readonly Home[],
  random: Random,
  more: Omit<Office, 'name' | 'homeOf'>,
): Office => {
  const seen = new Map<number, Home | undefined>()
  return {
    ...more,
    name,
    homeOf: household => {
      if (!seen.has(household)) seen.set(household, random.chance(moved) ? random.pick(homes) : undefined)
      return seen.get(household)
    },
  }
}

const officesOf = (homes: readonly Home[], random: Random): readonly [Office, Office] => [
  officeOf('council', 0.04, homes, random.fork('council'), { knowsNhs: 0.35, knowsUpn: 0.35, knowsTelephone: 0.5 }),
  officeOf('health', 0.18, homes, random.fork('health'), { knowsNhs: 0.55, knowsUpn: 0.15, knowsTelephone: 0.4 }),
]

/** Two offices that write down seven in ten of so many people each, nobody twice, each in an order of its own. */
export const twoFiles = (seed: string, people: number): readonly [readonly Written[], readonly Written[]] => {
  const random = createRandom(`english ${seed}`)
  const everyone = inventPeople(random.fork('people'), people)
  const homes = everyone.map(one => one.home)
  const [left, right] = officesOf(homes, random).map((office, at) => {
    const own = random.fork(`file ${at}`)
    const written = everyone.filter(() => own.chance(0.7)).map(one => writeDown(one, office, `${at}-${one.id}`, own))
    return own.shuffle(written)
  })
  return [left ?? [], right ?? []]
}

/** One register in which a fifth of the people stand twice and some three times. */
export const oneFile = (seed: string, people: number): readonly Written[] => {
  const random = createRandom(`english ${seed}`)
  const everyone = inventPeople(random.fork('people'), people)
  const offices = officesOf(
    everyone.map(one => one.home),
    random,
  )
  const own = random.fork('register')
  const written: Written[] = []
  for (const one of everyone) {
    const times = own.chance(0.2) ? (own.chance(0.2) ? 3 : 2) : 1
    for (let time = 0; time < times; time += 1)
      written.push(writeDown(one, own.pick(offices), `${one.id}-${time}`, own))
  }
  return own.shuffle(written)
}
