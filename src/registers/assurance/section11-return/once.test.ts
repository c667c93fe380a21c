import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refused, returnsIn } from '../../../../test/support/section11.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import type { Engine } from '../../../engine/engine.ts'
import { importFile } from '../../../engine/import/importFile.ts'
import { perform, rehearse } from '../../../engine/store/perform.ts'
import { setNow } from '../../../kit/clock.ts'
import { section11Register } from './index.ts'
import { isRound } from './rules.ts'

let world: World
const { does } = returnsIn(() => world)
const told = 'This agency has a return for this round already'
const first = { askedOf: 'Whittington Health', round: '2026-27', sentOn: '2026-09-07', dueOn: '2026-11-02' }

beforeAll(async () => {
  setNow('2026-09-07T08:00:00.000Z')
  world = await createWorld()
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const start = (register = section11Register, typed: Typed = first) =>
  perform(world.engine, world.as('audit_lead'), { register, action: 'start', typed })
const { onePer, ...unguarded } = section11Register.pathway
/** The register as it would be without the declaration: only the database stands in the way. */
const withoutOnePer = { ...section11Register, pathway: unguarded }
const csv = (...rounds: readonly string[]) => ({
  name: 'returns.csv',
  bytes: new TextEncoder().encode(
    ['askedOf,round,sentOn', ...rounds.map(round => `Metropolitan Police,${round},2026-09-07`)].join('\n'),
  ),
})

describe('one return for each agency and round', () => {
  it('refuses a second one with the reference of the first, before and on the button', async () => {
    const { reference } = await start()
    const wanted = { register: section11Register, action: 'start', typed: first }
    expect(await rehearse(world.engine, world.as('partnership_manager'), wanted)).toEqual([
      { field: 'round', message: `${told}: ${reference}` },
    ])
    expect(await refused(start())).toEqual({ kind: 'invalid', messages: [`${told}: ${reference}`] })
    // Another agency, or another round, is another return.
    await start(section11Register, { ...first, askedOf: 'Canal Street School' })
    await start(section11Register, { ...first, round: '2027-28' })
  })

  it('lets the agency be asked again when the first return was withdrawn', async () => {
    const typed = { ...first, askedOf: 'Holly Lane Primary' }
    const { reference } = await start(section11Register, typed)
    await does('audit_lead', 'withdraw', { withdrawnWhy: 'sentInError', withdrawnNote: 'The wrong day' }, reference)
    expect((await start(section11Register, typed)).state).toBe('sent')
  })

  it('of two people at the same moment lets one through, and tells the other with a conflict', async () => {
    // Without the declaration nothing looks beforehand, as for whoever is a moment too early to see the other's record.
    await expect(start(withoutOnePer)).rejects.toMatchObject({ kind: 'conflict', message: told })
    const typed = { ...first, round: '2031-32' }
    const both = await Promise.allSettled([start(withoutOnePer, typed), start(withoutOnePer, typed)])
    expect(both.map(one => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(one => one.status === 'rejected')).toMatchObject({ reason: { kind: 'conflict', message: told } })
    // An engine whose register says nothing of it gives the bare error of the database: the declaration makes the sentence.
    const deaf: Engine = { ...world.engine, registers: [withoutOnePer] }
    const bare = perform(deaf, world.as('audit_lead'), { register: withoutOnePer, action: 'start', typed: first })
    await expect(bare).rejects.toMatchObject({ code: '23505' })
  })

  it('says it of the rows of a file, against what is recorded and against each other', async () => {
    const register = {
      ...section11Register,
      access: { ...section11Register.access, imports: ['audit_lead'] as const },
    }
    const actor = world.as('audit_lead')
    const { reference } = await start(section11Register, { ...first, askedOf: 'Metropolitan Police' })
    const report = await importFile(world.engine, actor, register, csv('2026-27', '2028-29', '2028-29 '))
    expect(report).toMatchObject({ good: false, imported: 0 })
    expect(report.problems).toEqual([{ line: 2, column: 'round', value: '2026-27', message: `${told}: ${reference}` }])
    // The same row twice is no problem, only left out; another date makes it a second return.
    expect(report.repeated).toEqual([{ line: 4, reference: null, sameAs: 3 }])
    const other = csv('2028-29', '2028-29')
    const bytes = new TextEncoder().encode(new TextDecoder().decode(other.bytes).replace(/09-07$/, '09-06'))
    const second = await importFile(world.engine, actor, register, { ...other, bytes })
    expect(second.problems.map(one => [one.line, one.message])).toEqual([[3, `${told}: line 2`]])
  })

  it('takes a round in one spelling only', async () => {
    expect(['2026-27', '2099-00'].map(isRound)).toEqual([true, true])
    expect(['2026/27', '2026-28', '26-27', '2026-27 a', ''].map(isRound)).not.toContain(true)
    expect(await refused(start(section11Register, { ...first, round: '2026/27' }))).toEqual({
      kind: 'invalid',
      messages: ['Enter the round as two years that follow each other, for example 2026-27'],
    })
  })
})
