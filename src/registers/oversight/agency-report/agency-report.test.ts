import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { partnershipGroupRegister } from '../../partnership/partnership-group/index.ts'
import { agencyReportRegister } from './index.ts'
import { differ, type Saying } from './pages/sayings.ts'

let world: World
let people: People
let group: string
beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
  setNow('2026-11-02T10:00:00.000Z')
  group = await people.act('partnership_manager', partnershipGroupRegister, 'start', {
    ...{ name: 'Quality', kind: 'board', parent: '', purpose: 'Invented', establishedOn: '2025-10-01' },
    ...{ rhythm: 'quarterly', meetingKind: '', meetingName: '', endsBy: '', success: '' },
  })
})
beforeEach(() => setNow('2026-11-02T10:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })
const figure = async (measure: string, period = 'month:2026-11') => {
  const { numerator, denominator } = await figureOf(world.engine, world.as('scrutineer'), measure, { period })
  return [Number(numerator), Number(denominator)]
}

const start = (title: string, typed: Typed = {}) =>
  people.act('partnership_manager', agencyReportRegister, 'start', {
    ...{ partner: 'Metropolitan Police', title, kind: 'annual', coversFrom: '2025-09-01', coversTo: '2026-08-31' },
    ...{ dueOn: '2026-11-02', scrutinyGroup: group, ...typed },
  })
const act = (by: string, action: string, typed: Typed, of: string) =>
  people.act(by, agencyReportRegister, action, typed, of)
const held = async (of: string, by = 'scrutineer') =>
  (await readRecord(world.engine, world.as(by), agencyReportRegister, of)).held
const receive = (of: string, receivedOn = '2026-11-02', by = 'agency_lead') =>
  act(by, 'receive', { receivedOn, receivedAs: '' }, of)
const blank = { value: '', hundredths: '', unit: '', direction: 'notSaid', saidFrom: '', saidTo: '', ours: '' }
const headline = (typed: Typed) => ({ topic: 'contacts', counts: 'Contacts', ...blank, ...typed })

describe('a report of a partner', () => {
  it('is looked at by a group on record, whose page lists it', async () => {
    await expect(start('Nobody', { scrutinyGroup: 'Quality' })).rejects.toMatchObject(
      refused('scrutinyGroup', 'no record “Quality”'),
    )
    const one = await start('Looked at')
    const view = await readRecord(world.engine, world.as('scrutineer'), partnershipGroupRegister, group)
    const listed = view.related.filter(({ register }) => register === agencyReportRegister)
    expect(listed.map(({ row }) => row.reference)).toContain(one)
  })

  it('is due by the day agreed and scrutinised within 62 days of its coming, by somebody else than who sent it', async () => {
    await expect(start('Wrong', { coversTo: '2025-08-31' })).rejects.toMatchObject(refused('coversTo-day', 'first'))
    const one = await start('Due')
    await expect(held(one, 'agency_lead2')).rejects.toMatchObject({ kind: 'notFound' })
    await receive(one)
    expect((await held(one)).clocks.map(({ clock, dueOn }) => [clock, dueOn]).sort()).toEqual([
      ['agency_report_due', '2026-11-02'],
      // Of November 28 days are left, then 31 and 3.
      ['agency_report_scrutiny', '2027-01-03'],
    ])
    await act('scrutineer', 'ask', { number: '1', question: 'Invented' }, one)
    const seen = { scrutinisedOn: '2026-11-02', scrutinyNote: 'Invented' }
    await expect(act('partnership_manager', 'scrutinise', seen, one)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(act('agency_lead', 'answer', { answerTo: '2', answer: 'x' }, one)).rejects.toMatchObject(
      refused('answerTo', 'no question 2'),
    )
    await act('agency_lead', 'answer', { answerTo: '1', answer: 'x' }, one)
    await act('partnership_manager', 'scrutinise', seen, one)
    await expect(start('Due')).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('says what it counts, in a unit, or at least whether it is more or fewer', async () => {
    const one = await start('Says')
    await receive(one)
    const add = (typed: Typed) => act('agency_lead', 'addHeadline', headline(typed), one)
    await expect(add({ value: '12' })).rejects.toMatchObject(refused('unit', 'which unit'))
    await expect(add({ hundredths: '50', direction: 'more' })).rejects.toMatchObject(refused('value', 'whole number'))
    await expect(add({})).rejects.toMatchObject(refused('direction', 'neither'))
    await add({ value: '62', hundredths: '50', unit: 'percent' })
    await add({ direction: 'same' })
    expect((await held(one)).lines.headlines).toHaveLength(2)
  })

  it('has figures as counted by hand', async () => {
    setNow('2029-05-10T10:00:00.000Z')
    const due = { dueOn: '2029-05-04', coversFrom: '2028-01-01', coversTo: '2028-12-31' }
    const [early, late] = [await start('Early', due), await start('Late', due)]
    const [never] = [await start('Never', due), await start('Later', { ...due, dueOn: '2029-05-20' })]
    await receive(early, '2029-05-04')
    await receive(late, '2029-05-05', 'partnership_manager')
    await act('partnership_manager', 'endWithout', { notComingWhy: 'x' }, never)
    await act('scrutineer', 'scrutinise', { scrutinisedOn: '2029-05-10', scrutinyNote: 'x' }, early)
    expect(await figure('agency_reports_in_time', 'month:2029-05')).toEqual([1, 4])
    expect((await figure('agency_reports_received', 'month:2029-05'))[0]).toBe(2)
    expect(await figure('agency_reports_scrutinised', 'month:2029-05')).toEqual([1, 2])
    expect(await figure('agency_reports_scrutinised_in_time', 'month:2029-05')).toEqual([1, 2])
  })
})

describe('two sayings', () => {
  const saying = (more: Partial<Saying>): Saying => ({
    ...{ reference: 'PRT-26-00001', title: 'x', agency: 'x', topic: 'referralMechanism', counts: 'x', value: 35 },
    ...{
      hundredths: null,
      unit: 'number',
      direction: 'notSaid',
      fromDay: '2021-04-01',
      toDay: '2022-03-31',
      ours: null,
    },
    ...more,
  })
  const other = (more: Partial<Saying>) => saying({ reference: 'PRT-26-00002', ...more })
  it.each([
    ['another number', {}, { value: 39 }, true],
    ['the same number', {}, { value: 35 }, false],
    ['other hundredths', {}, { value: 35, hundredths: 50 }, true],
    ['another unit', {}, { value: 39, unit: 'percent' }, false],
    ['another matter', {}, { value: 39, topic: 'contacts' }, false],
    ['other days', {}, { value: 39, fromDay: '2022-04-01', toDay: '2023-03-31' }, false],
    ['another direction', { value: null, direction: 'same' }, { value: null, direction: 'more' }, true],
    ['a direction and no word of one', { direction: 'same' }, { value: null }, false],
  ] as const)('of %s', (_what, one, two, expected) => expect(differ(saying(one), other(two))).toBe(expected))
})
