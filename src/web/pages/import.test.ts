import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSite, type Site, sessionFor } from '../../../test/support/app.ts'

let site: Site
beforeAll(async () => {
  site = await createSite()
})
afterAll(() => site.close())

/** A form with a file, as a browser sends it. */
const send = async (
  username: string,
  file: Buffer | string,
  mode: string,
  name = 'contacts.csv',
  register = 'contact',
) => {
  const { cookie, csrf } = await sessionFor(site, username)
  const edge = 'x-canopy-test-edge'
  const part = (head: string, body: Buffer | string) =>
    Buffer.concat([
      Buffer.from(`--${edge}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(body),
      Buffer.from('\r\n'),
    ])
  return site.app.inject({
    method: 'POST',
    url: `/${register}/import`,
    headers: { cookie, 'content-type': `multipart/form-data; boundary=${edge}` },
    payload: Buffer.concat([
      part('name="_csrf"', csrf),
      part('name="_mode"', mode),
      part(`name="file"; filename="${name}"\r\nContent-Type: text/csv`, file),
      Buffer.from(`--${edge}--\r\n`),
    ]),
  })
}
const contacts = async () =>
  (await site.world.engine.owner.query<{ n: number }>('select count(*)::int as n from canopy.contact')).rows[0]?.n

describe('the page that takes a file', () => {
  it('is there for those who may import, and for nobody else', async () => {
    const manager = await sessionFor(site, 'screening_manager')
    expect((await site.app.inject({ url: '/contact/import', headers: { cookie: manager.cookie } })).statusCode).toBe(
      200,
    )
    const template = await site.app.inject({
      url: '/contact/import/template?format=xlsx',
      headers: { cookie: manager.cookie },
    })
    expect(template.rawPayload.subarray(0, 2).toString()).toBe('PK')
    const screener = await sessionFor(site, 'screener')
    for (const url of ['/contact/import', '/contact/import/template'])
      expect((await site.app.inject({ url, headers: { cookie: screener.cookie } })).statusCode).toBe(404)
    expect((await send('screener', 'Family name\nX', 'import')).statusCode).toBe(404)
    expect(await contacts()).toBe(0)
  })

  it('says what is wrong with each cell, and writes nothing', async () => {
    const answer = await send(
      'screening_manager',
      'receivedAt,channel,source,familyName,worry,whatHappened,safeNow,familyKnows,consent\n2026-02-31 9:00,form,2A,Ng,neglect,x,perhaps,x,agreed\n',
      'import',
    )
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('must be a real date')
    expect(answer.body).toContain('perhaps')
    expect(answer.body).toMatch(/<title>Import contacts/)
    expect(await contacts()).toBe(0)
  })

  it('asks for a file where none was chosen', async () => {
    const answer = await send('screening_manager', '', 'check', '')
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Choose a CSV or Excel file')
  })

  it('checks without writing, imports, and does not import twice', async () => {
    const file = [
      'receivedAt,channel,source,familyName,worry,whatHappened,safeNow,familyKnows,consent',
      '2026-05-12 09:40,form,2A,Ng,neglect,Seen at school (fixture),yes,Nothing,agreed',
    ].join('\n')
    const checked = await send('screening_manager', file, 'check')
    expect([checked.statusCode, await contacts()]).toEqual([200, 0])
    expect(checked.body).toContain('would be recorded')
    expect((await send('screening_manager', file, 'import')).statusCode).toBe(200)
    expect(await contacts()).toBe(1)
    await send('screening_manager', file, 'import')
    expect(await contacts()).toBe(1)
  })

  it('compares the people it brings in with those on record, unless they are very many', async () => {
    const people = (rows: readonly string[]) =>
      `kind,givenName,familyName,knownOn,birthKnown,bornOn,sex\n${rows.map(row => `adult,${row},male`).join('\n')}\n`
    const bring = (rows: readonly string[], mode = 'import') =>
      send('screening_manager', people(rows), mode, 'people.csv', 'person')
    const first = await bring(['Yusuf,Thornbridgely,2026-11-02,exact,1991-04-17'])
    expect(first.body).toContain('None of them seems to be on record under another reference')
    const twin = ['Youssef,Thornbridgely,2026-11-02,exact,1991-04-17']
    expect((await bring(twin, 'check')).body).not.toContain('waits for a decision')
    expect((await bring(twin)).body).toContain('1 pair may be one person and waits for a decision')
    const many = Array.from(
      { length: 200 },
      (_, at) => `Given,Family,2026-11-02,exact,${1910 + (at % 100)}-0${1 + Math.floor(at / 100)}-01`,
    )
    expect((await bring(many)).body).toContain('canopy match people --save')
  })
})
