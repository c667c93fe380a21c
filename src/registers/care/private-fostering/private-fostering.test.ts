import { CamelCasePlugin } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import { alone } from '../../../declare/measure.ts'
import type { Example } from '../../../declare/register.ts'
import { emptyQuery, listRecords } from '../../../engine/store/list.ts'
import { perform } from '../../../engine/store/perform.ts'
import { readHistory, readRecord } from '../../../engine/store/read.ts'
import { createStoryWriter } from '../../../engine/store/storyWriter.ts'
import { within } from '../../../engine/store/transaction.ts'
import { setNow } from '../../../kit/clock.ts'
import { addHours, instantOf } from '../../../kit/dates.ts'
import { period } from '../../../kit/periods.ts'
import { contactRegister } from '../../front-door/contact/index.ts'
import { notification } from './examples.ts'
import { privateFosteringRegister as register } from './index.ts'
import { type Definition, definitionOf, type Facts } from './rules.ts'

let world: World
const references = new Map<string, string>()

const deed = (by: string, action: string, reference: string | undefined, typed: Typed = {}) =>
  perform(world.engine, world.as(by), {
    register,
    action,
    typed,
    ...(reference === undefined ? {} : { reference }),
  })

const live = async (example: Example): Promise<string> => {
  setNow(example.at)
  const { reference } = await deed(example.by, 'start', undefined, example.start)
  for (const { action, afterHours, by, answers } of example.deeds ?? []) {
    setNow(addHours(example.at, afterHours))
    await deed(by, action, reference, answers)
  }
  return reference
}

const refer = (part: string): string => {
  const found = [...references].find(([name]) => name.includes(part))?.[1]
  if (found === undefined) throw new Error(`No example is called ${part}`)
  return found
}

/** The stored limits of a record, in order: what, due on, done on. */
const limitsOf = async (reference: string, clock: string) => {
  const rows = await world.engine.owner.query<{ due: string; met: string | null }>(
    `select due_on as due, (met_at at time zone 'Europe/London')::date as met from canopy.private_fostering_clock c
       join canopy.private_fostering r on r.id = c.record_id
      where r.reference = $1 and clock = $2 and superseded_at is null order by sequence`,
    [reference, clock],
  )
  return rows.rows.map(({ due, met }) => [due, met])
}

/** Cases of a measure on the rows in force. */
const cases = async (key: string, year: string, asAt: string) => {
  const measure = register.measures.find(one => one.key === `private_fostering_${key}`)
  if (!measure) throw new Error(`No measure is called ${key}`)
  const db = world.engine.pools.measures.withPlugin(new CamelCasePlugin())
  const inForce = db.with('private_fostering_clock', query =>
    query.selectFrom('canopy.private_fostering_clock').selectAll().where('supersededAt', 'is', null),
  )
  const scope = { period: alone(period(`financial-year:${year}`)), asAt: instantOf(asAt, '00:00') }
  return measure.cases(inForce as unknown as Parameters<typeof measure.cases>[0], scope).execute()
}
const figure = async (key: string, year: string, asAt: string) => {
  const rows = await cases(key, year, asAt)
  return `${rows.filter(row => row.counted).length} of ${rows.length}`
}

beforeAll(async () => {
  world = await createWorld()
  for (const example of register.examples) references.set(example.name, await live(example))
})
afterEach(() => setNow('2024-07-31T09:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

describe('the examples', () => {
  for (const example of register.examples)
    it(`walk the pathway: ${example.name}`, async () => {
      const reference = refer(example.name)
      const by = world.as('private_fostering_coordinator')
      const view = await readRecord(world.engine, by, register, reference)
      expect(view.held.row.state).toBe(example.ends)
      const history = await readHistory(world.engine, by, register, reference)
      expect(history).toHaveLength(1 + (example.deeds?.length ?? 0))
    })
})

describe('time limits', () => {
  it('the first visit: seven working days from the notification, two May bank holidays left out (PF-03)', async () => {
    expect(await limitsOf(refer('fifteen months'), 'first_visit')).toEqual([['2023-05-11', '2023-05-10']])
  })

  it('an attempt at which the child was not seen is not the first visit', async () => {
    expect(await limitsOf(refer('late first'), 'first_visit')).toEqual([['2023-10-11', '2023-10-17']])
  })

  it('known in advance: the home of the carer within seven working days, the child within seven of the move', async () => {
    expect(await limitsOf(refer('in advance'), 'first_visit')).toEqual([['2023-07-12', '2023-07-11']])
    expect(await limitsOf(refer('in advance'), 'arrival_visit')).toEqual([['2023-09-14', '2023-09-12']])
  })

  it('the assessment: 42 working days, met by the decision and not by the report (PF-04)', async () => {
    expect(await limitsOf(refer('late first'), 'assessment')).toEqual([['2023-11-29', '2023-12-05']])
    expect(await limitsOf(refer('not private'), 'assessment')).toEqual([['2023-08-02', '2023-06-13']])
  })

  it('visits: six weeks from awareness and from each other in the first year, then twelve (PF-05)', async () => {
    expect(await limitsOf(refer('fifteen months'), 'next_visit')).toEqual([
      ['2023-06-09', '2023-05-10'],
      ['2023-06-21', '2023-06-20'],
      ['2023-08-01', '2023-08-01'],
      ['2023-09-12', '2023-09-12'],
      ['2023-10-24', '2023-10-24'],
      ['2023-12-05', '2023-12-05'],
      ['2024-01-16', '2024-01-16'],
      ['2024-02-27', '2024-02-27'],
      ['2024-04-09', '2024-04-09'],
      ['2024-05-21', '2024-05-20'],
      ['2024-08-12', '2024-07-23'],
      ['2024-10-15', null],
    ])
  })

  it('a late visit stays late, later visits do not shift, and a corrected date corrects the limits', async () => {
    expect(await limitsOf(refer('late first'), 'next_visit')).toEqual([
      ['2023-11-06', '2023-10-17'],
      ['2023-11-28', '2024-01-25'],
      ['2024-03-07', '2024-03-05'],
      ['2024-04-16', null],
    ])
    const view = await readRecord(world.engine, world.as('social_worker'), register, refer('late first'))
    expect(view.held.lines.visits?.map(visit => visit.visitedOn)).toEqual([
      '2023-10-10',
      '2023-10-17',
      '2024-01-25',
      '2024-03-05',
    ])
    expect(view.held.row.lastVisitOn).toBe('2024-03-05')
    const kept = await world.engine.owner.query(
      "select 1 from canopy.private_fostering_visits where visited_on = '2024-03-06' and superseded_at is not null",
    )
    expect(kept.rows).toHaveLength(1)
  })

  it('known in advance: visits are counted from the move, and stop at the end', async () => {
    expect(await limitsOf(refer('in advance'), 'next_visit')).toEqual([
      ['2023-10-16', '2023-09-12'],
      ['2023-10-24', '2023-10-20'],
    ])
  })

  it('what is found not to be private fostering is under no duty to be visited', async () => {
    expect(await limitsOf(refer('not private'), 'next_visit')).toEqual([])
    expect(await limitsOf(refer('not private'), 'first_visit')).toEqual([['2023-06-14', '2023-06-09']])
  })

  it('the birthday on which it ends: 16, and 18 for a disabled child', async () => {
    expect(await limitsOf(refer('fifteen months'), 'age_limit')).toEqual([['2027-03-19', null]])
    setNow('2024-07-01T09:00:00.000Z')
    const { reference } = await deed('social_worker2', 'start', undefined, {
      ...notification,
      notifiedOn: '2024-06-28',
      awareOn: '2024-06-28',
      startsOn: '2024-06-20',
      disabled: 'yes',
    })
    expect(await limitsOf(reference, 'age_limit')).toEqual([['2029-03-19', null]])
    await deed('team_manager2', 'voidRecord', reference, { voidWhy: 'A record made for a test.' })
    expect(await limitsOf(reference, 'age_limit')).toEqual([])
  })

  it('the list is the visit tracker: the next visit due, the last one made, the most overdue first', async () => {
    setNow('2024-11-04T09:00:00.000Z')
    const { rows } = await listRecords(world.engine, world.as('private_fostering_coordinator'), register, {
      ...emptyQuery,
      show: 'overdue',
    })
    expect(rows.map(row => [row.reference, row.dueClock, String(row.nextDueAt).slice(0, 10), row.lastVisitOn])).toEqual(
      [
        [refer('late first'), 'next_visit', '2024-04-16', '2024-03-05'],
        [refer('fifteen months'), 'next_visit', '2024-10-15', '2024-07-23'],
      ],
    )
  })
})

describe('measures, against a count by hand of the examples', () => {
  const after = '2024-04-01'
  const counted: readonly (readonly [key: string, byHand: string])[] = [
    ['notifications', '4 of 4'],
    ['assessed', '3 of 4'],
    ['in_advance', '1 of 4'],
    ['six_weeks_notice', '1 of 4'],
    ['begun', '3 of 3'],
    ['arrangements', '2 of 2'],
    ['ended', '1 of 1'],
    // The first visit to the sponsor's house found nobody in; the second was late.
    ['first_visits_in_time', '3 of 4'],
    ['assessments_in_time', '3 of 4'],
    // 8 of 8 in the first, 2 of 2 in the third, 2 of 4 in the fourth (28 November and 9 January missed).
    ['visits_in_time', '12 of 14'],
    ['visits_missed', '2 of 2'],
    ['children_in_time', '2 of 3'],
  ]
  it('covers every measure of the register', () => {
    expect(counted.map(([key]) => `private_fostering_${key}`).sort()).toEqual(
      register.measures.map(measure => measure.key).sort(),
    )
  })
  for (const [key, byHand] of counted)
    it(`${key}: ${byHand}`, async () => {
      expect(await figure(key, '2023-24', after)).toBe(byHand)
    })

  it('what is open and overdue counts as not in time, what is not yet due does not count (TC-08)', async () => {
    // Made: 9 April, 20 May, 23 July. Missed: 15 October; and 16 April, 28 May, 9 July, 20 August, 1 October, 12 November.
    expect(await figure('visits_in_time', '2024-25', '2024-12-01')).toBe('3 of 10')
    expect(await figure('visits_missed', '2024-25', '2024-12-01')).toBe('7 of 7')
    // On the due day itself the visit is not late yet.
    expect(await figure('visits_in_time', '2024-25', '2024-04-16')).toBe('1 of 1')
    expect(await figure('visits_in_time', '2024-25', '2024-04-17')).toBe('1 of 2')
  })
})

describe('the definition (PF-01)', () => {
  const known: Facts = {
    bornOn: '2010-05-01',
    disabled: 'no',
    notifiedOn: '2024-05-01',
    startsOn: null,
    length: 'days28OrMore',
    carerRelation: 'familyFriend',
  }
  const table: readonly (readonly [what: string, facts: Partial<Facts>, answer: Definition])[] = [
    ['a friend of the family', {}, 'meets'],
    ['a great-aunt', { carerRelation: 'greatAuntUncle' }, 'meets'],
    ['a cousin', { carerRelation: 'cousin' }, 'meets'],
    ['the unmarried partner of a parent', { carerRelation: 'parentsPartner' }, 'meets'],
    ['a grandparent', { carerRelation: 'grandparent' }, 'closeRelative'],
    ['an aunt or uncle', { carerRelation: 'auntUncle' }, 'closeRelative'],
    ['a brother or sister', { carerRelation: 'sibling' }, 'closeRelative'],
    ['a step-parent', { carerRelation: 'stepParent' }, 'closeRelative'],
    ['a parent', { carerRelation: 'parent' }, 'parent'],
    ['somebody with parental responsibility', { carerRelation: 'parentalResponsibility' }, 'parent'],
    ['the day before the sixteenth birthday', { bornOn: '2008-05-02' }, 'meets'],
    ['the sixteenth birthday', { bornOn: '2008-05-01' }, 'tooOld'],
    ['sixteen and disabled', { bornOn: '2008-05-01', disabled: 'yes' }, 'meets'],
    ['sixteen, and nobody knows whether disabled', { bornOn: '2008-05-01', disabled: 'notKnown' }, 'notKnown'],
    ['eighteen and disabled', { bornOn: '2006-05-01', disabled: 'yes' }, 'tooOld'],
    ['sixteen on the day of a planned move', { bornOn: '2008-06-01', startsOn: '2024-06-01' }, 'tooOld'],
    ['less than 28 days', { length: 'under28Days' }, 'shortStay'],
    ['an unknown stay', { length: 'notKnown' }, 'notKnown'],
    ['an unknown carer', { carerRelation: 'notKnown' }, 'notKnown'],
    ['an unknown age', { bornOn: null }, 'notKnown'],
    [
      'a close relative, whatever else is unknown',
      { bornOn: null, length: null, carerRelation: 'sibling' },
      'closeRelative',
    ],
  ]
  for (const [what, facts, answer] of table)
    it(`${what}: ${answer}`, () => expect(definitionOf({ ...known, ...facts })).toBe(answer))
})

describe('guards', () => {
  const assessedUpTo = async (more: Typed = {}) => {
    setNow('2024-07-01T09:00:00.000Z')
    const { reference } = await deed('social_worker2', 'start', undefined, {
      ...notification,
      notifiedOn: '2024-06-28',
      awareOn: '2024-06-28',
      startsOn: '2024-06-20',
      ...more,
    })
    await deed('social_worker2', 'take', reference)
    return reference
  }

  it('refuses an assessment of what by its answers is not private fostering, and says why', async () => {
    const reference = await assessedUpTo({ carerRelation: 'auntUncle' })
    await expect(deed('social_worker2', 'writeAssessment', reference)).rejects.toMatchObject({
      kind: 'conflict',
      message:
        'By the answers recorded this is not private fostering. Correct them, or close it as not private fostering',
    })
  })

  it('refuses a reason that the answers do not bear out', async () => {
    const reference = await assessedUpTo({ carerRelation: 'greatAuntUncle' })
    await expect(
      deed('team_manager2', 'closeOther', reference, { whyNot: 'closeRelative', whyNotText: 'She is family.' }),
    ).rejects.toMatchObject({
      kind: 'invalid',
      problems: [
        {
          field: 'whyNot',
          message: 'The carer is recorded as “great-aunt or great-uncle”. Correct that first, or select another reason',
        },
      ],
    })
  })

  it('says all that is wrong with a notification at once, and keeps nothing', async () => {
    setNow('2024-07-01T09:00:00.000Z')
    const wrong = deed('social_worker2', 'start', undefined, {
      ...notification,
      notifiedOn: '2024-06-20',
      awareOn: '2024-06-28',
      startsOn: '2024-06-01',
      expectedEndOn: '2024-06-27',
    })
    await expect(wrong).rejects.toMatchObject({
      problems: [
        {
          field: 'awareOn-day',
          message: 'The council knew of the arrangement at the latest on the day it was notified',
        },
        { field: 'length', message: 'From 1 June 2024 to 27 June 2024 is 27 days, so the stay is less than 28 days' },
      ],
    })
    const kept = await world.engine.owner.query(
      "select 1 from canopy.private_fostering where notified_on = '2024-06-20'",
    )
    expect(kept.rows).toHaveLength(0)
  })

  it('nobody agrees the assessment they wrote', async () => {
    const reference = await assessedUpTo()
    setNow('2024-07-02T09:00:00.000Z')
    const example = register.examples[0]?.deeds ?? []
    const answers = (action: string) => example.find(one => one.action === action)?.answers ?? {}
    await deed('social_worker2', 'recordVisit', reference, { ...answers('recordVisit'), visitedOn: '2024-07-01' })
    await deed('social_worker2', 'addMember', reference, answers('addMember'))
    const report = { ...answers('writeAssessment'), assessedOn: '2024-07-02' }
    await deed('team_manager2', 'writeAssessment', reference, report)
    await expect(
      deed('team_manager2', 'agreeSuitable', reference, { decisionNote: 'As I wrote.' }),
    ).rejects.toMatchObject({ kind: 'forbidden', message: 'You wrote this; someone else must agree it' })
    const done = await deed('private_fostering_coordinator', 'agreeSuitable', reference, {
      decisionNote: 'Well cared for.',
    })
    expect(done.state).toBe('suitable')
  })

  it('a visit says why the child was not seen alone, and lies between awareness and the end', async () => {
    const visit = register.examples[0]?.deeds?.find(one => one.action === 'recordVisit')?.answers ?? {}
    setNow('2024-07-01T09:00:00.000Z')
    await expect(
      deed('social_worker', 'recordVisit', refer('in advance'), {
        ...visit,
        visitedOn: '2023-12-05',
        childSeen: 'notAlone',
      }),
    ).rejects.toMatchObject({
      problems: [
        { field: 'whyNotAlone', message: 'Enter why the child was not seen alone' },
        {
          field: 'visitedOn-day',
          message: 'The arrangement ended on 30 November 2023. A visit after that is not a visit under it',
        },
      ],
    })
  })

  it('an arrangement that ends with a visit overdue keeps the missed limit', async () => {
    const reference = await assessedUpTo()
    setNow('2024-09-02T09:00:00.000Z')
    await deed('social_worker2', 'end', reference, {
      endedOn: '2024-09-01',
      endReason: 'returned',
      destination: 'parent',
      endNote: '',
    })
    // Aware on 28 June; six weeks later is 9 August.
    expect(await limitsOf(reference, 'next_visit')).toEqual([['2024-08-09', null]])
    const view = await readRecord(world.engine, world.as('social_worker2'), register, reference)
    expect(view.held.row.nextDueAt).toBeNull()
  })
})

describe('many at once', () => {
  it('a visit recorded and corrected in one write is out of force, as if each had been written alone', async () => {
    const { engine, as } = world
    const actor = as('social_worker')
    const line = (visitedOn: string) => ({
      visitedOn,
      visitedBy: actor.accountId,
      visitReason: 'planned',
      childSeen: 'alone',
      whyNotAlone: null,
      carerSpoken: true,
      householdSpoken: 'all',
      parentSpoken: 'no',
      premisesSeen: true,
      visitReport: 'Well.',
    })
    const start = { notifiedBy: 'school', notifiedOn: '2021-01-11', awareOn: '2021-01-11', familyName: 'Sample-Ode' }
    const written = await within(engine, actor, async tx => {
      const writer = createStoryWriter(engine, tx)
      const made = await writer.write(register, [
        {
          deeds: [
            {
              action: 'start',
              at: '2021-01-11T10:00:00.000Z',
              actor,
              values: { ...start, livesThere: 'yes', startsOn: '2021-01-04' },
            },
            { action: 'take', at: '2021-01-12T10:00:00.000Z', actor, values: {} },
            { action: 'recordVisit', at: '2021-01-19T10:00:00.000Z', actor, values: {}, line: line('2021-01-19') },
            {
              action: 'correctVisit',
              at: '2021-01-20T10:00:00.000Z',
              actor,
              values: { wrongVisitOn: '2021-01-19', correctionWhy: 'It was the day before.' },
              line: line('2021-01-18'),
            },
          ],
        },
      ])
      await writer.finish()
      return made
    })
    const { reference = '', id = '' } = written[0] ?? {}
    expect(await limitsOf(reference, 'first_visit')).toEqual([['2021-01-20', '2021-01-18']])
    const lines = await engine.owner.query(
      'select visited_on as "on", superseded_at as "until" from canopy.private_fostering_visits where record_id = $1 order by 1',
      [id],
    )
    expect(lines.rows).toEqual([
      { on: '2021-01-18', until: null },
      { on: '2021-01-19', until: '2021-01-20T10:00:00.000Z' },
    ])
  })
})

describe('who sees what', () => {
  it('another team sees nothing, and cannot tell that there is something', async () => {
    const reference = refer('fifteen months')
    await expect(readRecord(world.engine, world.as('social_worker2'), register, reference)).rejects.toMatchObject({
      kind: 'notFound',
    })
    const unseen = deed('social_worker2', 'assessAgain', reference)
    const absent = deed('social_worker2', 'assessAgain', 'PF-23-99999')
    const said = (await Promise.allSettled([unseen, absent])).map(one =>
      one.status === 'rejected' ? String(one.reason) : 'done',
    )
    expect(said[0]).toContain('There is no such record')
    expect(said[0]).toBe(said[1])
  })

  it('the analyst sees no names and no narrative; the partnership manager nothing', async () => {
    const view = await readRecord(world.engine, world.as('analyst'), register, refer('fifteen months'))
    expect(JSON.stringify(view.held)).not.toMatch(/Amara|Nwosu|Grace|Maple Road|Well and settled/)
    expect(view.held.row.carerRelation).toBe('familyFriend')
    await expect(
      readRecord(world.engine, world.as('partnership_manager'), register, refer('fifteen months')),
    ).rejects.toMatchObject({ kind: 'notFound' })
  })

  it('the contact team sees nothing of what it did not pass on', async () => {
    await expect(
      readRecord(world.engine, world.as('screener'), register, refer('fifteen months')),
    ).rejects.toMatchObject({ kind: 'notFound' })
  })

  it('a contact passed on opens a notification that carries what the team needs, and both show the other', async () => {
    setNow('2024-06-17T09:00:00.000Z')
    const { engine, as } = world
    const reception = contactRegister.examples[0]?.start ?? {}
    const { reference: contact } = await perform(engine, as('screener'), {
      register: contactRegister,
      action: 'start',
      typed: { ...reception, receivedAt: '2024-06-14 16:30', worry: 'privateFostering' },
    })
    await perform(engine, as('screener'), {
      register: contactRegister,
      action: 'passToPrivateFostering',
      reference: contact,
      typed: {},
    })
    const fromContact = await readRecord(engine, as('screener'), contactRegister, contact)
    const opened = fromContact.related.find(({ register: { record } }) => record.key === 'private_fostering')?.row
    const reference = opened?.reference ?? ''
    const coordinator = await readRecord(engine, as('private_fostering_coordinator'), register, reference)
    expect(coordinator.held.row).toMatchObject({
      state: 'notified',
      contact: fromContact.held.row.id,
      givenName: 'Tomi',
      familyName: 'Example-Bello',
      bornOn: '2020-05-14',
      notifiedBy: 'school',
      notifierName: 'R. Okafor, designated safeguarding lead',
      notifiedOn: '2024-06-14',
      awareOn: '2024-06-14',
      definition: 'notKnown',
    })
    expect(await limitsOf(reference, 'first_visit')).toEqual([['2024-06-25', null]])

    await expect(readRecord(engine, as('social_worker'), register, reference)).rejects.toMatchObject({
      kind: 'notFound',
    })
    await deed('screener', 'transfer', reference, { team: 'Children in need, team East' })
    const team = await readRecord(engine, as('social_worker'), register, reference)
    expect(team.held.row.toldUs).toContain('bruise')
    const seen = await readRecord(engine, as('screener'), register, reference)
    expect(seen.held.row).toMatchObject({
      state: 'transferred',
      transferredOn: '2024-06-17',
      familyName: 'Example-Bello',
    })
    for (const hidden of ['toldUs', 'carerName', 'finding', 'definition', 'firstVisitOn'])
      expect(seen.held.row).not.toHaveProperty(hidden)
  })
})
