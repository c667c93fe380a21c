import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, decision, startContact, urgent } from '../../../test/support/contacts.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { setNow } from '../../kit/clock.ts'
import { contactRegister } from '../../registers/front-door/contact/index.ts'
import { emptyQuery, type ListQuery, listRecords } from './list.ts'
import { myWork } from './myWork.ts'

let world: World
let mine: string
let decided: string
beforeAll(async () => {
  setNow('2026-05-12T09:00:00.000Z')
  world = await createWorld()
  mine = (await startContact(world, { familyName: '100%_Sure', source: '6' })).reference
  decided = (await startContact(world, { familyName: 'Other' })).reference
  await act(world, 'screening_manager', decided, 'setUrgency', urgent)
  await act(world, 'screening_manager', decided, 'decide', decision)
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const list = (query: Partial<ListQuery>, by = 'screener') =>
  listRecords(world.engine, world.as(by), contactRegister, { ...emptyQuery, show: 'all', ...query })
const found = async (query: Partial<ListQuery>) => (await list(query)).rows.map(row => row.reference).sort()
const all = () => [mine, decided].sort()

describe('a list', () => {
  it('is filtered by values, never by what they would mean as SQL', async () => {
    expect(await found({ filters: { source: ['6'] } })).toEqual([mine])
    for (const hostile of [
      "6' or '1'='1",
      "'; drop table canopy.contact; --",
      '6") or true --',
      '\\',
      'a\0b',
      '{6}',
      '💥',
    ])
      expect(await found({ filters: { source: [hostile] } })).toEqual([])
    expect(await found({ filters: { state: ["received' or true --"] } })).toEqual([])
    expect(await found({})).toEqual(all())
  })

  it('is searched for the letters typed: % and _ are letters', async () => {
    expect(await found({ search: '100%_' })).toEqual([mine])
    expect(await found({ search: '%' })).toEqual([mine])
    expect(await found({ search: '_' })).toEqual([mine])
    for (const hostile of ["' or true --", '\\', '\0', '%%\\%']) expect(await found({ search: hostile })).toEqual([])
    expect(await found({ search: decided })).toEqual([decided])
  })

  it.each([
    { filters: { nothing: ['x'] } },
    { filters: { constructor: ['x'] } },
    { filters: { __proto__x: ['x'] } },
    { filters: { 'source; drop table canopy.contact': ['x'] } },
    { filters: { agenciesAsked: ['x'] } },
    { filters: { decidedBy: ["x' or true --"] } },
    { filters: { receivedAt: ['2026-02-31', ''] } },
    { filters: { receivedAt: ['', "2026-05-12'::date or true"] } },
    { filters: { lateAnswers: ['1e9', ''] } },
    { sort: 'nothing' },
    { sort: 'constructor' },
    { sort: 'reference; drop table canopy.contact' },
  ] as readonly Partial<ListQuery>[])('refuses in words what it cannot be asked: %j', async query => {
    await expect(list(query)).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('refuses filters and orders by what the person may not see, so that nothing is guessed by asking', async () => {
    for (const query of [
      { filters: { familyName: ['Other'] } },
      { sort: 'familyName' },
      { filters: { school: ['x'] } },
    ])
      await expect(list(query, 'analyst')).rejects.toMatchObject({ kind: 'invalid' })
    expect((await list({ search: 'Other' }, 'analyst')).rows).toEqual([])
    expect((await list({}, 'analyst')).rows.map(row => row.familyName)).toEqual([undefined, undefined])
    await expect(list({}, 'social_worker')).rejects.toMatchObject({ kind: 'notFound' })
  })

  it('counts the same over all pages', async () => {
    const pages = await Promise.all([1, 2, 3].map(page => list({ page, pageSize: 1, sort: 'reference' })))
    expect(pages.map(page => [page.rows.length, page.total])).toEqual([
      [1, 2],
      [1, 2],
      [0, 2],
    ])
    expect(pages.flatMap(page => page.rows.map(row => row.reference))).toEqual(all())
  })

  it('holds the days of London: both ends of a range are in it', async () => {
    expect(await found({ filters: { receivedAt: ['2026-05-12', '2026-05-12'] } })).toEqual(all())
    expect(await found({ filters: { receivedAt: ['2026-05-13', ''] } })).toEqual([])
    expect(await found({ filters: { receivedAt: ['', '2026-05-11'] } })).toEqual([])
  })
})

describe('my work', () => {
  const references = async (by: string) =>
    (await myWork(world.engine, world.as(by))).tasks.map(task => [task.reference, task.why])

  it("offers others' decisions for agreement, and nobody their own", async () => {
    expect(await references('screening_manager2')).toContainEqual([decided, 'agreement'])
    expect(await references('screening_manager')).not.toContainEqual([decided, 'agreement'])
    await expect(
      act(world, 'screening_manager', decided, 'agree', { informationSought: 'enough', agreementNote: '' }),
    ).rejects.toMatchObject({
      kind: 'forbidden',
      message: 'You wrote this; someone else must agree it',
    })
    expect(await references('screener')).not.toContainEqual([decided, 'agreement'])
  })

  it('is the most urgent first, and nothing for those who may not see it', async () => {
    const { tasks } = await myWork(world.engine, world.as('screening_manager2'))
    const due = tasks.map(task => task.dueAt ?? '9999')
    expect(due).toEqual([...due].sort())
    expect(await references('administrator')).toEqual([])
    expect(await references('social_worker')).toEqual([])
  })
})
