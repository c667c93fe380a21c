import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { recommendationRegister } from '../../assurance/recommendation/index.ts'
import { groupDecisionRegister } from '../group-decision/index.ts'
import { seatRegister } from '../seat/index.ts'
import { partnershipGroupRegister as register } from './index.ts'
import { linesOf } from './pages/nameLines.ts'
import { rowsOf, treeOf } from './pages/tree.ts'

let world: World
let people: People
let board: string
beforeAll(async () => {
  setNow('2026-11-02T09:00:00.000Z')
  world = await createWorld()
  people = createPeople(world)
  board = await start({ name: 'Board', kind: 'board', parent: '' })
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const by = 'partnership_manager'
const start = (more: Readonly<Record<string, string>>) =>
  people.act(by, register, 'start', {
    ...{ name: 'Invented', kind: 'subGroup', parent: board, purpose: 'Invented', establishedOn: '2025-10-01' },
    ...{ rhythm: 'quarterly', meetingKind: '', meetingName: '', endsBy: '', success: '', ...more },
  })
const act = (reference: string, action: string, typed: Readonly<Record<string, string>>) =>
  people.act(by, register, action, typed, reference)
const held = async (reference: string) =>
  (await readRecord(world.engine, world.as('analyst'), register, reference)).held
const seatNames = async (reference: string) =>
  (await readRecord(world.engine, world.as('analyst'), seatRegister, reference)).held.row.groupName
const figure = async (key: string, period: string) => {
  const { numerator, denominator } = await figureOf(world.engine, world.as('scrutineer'), key, { period })
  return [Number(numerator), Number(denominator)]
}
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })
const task = { kind: 'taskGroup', endsBy: '2026-03-31', success: 'Invented' }
const ending = { ending: 'done', successMet: '', cameOfIt: 'Invented', goesOnIn: '', endDecision: '' }
const propose = (reference: string, more = {}) => act(reference, 'proposeEnd', { ...ending, ...more })
const agree = (reference: string, endedOn = '2026-10-01', who = 'audit_lead') =>
  people.act(who, register, 'end', { endedOn }, reference)

describe('the tree of groups', () => {
  it('loses none: one whose group above does not run stands at the top', () => {
    const all = [
      { id: 'a', parent: null },
      { id: 'b', parent: 'd' },
      { id: 'c', parent: 'gone' },
      { id: 'd', parent: 'a' },
    ]
    expect(rowsOf(treeOf(all)).map(({ of, depth, under }) => [of.id, depth, under])).toEqual([
      ['a', 0, null],
      ['d', 1, 0],
      ['b', 2, 1],
      ['c', 0, null],
    ])
  })
})

describe('the name of a group in its box', () => {
  it.each([
    'Board',
    'Missing and Child and Adolescent Exploitation Sub-group',
    'Social, Emotional and Mental Health Partnership Board',
    `${'W'.repeat(119)}.`,
  ])('is whole, in lines that fit: %s', name => {
    const lines = linesOf(name)
    expect(lines.join('').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''))
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(38)
  })
})

describe('a group of the partnership', () => {
  it('reports to a group that runs, and never to itself', async () => {
    await expect(start({ name: 'Nowhere', parent: '' })).rejects.toMatchObject(refused('parent', 'to which it reports'))
    const one = await start({ name: 'Quality' })
    const two = await start({ name: 'Data', parent: one })
    await expect(start({ name: 'QUALITY' })).rejects.toMatchObject({ message: expect.stringContaining('runs already') })
    const same = { name: 'Quality', kind: 'subGroup', purpose: 'x', establishedOn: '2025-10-01', rhythm: 'monthly' }
    const correct = { ...same, meetingKind: '', meetingName: '', success: '' }
    await expect(act(one, 'correct', { ...correct, parent: two })).rejects.toMatchObject(refused('parent', 'itself'))
    await expect(act(one, 'correct', { ...correct, parent: one })).rejects.toMatchObject(refused('parent', 'itself'))
    await act(one, 'correct', { ...correct, parent: board })
    await expect(propose(one)).rejects.toMatchObject(refused('ending', `still run: ${two}`))
    await propose(two)
    await agree(two)
    await expect(start({ name: 'Late', parent: two })).rejects.toMatchObject(refused('parent', 'does not run'))
    await expect(propose(one, { ending: 'passedOn' })).rejects.toMatchObject(refused('goesOnIn', 'goes on'))
    await propose(one, { ending: 'passedOn', goesOnIn: board })
    await agree(one)
  })

  it('ends by two people, runs until the second has agreed, and goes on where they do not', async () => {
    const one = await start({ name: 'Ended by two' })
    await expect(agree(one)).rejects.toMatchObject({ kind: 'conflict' })
    await propose(one)
    await expect(agree(one, '2026-10-01', by)).rejects.toMatchObject({ kind: 'forbidden' })
    // It runs still: its name is taken, groups and seats can be added to it.
    await expect(start({ name: 'Ended by two' })).rejects.toMatchObject({ message: expect.stringContaining('already') })
    const below = await start({ name: 'Below it', parent: one })
    await act(one, 'agreeTerms', { termsOn: '2026-10-01', termsNote: '' })
    await expect(agree(one)).rejects.toMatchObject(refused('endedOn-day', `still run: ${below}`))
    expect((await held(one)).row).toMatchObject({ state: 'endProposed', endedOn: null })
    await people.act('audit_lead', register, 'goOn', { goesOnWhy: 'Invented' }, one)
    expect((await held(one)).row).toMatchObject({ state: 'running', cameOfIt: null, endProposedBy: null })
    await act(below, 'markMistaken', { mistakenWhy: 'Invented' })
    await propose(one)
    await agree(one)
    expect((await held(one)).row).toMatchObject({ state: 'ended', endedOn: '2026-10-01', goesOnWhy: null })
  })

  it('ends on a decision of itself or of the group above, which stands', async () => {
    const one = await start({ name: 'Ended by decision' })
    const elsewhere = await start({ name: 'Elsewhere' })
    const decide = (inGroup: string) =>
      people.act(by, groupDecisionRegister, 'start', {
        ...{ inGroup, topic: 'Its end', decidedOn: '2026-10-01', meeting: '', supersedes: '', decision: 'It ends.' },
        ...{ why: 'Invented', notTaken: '', toBeTold: '', reviewOn: '' },
      })
    const [right, wrong] = [await decide(board), await decide(elsewhere)]
    await expect(propose(one, { endDecision: wrong })).rejects.toMatchObject(refused('endDecision', 'another group'))
    const gone = await decide(board)
    await people.act(by, groupDecisionRegister, 'end', { endedOn: '2026-10-02', endedWhy: 'Invented' }, gone)
    await expect(propose(one, { endDecision: gone })).rejects.toMatchObject(refused('endDecision', 'not stand'))
    await propose(one, { endDecision: right })
    await agree(one)
    expect((await held(one)).row.state).toBe('ended')
  })

  it('for a task has an end and a measure of success, more time only with a later day, and says what came of it', async () => {
    await expect(start({ ...task, name: 'Task', endsBy: '' })).rejects.toMatchObject(
      refused('endsBy-day', 'has an end'),
    )
    await expect(start({ ...task, name: 'Task', success: '' })).rejects.toMatchObject(refused('success', 'know'))
    await expect(start({ ...task, name: 'Task', endsBy: '2025-10-01' })).rejects.toMatchObject(
      refused('endsBy-day', 'before it was established'),
    )
    const one = await start({ ...task, name: 'Task', establishedOn: '2025-11-03' })
    expect((await figure('task_groups_established', 'month:2025-11'))[0]).toBe(1)
    expect((await figure('task_groups_established', 'month:2025-12'))[0]).toBe(0)
    expect(await figure('task_groups_past_end', 'month:2026-03')).toEqual([0, 1])
    expect(await figure('task_groups_past_end', 'month:2026-04')).toEqual([1, 1])
    const extend = (extendedTo: string) => act(one, 'extend', { extendedTo, extendedWhy: 'Invented' })
    await expect(extend('2026-03-31')).rejects.toMatchObject(refused('extendedTo-day', '31 March 2026'))
    await extend('2026-12-31')
    expect((await held(one)).row).toMatchObject({ firstEndsBy: '2026-03-31', endsBy: '2026-12-31' })
    expect(await figure('task_groups_past_end', 'month:2026-04')).toEqual([0, 1])
    await expect(propose(one)).rejects.toMatchObject(refused('successMet', 'was met'))
    await act(one, 'addOutput', { output: 'Protocol', outputKind: 'protocol', outputOn: '2026-10-05' })
    expect((await figure('group_outputs', 'month:2026-10'))[0]).toBe(1)
    await propose(one, { successMet: 'partly' })
    await agree(one, '2026-10-30')
  })

  it('agrees terms of reference within 60 days, and anew a year after', async () => {
    const one = await start({ name: 'Terms' })
    const due = async () =>
      (await held(one)).clocks
        .filter(({ clock }) => clock === 'terms_review')
        .map(({ dueOn, metAt }) => [dueOn, metAt !== null])
    // 60 days after 1 October 2025 is 30 November; a year after 3 November 2025 is 3 November 2026.
    expect(await due()).toEqual([['2025-11-30', false]])
    await act(one, 'agreeTerms', { termsOn: '2025-11-03', termsNote: '' })
    expect((await due()).at(-1)).toEqual(['2026-11-03', false])
    expect((await held(one)).row.termsAgreedOn).toBe('2025-11-03')
  })

  it('has a chair among its own seats, areas with days, and workstreams', async () => {
    const one = await start({ name: 'Chaired' })
    const seat = (inGroup: string) =>
      people.act(by, seatRegister, 'start', {
        ...{ inGroup, postTitle: 'Head', organisationName: 'Council', organisation: '', sector: 'localAuthority' },
        ...{ statutoryRole: 'none', substitute: '', seatFrom: '2025-10-01' },
      })
    const [own, others] = [await seat(one), await seat(board)]
    expect(await seatNames(own)).toBe('Chaired')
    await expect(act(one, 'setChair', { chairSeat: others })).rejects.toMatchObject(
      refused('chairSeat', 'is no seat of'),
    )
    await act(one, 'setChair', { chairSeat: own })
    // Called otherwise, it is so at its seats.
    await act(one, 'correct', {
      ...{ name: 'Led', kind: 'subGroup', parent: board, purpose: 'x', establishedOn: '2025-10-01', rhythm: 'monthly' },
      ...{ meetingKind: '', meetingName: '', success: '' },
    })
    expect(await seatNames(own)).toBe('Led')
    const area = (name: string, areaUntil = '') =>
      act(one, 'addArea', { area: name, areaFrom: '2026-01-01', areaUntil })
    await area('Audits')
    await area('Performance data')
    await expect(area('Audits', '2025-12-31')).rejects.toMatchObject(refused('areaUntil-day', 'before it began'))
    await area('Audits', '2026-06-30')
    expect((await figure('group_areas_reviewed', 'month:2026-06'))[0]).toBe(2)
    expect((await figure('group_areas_reviewed', 'month:2026-07'))[0]).toBe(1)
    await act(one, 'addStream', { stream: 'Data', streamAim: 'Invented', streamFrom: '2026-02-02', streamLead: '' })
    expect((await figure('group_workstreams', 'month:2026-02'))[0]).toBe(1)
  })

  it('sends what it recommends to the one list, with one owner', async () => {
    const one = await start({ name: 'Recommends' })
    const recommend = (more = {}) =>
      act(one, 'recommend', {
        ...{
          recTitle: 'Invented',
          recWords: 'Invented',
          recOutcome: '',
          recOwner: '',
          recAgency: 'Metropolitan Police',
        },
        ...{ recDueOn: '2026-12-31', ...more },
      })
    await expect(recommend({ recAgency: '' })).rejects.toMatchObject(refused('recAgency', 'Enter either'))
    await recommend()
    const { rows } = await world.engine.owner.query<{ reference: string }>(
      'select reference from canopy.recommendation where source_ref = $1',
      [one],
    )
    expect(rows).toHaveLength(1)
    const { row } = (
      await readRecord(world.engine, world.as('agency_lead'), recommendationRegister, `${rows[0]?.reference}`)
    ).held
    expect(row).toMatchObject({ state: 'made', madeOn: '2026-11-02', dueOn: '2026-12-31' })
  })
})
