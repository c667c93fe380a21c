import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { oneFile } from '../../bench/english.ts'
import { catchCommand } from '../../test/support/given.ts'
import { createWorld, type World } from '../../test/support/world.ts'
import type { MatchPerson } from '../engine/matching/matchPerson.ts'
import { setNow } from '../kit/clock.ts'
import { parseCsv, stringifyCsv } from '../kit/csv.ts'
import { personRegister } from '../registers/people/person/index.ts'

let world: World
let folder: string
beforeAll(async () => {
  setNow('2026-11-26T09:00:00Z')
  world = await createWorld()
  folder = mkdtempSync(join(tmpdir(), 'canopy-match-'))
})
afterAll(async () => {
  setNow(null)
  rmSync(folder, { recursive: true, force: true })
  await world.close()
})

const canopy = (...args: readonly string[]) => catchCommand(args, world.url, folder)
const asManager = ['--as', 'screening_manager'] as const

const example = personRegister.examples[0]?.start as Readonly<Record<string, string>>
const header = Object.keys(example)

/** People as a file for import has them; each is known by day and name, or as far as that goes. */
const write = (name: string, people: readonly MatchPerson[]): string => {
  const rows = people.map(({ names, bornOn, sex, addresses }) => {
    const row: Readonly<Record<string, string | undefined>> = {
      kind: 'adult',
      givenName: names[0]?.given,
      familyName: names[0]?.family,
      knownOn: '2026-11-02',
      birthKnown: bornOn === undefined ? 'notKnown' : 'exact',
      bornOn,
      sex,
      address: addresses?.[0]?.line,
      searchedFor: 'Brought in from a file',
    }
    return header.map(column => row[column] ?? '')
  })
  writeFileSync(join(folder, name), stringifyCsv(header, rows))
  return join(folder, name)
}

// Some slips make a day that is yet to come, which no import takes.
const invented = oneFile('commands', 420).filter(({ person }) => (person.bornOn ?? '') < '2026')
const planted = (id: string, given: string, family: string, bornOn: string): MatchPerson => ({
  id,
  names: [{ given, family }],
  bornOn,
  sex: 'male',
  addresses: [{ line: '7 Invented Row' }],
})
const matches = async () =>
  (
    await world.engine.owner.query<Record<string, string>>(
      'select reference, state, found_by, strength, bits, evidence, person, other, created_by from canopy.person_match order by reference',
    )
  ).rows

describe('people on record', () => {
  it('brought in from a file are compared with everybody, and the command says where the pairs wait', async () => {
    const many = [...invented.map(({ person }) => person), planted('p', 'Yusuf', 'Thornbridgely', '1991-04-17')]
    const dry = await canopy('import', 'person', write('many.csv', many), '--dry-run')
    expect(dry).toMatchObject({ code: 0, err: '' })
    expect(dry.out).not.toContain('decision')
    expect(await matches()).toEqual([])
    // Enough of them to learn from: those who stand in the file twice are found as well.
    const first = await canopy('import', 'person', write('many.csv', many), ...asManager)
    expect(first).toMatchObject({ code: 0, err: '' })
    const after = await matches()
    expect(after.length).toBeGreaterThan(5)
    expect(first.out).toContain(
      `${after.length} pairs may be one person and wait for a decision: /person-match?state=suggested`,
    )
    expect(new Set(after.map(({ found_by }) => found_by))).toEqual(new Set(['file']))
    expect(new Set(after.map(({ state }) => state))).toEqual(new Set(['suggested']))
    // A few more, by the candidates that the database finds.
    const more = [planted('q', 'Youssef', 'Thornbridgely', '1991-04-17'), planted('r', 'Olu', 'Quenvale', '1950-01-02')]
    const second = await canopy('import', 'person', write('more.csv', more), ...asManager)
    expect(second.out).toContain('1 pair may be one person and waits for a decision: /person-match?state=suggested')
    expect((await matches()).at(-1)).toMatchObject({
      found_by: 'file',
      strength: 'strong',
      evidence: expect.stringContaining('Yusuf'),
    })
    const none = await canopy(
      'import',
      'person',
      write('none.csv', [planted('s', 'Ama', 'Vexholme', '1933-05-06')]),
      ...asManager,
      '--json',
    )
    expect(JSON.parse(none.out)).toMatchObject({
      imported: 1,
      waiting: { count: 0, address: '/person-match?state=suggested' },
    })
  })

  it('are compared with each other: nothing is saved unless it is asked for, and nothing twice', async () => {
    const before = await matches()
    const output = join(folder, 'pairs.csv')
    const looked = await canopy('match', 'people', '-o', output)
    expect(looked).toMatchObject({ code: 0, out: '' })
    expect(looked.err).toContain('Nothing is saved')
    expect(await matches()).toEqual(before)
    const rows = parseCsv(readFileSync(output, 'utf8')).rows
    const saved = await canopy('match', 'people', '--save', '--json')
    expect(saved.code).toBe(0)
    const pairs = JSON.parse(saved.out) as { stays: string; other: string; recorded: string | null; chance: number }[]
    expect(pairs).toHaveLength(rows.length)
    expect(pairs.every(({ recorded }) => recorded?.startsWith('MAT-'))).toBe(true)
    expect(pairs.map(({ chance }) => chance)).toEqual(pairs.map(({ chance }) => chance).toSorted((a, b) => b - a))
    const after = await matches()
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after.slice(before.length).every(({ found_by }) => found_by === 'register')).toBe(true)
    const keys = after.map(({ person = '', other = '' }) => [person, other].toSorted().join())
    expect(new Set(keys).size).toBe(keys.length)
    const again = await canopy('match', 'person', '--save')
    expect(again.err).toContain(`${pairs.length} of them on record already. 0 suggestions saved`)
    expect(await matches()).toEqual(after)
  })

  it('are compared as the one whose name is given, who must be allowed to suggest', async () => {
    const refused = { code: 1, out: '', err: 'Your role may not compare people\n' }
    expect(await canopy('match', 'people', '--as', 'analyst')).toEqual(refused)
    expect(
      await canopy(
        'match',
        write('few.csv', [planted('t', 'Yusuf', 'Thornbridgely', '1991-04-17')]),
        '--as',
        'analyst',
      ),
    ).toEqual(refused)
    expect(await canopy('match', 'people', '--as', 'screener')).toMatchObject({ code: 0 })
  })

  it.each([
    [['match'], 'Name one file, or say “people”'],
    [['match', 'people', 'more'], 'Name one file, or say “people”'],
    [['match', 'some.csv', '--save'], '--save goes with “people”'],
    [['match', 'contact', '--save'], '--save goes with “people”'],
  ])('%j is wrong use', async (args, said) => {
    const { code, err } = await canopy(...args)
    expect(code).toBe(2)
    expect(err).toContain(said)
  })
})
