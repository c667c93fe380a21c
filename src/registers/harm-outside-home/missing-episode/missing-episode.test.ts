import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createMissing, type Missing } from '../../../../test/support/missing.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { setNow } from '../../../kit/clock.ts'
import { missingEpisodeRegister as register } from './index.ts'

let world: World
let people: People
let missing: Missing
let hidden: ReturnType<typeof createHidden>

const morning = '2026-11-10T09:00:00.000Z'

beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
  missing = createMissing(world)
  hidden = createHidden(world, people)
})
beforeEach(() => setNow(morning))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const refused = (field: string, words: string) => ({
  problems: expect.arrayContaining([{ field, message: expect.stringContaining(words) }]),
})
const times = { reportedAt: '2026-11-09 22:00', leftAt: '2026-11-09 18:00', lastSeenAt: '' }

describe('a missing episode', () => {
  it('refuses a return before the child went missing, in words', async () => {
    const episode = await missing.report(times)
    await expect(missing.back(episode, '2026-11-09 17:59')).rejects.toMatchObject(
      refused('returnedAt-day', 'The child cannot be back before going missing, 9 November 2026 at 6pm'),
    )
    await missing.back(episode, '2026-11-09 18:00')
    expect((await missing.read(register, episode)).row).toMatchObject({ state: 'returned', missingHours: 0 })
  })

  it('may last two weeks, and stays open as long as nobody is back', async () => {
    setNow('2026-11-24T09:00:00.000Z')
    const long = await missing.report({ reportedAt: '2026-11-10 10:00', leftAt: '2026-11-09 18:00', lastSeenAt: '' })
    expect((await missing.read(register, long)).row).toMatchObject({ state: 'missing', durationBand: null })
    await missing.back(long, '2026-11-23 18:00')
    expect((await missing.read(register, long)).row).toMatchObject({ durationBand: 'longer', missingHours: 336 })
  })

  it('has one setting, with what belongs to it', async () => {
    await expect(missing.report({ missingFrom: '' })).rejects.toMatchObject(refused('missingFrom', 'Select where'))
    await expect(missing.report({ missingFrom: 'care' })).rejects.toMatchObject(refused('careType', 'missing or away'))
    await expect(missing.report({ missingFrom: 'home', careType: 'A' })).rejects.toMatchObject(
      refused('careType', 'Only a child in care'),
    )
    await expect(missing.report({ missingFrom: 'otherAuthority', responsible: 'ours' })).rejects.toMatchObject(
      refused('responsible', 'another council'),
    )
    await expect(missing.report({ missingFrom: 'otherAuthority', responsible: 'another' })).rejects.toMatchObject(
      refused('responsibleName', 'Enter which council'),
    )
    await missing.report({ missingFrom: 'otherAuthority', responsible: 'another', responsibleName: 'Kent' })
  })

  it('told by the police and by a carer is one: the second report is refused with the reference of the first', async () => {
    const child = await people.person()
    const first = await missing.report({ ...times, person: child }, 'police_unit').catch(() => null)
    // The police see nobody on record: they tell the name, and the coordinator says who it is.
    expect(first).toBeNull()
    const told = { ...times, familyName: 'Wexcombe', givenName: 'Ada', bornOn: '2011-05-05' }
    const episode = await missing.report(told, 'police_unit')
    await missing.episode('sayWho', episode, { person: child })
    await expect(missing.report({ ...times, person: child, reportedAt: '2026-11-09 23:00' })).rejects.toMatchObject(
      refused('familyName', `${episode} tells of this child for the same time`),
    )
    await expect(missing.report({ ...told, reportedAt: '2026-11-09 23:00' })).rejects.toMatchObject(
      refused('familyName', episode),
    )
    await missing.episode('addTelling', episode, {
      alsoToldBy: 'placement',
      alsoToldAt: '2026-11-09 23:00',
      alsoReporter: 'Night worker',
      alsoReference: 'LH-77',
      alsoWords: 'Left through the window.',
    })
    expect((await missing.read(register, episode)).lines.tellings).toMatchObject([{ alsoReference: 'LH-77' }])
  })

  it('told twice before anybody knew is joined, and nothing that was told is lost', async () => {
    const [first, second] = [
      await missing.report({ ...times, familyName: 'Lowther' }),
      await missing.report({
        ...times,
        familyName: 'Lowtherr',
        policeReference: 'INV-26-1',
        circumstances: 'A friend waited.',
      }),
    ]
    await missing.back(second, '2026-11-10 01:00')
    await missing.episode('join', second, { joinedTo: first, joinedWhy: 'The same girl, misspelt' })
    const { row, lines } = await missing.read(register, first)
    expect(row.state).toBe('missing')
    expect(lines.tellings).toMatchObject([
      { alsoToldBy: 'police', alsoReference: 'INV-26-1', alsoWords: expect.stringContaining('A friend waited.') },
    ])
    expect((await missing.read(register, second)).row).toMatchObject({
      state: 'joined',
      circumstances: 'A friend waited.',
    })
    // The interview of the second report goes with it.
    const [interview = ''] = await missing.interviewsOf(second)
    const { rows } = await world.engine.owner.query('select state from canopy.return_interview where reference = $1', [
      interview,
    ])
    expect(rows).toEqual([{ state: 'recordedInError' }])
  })

  it('keeps times of one child apart when they are corrected, and when it is said who the child is', async () => {
    const child = await people.person()
    const before = { reportedAt: '2026-11-05 20:00', leftAt: '2026-11-05 18:00' }
    const early = await missing.report({ ...times, ...before, person: child })
    await missing.back(early, '2026-11-06 08:00')
    const next = await missing.report({ ...times, person: child })
    await expect(
      missing.episode('correctReturn', early, {
        returnedAt: '2026-11-09 19:00',
        returnKnown: 'exact',
        foundBy: 'self',
      }),
    ).rejects.toMatchObject(refused('returnedAt-day', next))
    await expect(
      missing.episode('correctTimes', next, {
        reportedAt: '2026-11-09 22:00',
        leftAt: '2026-11-06 07:00',
        lastSeenAt: '',
        timesKnown: 'estimated',
        lastSeenWhere: '',
      }),
    ).rejects.toMatchObject(refused('lastSeenAt-day', early))
    const unknown = await missing.report({ ...times, familyName: 'Somebody' })
    await expect(missing.episode('sayWho', unknown, { person: child })).rejects.toMatchObject(refused('person', next))
  })

  it('needs a strategy discussion where the risk is high, and from the third episode in 90 days', async () => {
    const child = await people.person()
    const days = ['2026-08-01', '2026-10-01', '2026-10-20', '2026-11-05']
    const made: string[] = []
    for (const day of days) {
      const one = await missing.report({
        reportedAt: `${day} 20:00`,
        leftAt: `${day} 18:00`,
        lastSeenAt: '',
        person: child,
      })
      await missing.back(one, `${day} 23:00`)
      made.push(one)
    }
    const counts = await Promise.all(made.map(async one => (await missing.read(register, one)).row.episodesIn90Days))
    // 1 August is 96 days before 5 November.
    expect(counts).toEqual([1, 2, 3, 3])
    const third = await missing.read(register, made[2] ?? '')
    expect(third.row).toMatchObject({ strategyWhy: 'repeat', strategyFrom: '2026-10-20T19:00:00.000Z' })
    expect(third.clocks).toMatchObject([{ clock: 'strategy_discussion', dueAt: '2026-10-21T19:00:00.000Z' }])
    const high = await missing.report({ ...times, policeGrade: 'high' })
    expect((await missing.read(register, high)).row.strategyWhy).toBe('highRisk')
    const low = await missing.report({ ...times, policeGrade: 'low' })
    expect((await missing.read(register, low)).clocks).toEqual([])
    await missing.episode('grade', low, { policeGrade: 'high', riskFlags: 'noneKnown', circumstances: '' })
    expect((await missing.read(register, low)).clocks).toHaveLength(1)
  })
})

describe('who sees an episode', () => {
  it('is the force, the team, the placement, and those who see all', async () => {
    const own = { ...times, missingFrom: 'care', careType: 'M', placedWith: 'Larkspur House', lookedAfter: 'yes' }
    const episode = await missing.report({ ...own, team: 'Children in need, team East' })
    const seen = async (by: string) => missing.sees(register, episode, by)
    const roles = [
      'missing_coordinator',
      'interview_worker',
      'screener',
      'social_worker',
      'team_manager',
      'police_unit',
      'placement_lead',
      'analyst',
      'exploitation_coordinator',
    ]
    for (const by of roles) expect([by, await seen(by)]).toEqual([by, true])
    for (const by of [
      'social_worker2',
      'team_manager2',
      'check_answerer',
      'setting_lead',
      'administrator',
      'scrutineer',
    ])
      expect([by, await seen(by)]).toEqual([by, false])
    const elsewhere = await missing.report({ ...times, police: '' })
    expect(await missing.sees(register, elsewhere, 'placement_lead')).toBe(false)
    expect(await missing.sees(register, elsewhere, 'police_unit')).toBe(false)
  })

  it('shows the placement the plan, and not what is kept from it, nor that it was added', async () => {
    const episode = await missing.report(
      { ...times, missingFrom: 'care', careType: 'M', lookedAfter: 'yes', reporter: 'A neighbour' },
      'placement_lead',
    )
    await missing.episode('passToTeam', episode, { team: 'Children in need, team East' })
    await missing.episode('writePlan', episode, { plan: 'Telephone by nine.' }, 'social_worker')
    await missing.episode('addPrivatePlan', episode, { privatePlan: 'A visit without notice.' }, 'social_worker')
    const { row, lines } = await missing.read(register, episode, 'placement_lead')
    expect(row).toMatchObject({ plan: 'Telephone by nine.' })
    expect(lines.privatePlans).toEqual([])
    for (const name of ['reporter', 'strategyNote', 'person', 'endsInterview', 'riskFlags'])
      expect(Object.keys(row), name).not.toContain(name)
    expect(JSON.stringify([row, lines])).not.toContain('without notice')
  })

  it('tells the contact team that there is one, and an analyst no names', async () => {
    const episode = await missing.report(times)
    const screener = await missing.read(register, episode, 'screener')
    expect(Object.keys(screener.row)).toEqual(expect.arrayContaining(['familyName', 'missingSince', 'policeGrade']))
    for (const name of ['circumstances', 'likelyPlaces', 'plan', 'riskFlags'])
      expect(Object.keys(screener.row), name).not.toContain(name)
    const analyst = await missing.read(register, episode, 'analyst')
    expect(Object.keys(analyst.row)).toContain('missingFrom')
    for (const name of ['familyName', 'circumstances', 'person', 'policeReference'])
      expect(Object.keys(analyst.row), name).not.toContain(name)
  })

  it('is nobody who may not know of the child, but for whom it was told by', async () => {
    const child = await people.person()
    const episode = await missing.report({ ...times, familyName: 'Hidden' }, 'police_unit')
    await missing.episode('sayWho', episode, { person: child })
    const before = await hidden.total('screener', register)
    await hidden.hide(child)
    expect(await missing.sees(register, episode, 'missing_coordinator')).toBe(false)
    expect(await hidden.total('screener', register)).toBe(before - 1)
    expect(await missing.sees(register, episode, 'police_unit')).toBe(true)
  })
})
