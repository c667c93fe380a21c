import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { type Actor, system } from '../../../engine/actor.ts'
import { forgetDirectory } from '../../../engine/people/directory.ts'
import { succeedAgency } from '../../../engine/people/organisations.ts'
import { actorByUsername } from '../../../engine/people/posts.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { within } from '../../../engine/store/transaction.ts'
import { setNow } from '../../../kit/clock.ts'
import { incident } from './examples.ts'
import { operationEncompassRegister as register } from './index.ts'

/** Several children of one incident, schools on the list, and schools that closed. */

let world: World
let people: People
let hidden: ReturnType<typeof createHidden>
beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
  hidden = createHidden(world, people)
})
beforeEach(() => setNow('2026-03-05T23:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const start = (typed = {}, by = 'check_answerer') => people.act(by, register, 'start', { ...incident, ...typed })
const act = (reference: string, action: string, typed = {}, by = 'check_answerer') =>
  people.act(by, register, action, typed, reference)
const send = (reference: string, by?: string) => act(reference, 'send', { safeToSend: 'yes' }, by)
const sibling = {
  siblingGivenName: 'Kemi',
  siblingFamilyName: 'Example-Reid',
  siblingBornOn: '2012-02-01',
  siblingSettingType: 'allThrough',
  siblingSchool: 'Canal Street School',
  siblingJoined: 'joined',
  siblingWhyNotJoined: '',
  siblingRoute: '',
  siblingCouncil: '',
  siblingVoice: 'Kemi held her brother.',
  siblingCircumstances: '',
}
const others = async (policeReference: string) =>
  (
    await world.engine.owner.query(
      `select n.reference, n.given_name, n.state, n.circumstances, n.child_voice, n.place, g.name as school
         from canopy.operation_encompass n left join canopy.agency g on g.id = n.school
        where n.police_reference = $1 order by n.reference`,
      [policeReference],
    )
  ).rows

describe('several children of one incident', () => {
  it('each have a notification with their own school, voice and time limit; the incident comes along', async () => {
    const reference = await start({ policeReference: 'INV-26-SIB1' })
    await act(reference, 'addSibling', sibling)
    await act(reference, 'addSibling', {
      ...sibling,
      ...{ siblingGivenName: 'Tolu', siblingBornOn: '2010-02-01', siblingSettingType: 'home', siblingSchool: '' },
      ...{ siblingJoined: '', siblingCouncil: 'Islington Council', siblingCircumstances: 'Other words' },
    })
    expect(await others('INV-26-SIB1')).toMatchObject([
      { reference, given_name: 'Ayo', state: 'waiting', school: 'Holly Lane Primary' },
      {
        ...{
          given_name: 'Kemi',
          state: 'waiting',
          school: 'Canal Street School',
          child_voice: 'Kemi held her brother.',
        },
        ...{ circumstances: incident.circumstances, place: incident.place },
      },
      { given_name: 'Tolu', school: null, circumstances: 'Other words' },
    ])
  })

  it('are not shown to the school of another child, nor to the analyst', async () => {
    const reference = await start({ policeReference: 'INV-26-SIB2' })
    await act(reference, 'addSibling', sibling)
    await send(reference)
    for (const by of ['setting_lead', 'analyst']) {
      const { held } = await readRecord(world.engine, world.as(by), register, reference)
      expect(held.lines.siblings, by).toEqual([])
      expect(JSON.stringify(held), by).not.toContain('Kemi')
    }
    const [, second] = await others('INV-26-SIB2')
    expect(await hidden.sees('setting_lead', register, String(second?.reference))).toBe(false)
    expect(await hidden.lines('check_answerer', register, reference, 'siblings')).toBe(1)
  })

  it('are checked like the first: age, school, and not the same child again', async () => {
    const reference = await start({ policeReference: 'INV-26-SIB3' })
    const wrong = (more: object, field: string) =>
      expect(act(reference, 'addSibling', { ...sibling, ...more })).rejects.toMatchObject({ problems: [{ field }] })
    await wrong({ siblingBornOn: '2024-02-01' }, 'siblingBornOn-day')
    await wrong({ siblingSchool: '' }, 'siblingSchool')
    await wrong({ siblingGivenName: incident.givenName, siblingBornOn: incident.bornOn }, 'siblingGivenName')
  })
})

describe('the police safeguarding unit', () => {
  it('records and sends as the police do, for its own force alone', async () => {
    const reference = await start({ policeReference: 'INV-26-UNIT' }, 'police_unit')
    await send(reference, 'police_unit')
    expect(await hidden.sees('setting_lead', register, reference)).toBe(true)
    await world.engine.owner.query(
      "insert into canopy.agency (id, code, name, kind, valid_from) values (gen_random_uuid(), 'other', 'Other Force', 'police', '2015-01-01')",
    )
    forgetDirectory(world.engine)
    await expect(start({ police: 'Other Force' }, 'police_unit')).rejects.toThrow('your own police force')
  })
})

describe('the list of schools', () => {
  const listRegister = () => {
    const found = world.engine.registers.find(({ record }) => record.title === 'School in Operation Encompass')
    if (!found) throw new Error('There is no list of schools')
    return found
  }
  it('and a notification cannot disagree unseen', async () => {
    const listing = { sector: 'state', phase: 'allThrough', listedOn: '2020-01-01', whyNotJoined: 'noAgreement' }
    const on = await people.act('encompass_coordinator', listRegister(), 'start', {
      ...listing,
      school: 'Canal Street School',
    })
    const canal = { school: 'Canal Street School', settingType: 'allThrough' }
    await expect(start(canal)).rejects.toMatchObject({ problems: [{ field: 'joined' }] })
    const reference = await start({ policeReference: 'INV-26-LIST' })
    await expect(act(reference, 'addSibling', sibling)).rejects.toMatchObject({
      problems: [{ field: 'siblingJoined' }],
    })
    await expect(act(reference, 'correct', correction(canal))).rejects.toMatchObject({
      problems: [{ field: 'joined' }],
    })
    await people.act(
      'encompass_coordinator',
      listRegister(),
      'join',
      { agreementOn: '2020-01-01', trainedOn: '2020-01-01', joinedOn: '2020-02-01' },
      on,
    )
    await act(reference, 'correct', correction(canal))
    await act(reference, 'addSibling', sibling)
  })
})

const correction = (more: object) => {
  const { givenName, familyName, bornOn, settingType, school, joined, whyNotJoined, route, council } = incident
  return { givenName, familyName, bornOn, settingType, school, joined, whyNotJoined, route, council, ...more }
}

describe('a school that closed', () => {
  it('is followed by another, which sees what was told, is told what still waits, and answers for it', async () => {
    const [told, waiting] = [
      await start({ policeReference: 'INV-26-OLD1' }),
      await start({ policeReference: 'INV-26-OLD2' }),
    ]
    await send(told)
    expect(await hidden.sees('setting_lead3', register, told)).toBe(false)
    setNow('2026-03-06T00:30:00.000Z')
    const administrator = world.as('administrator')
    await succeedAgency(world.engine, administrator, { code: 'school', on: '2026-03-06', by: '100999' })
    const canal = (await within(world.engine, system(), tx =>
      actorByUsername(tx, 'setting_lead3', 'setting_lead', '2026-03-06'),
    )) as Actor
    expect(await hidden.sees('setting_lead3', register, told)).toBe(true)
    expect(await hidden.sees('setting_lead3', register, waiting)).toBe(false)
    await send(waiting)
    const { rows } = await world.engine.owner.query(
      `select 1 from canopy.notice where account_id = $1 and reference = $2 and kind = 'encompass_sent'`,
      [canal.accountId, waiting],
    )
    expect(rows).toHaveLength(1)
    await act(told, 'acknowledge', {}, 'setting_lead3')
    await act(waiting, 'acknowledge', {}, 'setting_lead3')
    // Of an incident before it closed, the old school can still be named, as a file does: it reaches whoever follows.
    const named = await start({ policeReference: 'INV-26-OLD3', incidentAt: '2026-03-05 21:00' })
    await send(named)
    expect(await hidden.sees('setting_lead3', register, named)).toBe(true)
    await expect(start({ incidentAt: '2026-03-06 00:10', attendedAt: '2026-03-06 00:20' })).rejects.toThrow(
      'not on the list',
    )
  })
})
