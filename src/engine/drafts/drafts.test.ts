import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startContact } from '../../../test/support/contacts.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { setNow } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'
import { within } from '../store/transaction.ts'
import { deleteDraft, draftFor, findDraft, listDrafts, newDraft, saveDraft } from './drafts.ts'

let world: World
beforeAll(async () => {
  setNow('2026-05-12T09:00:00.000Z')
  world = await createWorld()
})
afterAll(async () => {
  setNow(null)
  await world.close()
})
const by = <T>(username: string, work: Parameters<typeof within<T>>[2]) =>
  within(world.engine, world.as(username), work)

describe('a draft', () => {
  it('keeps everything typed, valid or not, field by field', async () => {
    const id = await by('screener', tx => newDraft(tx, 'contact'))
    const nasty = '31 2 2026 <b>\u202Eabc 🙂 e\u0301\r\n\t"\\'
    await by('screener', tx => saveDraft(tx, id, { 'receivedAt-day': '99', worry: ['a', 'b'], whatHappened: nasty }))
    await by('screener', tx => saveDraft(tx, id, { 'receivedAt-day': '', long: 'x'.repeat(100_000) }))
    const draft = await by('screener', tx => findDraft(tx, id))
    expect(draft?.typed).toEqual({
      'receivedAt-day': '',
      worry: ['a', 'b'],
      whatHappened: nasty,
      long: 'x'.repeat(100_000),
    })
    expect(draft?.revision).toBe(3)
  })

  it.each([
    ['NUL', 'a\0b', 'a\u2400b'],
    ['the six letters of an escape', 'a\\u0000b', 'a\\u0000b'],
    ['half a character', 'a\uD83Db', 'a\uFFFDb'],
    ['a backslash at the end', 'a\\', 'a\\'],
  ])('keeps %s as a person can see it', async (_name, typed, kept) => {
    const id = await by('screener', tx => newDraft(tx, 'contact'))
    await by('screener', tx => saveDraft(tx, id, { one: typed, many: [typed], [`name ${typed}`]: 'x' }))
    const draft = await by('screener', tx => findDraft(tx, id))
    expect(draft?.typed).toEqual({ one: kept, many: [kept], [`name ${kept}`]: 'x' })
  })

  it('is one for each person and deed, however often it is opened, and only their own', async () => {
    const { id: record, version } = await startContact(world)
    const open = (username: string) => by(username, tx => draftFor(tx, 'contact', record, 'setUrgency', version))
    const [first, second, again] = [await open('screener'), await open('screener2'), await open('screener')]
    expect(again.id).toBe(first.id)
    expect(second.id).not.toBe(first.id)
    const both = await Promise.all([open('screening_manager'), open('screening_manager')])
    expect(both[0]?.id).toBe(both[1]?.id)
    await by('screener', tx => saveDraft(tx, first.id, { urgency: 'red' }))
    expect(await by('screener2', tx => findDraft(tx, first.id))).toBeNull()
    await expect(by('screener2', tx => saveDraft(tx, first.id, { urgency: 'green' }))).rejects.toMatchObject({
      kind: 'notFound',
    })
    await by('screener2', tx => deleteDraft(tx, first.id))
    expect((await by('screener', tx => findDraft(tx, first.id)))?.typed).toEqual({ urgency: 'red' })
    expect((await by('screener2', tx => listDrafts(tx))).map(one => one.id)).not.toContain(first.id)
    expect((await by('screener', tx => listDrafts(tx))).map(one => one.id)).toContain(first.id)
  })

  it('that is not there is not found, whatever it is called', async () => {
    for (const id of ['', 'x', newId(), "' or true"]) {
      expect(await by('screener', tx => findDraft(tx, id))).toBeNull()
      await expect(by('screener', tx => saveDraft(tx, id, {}))).rejects.toMatchObject({ kind: 'notFound' })
    }
  })
})
