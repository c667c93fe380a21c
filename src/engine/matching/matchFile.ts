import { CsvFault } from '../../kit/csv.ts'
import { isDay } from '../../kit/dates.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'
import type { FileTable } from '../import/readTable.ts'
import { within } from '../store/transaction.ts'
import { asMatched, enoughToLearn, evidenceOf, likelyPeople, type MatchRow } from './candidates.ts'
import type { MatchPerson } from './matchPerson.ts'
import { explainPair, linkPeople } from './people.ts'
import { comparedRegisters, mustCompare } from './suggest.ts'

/** A row of a file with where it stands. */
export interface FilePerson {
  readonly line: number
  readonly person: MatchPerson
}

/** What a row of a file turned out to be. */
export interface RowMatch {
  readonly line: number
  readonly result: 'known' | 'uncertain' | 'new'
  readonly reference: string | null
  /** That both are one person: 0 to 1. */
  readonly chance: number | null
  readonly why: readonly string[]
}

/** Headings by which columns are known, in small letters without anything but letters. */
const columns: Readonly<Record<string, readonly string[]>> = {
  given: ['givenname', 'givennames', 'firstname', 'forename', 'forenames'],
  family: ['familyname', 'surname', 'lastname'],
  bornOn: ['dateofbirth', 'dob', 'bornon', 'birthdate'],
  sex: ['sex', 'gender'],
  line: ['address', 'addressline'],
  postcode: ['postcode'],
  nhsNumber: ['nhsnumber', 'nhsno', 'nhs'],
  upn: ['upn', 'uniquepupilnumber'],
  telephone: ['telephone', 'phone', 'mobile'],
}

const plain = (heading: string): string => heading.toLowerCase().replace(/[^a-z]/g, '')

/** "14/05/2016", "2016-05-14" and "20160514" are one day; anything else is no day and counts as missing. */
const dayOf = (text: string | undefined): string | undefined => {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text ?? '') ?? undefined
  const packed = /^(\d{4})(\d\d)(\d\d)$/.exec(text ?? '')
  const day = parts
    ? `${parts[3]}-${parts[2]?.padStart(2, '0')}-${parts[1]?.padStart(2, '0')}`
    : packed
      ? `${packed[1]}-${packed[2]}-${packed[3]}`
      : text
  return day !== undefined && isDay(day) ? day : undefined
}

const sexOf = (text: string | undefined): string | undefined =>
  ({ f: 'female', female: 'female', m: 'male', male: 'male' })[text?.toLowerCase() ?? '']

/**
 * The people of a file, whose columns are known by their headings.
 * @throws CsvFault where no column holds a name
 */
export const peopleOf = ({ header, rows }: FileTable): readonly FilePerson[] => {
  const at = Object.fromEntries(
    Object.entries(columns).map(([key, known]) => [key, header.findIndex(one => known.includes(plain(one)))]),
  )
  if (at.given === -1 && at.family === -1)
    throw new CsvFault('No column holds a name. Call one “Given names” and one “Family name”')
  return rows.map(({ line, cells }) => {
    const cell = (key: string) => cells[at[key] ?? -1]?.trim() || undefined
    const telephone = cell('telephone')
    return {
      line,
      person: {
        id: String(line),
        names: [{ given: cell('given'), family: cell('family') }],
        bornOn: dayOf(cell('bornOn')),
        sex: sexOf(cell('sex')),
        addresses: [{ line: cell('line'), postcode: cell('postcode') }],
        nhsNumber: cell('nhsNumber'),
        upn: cell('upn'),
        ...(telephone === undefined ? {} : { telephones: [telephone] }),
      },
    }
  })
}

const none = ({ line }: FilePerson): RowMatch => ({ line, result: 'new', reference: null, chance: null, why: [] })

/**
 * Who on record each row of a file is, as the one who asks may know it. Nothing is changed, and nobody is taken for somebody by a
 * machine: what is uncertain is for a person to decide.
 * @throws Outcome forbidden for a role that may not say that two records are one
 */
export const matchFile = async (
  engine: Engine,
  actor: Actor,
  rows: readonly FilePerson[],
): Promise<readonly RowMatch[]> => {
  for (const compared of comparedRegisters(engine)) await mustCompare(engine, actor, compared)
  return within(engine, actor, async tx => {
    if (rows.length >= enoughToLearn) {
      const known = await tx.query<MatchRow & Record<string, unknown>>('select * from canopy.match_people(null)')
      return linkAll(rows, known)
    }
    const found: RowMatch[] = []
    for (const row of rows) {
      const [best] = await likelyPeople(tx, row.person, 1)
      found.push(
        best
          ? {
              line: row.line,
              result: best.judgement.strength === 'Strong' ? 'known' : 'uncertain',
              reference: best.reference,
              chance: best.judgement.chance,
              why: evidenceOf(best.judgement),
            }
          : none(row),
      )
    }
    return found
  })
}

/** All rows against all people, with chances learned from the two lists themselves. */
const linkAll = (rows: readonly FilePerson[], known: readonly MatchRow[]): readonly RowMatch[] => {
  const people = asMatched(known)
  const sought = rows.map(({ person }) => person)
  const { links, uncertain, model } = linkPeople(sought, people, { source: 'the file and the register' })
  const best = new Map<number, RowMatch>()
  for (const [result, pairs] of [
    ['known', links],
    ['uncertain', uncertain],
  ] as const)
    for (const { left, right, chance } of pairs) {
      const [row, other, person] = [rows[left], known[right], people[right]]
      if (best.has(left) || !row || !other || !person) continue
      const why = evidenceOf(explainPair(row.person, person, model))
      best.set(left, { line: row.line, result, reference: other.reference, chance, why })
    }
  return rows.map((row, at) => best.get(at) ?? none(row))
}
