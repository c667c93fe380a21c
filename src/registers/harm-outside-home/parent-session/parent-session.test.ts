import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMissing, type Missing } from '../../../../test/support/missing.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { setNow } from '../../../kit/clock.ts'
import { parentSessionRegister as register } from './index.ts'

let world: World
let missing: Missing

beforeAll(async () => {
  world = await createWorld()
  missing = createMissing(world)
})
beforeEach(() => setNow('2026-11-12T09:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const offer = (more = {}) =>
  missing.act('interview_worker', register, 'start', {
    ...{ parentName: 'Invented', child: '', episode: '', notOpen: 'no', offeredOn: '2026-11-02', ...more },
  })
const act = (action: string, reference: string, typed = {}) =>
  missing.act('interview_worker', register, action, typed, reference)
const refused = (field: string, words: string) => ({
  problems: [{ field, message: expect.stringContaining(words) }],
})

describe('sessions for a parent', () => {
  it('are for families that no service works with', async () => {
    await expect(offer({ notOpen: 'yes' })).rejects.toMatchObject(
      refused('notOpen', 'A service works with this family'),
    )
  })

  it('are offered from the episode, accepted, held and ended', async () => {
    const episode = await missing.report({ reportedAt: '2026-11-09 22:00', leftAt: '2026-11-09 18:00', lastSeenAt: '' })
    await missing.back(episode, '2026-11-10 06:00')
    await missing.episode('offerParent', episode, { parentOffered: 'The mother' })
    const { rows } = await world.engine.owner.query<{ reference: string }>(
      `select s.reference from canopy.parent_session s join canopy.missing_episode e on e.id = s.episode where e.reference = $1`,
      [episode],
    )
    const made = rows[0]?.reference ?? ''
    await act('accept', made, { answeredOn: '2026-11-12', worker: '', wants: '' })
    // Ten working days after 12 November 2026.
    expect((await missing.read(register, made)).clocks).toMatchObject([{ dueOn: '2026-11-26' }])
    await act('addSession', made, {
      sessionOn: '2026-11-12',
      sessionTopics: 'conflict',
      sessionTools: '',
      sessionNote: '',
    })
    expect((await missing.read(register, made)).clocks).toMatchObject([{ metAt: '2026-11-12T00:00:00.000Z' }])
    await act('end', made, { result: 'managesAlone', endedOn: '2026-11-12', parentView: 'Calmer' })
    for (const by of ['social_worker', 'placement_lead', 'police_unit', 'screener'])
      expect([by, await missing.sees(register, made, by)]).toEqual([by, false])
  })

  it('may be declined, in the order of time', async () => {
    const made = await offer()
    await expect(act('decline', made, { answer: 'accepted', answeredOn: '2026-11-03' })).rejects.toMatchObject(
      refused('answer', 'record that instead'),
    )
    await expect(act('decline', made, { answer: 'declined', answeredOn: '2026-11-01' })).rejects.toMatchObject(
      refused('answeredOn-day', 'before sessions were offered'),
    )
    await act('decline', made, { answer: 'noAnswer', answeredOn: '2026-11-09' })
  })

  it('are counted by how they ended', async () => {
    const figure = async (key: string) => {
      const found = await figureOf(world.engine, world.as('missing_coordinator'), key, { period: 'month:2025-05' })
      return [found.numerator, found.denominator].map(Number)
    }
    for (const result of ['managesAlone', 'earlyHelp', 'managesAlone']) {
      const made = await offer({ offeredOn: '2025-05-01' })
      await act('accept', made, { answeredOn: '2025-05-02', worker: '', wants: '' })
      await act('end', made, { result, endedOn: '2025-05-20', parentView: 'x' })
    }
    await offer({ offeredOn: '2025-05-31' })
    expect((await figure('parent_sessions_offered'))[0]).toBe(4)
    expect(await figure('parent_sessions_manage_alone')).toEqual([2, 3])
  })
})
