import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../../test/support/campaigns.ts'
import { refused } from '../../../../test/support/section11.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { listNotices } from '../../../engine/notices/notices.ts'
import { setNow } from '../../../kit/clock.ts'
import { isRound, versionFor } from './rules.ts'

let world: World
const { its, round, planned, returnsOf, settings } = campaignsIn(() => world)

beforeAll(async () => {
  setNow('2026-10-06T08:00:00.000Z')
  world = await createWorld()
})
beforeEach(() => setNow('2026-10-06T08:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const auditor = 'audit_lead'
const states = async (campaign: string) => (await returnsOf(campaign)).map(({ state }) => state)

describe('opening', () => {
  it('asks every organisation of the kinds chosen, those named and those added, each once', async () => {
    const clubs = await settings(3, 'club', 'Club')
    const [added = '', named = ''] = await settings(2, 'other_kind', 'Added')
    const campaign = await planned({ settingKinds: ['club'], onlyAgencies: [named, clubs[0] ?? ''] })
    await its(auditor, 'start', { campaign, askedOf: added, settingType: 'other', area: '' })
    await its(auditor, 'start', { campaign, askedOf: clubs[1] ?? '', settingType: 'club', area: '' })
    await round(auditor, 'open', {}, campaign)
    expect((await returnsOf(campaign)).map(({ name, state }) => [name, state])).toEqual(
      [added, named, ...clubs].map(name => [name, 'notStarted']),
    )
    const { rows } = await world.engine.owner.query('select settings_asked from canopy.campaign where reference = $1', [
      campaign,
    ])
    expect(rows).toEqual([{ settings_asked: 5 }])
  })

  it('of nobody is refused, and so is one whose day has passed', async () => {
    const campaign = await planned()
    expect((await refused(round(auditor, 'open', {}, campaign))).messages).toEqual([
      'Nobody would be asked. Choose kinds of organisation, or add or import settings first',
    ])
    setNow('2026-12-24T08:00:00.000Z')
    expect((await refused(round(auditor, 'open', {}, campaign))).messages[0]).toBe(
      'The day by which answers are due has passed. Correct it first',
    )
  })

  it('of agencies sends each its section 11 return for the round, once', async () => {
    const campaign = await planned({
      kind: 'section11',
      round: '2150-51',
      onlyAgencies: ['Whittington Health', 'Metropolitan Police'],
    })
    await round(auditor, 'open', {}, campaign)
    const sent = async () =>
      (await world.engine.owner.query("select 1 from canopy.section11_return where round = '2150-51'")).rows.length
    expect(await sent()).toBe(2)
    expect((await refused(round(auditor, 'remind', {}, campaign))).messages).toEqual([
      'Agencies are asked and reminded on their own returns',
    ])
  })

  it('of one kind and round happens once', async () => {
    await planned({ round: '2160-61' })
    expect((await refused(planned({ round: '2160-61' }))).messages[0]).toContain(
      'There is a campaign of this kind for this round already',
    )
    expect([isRound('2026-27'), isRound('2026-28'), isRound('2026')]).toEqual([true, false, false])
    expect([
      versionFor('section175', '2026-10-06'),
      versionFor('section175', '2026-11-02'),
      versionFor('section11', '2026-11-02'),
    ]).toEqual([1, 2, null])
  })
})

describe('chasing', () => {
  it('reminds those who have not started, once a day, and each timeline has it (S11-3)', async () => {
    const campaign = await planned()
    const add = (askedOf: string) => its(auditor, 'start', { campaign, askedOf, settingType: 'primary', area: '' })
    const { reference } = await add('Holly Lane Primary')
    const other = await add('Canal Street School')
    await round(auditor, 'open', {}, campaign)
    await its('setting_lead3', 'comment', { commentOn: '', comment: 'We begin on Monday' }, other.reference)
    await round(auditor, 'remind', {}, campaign)
    expect((await refused(round(auditor, 'remind', {}, campaign))).messages).toEqual(['A reminder was sent today'])
    const told = (await listNotices(world.engine, world.as('setting_lead'))).filter(one => one.reference === reference)
    expect(told.map(({ kind }) => kind)).toEqual(['reminded', 'sent'])
    const { rows } = await world.engine.owner.query(
      "select count(*)::int as n from canopy.setting_return_history h where h.reference = $1 and h.action = 'remind'",
      [reference],
    )
    expect(rows).toEqual([{ n: 1 }])
    setNow('2026-10-07T08:00:00.000Z')
    await round(auditor, 'remind', {}, campaign)
  })

  it('sends to those added since, and closes those that did not come', async () => {
    const campaign = await planned()
    const add = (askedOf: string) => its(auditor, 'start', { campaign, askedOf, settingType: 'primary', area: '' })
    await add('Holly Lane Primary')
    await round(auditor, 'open', {}, campaign)
    expect((await refused(round(auditor, 'sendWaiting', {}, campaign))).messages).toEqual([
      'Every setting that was added has its return already',
    ])
    await add('Canal Street School')
    expect(await states(campaign)).toEqual(['planned', 'notStarted'])
    await round(auditor, 'sendWaiting', {}, campaign)
    expect(await states(campaign)).toEqual(['notStarted', 'notStarted'])
    await round(auditor, 'close', {}, campaign)
    expect(await states(campaign)).toEqual(['notReturned', 'notReturned'])
    expect((await refused(add('Larkspur House'))).messages).toEqual(['That campaign asks nobody any more'])
    await round(auditor, 'report', { themes: 'Records are the weak place', reportedTo: 'The executive' }, campaign)
  })
})
