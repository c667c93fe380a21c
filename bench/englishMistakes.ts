import type { MatchPerson } from '../src/engine/matching/matchPerson.ts'
import type { Random } from '../src/kit/random.ts'
import { calledBy } from './englishNames.ts'
import type { Home, Invented } from './englishPeople.ts'

/** Kinds of difference between a person and what was written down; recall is told for each. */
export const kinds = [
  'typing mistake in given name',
  'typing mistake in family name',
  'short form',
  'other spelling',
  'half of a double name',
  'married or birth name',
  'middle name',
  'initial',
  'names swapped',
  'day and month swapped',
  'digit of birth date wrong',
  'birth date estimated',
  'birth date missing',
  'given name missing',
  'moved',
  'address missing',
  'sex wrong',
  'number mistyped',
] as const
export type Kind = (typeof kinds)[number]

export interface Written {
  readonly person: MatchPerson
  readonly of: Invented
  readonly kinds: readonly Kind[]
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz'
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

const neighbour = (letter: string, random: Random): string => {
  const row = rows.find(one => one.includes(letter.toLowerCase())) ?? alphabet
  const at = row.indexOf(letter.toLowerCase()) + (random.chance(0.5) ? 1 : -1)
  return row.charAt(at) || random.pick([...alphabet])
}

/** One slip of the fingers: a neighbour on the keyboard, a letter left out, doubled, put in, or two exchanged. */
const slip = (text: string, random: Random): string => {
  if (text.length < 2) return text
  const at = random.between(0, text.length - 1)
  const [before, letter, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)]
  switch (random.weighted({ neighbour: 30, out: 25, doubled: 10, put: 10, exchanged: 25 })) {
    case 'neighbour':
      return before + neighbour(letter, random) + after
    case 'out':
      return before + after
    case 'doubled':
      return before + letter + letter + after
    case 'put':
      return before + letter + random.pick([...alphabet]) + after
    default:
      return after === '' ? text : before + after.charAt(0) + letter + after.slice(1)
  }
}

const mistype = (text: string, random: Random): string =>
  random.chance(0.12) ? slip(slip(text, random), random) : slip(text, random)

const sounds: readonly (readonly [string, string])[] = [
  ['oo', 'u'],
  ['u', 'oo'],
  ['ou', 'u'],
  ['ee', 'i'],
  ['i', 'ee'],
  ['i', 'y'],
  ['y', 'i'],
  ['ss', 's'],
  ['mm', 'm'],
  ['m', 'mm'],
  ['kh', 'k'],
  ['dh', 'd'],
  ['ph', 'f'],
  ['q', 'k'],
  ['k', 'q'],
  ['z', 's'],
  ['j', 'y'],
  ['w', 'v'],
  ['v', 'w'],
  ['ah', 'a'],
  ['a', 'aa'],
  ['e', 'a'],
  ['a', 'e'],
  ['o', 'u'],
  ['u', 'o'],
  ['h', ''],
  ['sz', 'sh'],
  ['cz', 'ch'],
  ['ia', 'iya'],
  ['ck', 'k'],
]

/** Another way to write what one hears, by rule; one change, at times two. */
const respell = (text: string, random: Random): string => {
  const once = (word: string): string => {
    const lower = word.toLowerCase()
    const open = sounds.filter(([from]) => lower.slice(1).includes(from))
    if (open.length === 0) return word
    const [from, to] = random.pick(open)
    const at = lower.indexOf(from, 1)
    return word.slice(0, at) + to + word.slice(at + from.length)
  }
  const first = once(text)
  return random.chance(0.3) ? once(first) : first
}

const wrongDigit = (date: string, random: Random): string => {
  const at = random.pick([2, 3, 5, 6, 8, 9])
  const digit = String((Number(date.charAt(at)) + random.between(1, 9)) % 10)
  const changed = date.slice(0, at) + digit + date.slice(at + 1)
  const [month, day] = [Number(changed.slice(5, 7)), Number(changed.slice(8, 10))]
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? changed : date
}

const estimatedFrom = (date: string, random: Random): string =>
  `${Number(date.slice(0, 4)) + random.between(-1, 1)}-${random.chance(0.5) ? '01-01' : '07-01'}`

const shortened = (line: string): string =>
  line.replace('Road', 'Rd').replace('Street', 'St').replace('Avenue', 'Ave').replace('Gardens', 'Gdns')

/** How one office writes people down: what it asks for, and where else a family has lived. */
export interface Office {
  readonly name: string
  readonly knowsNhs: number
  readonly knowsUpn: number
  readonly knowsTelephone: number
  /** The home of a household at the time this office saw it, where it is another. */
  readonly homeOf: (household: number) => Home | undefined
}

/** What an office writes down of a person: the person, with whatever goes wrong. */
export const writeDown = (of: Invented, office: Office, id: string, random: Random): Written => {
  const found: Kind[] = []
  const goes = (kind: Kind, chance: number): boolean => {
    if (!random.chance(chance)) return false
    found.push(kind)
    return true
  }
  const given = givenOf(of, goes, random)
  const family = familyOf(of, goes, random)
  const swapped = given !== undefined && goes('names swapped', 0.012)
  const name = swapped ? { given: family, family: given } : { given, family }
  const alias = random.chance(0.04) ? [{ given: of.given, family: of.birthFamily }] : []
  const person: MatchPerson = {
    id,
    names: [name, ...alias],
    ...bornOf(of, goes, random),
    sex: random.chance(0.08) ? undefined : goes('sex wrong', 0.004) ? (of.sex === 'male' ? 'female' : 'male') : of.sex,
    addresses: addressOf(of, office, goes, random),
    nhsNumber: numberOf(of.nhsNumber, office.knowsNhs, goes, random),
    upn: of.upn && numberOf(of.upn, office.knowsUpn, goes, random),
    telephones: random.chance(office.knowsTelephone)
      ? [random.chance(0.1) ? `07${random.between(100_000_000, 999_999_999)}` : of.telephone]
      : [],
  }
  return { person, of, kinds: found }
}

type Goes = (kind: Kind, chance: number) => boolean

const givenOf = (of: Invented, goes: Goes, random: Random): string | undefined => {
  const short = calledBy[of.given]
  if (goes('given name missing', 0.004)) return undefined
  if (goes('initial', 0.006)) return of.given.charAt(0)
  if (goes('middle name', 0.01)) return of.middle
  let name = of.given
  if (short && goes('short form', 0.1)) name = random.pick(short)
  else if (of.spelled && random.chance(0.15)) {
    const other = respell(name, random)
    if (other !== name && goes('other spelling', 1)) name = other
  }
  if (random.chance(0.1)) name = random.chance(0.5) ? `${name} ${of.middle}` : name
  return goes('typing mistake in given name', 0.03) ? mistype(name, random) : name
}

const familyOf = (of: Invented, goes: Goes, random: Random): string => {
  let name = of.family
  if (of.birthFamily !== of.family && goes('married or birth name', 0.12)) name = of.birthFamily
  if (name.includes('-') && goes('half of a double name', 0.25)) name = name.split('-')[random.between(0, 1)] ?? name
  else if (name.includes('-') && random.chance(0.2)) name = name.replace('-', ' ')
  if (of.spelled && random.chance(0.12)) {
    const other = respell(name, random)
    if (other !== name && goes('other spelling', 1)) name = other
  }
  return goes('typing mistake in family name', 0.03) ? mistype(name, random) : name
}

const bornOf = ({ bornOn }: Invented, goes: Goes, random: Random): Pick<MatchPerson, 'bornOn' | 'bornEstimated'> => {
  if (goes('birth date missing', 0.025)) return {}
  if (goes('birth date estimated', 0.008)) return { bornOn: estimatedFrom(bornOn, random), bornEstimated: true }
  const [year, month, day] = bornOn.split('-') as [string, string, string]
  if (Number(day) <= 12 && day !== month && goes('day and month swapped', 0.025))
    return { bornOn: `${year}-${day}-${month}` }
  if (random.chance(0.02)) {
    const wrong = wrongDigit(bornOn, random)
    if (wrong !== bornOn && goes('digit of birth date wrong', 1)) return { bornOn: wrong }
  }
  return { bornOn }
}

const addressOf = (of: Invented, office: Office, goes: Goes, random: Random): MatchPerson['addresses'] => {
  if (goes('address missing', 0.05)) return []
  const other = office.homeOf(of.household)
  const home = other && goes('moved', 0.95) ? other : of.home
  const line = random.chance(0.3) ? shortened(home.line) : home.line
  return [
    {
      line: random.chance(0.05) ? mistype(line, random) : line,
      postcode: random.chance(0.06) ? undefined : random.chance(0.02) ? mistype(home.postcode, random) : home.postcode,
    },
  ]
}

const numberOf = (number: string, known: number, goes: Goes, random: Random): string | undefined => {
  if (!random.chance(known)) return undefined
  return goes('number mistyped', 0.01) ? slip(number, random) : number
}
