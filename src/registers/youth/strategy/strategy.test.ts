import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { registers } from '../../../app/registers.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { agreedActionRegister } from '../../assurance/agreed-action/index.ts'
import { judgedBy, targets } from './codes.ts'
import { strategyRegister } from './index.ts'
import { againstTarget } from './rules.ts'

let world: World
let people: People

beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
})
beforeEach(() => setNow('2026-11-10T10:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const start = (kind: string, fromDay: string, by = 'youth_safety_lead', more = {}) =>
  people.act(by, strategyRegister, 'start', {
    ...{
      kind,
      name: `Invented ${fromDay}`,
      publishedOn: '2026-08-03',
      fromDay,
      toDay: '2031-12-31',
      ambition: 'Invented',
      ...more,
    },
  })
const act = (reference: string, action: string, typed: Readonly<Record<string, string>>, by = 'youth_safety_lead') =>
  people.act(by, strategyRegister, action, typed, reference)
const aim = (reference: string, number: string, words = 'Invented') =>
  act(reference, 'addObjective', { number, objective: '', words })
const update = (reference: string, writtenOn: string, updateFor = '') =>
  act(reference, 'addUpdate', { writtenOn, updateFor, progress: 'onTrack', update: 'Invented' })
const held = async (reference: string, by = 'youth_safety_lead') =>
  (await readRecord(world.engine, world.as(by), strategyRegister, reference)).held
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })

describe('the figures a strategy may be judged by', () => {
  it('are measures that there are, and targets settings that there are', () => {
    const measures = new Set(registers.flatMap(one => one.measures.map(({ key }) => key)))
    const settings = new Set(registers.flatMap(one => one.settings.map(({ key }) => key)))
    expect(Object.keys(judgedBy).filter(key => !measures.has(key))).toEqual([])
    for (const [key, range] of Object.entries(targets)) {
      expect(Object.keys(judgedBy)).toContain(key)
      for (const one of range) expect(settings.has(one), one).toBe(true)
    }
  })

  it.each([
    [79.9, 'below'],
    [80, 'within'],
    [85, 'within'],
    [90.9, 'above'],
  ] as const)('%d against 80 to 85 is %s', (value, stands) => expect(againstTarget(value, 80, 85)).toBe(stands))
})

describe('a strategy', () => {
  it('is recorded and seen by the lead of its own service, and by those who oversee', async () => {
    await expect(start('violenceAgainstWomen', '2026-08-01')).rejects.toMatchObject(refused('kind', 'another service'))
    const [youth, violence] = [
      await start('youthSafety', '2026-08-01'),
      await start('violenceAgainstWomen', '2026-08-01', 'domestic_abuse_lead'),
    ]
    const sees = (by: string, reference: string) =>
      held(reference, by).then(
        () => true,
        () => false,
      )
    expect([await sees('youth_safety_lead', youth), await sees('youth_safety_lead', violence)]).toEqual([true, false])
    expect([await sees('domestic_abuse_lead', youth), await sees('domestic_abuse_lead', violence)]).toEqual([
      false,
      true,
    ])
    for (const by of ['scrutineer', 'partnership_manager']) expect(await sees(by, violence), by).toBe(true)
    for (const by of ['screener', 'programme_provider', 'administrator']) expect(await sees(by, youth), by).toBe(false)
    await expect(update(violence, '2026-09-01')).rejects.toMatchObject({ kind: 'notFound' })
    // Seen, and not worked on.
    expect([await sees('youth_justice_manager', youth), await sees('youth_justice_manager', violence)]).toEqual([
      true,
      false,
    ])
    const typed = { number: '1', objective: '', words: 'x' }
    await expect(act(youth, 'addObjective', typed, 'youth_justice_manager')).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('runs forwards, has objectives by number, and figures and updates only of those', async () => {
    await expect(start('youthSafety', '2032-01-01')).rejects.toMatchObject(refused('toDay-day', 'before the first'))
    const one = await start('youthSafety', '2026-09-01')
    await expect(start('youthSafety', '2026-09-01')).rejects.toMatchObject({ kind: 'invalid' })
    await aim(one, '1')
    await aim(one, '1', 'Changed')
    await aim(one, '2')
    expect((await held(one)).lines.objectives?.map(line => [line.number, line.words])).toEqual([
      [1, 'Changed'],
      [2, 'Invented'],
    ])
    const judge = (figure: string, figureFor: string) => act(one, 'addFigure', { figure, figureFor })
    await expect(judge('triages', '3')).rejects.toMatchObject(refused('figureFor', 'no objective 3'))
    await judge('triages', '1')
    await judge('triages', '2')
    expect((await held(one)).lines.figures).toHaveLength(1)
    await expect(judge('contacts', '1')).rejects.toMatchObject({ kind: 'invalid' })
    await expect(update(one, '2026-10-01', '3')).rejects.toMatchObject(refused('updateFor', 'no objective 3'))
    await expect(update(one, '2026-08-02')).rejects.toMatchObject(refused('writtenOn-day', 'older'))
  })

  it('sends each action it agrees to all actions, with an owner and a day, where it is followed', async () => {
    const plan = await start('disproportionality', '2026-08-01', 'youth_justice_manager')
    await act(plan, 'addObjective', { number: '1', objective: '', words: 'Courts' }, 'youth_justice_manager')
    const agree = (more = {}) =>
      act(
        plan,
        'agreeAction',
        {
          actionFor: '1',
          task: 'Invented',
          doneBy: '',
          doneByAgency: 'Metropolitan Police',
          dueOn: '2026-12-01',
          ...more,
        },
        'youth_justice_manager',
      )
    await expect(agree({ actionFor: '2' })).rejects.toMatchObject(refused('actionFor', 'no objective 2'))
    await expect(agree({ doneByAgency: '' })).rejects.toMatchObject(refused('doneByAgency', 'Enter either'))
    await expect(agree({ doneBy: 'Youth justice manager' })).rejects.toMatchObject(
      refused('doneByAgency', 'Enter either'),
    )
    await expect(agree({ dueOn: '2026-11-09' })).rejects.toMatchObject(refused('dueOn-day', 'passed'))
    await agree()
    const { rows } = await world.engine.owner.query<{ reference: string }>(
      "select reference from canopy.agreed_action where source = 'plan' and source_note = $1",
      [`${plan}, objective 1`],
    )
    expect(rows).toHaveLength(1)
    for (const by of ['youth_justice_manager', 'agency_lead', 'scrutineer']) {
      const { row } = (await readRecord(world.engine, world.as(by), agreedActionRegister, `${rows[0]?.reference}`)).held
      expect(row, by).toMatchObject({ state: 'open', dueAt: '2026-12-01T23:59:00.000Z' })
    }
  })

  it('has an update every 92 days, and figures of that as counted by hand', async () => {
    const one = await start('youthSafety', '2019-10-01', 'youth_safety_lead', { publishedOn: '2019-10-01' })
    await update(one, '2019-12-01')
    await update(one, '2020-04-01')
    const asked = { period: 'financial_year:2019-20' }
    const inTime = await figureOf(world.engine, world.as('scrutineer'), 'strategy_updates_in_time', asked)
    // Due on 1 January and, after 1 December, on 2 March 2020: the first in time, the second written on 1 April.
    expect([inTime.numerator, inTime.denominator]).toEqual([1, 2])
    await aim(one, '1')
    await aim(one, '2')
    await act(one, 'addFigure', { figure: 'surrender_bins', figureFor: '1' })
    const judged = await figureOf(world.engine, world.as('scrutineer'), 'strategy_objectives_judged', asked)
    expect([judged.numerator, judged.denominator]).toEqual([1, 2])
    await act(one, 'end', { endedOn: '2020-05-01', endedNote: 'Invented' })
  })
})
