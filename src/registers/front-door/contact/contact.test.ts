import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { perform } from '../../../engine/store/perform.ts'
import { readHistory, readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { addHours } from '../../../kit/dates.ts'
import { agencyCheckRegister } from '../agency-check/index.ts'
import { contactRegister } from './index.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

describe('contact', () => {
  for (const example of contactRegister.examples)
    it(`example: ${example.name}`, async () => {
      setNow(example.at)
      const { engine, as } = world
      let { reference } = await perform(engine, as(example.by), {
        register: contactRegister,
        action: 'start',
        typed: example.start,
      })
      for (const deed of example.deeds ?? []) {
        setNow(addHours(example.at, deed.afterHours))
        const done = await perform(engine, as(deed.by), {
          register: contactRegister,
          action: deed.action,
          reference,
          typed: deed.answers ?? {},
        })
        reference = done.reference
      }
      const view = await readRecord(engine, as('screener'), contactRegister, reference)
      expect(view.held.row.state).toBe(example.ends)
      const history = await readHistory(engine, as('screener'), contactRegister, reference)
      expect(history).toHaveLength(1 + (example.deeds?.length ?? 0))
    })

  it('asking agencies opens one check for each, and a partner sees only their own', async () => {
    const { engine, as } = world
    const found = await engine.owner.query<{ reference: string; agency: string }>(
      'select c.reference, a.code as agency from canopy.agency_check c join canopy.agency a on a.id = c.asked_of order by 2',
    )
    expect(found.rows.map(row => row.agency)).toEqual(['health', 'police'])
    const police = found.rows[1]?.reference ?? ''
    const view = await readRecord(engine, as('check_answerer'), agencyCheckRegister, police)
    expect(view.held.row.question).toContain('Previous incidents')
    expect(view.held.row.contact).toBeUndefined()
    await expect(readRecord(engine, as('check_answerer2'), agencyCheckRegister, police)).rejects.toMatchObject({
      kind: 'notFound',
    })
  })
})
