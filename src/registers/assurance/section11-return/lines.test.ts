import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { returnsIn } from '../../../../test/support/section11.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { tablesOf } from '../../../db/tables.ts'
import type { LineGroup } from '../../../declare/record.ts'
import { system } from '../../../engine/actor.ts'
import { draftFor, saveDraft } from '../../../engine/drafts/drafts.ts'
import { perform } from '../../../engine/store/perform.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { createStoryWriter } from '../../../engine/store/storyWriter.ts'
import { within } from '../../../engine/store/transaction.ts'
import { setNow } from '../../../kit/clock.ts'
import type { Instant } from '../../../kit/dates.ts'
import { met, partlyMet } from './examples.ts'
import { section11Register } from './index.ts'

let world: World
const { does, sent } = returnsIn(() => world)

beforeAll(async () => {
  world = await createWorld()
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

describe('answers, one current line for each standard', () => {
  it('an answer given again supersedes the one before, which is kept', async () => {
    const reference = await sent()
    await does('agency_lead', 'answer', met('6'), reference)
    setNow('2026-09-08T08:00:00.000Z')
    await does('agency_lead', 'answer', partlyMet('6', '2026-12-18'), reference)
    const { rows } = await world.engine.owner.query<{ rating: string; current: boolean }>(
      `select a.rating, a.superseded_at is null as current from canopy.section11_return_answers a
         join canopy.section11_return r on r.id = a.record_id where r.reference = $1 and a.standard = '6' order by a.recorded_at`,
      [reference],
    )
    expect(rows).toEqual([
      { rating: 'met', current: false },
      { rating: 'partiallyMet', current: true },
    ])
  })

  it('what is typed and cannot be an answer yet is kept in the draft, and nothing of it is an answer', async () => {
    const reference = await sent()
    const { engine, as } = world
    const { held } = await readRecord(engine, as('agency_lead'), section11Register, reference)
    const typed = { standard: '4', rating: 'mostly', evidence: 'Half a sentence', 'actionDueOn-day': '31' }
    const open = (who: string) =>
      within(engine, as(who), tx => draftFor(tx, 'section11_return', held.row.id, 'answer', held.row.version))
    const draft = await open('agency_lead')
    await within(engine, as('agency_lead'), tx => saveDraft(tx, draft.id, typed))
    const wanted = { register: section11Register, action: 'answer', reference, typed, draftId: draft.id }
    await expect(perform(engine, as('agency_lead'), wanted)).rejects.toMatchObject({
      problems: [{ field: 'rating' }, { field: 'actionDueOn-month' }],
    })
    expect((await open('agency_lead')).typed).toEqual(typed)
    expect((await open('agency_lead3')).typed).toEqual({})
    const after = await readRecord(engine, as('agency_lead'), section11Register, reference)
    expect(after.held.lines.answers).toEqual([])
  })

  it('two colleagues who answer a standard at one moment leave one current answer', async () => {
    const reference = await sent()
    const both = ['agency_lead', 'agency_lead3', 'agency_lead', 'agency_lead3'].map(by =>
      does(by, 'answer', met('3'), reference),
    )
    await Promise.all(both)
    const { held } = await readRecord(world.engine, world.as('agency_lead'), section11Register, reference)
    expect(held.lines.answers).toHaveLength(1)
    const { rows } = await world.engine.owner.query(
      'select 1 from canopy.section11_return_answers where record_id = $1',
      [held.row.id],
    )
    expect(rows).toHaveLength(4)
  })

  it('many deeds written at once keep the same: one current answer, the earlier ones superseded', async () => {
    const { accountId, agencyId } = world.as('agency_lead')
    const actor = world.as('audit_lead')
    const answer = (at: Instant, rating: string) => ({
      action: 'answer',
      at,
      actor: world.as('agency_lead'),
      values: {},
      line: { standard: '1', rating },
    })
    const start = { askedOf: agencyId, round: '2025-26', sentOn: '2026-01-05', dueOn: '2026-03-02' }
    const deeds = [
      { action: 'start', at: '2026-01-05T09:00:00.000Z', actor, values: start },
      answer('2026-01-06T09:00:00.000Z', 'met'),
      answer('2026-01-07T09:00:00.000Z', 'notMet'),
    ]
    const [written] = await within(world.engine, system(), async tx => {
      const writer = createStoryWriter(world.engine, tx)
      const made = await writer.write(section11Register, [{ deeds }])
      await writer.finish()
      return made
    })
    const { rows } = await world.engine.owner.query<Record<string, unknown>>(
      `select rating, recorded_by as "by", superseded_at as "supersededAt" from canopy.section11_return_answers
        where record_id = $1 order by recorded_at`,
      [written?.id],
    )
    expect(rows).toEqual([
      { rating: 'met', by: accountId, supersededAt: '2026-01-07T09:00:00.000Z' },
      { rating: 'notMet', by: accountId, supersededAt: null },
    ])
  })

  it('the database holds at most one current answer to a standard', async () => {
    const client = await world.engine.owner.connect()
    const copy = `insert into canopy.section11_return_answers (id, record_id, recorded_at, recorded_by, standard)
         select gen_random_uuid(), record_id, recorded_at, recorded_by, standard from canopy.section11_return_answers
          where superseded_at is null limit 1`
    try {
      await expect(client.query(copy)).rejects.toThrow('section11_return_answers_current')
      // The planted fault: without the index a second one goes in.
      await client.query('begin; drop index canopy.section11_return_answers_current')
      await expect(client.query(copy)).resolves.toMatchObject({ rowCount: 1 })
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  it('a group whose key is no required field of its own stops the start', () => {
    const { record } = section11Register
    const { answers } = record.lines
    for (const key of ['standards', 'evidence']) {
      const lines = { ...record.lines, answers: { ...(answers as LineGroup), key } }
      expect(() => tablesOf({ ...section11Register, record: { ...record, lines } })).toThrow(`the key “${key}”`)
    }
  })
})
