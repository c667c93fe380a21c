import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeEarlierReturn } from '../../../../test/support/earlierReturn.ts'
import { refused, returnsIn } from '../../../../test/support/section11.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { registers } from '../../../app/registers.ts'
import { verifyLedger } from '../../../engine/ledger/verify.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { section11Register } from './index.ts'

let world: World
let reference: string
const { does } = returnsIn(() => world)

beforeAll(async () => {
  world = await createWorld()
  reference = await makeEarlierReturn(world)
})
afterEach(() => setNow('2026-11-02T09:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const view = (by = 'audit_lead') => readRecord(world.engine, world.as(by), section11Register, reference)
const actions = async () =>
  (
    await world.engine.owner.query(
      `select a.source_note, a.task, a.state, a.agreed_on::text as agreed, a.done_with, g.name
         from canopy.agreed_action a join canopy.section11_return r on r.id = a.agency_return
         join canopy.agency g on g.id = a.owner_agency where r.reference = $1`,
      [reference],
    )
  ).rows

describe('a return signed off before actions had one list', () => {
  it('keeps what was reported and agreed on it, and its ledger still fits', async () => {
    const { held } = await view()
    expect(held.lines.progress?.map(line => line.progressStandard).sort()).toEqual(['4', '6'])
    expect(held.lines.reviews).toMatchObject([{ reviewedStandard: '6', reviewOutcome: 'done' }])
    expect((await verifyLedger(world.engine.owner, registers)).faults).toEqual([])
    // The planted fault: what was written by a deed that is gone is watched all the same.
    const change = (to: string) =>
      world.engine.owner.query(
        "update canopy.section11_return_reviews set review_note = $1 where reviewed_standard = '6'",
        [to],
      )
    await change('Nothing was seen')
    expect((await verifyLedger(world.engine.owner, registers)).faults).toMatchObject([
      { reference, what: expect.stringContaining('or the line it added, was changed') },
    ])
    await change('The single central record was seen')
  })

  it('is not closed while some of its own are in no list, and puts only these there', async () => {
    expect(await actions()).toEqual([])
    expect(await refused(does('audit_lead', 'close', {}, reference))).toEqual({
      kind: 'conflict',
      messages: ['Put its open actions on the list of all actions first: Standard 4 (Service development)'],
    })
    expect((await view()).held.clocks.filter(one => one.clock === 'next_action')).toHaveLength(1)
    await does('audit_lead', 'listActions', {}, reference)
    expect(await actions()).toEqual([
      {
        source_note: `${reference}, standard 4`,
        task: 'Write the views of children into the template for service reviews',
        ...{ state: 'open', agreed: '2026-10-17', done_with: 'Head of Quality', name: 'Metropolitan Police' },
      },
    ])
    const { held, stopped } = await view()
    expect(held.clocks.filter(one => one.clock === 'next_action')).toEqual([])
    expect(stopped.find(({ action }) => action === 'listActions')?.why).toBe(
      'None of its actions is missing on the list of all actions',
    )
    expect((await refused(does('audit_lead', 'close', {}, reference))).messages[0]).toMatch(
      /^Actions are still open: ACT-/,
    )
  })
})
