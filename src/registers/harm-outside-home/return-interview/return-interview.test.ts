import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMissing, type Missing } from '../../../../test/support/missing.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { myWork } from '../../../engine/store/myWork.ts'
import { setNow } from '../../../kit/clock.ts'
import { missingEpisodeRegister } from '../missing-episode/index.ts'
import { returnInterviewRegister as register } from './index.ts'
import { heldStanding } from './rules.ts'

let world: World
let people: People
let missing: Missing

beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
  missing = createMissing(world)
})
beforeEach(() => setNow('2026-11-12T09:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const refused = (field: string, words: string) => ({
  problems: expect.arrayContaining([{ field, message: expect.stringContaining(words) }]),
})
const times = { reportedAt: '2026-11-09 22:00', leftAt: '2026-11-09 18:00', lastSeenAt: '' }

/** A child who is back on Tuesday 10 November at 6:10am, and the interview to be held. */
const back = async (more = {}, returnedAt = '2026-11-10 06:10', known = 'exact') => {
  const episode = await missing.report({ ...times, ...more })
  await missing.back(episode, returnedAt, known)
  return { episode, interview: await interviewOf(episode) }
}
const interviewOf = async (episode: string): Promise<string> => {
  const [interview, ...others] = await missing.interviewsOf(episode)
  expect(others).toEqual([])
  return interview ?? ''
}
const rowOf = async (interview: string) => (await missing.read(register, interview)).row
const sent = { sendTo: 'socialWorker', police: '', summary: 'Invented', placementPlan: '' }

describe('the time limit of 72 hours', () => {
  it('runs through the night of the clocks in elapsed hours, and is kept in UTC (RHI-1)', async () => {
    setNow('2026-10-25T08:00:00.000Z')
    const episode = await missing.report({ reportedAt: '2026-10-24 22:00', leftAt: '2026-10-24 20:00', lastSeenAt: '' })
    await missing.back(episode, '2026-10-25 00:30')
    const { row, clocks } = await missing.read(register, await interviewOf(episode))
    // Half past midnight in summer time is 11:30pm UTC the day before.
    expect(row.returnedAt).toBe('2026-10-24T23:30:00.000Z')
    expect(clocks.find(({ clock }) => clock === 'interview')).toMatchObject({ dueAt: '2026-10-27T23:30:00.000Z' })
    // 72 hours later it is 11:30pm on the wall, an hour earlier than three days would say.
    expect(heldStanding('2026-10-24T23:30:00.000Z', '2026-10-27T23:30:00.000Z')).toBe('heldInTime')
    expect(heldStanding('2026-10-24T23:30:00.000Z', '2026-10-27T23:31:00.000Z')).toBe('heldLate')
  })

  it('runs through a weekend with a bank holiday, and over the other change of the clocks (rulebook MX-03)', async () => {
    for (const [now, left, returned, due] of [
      ['2022-04-16T08:00:00.000Z', '2022-04-15 10:00', '2022-04-15 18:00', '2022-04-18T17:00:00.000Z'],
      ['2022-03-27T08:00:00.000Z', '2022-03-26 03:00', '2022-03-26 09:00', '2022-03-29T09:00:00.000Z'],
    ] as const) {
      setNow(now)
      const episode = await missing.report({ reportedAt: left, leftAt: left, lastSeenAt: '' })
      await missing.back(episode, returned)
      const { clocks } = await missing.read(register, await interviewOf(episode))
      expect(clocks.find(({ clock }) => clock === 'interview')?.dueAt).toBe(due)
    }
  })

  it('starts at the earliest known time where the return is estimated, and says so (RHI-3)', async () => {
    const { interview, episode } = await back({}, '2026-11-10 02:00', 'estimated')
    expect(await rowOf(interview)).toMatchObject({
      returnKnown: 'estimated',
      returnedAt: '2026-11-10T02:00:00.000Z',
    })
    await missing.episode('correctReturn', episode, {
      returnedAt: '2026-11-10 01:00',
      returnKnown: 'exact',
      foundBy: 'self',
    })
    const { row, clocks } = await missing.read(register, interview)
    expect(row).toMatchObject({ returnKnown: 'exact', returnedAt: '2026-11-10T01:00:00.000Z' })
    expect(clocks.find(({ clock }) => clock === 'interview')?.dueAt).toBe('2026-11-13T01:00:00.000Z')
  })

  it('belongs to the council that is responsible, also for a child placed here by another (rulebook MX-05)', async () => {
    const { interview } = await back({
      missingFrom: 'otherAuthority',
      responsible: 'another',
      responsibleName: 'Kent',
    })
    const { row, clocks } = await missing.read(register, interview)
    expect(row).toMatchObject({ responsible: 'another', responsibleName: 'Kent' })
    expect(clocks).toHaveLength(2)
    await missing.interview(
      'doNotOffer',
      interview,
      { notOfferedWhy: 'otherCouncil', notOfferedNote: '' },
      'missing_coordinator',
    )
    expect((await rowOf(interview)).standing).toBe('notOffered')
  })
})

describe('what comes of an offer', () => {
  it('is exactly one of what is different: never offered, offered, held in time or late, declined, no contact', async () => {
    const standing = async (deed: (interview: string) => Promise<unknown>) => {
      const { interview } = await back()
      await deed(interview)
      const { state, standing: stands, offeredAt } = await rowOf(interview)
      return [state, stands, offeredAt !== null]
    }
    const offered = async (interview: string) => missing.attempt(interview, '2026-11-10 10:00')
    expect(await standing(async () => {})).toEqual(['waiting', 'waiting', false])
    expect(await standing(offered)).toEqual(['offered', 'offered', true])
    const hold = (at: string) => async (interview: string) => {
      await offered(interview)
      setNow('2026-11-14T09:00:00.000Z')
      await missing.hold(interview, at)
      setNow('2026-11-12T09:00:00.000Z')
    }
    expect(await standing(hold('2026-11-13 06:10'))).toEqual(['held', 'heldInTime', true])
    expect(await standing(hold('2026-11-13 06:11'))).toEqual(['held', 'heldLate', true])
    const declined = { declinedWhy: 'notNeeded', declinedNote: 'Says no. A youth worker is offered.' }
    expect(
      await standing(async one => {
        await offered(one)
        await missing.interview('decline', one, declined)
      }),
    ).toEqual(['declined', 'declined', true])
    expect(
      await standing(async one => {
        await offered(one)
        await expect(missing.interview('giveUp', one)).rejects.toMatchObject({ kind: 'conflict' })
        await missing.attempt(one, '2026-11-11 10:00', { attemptHow: 'visit', attemptResult: 'noAnswer' })
        await missing.interview('giveUp', one)
      }),
    ).toEqual(['noContact', 'noContact', true])
    expect(
      await standing(one =>
        missing.interview('doNotOffer', one, { notOfferedWhy: 'hospital', notOfferedNote: '' }, 'missing_coordinator'),
      ),
    ).toEqual(['notOffered', 'notOffered', false])
  })

  it('is “not recorded” only in records of the past', async () => {
    const { interview } = await back()
    const typed = { notOfferedWhy: 'notRecorded', notOfferedNote: '' }
    await expect(missing.interview('doNotOffer', interview, typed, 'missing_coordinator')).rejects.toMatchObject(
      refused('notOfferedWhy', 'brought in from before'),
    )
    await missing.attempt(interview, '2026-11-10 10:00')
    await expect(missing.interview('closeOld', interview, {}, 'missing_coordinator')).rejects.toMatchObject({
      kind: 'conflict',
    })
    setNow('2027-03-12T09:00:00.000Z')
    await missing.interview('closeOld', interview, {}, 'missing_coordinator')
    expect((await rowOf(interview)).standing).toBe('noOutcome')
    setNow('2026-11-12T09:00:00.000Z')
    const old = await missing.report({
      ...times,
      returnedAt: '2026-11-10 06:10',
      returnKnown: 'exact',
      foundBy: 'self',
      oldRecord: 'yes',
    })
    expect((await missing.read(missingEpisodeRegister, old)).row.state).toBe('closed')
    expect(await rowOf(await interviewOf(old))).toMatchObject({ state: 'notOffered', notOfferedWhy: 'notRecorded' })
  })

  it('is “missing again” when the next episode comes first; offered or not stays as it was (RHI-4)', async () => {
    const child = await people.person()
    const { interview: offered } = await back({ person: child })
    await missing.attempt(offered, '2026-11-10 10:00')
    // Whoever reports the next episode need not see the interview.
    const next = await missing.report(
      { reportedAt: '2026-11-11 22:00', leftAt: '2026-11-11 20:00', lastSeenAt: '', person: child },
      'social_worker',
    )
    expect(await rowOf(offered)).toMatchObject({ state: 'missingAgain', offeredAt: '2026-11-10T10:00:00.000Z' })
    await missing.back(next, '2026-11-11 23:30')
    const second = await interviewOf(next)
    // The police know the name alone: the coordinator says who it is.
    const third = await missing.report(
      { reportedAt: '2026-11-12 01:00', leftAt: '2026-11-12 00:30', lastSeenAt: '' },
      'police_unit',
    )
    expect((await rowOf(second)).state).toBe('waiting')
    await missing.episode('sayWho', third, { person: child })
    expect(await rowOf(second)).toMatchObject({ state: 'missingAgain', standing: 'missingAgain', offeredAt: null })
    expect((await rowOf(offered)).standing).toBe('missingAgain')
  })

  it('of another child stays as it is', async () => {
    const { interview } = await back({ person: await people.person() })
    await missing.report({
      reportedAt: '2026-11-11 22:00',
      leftAt: '2026-11-11 20:00',
      lastSeenAt: '',
      person: await people.person(),
    })
    expect((await rowOf(interview)).state).toBe('waiting')
  })

  it('may be one interview for several episodes, each by its own time limit', async () => {
    const child = await people.person()
    const first = await back(
      { person: child, reportedAt: '2026-11-07 22:00', leftAt: '2026-11-07 18:00' },
      '2026-11-08 06:00',
    )
    const second = await back({ person: child })
    expect((await rowOf(first.interview)).state).toBe('missingAgain')
    await missing.interview('offerAfterAll', first.interview, { whyAgain: 'Both are spoken of' })
    const typed = { heldIn: second.interview }
    await expect(missing.interview('countTogether', first.interview, typed)).rejects.toMatchObject(
      refused('heldIn', 'has not been held'),
    )
    await missing.attempt(second.interview, '2026-11-10 10:00')
    await missing.hold(second.interview, '2026-11-11 12:00')
    await missing.interview('countTogether', first.interview, typed)
    expect(await rowOf(second.interview)).toMatchObject({ standing: 'heldInTime' })
    expect(await rowOf(first.interview)).toMatchObject({
      state: 'heldTogether',
      standing: 'heldLate',
      interviewAt: '2026-11-11T12:00:00.000Z',
    })
    const other = await back()
    await missing.attempt(other.interview, '2026-11-10 10:00')
    await expect(missing.interview('countTogether', other.interview, typed)).rejects.toMatchObject(
      refused('heldIn', 'another child'),
    )
  })
})

describe('an interview', () => {
  const offered = async (more = {}) => {
    const made = await back(more)
    await missing.attempt(made.interview, '2026-11-10 10:00')
    return made
  }

  it('is held by somebody independent, or says why not', async () => {
    const { interview } = await offered()
    await expect(missing.hold(interview, '2026-11-11 10:00', { independent: 'no' })).rejects.toMatchObject(
      refused('whyAcceptable', 'why it is acceptable'),
    )
    await expect(missing.hold(interview, '2026-11-09 10:00')).rejects.toMatchObject(
      refused('interviewAt-day', 'cannot be before the child was back'),
    )
  })

  it('with an immediate worry needs somebody who acts, in whose work it then stands with four hours (RHI-8)', async () => {
    const { interview } = await offered({ person: await people.person() })
    const worry = { immediateWorry: 'yes', worryWhat: 'He knows her address.' }
    await expect(missing.hold(interview, '2026-11-11 10:00', worry)).rejects.toMatchObject(
      refused('worryReceiver', 'Without that it reaches nobody'),
    )
    expect((await rowOf(interview)).state).toBe('offered')
    const before = (await myWork(world.engine, world.as('social_worker'))).tasks.length
    await missing.hold(interview, '2026-11-11 10:00', { ...worry, worryReceiver: 'Social worker' })
    const { tasks } = await myWork(world.engine, world.as('social_worker'))
    expect(tasks).toHaveLength(before + 1)
    expect(tasks.find(({ register: { record } }) => record.key === 'immediate_worry')).toMatchObject({
      why: 'allocated',
      dueAt: '2026-11-12T13:00:00.000Z',
    })
    const others = await myWork(world.engine, world.as('social_worker2'))
    expect(others.tasks.filter(({ register: { record } }) => record.key === 'immediate_worry')).toEqual([])
  })

  it('tells the placement its plan alone, and with a carer of concern nothing (RHI-5)', async () => {
    const placed = { missingFrom: 'care', careType: 'M', placedWith: 'Larkspur House', lookedAfter: 'yes' }
    const good = await offered(placed)
    await missing.hold(good.interview, '2026-11-11 10:00')
    const plan = { ...sent, sendTo: 'socialWorker;placement', placementPlan: 'Telephone by nine.' }
    await missing.interview('send', good.interview, plan)
    const seen = await missing.read(missingEpisodeRegister, good.episode, 'placement_lead')
    expect(seen.row.plan).toBe('Telephone by nine.')
    expect(await missing.sees(register, good.interview, 'placement_lead')).toBe(false)
    expect(await missing.sees(register, good.interview, 'police_unit')).toBe(false)

    const bad = await offered({ ...placed, team: 'Children in need, team East' })
    const before = JSON.stringify(await missing.read(missingEpisodeRegister, bad.episode, 'placement_lead'))
    await missing.hold(bad.interview, '2026-11-11 10:00', {
      carerOfConcern: 'yes',
      childWords: 'The night worker hits.',
    })
    await expect(missing.interview('send', bad.interview, plan)).rejects.toMatchObject(
      refused('sendTo', 'the placement gets nothing'),
    )
    await expect(
      missing.interview('send', bad.interview, { ...sent, placementPlan: 'Telephone by nine.' }),
    ).rejects.toMatchObject(refused('placementPlan', 'leave out a plan'))
    await missing.interview('send', bad.interview, sent)
    // Nothing more is written that the placement reads, also by who may not read the interview.
    await expect(missing.episode('writePlan', bad.episode, { plan: 'More' }, 'social_worker')).rejects.toMatchObject(
      refused('plan', 'the carer is a concern'),
    )
    expect(JSON.stringify(await missing.read(missingEpisodeRegister, bad.episode, 'placement_lead'))).toBe(before)
    await missing.episode('addPrivatePlan', bad.episode, { privatePlan: 'Visit without notice' }, 'social_worker')
  })

  it('tells the police what is marked for them, without who said it', async () => {
    const { interview } = await offered()
    await missing.hold(interview, '2026-11-11 10:00')
    const named = { knownPlace: '', noKnownPlace: '' }
    for (const [namedKind, namedWords, sharePolice] of [
      ['vehicle', 'Grey van', 'yes'],
      ['person', 'Fox', 'no'],
    ] as const)
      await missing.interview('addNamed', interview, { ...named, namedKind, namedWords, sharePolice })
    await expect(missing.interview('send', interview, { ...sent, sendTo: 'police' })).rejects.toMatchObject(
      refused('police', 'which police force'),
    )
    await missing.interview('send', interview, { ...sent, sendTo: 'police', police: 'Metropolitan Police' })
    const { rows } = await world.engine.owner.query<{ reference: string; words: string }>(
      `select t.reference, t.words from canopy.intelligence_item t join canopy.return_interview i on i.id = t.interview where i.reference = $1`,
      [interview],
    )
    expect(rows.map(({ words }) => words)).toEqual(['Grey van'])
    const { intelligenceItemRegister } = await import('../intelligence-item/index.ts')
    const { row } = await missing.read(intelligenceItemRegister, rows[0]?.reference ?? '', 'police_unit')
    expect(row.words).toBe('Grey van')
    for (const name of ['child', 'interview']) expect(Object.keys(row), name).not.toContain(name)
  })

  it('names a place that is like one on record: it is linked or said to be another, and the words stay (RHI-6)', async () => {
    const { placeRegister } = await import('../place/index.ts')
    const { walkway } = await import('../place/examples.ts')
    const known = await missing.act('exploitation_coordinator', placeRegister, 'start', {
      ...walkway,
      name: 'McDonald’s, Holloway Road',
      alsoCalled: 'Maccies, the Nag’s Head one',
    })
    const { interview } = await offered()
    await missing.hold(interview, '2026-11-11 10:00')
    const named = {
      namedKind: 'place',
      namedWords: 'McD Holloway',
      knownPlace: '',
      noKnownPlace: '',
      sharePolice: 'no',
    }
    await expect(missing.interview('addNamed', interview, named)).rejects.toMatchObject(refused('knownPlace', known))
    await missing.interview('addNamed', interview, { ...named, noKnownPlace: 'yes' })
    await missing.interview('addNamed', interview, { ...named, knownPlace: known })
    await missing.interview('addNamed', interview, { ...named, namedWords: 'Somewhere quite different' })
    const { lines } = await missing.read(register, interview)
    expect(lines.named?.map(line => line.namedWords)).toEqual([
      'McD Holloway',
      'McD Holloway',
      'Somewhere quite different',
    ])
    const place = await missing.read(placeRegister, known)
    expect(place.lines.concerns).toMatchObject([{ concernSource: 'interview', concernWords: 'McD Holloway' }])
    expect((await missing.read(placeRegister, known, 'police_unit')).lines.concerns).toEqual([])
    const [line] = (await missing.read(placeRegister, known, 'exploitation_coordinator')).lines.concerns ?? []
    expect(Object.keys(line ?? {})).not.toContain('concernInterview')
  })

  it('is read by the team of the child, and by the interviewing team', async () => {
    const { interview } = await offered({ team: 'Children in need, team East' })
    const sees = (by: string) => missing.sees(register, interview, by)
    for (const by of ['missing_coordinator', 'interview_worker', 'social_worker', 'team_manager', 'analyst'])
      expect([by, await sees(by)]).toEqual([by, true])
    for (const by of ['social_worker2', 'screener', 'placement_lead', 'police_unit', 'exploitation_coordinator'])
      expect([by, await sees(by)]).toEqual([by, false])
    await missing.interview(
      'give',
      interview,
      { worker: 'Missing coordinator', team: 'Children in need, team West' },
      'missing_coordinator',
    )
    expect(await sees('interview_worker')).toBe(false)
    const analyst = await missing.read(register, interview, 'analyst')
    for (const name of ['familyName', 'childWords', 'episode', 'child'])
      expect(Object.keys(analyst.row), name).not.toContain(name)
  })
})
