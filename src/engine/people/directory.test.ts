import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startContact } from '../../../test/support/contacts.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { agency, staff } from '../../declare/field.ts'
import { inputOf, show } from '../../fields/kinds.ts'
import { setNow } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'
import { contactRegister } from '../../registers/front-door/contact/index.ts'
import { within } from '../store/transaction.ts'
import { directoryFor, fieldContext, forgetDirectory } from './directory.ts'

let world: World
beforeAll(async () => {
  setNow('2026-05-12T09:00:00.000Z')
  world = await createWorld()
})
afterAll(async () => {
  setNow(null)
  await world.close()
})
const { fields } = contactRegister.record
const directory = (owner: object, by = 'screener', typed: Record<string, string> = {}) =>
  within(world.engine, world.as(by), tx => directoryFor(tx, owner, fields, [], [typed]))

describe('the directory', () => {
  it('is remembered for a moment, and forgotten when an administrator changed it', async () => {
    const owner = {}
    const names = async () => (await directory(owner)).agencies.map(one => one.name)
    expect(await names()).toContain('Metropolitan Police')
    await world.engine.owner.query(
      "insert into canopy.agency (id, code, name, kind, valid_from) values ($1, 'new', 'New Agency', 'health', '2020-01-01')",
      [newId()],
    )
    expect(await names()).not.toContain('New Agency')
    forgetDirectory(owner)
    expect(await names()).toContain('New Agency')
  })

  it('keeps the names of those who have left and of agencies that have ended, and offers them no more', async () => {
    await world.engine.owner.query("update canopy.agency set valid_to = '2026-05-11' where code = 'new'")
    await world.engine.owner.query("update canopy.account set closed_at = now() where username = 'screener2'")
    const all = await directory({})
    const { accounts } = all
    const context = (day: string) => fieldContext(all, day)
    const offered = (day: string) => inputOf(agency('Which agency?'), 'agency', {}, context(day))
    expect(JSON.stringify(offered('2026-05-11'))).toContain('New Agency')
    expect(JSON.stringify(offered('2026-05-12'))).not.toContain('New Agency')
    const left = accounts.find(one => one.name === 'Screener2')
    expect(show(staff('Who?'), left?.id, context('2026-05-12'))).toBe('Screener2')
    expect(JSON.stringify(inputOf(staff('Who?'), 'who', {}, context('2026-05-12')))).not.toContain('Screener2')
    expect(accounts.find(one => one.name === 'Screener')?.roles).toEqual(['screener'])
  })

  it('knows a record by its reference for those who may see it, and for nobody else', async () => {
    const { reference, id } = await startContact(world)
    const asked = { joinedTo: ` ${reference.toLowerCase()} ` }
    expect((await directory({}, 'screener', asked)).relatedId('contact', asked.joinedTo)).toBe(id)
    expect((await directory({}, 'screener', { joinedTo: id })).relatedReference('contact', id)).toBe(reference)
    expect((await directory({}, 'check_answerer', asked)).relatedId('contact', asked.joinedTo)).toBeUndefined()
    for (const hostile of ["x' or true --", 'a\0b', '', newId()])
      expect((await directory({}, 'screener', { joinedTo: hostile })).relatedId('contact', hostile)).toBeUndefined()
  })
})
