import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registers } from '../src/app/registers.ts'
import { pathOf } from '../src/declare/register.ts'
import { createSite, type Site, sessionFor } from './support/app.ts'

/** Rows of the document: system, path of its list, role. */
const rows = readFileSync(new URL('../docs/what-is-where.md', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => /^\| [A-Z]+/.test(line) && !line.startsWith('| System'))
  .map(line => line.split('|').map(cell => cell.trim()))
  .map(([, system = '', , list = '', role = '']) => ({ system, list, role }))

let site: Site

beforeAll(async () => {
  site = await createSite()
})
afterAll(() => site.close())

/** Each role signs in once: how often somebody may from one address is limited. */
const sessions = new Map<string, ReturnType<typeof sessionFor>>()
const sessionOf = (role: string): ReturnType<typeof sessionFor> => {
  const session = sessions.get(role) ?? sessionFor(site, role)
  sessions.set(role, session)
  return session
}

describe('what is where', () => {
  it('names each system once', () => {
    expect(new Set(rows.map(({ system }) => system)).size).toBe(rows.length)
    expect(rows.length).toBe(96)
  })

  it.each(rows)('$system: the menu of $role leads to /$list, which counts something', async ({ list, role }) => {
    const register = registers.find(one => pathOf(one) === list)
    expect(register?.measures.length).toBeGreaterThan(0)
    const { cookie } = await sessionOf(role)
    const home = await site.app.inject({ url: '/my-work', headers: { cookie } })
    expect(home.body).toContain(`href="/${list}"`)
    const page = await site.app.inject({ url: `/${list}`, headers: { cookie } })
    expect(page.statusCode).toBe(200)
  })
})
