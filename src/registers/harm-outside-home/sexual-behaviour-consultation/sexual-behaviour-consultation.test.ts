import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { optionOf } from '../../../declare/field.ts'
import type { Typed } from '../../../declare/input.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { exploitationKinds } from '../../../fields/lists/harmOutsideHome.ts'
import { setNow } from '../../../kit/clock.ts'
import { consultation } from './examples.ts'
import { sexualBehaviourConsultationRegister as register } from './index.ts'

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
const start = (more: Typed = {}, by = coordinator) =>
  people.act(by, register, 'start', { ...consultation, heldOn: '2026-11-02', followUpOn: '', ...more })
const heldIn = async (record: string, by = coordinator) =>
  (await readRecord(world.engine, world.as(by), register, record)).held
const figure = async (measure: string) => {
  const found = await figureOf(world.engine, world.as(coordinator), measure, { period: 'month:2026-11' })
  return [found.numerator, found.denominator].map(Number)
}
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })

describe('a consultation', () => {
  it('names one setting, and is asked about again where something was agreed', async () => {
    await expect(start({ settingOther: '' })).rejects.toMatchObject(refused('setting', 'which setting'))
    await expect(start({ next: 'nothing;police' })).rejects.toMatchObject(refused('next', 'either'))
    const agreed = await heldIn(await start())
    expect(agreed.row.state).toBe('held')
    expect(agreed.clocks).toMatchObject([{ clock: 'follow_up', dueOn: '2026-12-14' }])
    const ended = await heldIn(await start({ next: 'nothing' }))
    expect([ended.row.state, ended.clocks]).toEqual(['ended', []])
  })

  it('asks for no child, and says of none that they are to blame', () => {
    expect(Object.values(register.record.fields).filter(field => field.kind === 'related')).toEqual([])
    const words = JSON.stringify([register.record, exploitationKinds])
    expect(words).not.toMatch(/perpetrator|offender|suspect\b/i)
    expect(optionOf(exploitationKinds, 'HSB')?.hint).toContain('child with needs')
  })

  it('is counted each time it is held, and by whether the advice helped', async () => {
    const [count, helped] = [
      await figure('sexual_behaviour_consultations'),
      await figure('sexual_behaviour_advice_helped'),
    ]
    const [one, other] = [await start(), await start()]
    await start()
    const mistaken = await start()
    await people.act(coordinator, register, 'markMistaken', { mistakenWhy: 'Twice' }, mistaken)
    const after = { followedUpOn: '2026-11-09', followUpNote: 'Invented' }
    await people.act(coordinator, register, 'followUp', { ...after, helped: 'partly' }, one)
    await people.act(coordinator, register, 'followUp', { ...after, helped: 'no' }, other)
    expect(await figure('sexual_behaviour_consultations')).toEqual(count.map(n => n + 3))
    expect(await figure('sexual_behaviour_advice_helped')).toEqual([(helped[0] ?? 0) + 1, (helped[1] ?? 0) + 2])
  })

  it('is for the coordinator and whoever gave the advice, not for the police or anybody else', async () => {
    const [mine, theirs] = [await start({}, 'social_worker'), await start()]
    expect(await hidden.sees('social_worker', register, mine)).toBe(true)
    expect(await hidden.sees(coordinator, register, mine)).toBe(true)
    for (const by of ['social_worker', 'police_unit', 'team_manager', 'panel_member', 'setting_lead'])
      expect(await hidden.sees(by, register, theirs), by).toBe(false)
    const names = Object.keys((await heldIn(theirs, 'analyst')).row)
    for (const name of ['setting', 'settingOther', 'situation', 'advice', 'askedBy']) expect(names).not.toContain(name)
  })
})
