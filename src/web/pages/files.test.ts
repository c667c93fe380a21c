import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSite, type Site, sessionFor } from '../../../test/support/app.ts'
import { startContact } from '../../../test/support/contacts.ts'
import { pdf, png, refusedFiles } from '../../../test/support/sampleFiles.ts'
import { sendForm } from '../../../test/support/upload.ts'
import { fileHistory } from '../../engine/files/recordFiles.ts'
import { contactRegister } from '../../registers/front-door/contact/index.ts'

type Session = Awaited<ReturnType<typeof sessionFor>>

let site: Site
let contact: { id: string; reference: string }
let screener: Session
let school: Session
beforeAll(async () => {
  site = await createSite()
  contact = await startContact(site.world)
  screener = await sessionFor(site, 'screener')
  school = await sessionFor(site, 'setting_lead')
}, 60_000)
afterAll(() => site.close())

const get = (url: string, { cookie }: Session = screener) => site.app.inject({ url, headers: { cookie } })
const add = (name: string, bytes: Buffer, by: Session = screener, to = `/contact/${contact.reference}/files`) =>
  sendForm(site, { url: to, cookie: by.cookie, fields: { _csrf: by.csrf }, file: { name, bytes } })
const stored = () => fileHistory(site.world.engine, site.world.as('screener'), contactRegister, contact.id)
/** Adds a file and gives its identifier. */
const added = async (name: string, bytes: Buffer): Promise<string> => {
  const before = new Set((await stored()).map(({ id }) => id))
  const answer = await add(name, bytes)
  expect([answer.status, answer.location]).toEqual([303, `/contact/${contact.reference}/files?done=addFile`])
  return (await stored()).find(({ id }) => !before.has(id))?.id ?? ''
}
const errorIn = (html: string): string => /id="file-error"[^>]*>.*?<\/span>\s*([^<]+)/s.exec(html)?.[1]?.trim() ?? ''

describe('a file', () => {
  it('of 20 MB is taken, downloaded under its name as it was, and never shown as a page', async () => {
    const bytes = Buffer.concat([pdf(), Buffer.alloc(20_000_000, 9)])
    const id = await added('Zoë’s report.pdf', bytes)
    const { statusCode, headers, rawPayload } = await get(`/files/${id}`)
    expect(statusCode).toBe(200)
    expect(rawPayload.equals(bytes)).toBe(true)
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Zo-s-report.pdf"; filename*=UTF-8''Zo%C3%AB%E2%80%99s%20report.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    })
  })

  it('of 26 MB is refused with a page in our words, over an open connection, and other answers arrive', async () => {
    const answer = await add('video.mp4', Buffer.alloc(26_000_000, 1))
    expect(answer.status).toBe(422)
    expect(errorIn(answer.text)).toBe('The file must be smaller than 25 MB. Make it smaller, or add it in parts')
    const manager = await sessionFor(site, 'screening_manager')
    // The fields of this form stand after the file: they are read although the file is too large.
    const fields = { _csrf: manager.csrf, _mode: 'check' }
    const file = { name: 'list.csv', bytes: Buffer.alloc(26_000_000, 65) }
    const imported = await sendForm(site, { url: '/contact/import', cookie: manager.cookie, fields, file })
    expect([imported.status, errorIn(imported.text)]).toEqual([422, 'The file must be smaller than 25 MB'])
  }, 30_000)

  it('that is none, is empty or is not taken is refused with the reason beside the question', async () => {
    for (const [name, bytes, why] of [
      ['', Buffer.alloc(0), 'Select a file'] as const,
      ['empty.pdf', Buffer.alloc(0), 'The file is empty'] as const,
      ...refusedFiles.slice(0, 3),
    ]) {
      const answer = await add(name, bytes)
      expect(answer.status, name).toBe(422)
      expect(errorIn(answer.text), name).toContain(why)
      expect(answer.text).toContain('href="#file"')
    }
  })

  it('whose name misleads is shown and downloaded as what it is', async () => {
    const id = await added('..\\..\\report\u202Efdp.pdf', png(9))
    const { body } = await get(`/contact/${contact.reference}`)
    expect(body).toContain('reportfdp.pdf')
    expect(body).not.toContain('\u202E')
    expect(body).toContain('Its name says something else')
    expect((await get(`/files/${id}`)).headers['content-disposition']).toContain('filename="reportfdp.pdf.png"')
  })

  it('of the name of another is told apart by a number', async () => {
    await added('same.pdf', pdf('one'))
    await added('same.pdf', pdf('two'))
    expect((await get(`/contact/${contact.reference}/files`)).body).toContain('same.pdf (2)')
    const again = await add('same.pdf', pdf('two'))
    expect(errorIn(again.text)).toBe('This file is here already. It was not added a second time')
  })
})

describe('a picture', () => {
  it('is shown on a page, its points with nothing that could run', async () => {
    const id = await added('door.png', png(16, 200))
    const page = await get(`/files/${id}/preview`)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain(`src="/files/${id}/picture"`)
    expect(page.body).toMatch(/<title>[^<]*Picture/)
    expect(page.body).not.toMatch(/<title>[^<]*door/)
    const picture = await get(`/files/${id}/picture`)
    expect(picture.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': 'inline',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
  })

  it('is the one kind that is shown: everything else is only downloaded', async () => {
    const id = await added('for download.pdf', pdf('only'))
    for (const end of ['preview', 'picture']) expect((await get(`/files/${id}/${end}`)).statusCode, end).toBe(404)
  })
})

describe('somebody of another agency', () => {
  const plain = (html: string) => html.replaceAll(/(name="(_csrf|canopy-csrf)" (value|content)=")[^"]+/g, '$1')

  it('who asks for a file by its address is told what is told of one that is not there, and the ledger knows', async () => {
    const id = await added('not theirs.png', png(4, 5))
    const absent = '11111111-2222-4333-8444-555555555555'
    for (const end of ['', '/preview', '/picture', '/remove']) {
      const unseen = await get(`/files/${id}${end}`, school)
      const none = await get(`/files/${absent}${end}`, school)
      expect([end, unseen.statusCode, none.statusCode]).toEqual([end, 404, 404])
      expect(plain(unseen.body)).toBe(plain(none.body))
    }
    const { rows } = await site.world.engine.owner.query(
      "select account_id from canopy.ledger where event = 'refused' and action = 'openFile' and detail = $1",
      [`notFound ${id}`],
    )
    expect(rows).toHaveLength(3)
    expect(rows[0].account_id).toBe(site.world.as('setting_lead').accountId)
    expect((await add('x.pdf', pdf('x'), school)).status).toBe(404)
  })

  it('and somebody not signed in gets the way to sign in', async () => {
    const [file] = await stored()
    expect((await site.app.inject({ url: `/files/${file?.id}` })).statusCode).toBe(303)
  })
})

describe('removing', () => {
  it('asks why, and tells it on the timeline', async () => {
    const id = await added('wrong child.pdf', pdf('wrong'))
    const post = (why: string) =>
      site.app.inject({
        method: 'POST',
        url: `/files/${id}/remove`,
        headers: { cookie: screener.cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ _csrf: screener.csrf, why }).toString(),
      })
    expect((await get(`/files/${id}/remove`)).body).toContain('Why is it removed?')
    const empty = await post('')
    expect([empty.statusCode, empty.body.includes('Enter why the file is removed')]).toEqual([422, true])
    const long = await post('x'.repeat(501))
    expect([long.statusCode, long.body.includes('x'.repeat(501))]).toEqual([422, true])
    expect((await post('It is about another child')).headers.location).toBe(
      `/contact/${contact.reference}/files?done=removeFile`,
    )
    expect((await get(`/files/${id}`)).statusCode).toBe(404)
    expect((await get(`/contact/${contact.reference}/files?done=removeFile`)).body).toContain('The file was removed')
    const timeline = (await get(`/contact/${contact.reference}/timeline`)).body
    for (const words of ['Add a file', 'Remove a file', 'wrong child.pdf', 'It is about another child'])
      expect(timeline).toContain(words)
  })

  it('and adding stand among those who looked, in words', async () => {
    const manager = await sessionFor(site, 'screening_manager')
    const { body } = await get(`/contact/${contact.reference}/who-looked`, manager)
    for (const words of ['Changed the record: Add a file', 'Changed the record: Remove a file', 'Open a file'])
      expect(body).toContain(words)
  })
})
