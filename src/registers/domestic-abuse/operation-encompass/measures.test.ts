import { CamelCasePlugin } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import { alone } from '../../../declare/measure.ts'
import { perform } from '../../../engine/store/perform.ts'
import { setNow } from '../../../kit/clock.ts'
import { period } from '../../../kit/periods.ts'
import { incident } from './examples.ts'
import { operationEncompassRegister as register } from './index.ts'

let world: World

type Deed = readonly [action: string, at: string, by: string, typed?: Typed]
const safe = { safeToSend: 'yes' }
const recalled = { recallWhy: 'mistake', recallRead: 'notRead', recallDone: 'Asked to destroy it' }
const toCanalStreet = { toSettingType: 'secondary', toSchool: '100999', toJoined: 'joined' }
const support = { givenOn: '2026-03-06', given: 'talked' }
const home = { settingType: 'home', school: '', joined: '', council: 'Islington Council' }
const outside = { settingType: 'independent', joined: 'notJoined', whyNotJoined: 'declined', route: 'schoolDirectly' }
const told = { deliveredAt: '2026-03-06 08:59', deliveredHow: 'phone', toldPerson: 'Head', safeToSend: 'yes' }

/** Everybody known to the police on Thursday 5 March 2026, 10:25pm: all due on Friday 6 March at 9am, unless said. */
const lives: readonly { name: string; typed?: Typed; deeds?: readonly Deed[] }[] = [
  {
    name: 'in time, read and supported',
    deeds: [
      ['send', '2026-03-05T23:30:00Z', 'check_answerer', safe],
      ['acknowledge', '2026-03-06T08:15:00Z', 'setting_lead'],
      ['recordSupport', '2026-03-06T15:00:00Z', 'setting_lead', support],
      ['recordSupport', '2026-03-06T16:00:00Z', 'setting_lead', support],
    ],
  },
  { name: 'at nine exactly, which is too late', deeds: [['send', '2026-03-06T09:00:00Z', 'check_answerer', safe]] },
  {
    name: 'late, read',
    typed: { childVoice: '' },
    deeds: [
      ['send', '2026-03-06T11:00:00Z', 'check_answerer', safe],
      ['acknowledge', '2026-03-06T12:00:00Z', 'setting_lead'],
    ],
  },
  { name: 'never sent: overdue' },
  { name: 'withdrawn', deeds: [['withdraw', '2026-03-05T23:30:00Z', 'check_answerer', { withdrawnWhy: 'twice' }]] },
  { name: 'at home, in time', typed: home, deeds: [['send', '2026-03-06T08:00:00Z', 'check_answerer', safe]] },
  {
    name: 'not joined, told by telephone in time',
    typed: outside,
    deeds: [['recordTold', '2026-03-06T10:00:00Z', 'check_answerer', told]],
  },
  {
    name: 'wrong school, recalled, sent on (and the new one waits: overdue)',
    deeds: [
      ['send', '2026-03-05T23:30:00Z', 'check_answerer', safe],
      ['recall', '2026-03-06T01:00:00Z', 'check_answerer', recalled],
      ['sendOn', '2026-03-06T02:00:00Z', 'check_answerer', toCanalStreet],
    ],
  },
  {
    name: 'returned and not yet sent on: overdue',
    deeds: [
      ['send', '2026-03-05T23:30:00Z', 'check_answerer', safe],
      ['returnIt', '2026-03-06T08:30:00Z', 'setting_lead', { returnWhy: 'left' }],
    ],
  },
  {
    name: 'wrong school, recalled, sent on and told there in time',
    deeds: [
      ['send', '2026-03-05T23:30:00Z', 'check_answerer', safe],
      ['recall', '2026-03-06T01:00:00Z', 'check_answerer', recalled],
      ['sendOn', '2026-03-06T02:00:00Z', 'check_answerer', toCanalStreet],
      ['send', '2026-03-06T03:00:00Z', 'check_answerer', safe],
    ],
  },
  { name: 'of February', typed: { incidentAt: '2026-02-28 23:00', attendedAt: '2026-02-28 23:59' } },
  // Due on Monday 9 March: on the Friday it is neither told nor late.
  { name: 'not due yet', typed: { incidentAt: '2026-03-06 10:00', attendedAt: '2026-03-06 10:30' } },
]

/** The notification that one was sent on to. */
const nextOf = async (reference: string): Promise<string> => {
  const found = await world.engine.owner.query<{ reference: string }>(
    'select n.reference from canopy.operation_encompass n join canopy.operation_encompass o on o.id = n.replaces where o.reference = $1',
    [reference],
  )
  return found.rows[0]?.reference ?? ''
}

beforeAll(async () => {
  world = await createWorld()
  for (const { name, typed = {}, deeds = [] } of lives) {
    setNow(typed.attendedAt === '2026-03-06 10:30' ? '2026-03-06T11:00:00Z' : '2026-03-05T23:00:00Z')
    const { engine, as } = world
    const { reference } = await perform(engine, as('check_answerer'), {
      register,
      action: 'start',
      typed: { ...incident, policeReference: name.slice(0, 40), ...typed },
    })
    let current = reference
    for (const [action, at, by, answers = {}] of deeds) {
      setNow(at)
      await perform(engine, as(by), { register, action, reference: current, typed: answers })
      if (action === 'sendOn') current = await nextOf(current)
    }
  }
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

/** Numerator, denominator and, for timeliness, those overdue at an instant, over the clocks that stand. */
const figure = async (key: string, asAt: string, name = 'month:2026-03') => {
  const measure = register.measures.find(one => one.key === key)
  if (!measure) throw new Error(`No measure ${key}`)
  const db = world.engine.pools.measures
    .withPlugin(new CamelCasePlugin())
    .with('operation_encompass_clock', of =>
      of.selectFrom('operation_encompass_clock').selectAll().where('supersededAt', 'is', null),
    )
  const rows = await measure.cases(db as never, { period: alone(period(name)), asAt }).execute()
  expect(new Set(rows.map(row => row.id)).size).toBe(rows.length)
  const late = rows.filter(row => row.overdue).length
  return [rows.filter(row => row.counted).length, rows.length, ...(measure.timeliness ? [late] : [])]
}

const friday = '2026-03-06T18:00:00.000Z'

describe('measures by hand count', () => {
  it.each([
    // Eleven children known in March besides the one of February; one withdrawn. What was sent on counts once.
    ['encompass_notifications', [10, 10]],
    // In time: supported, at home, by telephone, sent on and told. Not: at nine, late, never sent, sent on and waiting,
    // returned: the last three are overdue. The one not due yet is left out.
    ['encompass_in_time', [4, 9, 3]],
    ['encompass_overdue', [3, 3]],
    // At a school: all but the one at home; one has not joined.
    ['encompass_joined', [8, 9]],
    // With the right school: supported, at nine, late, at home, by telephone, sent on and told.
    ['encompass_acknowledged', [2, 6]],
    ['encompass_supported', [1, 6]],
    // Sendings to a school: supported, at nine, late, by telephone, recalled twice, told after being recalled, returned.
    ['encompass_misdirected', [3, 8]],
    ['encompass_complete', [9, 10]],
    // Read by 8:15 on the Friday; the one read at noon was late.
    ['encompass_read_in_time', [1, 6]],
    ['encompass_hours_to_tell', [6, 6]],
  ])('%s', async (key, expected) => {
    expect(await figure(key, friday)).toEqual(expected)
  })

  it('the hours to tell are those of the right school, nights included', async () => {
    const measure = register.measures.find(one => one.key === 'encompass_hours_to_tell')
    const db = world.engine.pools.measures.withPlugin(new CamelCasePlugin())
    const rows = await measure?.cases(db as never, { period: alone(period('month:2026-03')), asAt: friday }).execute()
    // From 10:25pm: 11:30pm, 3am (after the recall), 8am at the council, 8:59am by telephone, 9am and 11am.
    const hours = rows?.map(({ value }) => Math.round(Number(value) * 100) / 100).sort((a, b) => a - b)
    expect(hours).toEqual([1.08, 4.58, 9.58, 10.57, 10.58, 12.58])
  })

  it('before nine what is not told is not yet due; after Monday nine the last one is overdue as well', async () => {
    // Told or back by now in the tables, so only what has no time limit passed leaves the denominator.
    expect(await figure('encompass_overdue', '2026-03-06T08:59:59.000Z')).toEqual([0, 0])
    expect(await figure('encompass_in_time', '2026-03-09T09:00:00.000Z')).toEqual([4, 10, 4])
    expect(await figure('encompass_overdue', '2026-03-09T09:00:00.000Z')).toEqual([4, 4])
  })

  it('a period is that of the day on which the police knew', async () => {
    expect(await figure('encompass_notifications', friday, 'month:2026-02')).toEqual([1, 1])
    expect(await figure('encompass_overdue', friday, 'month:2026-02')).toEqual([1, 1])
    expect(await figure('encompass_notifications', friday, 'month:2026-01')).toEqual([0, 0])
  })
})
