import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contactsIn } from '../../../../test/support/contactsInTime.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
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

  it('agreed on the information available: the second person says what more should have been sought, and it is counted', async () => {
    const { record, urgency, decide, agree, act } = contactsIn(world)
    const day = (time: string) => `2024-05-14T${time}:00.000Z`
    const decided = async () => {
      const reference = await record(day('08:00'))
      await urgency(reference, 'amber', day('08:20'))
      await decide(reference, 'childInNeed', day('09:00'))
      return reference
    }
    const figure = async (key: string) => {
      const { numerator, denominator } = await figureOf(world.engine, world.as('screening_manager'), key, {
        period: 'financial_year:2024-25',
      })
      return [numerator, denominator]
    }
    await agree(await decided(), day('10:00'))
    const [more, back] = [await decided(), await decided()]
    const answer = { informationSought: 'moreShouldHaveBeen', agreementNote: '' }
    await expect(act('screening_manager', more, 'agree', answer, day('10:05'))).rejects.toMatchObject({
      kind: 'invalid',
      problems: [{ field: 'agreementNote', message: 'Enter what more should have been sought' }],
    })
    await act('screening_manager', more, 'agree', { ...answer, agreementNote: 'Ask the school' }, day('10:10'))
    await act('screening_manager', back, 'sendBack', { sentBackWhy: 'Say what the child said' }, day('10:15'))
    await decide(back, 'childInNeed', day('11:00'))
    await agree(back, day('11:30'))
    setNow(day('12:00'))
    expect(await figure('more_should_have_been_sought')).toEqual([1, 3])
    expect(await figure('decisions_sent_back')).toEqual([1, 3])
  })
})
