import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { campaignsIn, statements } from '../../../../test/support/campaigns.ts'
import { refused } from '../../../../test/support/section11.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { governorYes, headYes, met, partly } from './examples.ts'
import { settingReturnRegister } from './index.ts'

let world: World
const { its, round, planned, sent, submitted, answerAll, sign } = campaignsIn(() => world)

beforeAll(async () => {
  setNow('2026-10-06T08:00:00.000Z')
  world = await createWorld()
})
beforeEach(() => setNow('2026-10-06T08:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const lead = 'setting_lead'
const auditor = 'audit_lead'
const read = async (reference: string, by = auditor) =>
  (await readRecord(world.engine, world.as(by), settingReturnRegister, reference)).held

describe('answering', () => {
  it('says everything that is missing at once, and needs an action for what is less than met', async () => {
    const reference = await sent()
    await its(lead, 'answer', met('1.1'), reference)
    await its(lead, 'answer', { ...partly('4.3', '2027-01-29'), taskOwner: '' }, reference)
    const { messages } = await refused(its(lead, 'finish', { authorNote: '' }, reference))
    expect(messages).toHaveLength(statements.length - 1)
    expect(messages).toContain('4.3 (Single central record): enter who will do it')
    expect((await read(reference)).row.statementsAnswered).toBe(1)
  })

  it('does not count what is carried forward until it is confirmed (S11-4)', async () => {
    const before = await submitted()
    await its(auditor, 'judge', { completeness: 'full', completenessWhy: '' }, before)
    await its(auditor, 'accept', { feedback: 'Thank you' }, before)
    const reference = await sent()
    const { row } = await read(reference)
    expect(row.previous).toBe((await read(before)).row.id)
    expect([row.settingType, row.area]).toEqual(['primary', 'North'])
    for (const code of statements) await its(lead, 'carryForward', { carriedStatement: code }, reference)
    expect((await read(reference)).row.statementsAnswered).toBe(0)
    const { messages } = await refused(its(lead, 'finish', { authorNote: '' }, reference))
    expect(messages[0]).toBe('1.1 (Governors’ report): confirm what was carried forward')
    expect(messages).toHaveLength(statements.length)
    await its(lead, 'answer', met('1.1'), reference)
    expect((await read(reference)).row.statementsAnswered).toBe(1)
    expect((await refused(its(lead, 'carryForward', { carriedStatement: '1.1' }, reference))).messages).toEqual([
      'This statement has an answer of this year already',
    ])
    const { numerator } = await figureOf(world.engine, world.as(auditor), 'setting_statements_met', {
      period: 'report_year:2026-27',
    })
    expect(Number(numerator)).toBe(statements.length - 1)
  })

  it('in words that have changed meanwhile is refused until they are read again (S11-6)', async () => {
    const reference = await sent()
    await its(lead, 'answer', met('4.3'), reference)
    setNow('2026-11-03T09:00:00.000Z')
    const [campaign] = (
      await world.engine.owner.query<{ reference: string }>(
        'select c.reference from canopy.campaign c join canopy.setting_return r on r.campaign = c.id where r.reference = $1',
        [reference],
      )
    ).rows
    await round(auditor, 'adoptVersion', { newVersionWhy: 'Clearer' }, campaign?.reference)
    expect((await refused(its(lead, 'answer', met('6.2'), reference))).messages).toEqual([
      'The words have changed since you read them: this is version 2 now. Read the statement again',
    ])
    await its(lead, 'answer', met('6.2', '2'), reference)
    const { lines, row } = await read(reference)
    expect(row.setVersion).toBe(2)
    expect(lines.answers?.map(one => [one.statement, one.askedVersion])).toEqual([
      ['4.3', 1],
      ['6.2', 2],
    ])
    expect(
      (await refused(round(auditor, 'adoptVersion', { newVersionWhy: 'Again' }, campaign?.reference))).messages,
    ).toEqual(['There is no newer version of the questions'])
  })
})

describe('confirming', () => {
  it('is by a named head and somebody else above, whom the lead records', async () => {
    const reference = await sent()
    await answerAll(lead, reference)
    await its(lead, 'finish', { authorNote: '' }, reference)
    expect(
      (await refused(its(lead, 'headSigns', { ...headYes, headSignedOn: '2026-10-06', headAgrees: 'no' }, reference)))
        .messages,
    ).toEqual(['What is not confirmed does not go on. Take it back and change it'])
    await its(lead, 'headSigns', { ...headYes, headSignedOn: '2026-10-06' }, reference)
    const same = { ...governorYes, governorName: headYes.headName, governorSignedOn: '2026-10-06' }
    expect((await refused(its(lead, 'governorSigns', same, reference))).messages).toEqual([
      'Somebody else than the head or manager confirms it: nobody confirms their own work',
    ])
    expect(
      (await refused(its(lead, 'governorSigns', { ...governorYes, governorName: '', governorSignedOn: '' }, reference)))
        .messages,
    ).toEqual(['Enter their name and position', 'Enter on which day they confirmed it'])
    await its(lead, 'governorSigns', { governorAs: 'nobody', governorName: '', governorSignedOn: '' }, reference)
    expect((await read(reference)).row).toMatchObject({ state: 'submitted', signedBy: world.as(lead).accountId })
  })

  it('is undone when the return is taken back', async () => {
    const reference = await sent()
    await answerAll(lead, reference)
    await its(lead, 'finish', { authorNote: '' }, reference)
    await its(lead, 'headSigns', { ...headYes, headSignedOn: '2026-10-06' }, reference)
    await its(lead, 'takeBack', { takenBackWhy: 'The chair disagrees' }, reference)
    expect((await read(reference)).row).toMatchObject({ state: 'answering', headName: null, headSignedOn: null })
  })

  it('is repeated by the head after one statement was sent back, and only that one opens (S11-5)', async () => {
    const reference = await submitted()
    await its(auditor, 'sendBack', { sentBackStatements: '4.3', sentBackWhy: 'Who are they?' }, reference)
    expect((await refused(its(lead, 'answerAgain', met('1.1'), reference))).messages).toEqual([
      '1.1 (Governors’ report) was not sent back. Answer again: 4.3 (Single central record)',
    ])
    expect((await refused(its(lead, 'finishAgain', { authorNote: '' }, reference))).messages).toEqual([
      '4.3 (Single central record): answer it again: it was sent back',
    ])
    await its(lead, 'answerAgain', partly('4.3', '2026-12-18'), reference)
    await its(lead, 'finishAgain', { authorNote: '' }, reference)
    expect((await read(reference)).row).toMatchObject({ state: 'headAgain', headName: null })
    await its(lead, 'headSignsAgain', { ...headYes, headSignedOn: '2026-10-06' }, reference)
    const { row } = await read(reference)
    expect([row.state, row.sentBackStatements, row.governorName]).toEqual(['submitted', null, governorYes.governorName])
  })
})

describe('the partnership', () => {
  it('accepts what it judged, and opens an action for each that was promised', async () => {
    const reference = await submitted()
    expect((await refused(its(auditor, 'accept', { feedback: 'Thank you' }, reference))).messages).toEqual([
      'Say first how complete it is',
    ])
    await its(auditor, 'judge', { completeness: 'full', completenessWhy: '' }, reference)
    await its(auditor, 'accept', { feedback: 'Thank you' }, reference)
    const { rows } = await world.engine.owner.query<Record<string, unknown>>(
      `select a.source, a.source_note, a.task, g.name, a.done_with from canopy.agreed_action a join canopy.agency g on g.id = a.owner_agency
        where a.source_note like $1`,
      [`${reference}%`],
    )
    expect(rows).toEqual([
      {
        source: 'section11',
        source_note: `${reference}, 4.3`,
        task: 'Check the two volunteers and enter them',
        name: 'Holly Lane Primary',
        done_with: 'School business manager',
      },
    ])
  })

  it('does not accept what nobody promised to put right', async () => {
    const reference = await submitted()
    await its(auditor, 'judge', { completeness: 'full', completenessWhy: '' }, reference)
    await its(
      auditor,
      'moderate',
      { moderatedStatement: '1.1', moderatedRating: 'notYet', moderationWhy: 'No minutes' },
      reference,
    )
    expect((await refused(its(auditor, 'accept', { feedback: 'Thank you' }, reference))).messages).toEqual([
      '1.1 (Governors’ report): the setting has no action for it. Send it back for one',
    ])
  })

  it('compares with the report to governors and says what follows', async () => {
    const reference = await submitted()
    const check = (typed: Record<string, string>) => its(auditor, 'crossCheck', typed, reference)
    expect((await refused(check({ reportCheck: 'differs', reportOn: '', reportFollows: '' }))).messages).toEqual([
      'Enter when the report was received',
      'Enter what follows from that',
    ])
    await check({ reportCheck: 'notReceived', reportOn: '', reportFollows: 'Asked for again' })
  })

  it('asks a setting once, and withdraws where it became part of another; its answers stay', async () => {
    const campaign = await planned()
    const add = { campaign, askedOf: 'Holly Lane Primary', settingType: 'primary', area: '' }
    const { reference } = await its(auditor, 'start', add)
    expect((await refused(its(auditor, 'start', add))).messages).toEqual([
      `This setting has a return in this campaign already: ${reference}`,
    ])
    await its(auditor, 'send', {}, reference)
    await its(lead, 'answer', met('1.1'), reference)
    const merged = { withdrawnWhy: 'merged', successor: '', withdrawnNote: 'Told by the council' }
    expect((await refused(its(auditor, 'withdraw', merged, reference))).messages).toEqual([
      'Enter which setting follows',
    ])
    await its(auditor, 'withdraw', { ...merged, successor: 'Canal Street School' }, reference)
    const { row, lines } = await read(reference)
    expect([row.state, lines.answers?.length]).toEqual(['withdrawn', 1])
    expect((await refused(its(auditor, 'start', add))).messages).toHaveLength(1)
  })

  it('counts what was returned, what came in time, and what did not', async () => {
    const count = async (key: string) =>
      Number((await figureOf(world.engine, world.as(auditor), key, { period: 'report_year:2027-28' })).numerator)
    const due = { opensOn: '2027-10-01', closesOn: '2027-11-30' }
    setNow('2027-10-04T09:00:00.000Z')
    const inTime = await sent({}, due)
    for (const code of statements) await its(lead, 'answer', met(code, '2'), inTime)
    await sign(lead, inTime)
    const reviewed = await sent({}, due)
    await its(
      lead,
      'supplyReview',
      { reviewBy: 'Reviewers', reviewOn: '2027-10-01', reviewCovers: 'Everything' },
      reviewed,
    )
    const never = await sent({}, due)
    setNow('2027-12-06T09:00:00.000Z')
    await its(auditor, 'recordNotReturned', {}, never)
    expect([await count('settings_asked'), await count('settings_returned')]).toEqual([3, 2])
    expect([await count('settings_returned_in_time'), await count('settings_not_returned')]).toEqual([2, 1])
    expect([await count('settings_independent_review'), await count('setting_statements_met')]).toEqual([
      1,
      statements.length,
    ])
    expect(await count('setting_standard_4_met')).toBe(statements.filter(code => code.startsWith('4.')).length)
  })
})

describe('who sees a return', () => {
  it('is the setting once it is sent, and no other setting', async () => {
    const campaign = await planned()
    const { reference } = await its(auditor, 'start', {
      ...{ campaign, askedOf: 'Holly Lane Primary', settingType: 'primary', area: '' },
    })
    await expect(read(reference, lead)).rejects.toMatchObject({ kind: 'notFound' })
    await its(auditor, 'send', {}, reference)
    expect((await read(reference, lead)).row.state).toBe('notStarted')
    await expect(read(reference, 'setting_lead3')).rejects.toMatchObject({ kind: 'notFound' })
    await expect(read(reference, 'agency_lead')).rejects.toMatchObject({ kind: 'notFound' })
  })
})
