import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../../test/support/campaigns.ts'
import { codes, refused, returnsIn } from '../../../../test/support/section11.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import { type Actor, system } from '../../../engine/actor.ts'
import { addFile } from '../../../engine/files/recordFiles.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { myWork } from '../../../engine/store/myWork.ts'
import { perform } from '../../../engine/store/perform.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { settingReturnRegister } from '../../campaigns/setting-return/index.ts'
import { met, partlyMet } from '../section11-return/examples.ts'
import { section11Register } from '../section11-return/index.ts'
import { agreedActionRegister } from './index.ts'

let world: World
const { does, sent } = returnsIn(() => world)
const { its, submitted } = campaignsIn(() => world)

beforeAll(async () => {
  setNow('2026-10-06T08:00:00.000Z')
  world = await createWorld()
})
beforeEach(() => setNow('2026-10-06T08:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const who = (by: string | Actor): Actor => (typeof by === 'string' ? world.as(by) : by)
const act = (by: string | Actor, action: string, typed: Typed, reference: string) =>
  perform(world.engine, who(by), { register: agreedActionRegister, action, typed, reference })
const see = (reference: string, by: string) => readRecord(world.engine, world.as(by), agreedActionRegister, reference)
const done = { doneOn: '2026-10-06', result: 'It is in use.' }

/** Of an agency, moderated, with an action for each of these standards, signed off on 6 October. */
const signedOff = async (partly: Readonly<Record<string, string>>): Promise<string> => {
  const reference = await sent()
  setNow('2026-10-06T08:00:00.000Z')
  for (const code of codes) {
    const dueOn = partly[code]
    await does('agency_lead', 'answer', dueOn === undefined ? met(code) : partlyMet(code, dueOn), reference)
  }
  await does('agency_lead', 'submit', {}, reference)
  for (const code of codes) {
    const moderatedRating = partly[code] === undefined ? 'met' : 'partiallyMet'
    await does('audit_lead', 'moderate', { moderatedStandard: code, moderatedRating }, reference)
  }
  await does('audit_lead', 'finishModeration', { moderationSummary: 'Two actions' }, reference)
  await does('agency_lead3', 'signOff', { position: 'Commander', declared: 'yes' }, reference)
  return reference
}
const openedBy = async (field: string, table: string, reference: string) =>
  (
    await world.engine.owner.query<{ reference: string; note: string; task: string; due: string }>(
      `select a.reference, a.source_note as note, a.task, a.due_at as due from canopy.agreed_action a
         join canopy.${table} r on r.id = a.${field} where r.reference = $1 order by a.due_at`,
      [reference],
    )
  ).rows
const ofAgency = (reference: string) => openedBy('agency_return', 'section11_return', reference)
const ofSetting = (reference: string) => openedBy('setting_return', 'setting_return', reference)

describe('an action that an agency promised', () => {
  it('stands in the one list from signing off, and leads back to its return, which shows how it stands', async () => {
    const reference = await signedOff({ 4: '2026-12-10', 5: '2027-01-15' })
    const found = await ofAgency(reference)
    expect(found.map(({ note, due }) => [note, due])).toEqual([
      [`${reference}, standard 4`, '2026-12-10T23:59:00.000Z'],
      [`${reference}, standard 5`, '2027-01-15T23:59:00.000Z'],
    ])
    const [first] = found.map(one => one.reference)
    const { held, directory } = await see(first ?? '', 'agency_lead')
    expect(directory.relatedReference('section11_return', String(held.row.agencyReturn))).toBe(reference)
    const page = await readRecord(world.engine, world.as('agency_lead'), section11Register, reference)
    expect(page.related.map(({ row }) => [row.reference, row.state])).toEqual(
      expect.arrayContaining(found.map(one => [one.reference, 'open'])),
    )
    expect(page.possible.map(({ action }) => action)).toEqual([])
  })

  it('keeps its return open until the partnership agrees that it is done, or that the other it doubles is', async () => {
    const reference = await signedOff({ 4: '2026-12-10', 5: '2027-01-15' })
    const [one = '', other = ''] = (await ofAgency(reference)).map(found => found.reference)
    const close = () => does('audit_lead', 'close', {}, reference)
    expect((await refused(close())).messages).toEqual([`Actions are still open: ${one}, ${other}`])
    await act('agency_lead', 'report', done, one)
    expect((await refused(close())).messages).toEqual([`Actions are still open: ${one}, ${other}`])
    await act('audit_lead', 'join', { sameAs: one }, other)
    expect((await refused(close())).messages).toEqual([`Actions are still open: ${one}, ${other}`])
    await act('audit_lead', 'agreeDone', {}, one)
    expect((await close()).state).toBe('closed')
  })

  it('is not agreed as done, nor given up, by somebody of the agency that promised it', async () => {
    const [first] = await ofAgency(await signedOff({ 4: '2026-12-10' }))
    const reference = first?.reference ?? ''
    await act('agency_lead', 'report', done, reference)
    const own: Actor = { ...world.as('audit_lead'), agencyId: world.as('agency_lead').agencyId }
    const why = 'Your own agency promised it in its return: somebody else agrees that it is done'
    expect((await refused(act(own, 'agreeDone', {}, reference))).messages).toEqual([why])
    expect((await refused(act(own, 'cancel', { cancelledWhy: 'Too much' }, reference))).messages).toEqual([why])
    await act('audit_lead', 'agreeDone', {}, reference)
  })

  it('in more words than the list takes is refused when it is written', async () => {
    const reference = await sent()
    const long = { ...partlyMet('4', '2026-12-10'), action: 'a'.repeat(501) }
    expect((await refused(does('agency_lead', 'answer', long, reference))).messages).toEqual([
      'What your agency will do must be 500 characters or fewer. You have entered 501',
    ])
  })

  it('counts as late by the day that was promised, whatever was agreed since', async () => {
    const reference = await signedOff({ 1: '2028-05-01', 2: '2028-05-02', 3: '2028-05-03', 4: '2028-07-01' })
    const [inTime = '', late = ''] = (await ofAgency(reference)).map(found => found.reference)
    setNow('2028-05-02T08:00:00.000Z')
    await act('agency_lead', 'report', { ...done, doneOn: '2028-05-01' }, inTime)
    await act('audit_lead', 'agreeDone', {}, inTime)
    await act('agency_lead', 'askDate', { askedFor: '2028-06-01 17:00', askedWhy: 'Not yet' }, late)
    await act('audit_lead', 'answerDate', { dateAnswer: 'agreed', dateAnswerWhy: '' }, late)
    setNow('2028-05-20T08:00:00.000Z')
    await act('agency_lead', 'report', { ...done, doneOn: '2028-05-19' }, late)
    await act('audit_lead', 'agreeDone', {}, late)
    const { numerator, denominator } = await figureOf(world.engine, system(), 'section11_actions_past_date', {
      period: 'financial_year:2028-29',
    })
    // One in time, one late, one still open; the fourth is not due yet.
    expect([numerator, denominator].map(Number)).toEqual([2, 3])
  })
})

describe('an action that a setting promised', () => {
  it('is among the work of its own lead, who says how it stands, shows evidence and reports it; the partnership ends it', async () => {
    const reference = await submitted()
    await its('audit_lead', 'judge', { completeness: 'full', completenessWhy: '' }, reference)
    await its('audit_lead', 'accept', { feedback: 'Thank you' }, reference)
    const [first] = await ofSetting(reference)
    const action = first?.reference ?? ''
    expect(first).toMatchObject({ note: `${reference}, 4.3`, task: 'Check the two volunteers and enter them' })
    const waiting = async (by: string) =>
      (await myWork(world.engine, world.as(by))).tasks.find(task => task.reference === action)?.about.task
    expect([await waiting('setting_lead'), await waiting('setting_lead3')]).toEqual([first?.task, undefined])
    await expect(see(action, 'setting_lead3')).rejects.toMatchObject({ kind: 'notFound' })
    const news = { updatedOn: '2026-10-06', rating: 'green', news: 'One is checked.', different: '' }
    await act('setting_lead', 'update', news, action)
    const seen = {
      ...{ shownOn: '2026-10-06', evidenceKind: 'document', figure: '', auditRef: '' },
      shows: 'The record with both names',
    }
    await act('setting_lead', 'addEvidence', seen, action)
    await act('setting_lead', 'report', done, action)
    expect((await refused(act('setting_lead', 'agreeDone', {}, action))).kind).toBe('forbidden')
    await act('audit_lead', 'agreeDone', {}, action)
    const page = await readRecord(world.engine, world.as('setting_lead'), settingReturnRegister, reference)
    expect(page.related.map(({ row }) => [row.reference, row.state])).toContainEqual([action, 'done'])
  })
})

describe('evidence', () => {
  const picture = () => ({ name: 'record.txt', bytes: Buffer.from('The record of checks, without names') })
  it('is a file too, for those who answer and those who carry out, and the analyst sees none', async () => {
    const reference = await submitted()
    await its('audit_lead', 'sendBack', { sentBackStatements: '4.3', sentBackWhy: 'Who are they?' }, reference)
    const add = (by: string) => addFile(world.engine, world.as(by), settingReturnRegister, reference, picture())
    await add('setting_lead')
    await expect(add('scrutineer')).rejects.toMatchObject({ kind: 'forbidden' })
    const files = async (by: string) =>
      (await readRecord(world.engine, world.as(by), settingReturnRegister, reference)).files?.length ?? null
    expect([await files('setting_lead'), await files('audit_lead'), await files('analyst')]).toEqual([1, 1, null])
    const signed = await signedOff({ 4: '2026-12-10' })
    await expect(
      addFile(world.engine, world.as('agency_lead'), section11Register, signed, picture()),
    ).rejects.toMatchObject({ message: 'This is now “Signed off”, so its files stay as they are' })
    const [action] = await ofAgency(signed)
    await addFile(world.engine, world.as('agency_lead'), agreedActionRegister, action?.reference ?? '', picture())
    expect((await see(action?.reference ?? '', 'audit_lead')).files).toHaveLength(1)
    expect((await see(action?.reference ?? '', 'analyst')).files).toBeNull()
  })
})
