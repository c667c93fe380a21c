import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page as BrowserPage, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { axeFaults } from '../../../test/support/axe.ts'
import { launch } from '../../../test/support/browser.ts'
import { form, oneQuestion, worklist } from '../../../test/support/gallery.tsx'
import { origin, serve } from '../../../test/support/site.ts'
import { renderPage } from '../components/index.ts'
import { assets } from './assets.ts'

interface Sent {
  readonly path: string
  readonly body: { version?: string; fields?: Record<string, unknown> }
  readonly headers: Record<string, string>
}

let browser: Browser
let page: BrowserPage
let sent: Sent[]
let status: number

async function answer(route: Route, path: string): Promise<void> {
  const request = route.request()
  const json = request.headers()['content-type']?.includes('json')
  if (request.method() === 'POST' && json) {
    sent.push({ path, body: request.postDataJSON() as Sent['body'], headers: request.headers() })
  }
  if (status === 0) await route.abort('internetdisconnected')
  else await route.fulfill({ status, body: path, contentType: 'text/html' })
}

beforeAll(async () => {
  browser = await launch()
}, 60_000)
afterAll(() => browser?.close())

beforeEach(async () => {
  sent = []
  status = 200
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } })
  page = await context.newPage()
  await page.clock.install({ time: new Date('2026-11-03T10:42:00Z') })
  const pages = {
    '/form': () => renderPage(form(false)).join(''),
    '/form-wrong': () => renderPage(form(true)).join(''),
    '/list': () => renderPage(worklist()).join(''),
    '/question': () => renderPage(oneQuestion()).join(''),
  }
  await serve(context, pages, answer)
})
afterEach(() => page.context().close())

const saved = () => page.locator('[data-canopy-saved]').textContent()

describe('autosave', () => {
  it('posts only what changed, three seconds after typing, and says when', async () => {
    await page.goto(`${origin}/form`)
    await page.fill('#words', 'I was scared')
    expect(sent).toHaveLength(0)
    await page.clock.runFor(3100)
    await expect.poll(saved).toBe('Saved 10:42am')
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({ path: '/drafts/1', body: { version: '3', fields: { words: 'I was scared' } } })
    expect(Object.keys(sent[0]?.body.fields ?? {})).toEqual(['words'])
    expect(sent[0]?.headers['x-csrf-token']).toBe('token-1')
  })

  it('posts on leaving a field, choices as lists, untouched text with its line breaks left alone', async () => {
    await page.goto(`${origin}/form`)
    await page.check('input[name=ask][value=hv]')
    await page.check('input[name=level][value=amber]')
    await page.locator('#school').focus()
    await expect
      .poll(() => Object.assign({}, ...sent.map(s => s.body.fields)))
      .toEqual({
        ask: ['police', 'hv'],
        level: 'amber',
      })
  })

  it('says so when it fails, tries again by itself and warns before leaving', async () => {
    await page.goto(`${origin}/form`)
    status = 0
    await page.fill('#words', 'still here')
    await page.clock.runFor(3100)
    await expect.poll(saved).toBe('Not saved yet – trying again')
    let asked = false
    page.on('dialog', dialog => {
      asked = true
      void dialog.dismiss()
    })
    await page.goto(`${origin}/list`).catch(() => {})
    expect(asked).toBe(true)
    expect(page.url()).toBe(`${origin}/form`)
    status = 200
    await page.clock.runFor(10_000)
    await expect.poll(saved).toBe('Saved 10:42am')
    expect(sent.at(-1)?.body.fields).toEqual({ words: 'still here' })
  })

  it('stops when somebody else has changed the record', async () => {
    await page.goto(`${origin}/form`)
    status = 409
    await page.fill('#words', 'mine')
    await page.clock.runFor(3100)
    await expect.poll(saved).toContain('somebody else has changed this')
    await page.clock.runFor(60_000)
    expect(sent).toHaveLength(1)
  })

  it('saves what was typed a moment before the page goes', async () => {
    // A real server: requests that outlive their page cannot be answered by the test itself.
    const posts: string[] = []
    const server = createServer((request, response) => {
      let body = ''
      request.on('data', chunk => {
        body += chunk
      })
      request.on('end', () => {
        const file = assets.files.get(request.url ?? '')
        if (request.method === 'POST') posts.push(body)
        response.setHeader('content-type', file?.type ?? 'text/html; charset=utf-8')
        response.end(file?.body ?? renderPage(form(false)).join(''))
      })
    })
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const context = await browser.newContext()
    const real = await context.newPage()
    await real.goto(`${address}/form`)
    await real.fill('#words', 'last words')
    await real.goto(`${address}/elsewhere`)
    await expect.poll(() => posts).toEqual(['{"version":"3","fields":{"words":"last words"}}'])
    await context.close()
    server.close()
  })

  it('keeps nothing in the browser', async () => {
    await page.goto(`${origin}/form`)
    await page.fill('#words', 'private')
    await page.clock.runFor(3100)
    await expect.poll(saved).toBe('Saved 10:42am')
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, ''])
  })
})

describe('end of the session', () => {
  it('warns five minutes before, takes the focus, and stays on request', async () => {
    await page.goto(`${origin}/form`)
    await page.locator('#words').focus()
    const dialog = page.locator('#canopy-timeout')
    await page.clock.runFor(24 * 60_000)
    expect(await dialog.isVisible()).toBe(false)
    await page.clock.runFor(70_000)
    expect(await dialog.isVisible()).toBe(true)
    // biome-ignore lint/performance/useDomNodeTextContent: hidden sentences must not count
    const words = await dialog.innerText()
    expect(words).toContain('in 5 minutes')
    expect(words).toContain('kept as a draft')
    await page.clock.resume()
    expect(await axeFaults(page, 'the warning', { within: '#canopy-timeout' })).toEqual([])
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Stay signed in')
    await page.keyboard.press('Enter')
    await expect.poll(() => dialog.isVisible()).toBe(false)
    expect(sent.map(s => s.path)).toEqual(['/session/extend'])
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('words')
  })

  it('saves the draft and goes to sign in with this page as the way back', async () => {
    await page.goto(`${origin}/form?step=2`)
    await page.evaluate(() => {
      const field = document.querySelector<HTMLTextAreaElement>('#words')
      if (field) field.value = 'unsaved'
    })
    await page.clock.runFor(30 * 60_000)
    await page.waitForURL(url => url.pathname === '/sign-in')
    expect(new URL(page.url()).searchParams.get('return')).toBe('/form?step=2')
    expect(sent.find(s => s.path === '/drafts/1')).toMatchObject({ body: { fields: { words: 'unsaved' } } })
    expect(sent.find(s => s.path === '/drafts/1')?.headers['canopy-idle']).toBe('1')
  })

  it('does not watch a page nobody is signed in on', async () => {
    await page.goto(`${origin}/question`)
    expect(await page.locator('#canopy-timeout').count()).toBe(0)
  })
})

describe('without the script', () => {
  it('a filter is a plain form that keeps sort order and leaves out nothing', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1200, height: 800 } })
    const plain = await context.newPage()
    await serve(context, { '/list': () => renderPage(worklist()).join('') }, answer)
    await plain.goto(`${origin}/list`)
    await plain.click('.canopy-filter__summary')
    await plain.fill('input[name=q]', 'SP-26')
    await plain.locator('.canopy-filter__form button').last().click()
    await plain.waitForURL(url => url.pathname === '/front-door')
    expect(new URL(plain.url()).search).toBe('?sort=due&q=SP-26')
    await context.close()
  })
})

describe('errors', () => {
  it('the summary has the focus and leads to each control, the first box of a date included', async () => {
    await page.goto(`${origin}/form-wrong`)
    expect(await page.title()).toBe('Error: Tell us about the worry – Front door – Canopy')
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('govuk-error-summary')
    await page.click('text=Date of birth must be a real date >> nth=0')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('born-day')
    const text = await page.inputValue('#worry')
    expect(text).toBe('\n“It hurt”\n<b>')
  })
})
