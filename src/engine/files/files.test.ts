import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createFakeClamd, type FakeClamd } from '../../../test/support/clamd.ts'
import { act, startContact } from '../../../test/support/contacts.ts'
import { createHidden } from '../../../test/support/hidden.ts'
import { createPeople } from '../../../test/support/people.ts'
import { pdf, png } from '../../../test/support/sampleFiles.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { setNow } from '../../kit/clock.ts'
import { reception } from '../../registers/front-door/contact/examples.ts'
import { contactRegister } from '../../registers/front-door/contact/index.ts'
import { chronologyEventRegister } from '../../registers/people/chronology-event/index.ts'
import { deleteDraft, newDraft } from '../drafts/drafts.ts'
import type { Engine } from '../engine.ts'
import { verifyLedger, verifyLedgerIn } from '../ledger/verify.ts'
import { Outcome } from '../outcome.ts'
import { perform } from '../store/perform.ts'
import { readRecord } from '../store/read.ts'
import { within } from '../store/transaction.ts'
import { clamdScanner } from './clamd.ts'
import { addFileToDraft, removeFileOfDraft } from './draftFiles.ts'
import { addFile, fileHistory, openFile, removeFile } from './recordFiles.ts'
import { scanWaiting } from './scan.ts'
import { filesOfDraft } from './stored.ts'

let world: World
let contact: { id: string; reference: string }
beforeAll(async () => {
  setNow('2026-11-26T09:00:00.000Z')
  world = await createWorld()
  contact = await startContact(world)
}, 60_000)
afterAll(async () => {
  setNow(null)
  await world.close()
})

const letter = (text: string) => ({ name: 'letter.pdf', bytes: pdf(text) })
const add = (by: string, text: string, to = contact.reference, engine: Engine = world.engine) =>
  addFile(engine, world.as(by), contactRegister, to, letter(text))
const open = (by: string, id: string) => openFile(world.engine, world.as(by), id)
const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    error => (error instanceof Outcome ? `${error.kind}: ${error.message}` : Promise.reject(error)),
  )
const files = async (by: string, reference = contact.reference) =>
  (await readRecord(world.engine, world.as(by), contactRegister, reference)).files
const owner = async (sql: string, values: readonly unknown[] = []) =>
  (await world.engine.owner.query(sql, [...values])).rows
const contents = async () => (await owner('select count(*)::int as n from canopy.file_content'))[0].n
const lastEntry = async () =>
  (
    await owner(
      'select event, register, record_id, reference, action, detail, digest from canopy.ledger order by seq desc limit 1',
    )
  )[0]
const faults = async () => (await verifyLedger(world.engine.owner, world.engine.registers)).faults

describe('a file of a record', () => {
  it('is added, listed, opened and removed, each with its entry, and the record keeps its version', async () => {
    const before = (await readRecord(world.engine, world.as('screener'), contactRegister, contact.reference)).held.row
      .version
    const id = await add('screener', 'first')
    expect(await lastEntry()).toMatchObject({
      ...{ event: 'performed', action: 'addFile', detail: id, register: 'contact', record_id: contact.id },
    })
    expect(await files('screener')).toMatchObject([
      { id, name: 'letter.pdf', kind: 'pdf', state: 'not_scanned', addedByName: 'Screener' },
    ])
    const { bytes } = await open('business_support', id)
    expect(bytes.equals(pdf('first'))).toBe(true)
    expect(await lastEntry()).toMatchObject({
      ...{ event: 'looked', action: 'openFile', detail: id, reference: contact.reference },
    })
    expect(await outcome(removeFile(world.engine, world.as('screener'), id, ' '))).toBe(
      'invalid: Enter why the file is removed',
    )
    await removeFile(world.engine, world.as('screener'), id, 'It is about another child')
    expect(await lastEntry()).toMatchObject({ event: 'performed', action: 'removeFile', detail: id })
    expect(await files('screener')).toEqual([])
    expect(await outcome(open('screener', id))).toMatch(/^notFound/)
    const [kept] = await fileHistory(world.engine, world.as('screener'), contactRegister, contact.id)
    expect(kept).toMatchObject({ removedWhy: 'It is about another child', removedByName: 'Screener' })
    expect(await owner('select 1 from canopy.file_content where digest = $1', [kept?.digest])).toHaveLength(1)
    const after = (await readRecord(world.engine, world.as('screener'), contactRegister, contact.reference)).held.row
      .version
    expect(after).toBe(before)
    expect(await faults()).toEqual([])
  })

  it('given twice is one file; two files of one name are two', async () => {
    await add('screener', 'twice')
    expect(await outcome(add('screener', 'twice'))).toMatch(/^invalid: This file is here already/)
    await add('screener', 'twice, with a change')
    expect(await files('screener')).toHaveLength(2)
  })

  it('is kept once however many records have it', async () => {
    const other = await startContact(world, { givenName: 'Other' })
    await add('screener', 'for two')
    const n = await contents()
    await add('screener', 'for two', other.reference)
    expect(await contents()).toBe(n)
  })

  it('is for those who may, while the record is open', async () => {
    expect(await outcome(add('analyst', 'x'))).toMatch(/^forbidden/)
    expect(await lastEntry()).toMatchObject({ event: 'refused', action: 'addFile', detail: 'forbidden' })
    expect(await outcome(add('check_answerer', 'x'))).toMatch(/^notFound/)
    const closed = await startContact(world, { givenName: 'Closed' })
    const early = await add('screener', 'before closing', closed.reference)
    await act(world, 'screening_manager', closed.reference, 'voidRecord', { voidWhy: 'Recorded twice' })
    expect(await outcome(add('screener', 'x', closed.reference))).toMatch(/^conflict: This is now “/)
    expect(await outcome(removeFile(world.engine, world.as('screener'), early, 'Late'))).toMatch(/^conflict/)
    expect(await outcome(open('screener', early))).toBe('done')
  })
})

describe('who may not know', () => {
  it('is told the same of an unseen file and of none, and the try is in the ledger', async () => {
    const id = await add('screener', 'not for others')
    const absent = '11111111-2222-4333-8444-555555555555'
    const unseen = await outcome(open('setting_lead', id))
    expect(await lastEntry()).toMatchObject({ event: 'refused', action: 'openFile', detail: `notFound ${id}` })
    expect(await outcome(open('setting_lead', absent))).toBe(unseen)
    expect(await outcome(open('setting_lead', "x'; select 1"))).toBe(unseen)
    expect(await lastEntry()).toMatchObject({ event: 'refused', action: 'openFile', detail: 'notFound' })
    const rows = await within(world.engine, world.as('setting_lead'), async tx => [
      ...(await tx.query('select 1 from canopy.file')),
      ...(await tx.query('select 1 from canopy.file_content')),
    ])
    expect(rows).toEqual([])
  })

  it('sees the record pseudonymised, and no file of it', async () => {
    const id = await add('screener', 'with a name in it')
    expect(await files('analyst')).toBeNull()
    expect(await outcome(open('analyst', id))).toMatch(/^notFound/)
  })

  it('sees no file about a person who is invisible', async () => {
    const people = createPeople(world)
    const person = await people.person({ givenName: 'Hidden', familyName: 'Child' })
    const event = await people.act('social_worker', chronologyEventRegister, 'start', {
      ...{ person, happenedOn: '2026-10-01', approximate: 'exact', what: 'concern', happened: 'Missed the bus.' },
      ...{ significance: 'significant', source: 'Metropolitan Police', sourceName: '' },
    })
    const id = await addFile(world.engine, world.as('social_worker'), chronologyEventRegister, event, letter('hidden'))
    expect(await outcome(open('screener', id))).toBe('done')
    await createHidden(world, people).hide(person)
    expect(await outcome(open('screener', id))).toMatch(/^notFound/)
    expect(await outcome(open('social_worker', id))).toMatch(/^notFound/)
    expect(await outcome(open('team_manager', id))).toBe('done')
  })
})

describe('the ledger', () => {
  const spoiled = async (sql: string, values: readonly unknown[]) => {
    const client = await world.engine.owner.connect()
    try {
      await client.query('begin')
      await client.query(sql, [...values])
      return (await verifyLedgerIn(client, world.engine.registers)).faults.map(({ what }) => what)
    } finally {
      await client.query('rollback')
      client.release()
    }
  }

  it('tells of a file that was put there, exchanged, taken away or brought back', async () => {
    const id = await add('screener', 'to be spoiled')
    const other = await add('screener', 'in its place')
    const gone = await add('screener', 'removed')
    await removeFile(world.engine, world.as('screener'), gone, 'Wrong child')
    expect(await faults()).toEqual([])
    expect(
      await spoiled('update canopy.file set content = (select content from canopy.file where id = $2) where id = $1', [
        id,
        gone,
      ]),
    ).toContain(`the file ${id} was added by nobody, or is another now`)
    expect(await spoiled('delete from canopy.file where id = $1', [other])).toContain(
      'the file that was added is not there',
    )
    expect(
      await spoiled('update canopy.file set removed_at = null, removed_by = null, removed_why = null where id = $1', [
        gone,
      ]),
    ).toContain('the file that was removed is there again')
    expect(
      await spoiled(
        "update canopy.file set removed_at = added_at, removed_by = added_by, removed_why = 'x' where id = $1",
        [id],
      ),
    ).toContain(`the file ${id} was removed by nobody`)
  })

  it('and bytes cannot be exchanged under their digest', async () => {
    await expect(owner("update canopy.file_content set bytes = 'other'")).rejects.toThrow('file_content_is_its_digest')
  })
})

describe('a file of a form that is not sent yet', () => {
  const draft = (by = 'screener') => within(world.engine, world.as(by), tx => newDraft(tx, 'contact'))
  const ofDraft = (id: string, by = 'screener') => within(world.engine, world.as(by), tx => filesOfDraft(tx, id))

  it('goes with it to the record that is made, in the ledger as added', async () => {
    const id = await draft()
    const file = await addFileToDraft(world.engine, world.as('screener'), id, letter('with the form'))
    expect(await ofDraft(id)).toMatchObject([{ id: file, draftId: id, recordId: null }])
    const done = await perform(world.engine, world.as('screener'), {
      ...{ register: contactRegister, action: 'start', typed: reception, draftId: id },
    })
    expect(await lastEntry()).toMatchObject({ action: 'addFile', detail: file, reference: done.reference })
    expect(await files('screener', done.reference)).toMatchObject([{ id: file, draftId: null, recordId: done.id }])
    expect(await faults()).toEqual([])
    expect(await outcome(addFileToDraft(world.engine, world.as('screener'), id, letter('too late')))).toMatch(
      /^notFound/,
    )
  })

  it('is seen by its author alone, and gone with the draft', async () => {
    const id = await draft()
    const file = await addFileToDraft(world.engine, world.as('screener'), id, letter('mine'))
    expect(await ofDraft(id, 'screener2')).toEqual([])
    expect(await outcome(open('screener2', file))).toMatch(/^notFound/)
    expect(await outcome(addFileToDraft(world.engine, world.as('screener2'), id, letter('yours')))).toMatch(/^notFound/)
    expect(await outcome(removeFileOfDraft(world.engine, world.as('screener2'), id, file))).toMatch(/^notFound/)
    expect(await outcome(open('screener', file))).toBe('done')
    const n = await contents()
    await within(world.engine, world.as('screener'), tx => deleteDraft(tx, id))
    expect(await owner('select 1 from canopy.file where id = $1', [file])).toEqual([])
    expect(await contents()).toBe(n - 1)
  })

  it('is taken out again, and its bytes stay where another file has them', async () => {
    await add('screener', 'shared')
    const id = await draft()
    const file = await addFileToDraft(world.engine, world.as('screener'), id, letter('shared'))
    const n = await contents()
    await removeFileOfDraft(world.engine, world.as('screener'), id, file)
    expect(await ofDraft(id)).toEqual([])
    expect(await contents()).toBe(n)
    expect(await outcome(removeFileOfDraft(world.engine, world.as('screener'), id, 'x'))).toMatch(/^notFound/)
  })

  it('is for roles that add files to such records', async () => {
    const id = await draft('analyst')
    expect(await outcome(addFileToDraft(world.engine, world.as('analyst'), id, letter('x')))).toMatch(/^forbidden/)
  })
})

describe('with a virus scanner', () => {
  let clamd: FakeClamd
  let scanned: Engine
  beforeAll(async () => {
    clamd = await createFakeClamd()
    scanned = { ...world.engine, scanner: clamdScanner(clamd.address, 300) }
  })
  afterEach(() => clamd.behave('clean'))
  afterAll(() => clamd.close())

  const stateOf = async (id: string) =>
    (await owner('select state, found, scan_failed_at is not null as failed from canopy.file where id = $1', [id]))[0]

  it('a new file waits, and is opened when nothing was found', async () => {
    const id = await add('screener', 'to scan', contact.reference, scanned)
    expect(await stateOf(id)).toMatchObject({ state: 'waiting' })
    expect(await outcome(open('screener', id))).toMatch(/^conflict: This file is being checked/)
    const rows = await within(world.engine, world.as('screener'), tx =>
      tx.query('select 1 from canopy.file_content c join canopy.file f on f.content = c.digest where f.id = $1', [id]),
    )
    expect(rows).toEqual([])
    expect(await scanWaiting(scanned)).toBe(1)
    expect(clamd.seen.at(-1)?.equals(pdf('to scan'))).toBe(true)
    expect(await stateOf(id)).toEqual({ state: 'clean', found: null, failed: false })
    expect(await outcome(open('screener', id))).toBe('done')
    expect(await scanWaiting(scanned)).toBe(0)
  })

  it('what it finds is refused, stays out of reach, and is in the ledger', async () => {
    clamd.behave('found')
    const id = await add('screener', 'a virus', contact.reference, scanned)
    await scanWaiting(scanned)
    expect(await stateOf(id)).toMatchObject({ state: 'refused', found: 'Eicar-Test-Signature' })
    expect(await lastEntry()).toMatchObject({ event: 'refused', action: 'scanFile', detail: id })
    expect(await outcome(open('screener', id))).toMatch(/^conflict: A virus was found/)
  })

  it.each(['silent', 'error', 'closes'] as const)('that is %s, files wait and are checked later', async how => {
    clamd.behave(how)
    const id = await add('screener', `while it is ${how}`, contact.reference, scanned)
    expect(await scanWaiting(scanned)).toBe(0)
    expect(await stateOf(id)).toEqual({ state: 'waiting', found: null, failed: true })
    clamd.behave('clean')
    expect(await scanWaiting(scanned)).toBe(1)
    expect(await stateOf(id)).toMatchObject({ state: 'clean', failed: false })
  })

  it('that is not there, files wait; a big one goes over a Unix socket', async () => {
    const path = join(tmpdir(), `canopy-clamd-${process.pid}.sock`)
    rmSync(path, { force: true })
    const engine = { ...world.engine, scanner: clamdScanner(path, 2000) }
    const bytes = Buffer.concat([png(), Buffer.alloc(3_000_000, 7)])
    const id = await addFile(engine, world.as('screener'), contactRegister, contact.reference, { name: 'a.png', bytes })
    expect(await scanWaiting(engine)).toBe(0)
    expect(await stateOf(id)).toMatchObject({ state: 'waiting', failed: true })
    const late = await createFakeClamd(path)
    expect(await scanWaiting(engine)).toBe(1)
    expect(late.seen[0]?.equals(bytes)).toBe(true)
    await late.close()
  })
})
