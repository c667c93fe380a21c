import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { boroughBriefingRegister as register } from './index.ts'

let world: World
let people: People
let hidden: ReturnType<typeof createHidden>

beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
  hidden = createHidden(world, people)
})
beforeEach(() => setNow('2026-11-10T10:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const coordinator = 'exploitation_coordinator'
const start = (heldOn = '2026-11-05') =>
  people.act(coordinator, register, 'start', { heldOn, topic: 'Invented', how: 'online' })
const act = (record: string, action: string, typed: Typed = {}, by = coordinator) =>
  people.act(by, register, action, typed, record)
const seat = (record: string, howMany: string, attended: string, more: Typed = {}) =>
  act(record, 'addAudience', {
    placeAgency: '',
    placeOther: 'Surgery',
    job: 'General practitioner',
    howMany,
    attended,
    ...more,
  })
const heldIn = async (record: string, by = coordinator) =>
  (await readRecord(world.engine, world.as(by), register, record)).held
const figure = async (measure: string) => {
  const found = await figureOf(world.engine, world.as(coordinator), measure, { period: 'month:2026-11' })
  return [found.numerator, found.denominator].map(Number)
}
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })

describe('a borough briefing', () => {
  it('is planned, held on its day and not before, and evaluated', async () => {
    const later = await start('2026-11-20')
    await expect(act(later, 'recordHeld')).rejects.toMatchObject({ kind: 'conflict' })
    expect((await heldIn(later)).clocks).toEqual([])
    const record = await start()
    await act(record, 'recordHeld')
    expect((await heldIn(record)).clocks).toMatchObject([{ clock: 'evaluate', dueOn: '2026-12-03' }])
    const evaluation = { feedbackAskedOn: '2026-11-06', evaluatedOn: '2026-11-09', evaluation: 'Invented' }
    await expect(act(record, 'evaluate', { ...evaluation, goesOn: 'asIs;format' })).rejects.toMatchObject(
      refused('goesOn', 'either'),
    )
    await act(record, 'evaluate', { ...evaluation, goesOn: 'asIs' })
    expect((await heldIn(record)).row.state).toBe('evaluated')
  })

  it('has content by source, a later one in the place of an earlier, also from the police', async () => {
    const record = await start()
    await act(record, 'addContent', { source: 'police', told: 'First' }, 'police_unit')
    await act(record, 'addContent', { source: 'police', told: 'Second' })
    await act(record, 'addContent', { source: 'gangsAnalyst', told: 'Third' })
    expect(await hidden.lines(coordinator, register, record, 'content')).toBe(2)
    const shown = await heldIn(record, 'partnership_manager')
    expect(JSON.stringify(shown)).not.toContain('Second')
  })

  it('counts people who came of people invited, and useful answers of answers', async () => {
    await expect(seat(await start(), '1', 'yes', { placeOther: '' })).rejects.toMatchObject(
      refused('placeAgency', 'which'),
    )
    const [before, useful, held] = await Promise.all(
      ['borough_briefing_attendance', 'borough_briefing_useful', 'borough_briefings'].map(figure),
    )
    const record = await start()
    await seat(record, '4', 'yes')
    await seat(record, '2', 'no', { job: 'Youth worker' })
    await act(record, 'recordHeld')
    for (const answer of ['very', 'little'])
      await act(record, 'addFeedback', { fromAgency: '', useful: answer, changed: '', wanted: '' })
    expect(await figure('borough_briefing_attendance')).toEqual([(before?.[0] ?? 0) + 4, (before?.[1] ?? 0) + 6])
    expect(await figure('borough_briefing_useful')).toEqual([(useful?.[0] ?? 0) + 1, (useful?.[1] ?? 0) + 2])
    expect((await figure('borough_briefings'))[0]).toBe((held?.[0] ?? 0) + 1)
  })

  it('is seen by those who prepare it and by the partnership, and by no setting', async () => {
    const record = await start()
    for (const by of [coordinator, 'police_unit', 'partnership_manager'])
      expect(await hidden.sees(by, register, record)).toBe(true)
    for (const by of ['setting_lead', 'screener', 'panel_member'])
      expect(await hidden.sees(by, register, record)).toBe(false)
  })
})
