import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pack } from '../../src/app/pack.ts'
import { makePacks } from '../../src/engine/pack/make.ts'
import { setNow } from '../../src/kit/clock.ts'
import { personRegister } from '../../src/registers/people/person/index.ts'
import { createSite, type Site, signInAs } from '../support/app.ts'
import { axeFaults } from '../support/axe.ts'
import { launch } from '../support/browser.ts'
import { startContact } from '../support/contacts.ts'
import { fitsScreens } from '../support/fit.ts'
import { Keyboard } from '../support/keyboard.ts'
import { textOfPdf } from '../support/pdf.ts'
import { createPeople } from '../support/people.ts'

const passphrase = 'heron ladder ocean brick'
const secret = 'a secret of the tests, which seals nothing real'
/** What stands in the pack about people, and nowhere in clear in the file. */
const personal = [
  'Zephyrine',
  'Quillfeather',
  'Oleander Way',
  '020 7946 0777',
  'Bartholomew',
  'Screening manager',
  'Setting lead',
]

let site: Site
let browser: Browser
let folder: string
let file: string

beforeAll(async () => {
  setNow('2026-11-10T07:00:00.000Z')
  site = await createSite()
  browser = await launch()
  folder = mkdtempSync(join(tmpdir(), 'canopy-journey-pack-'))
  file = join(folder, 'offline-pack.html')
  const people = createPeople(site.world)
  const person = await people.person({ givenName: 'Bartholomew', address: '4 Oleander Way', postcode: 'N1 1AA' })
  const typed = { warning: 'dog', warningText: '<img src=x onerror=alert(1)>', since: '', until: '', evidenced: 'yes' }
  await people.act('screener', personRegister, 'addWarning', typed, person)
  await startContact(site.world, {
    givenName: 'Zephyrine',
    familyName: 'Quillfeather',
    receivedAt: '2026-11-10 06:30',
    referrerContact: '020 7946 0777',
  })
}, 120_000)
afterAll(async () => {
  setNow(null)
  await browser.close()
  await site.close()
  rmSync(folder, { recursive: true, force: true })
})

const shot = async (page: Page, name: string): Promise<void> => {
  if (process.env.CANOPY_SHOTS)
    await page.screenshot({ path: `${process.env.CANOPY_SHOTS}/${name}.png`, fullPage: true })
}

describe('a duty manager without scripts, with the keyboard, at 320 pixels', { timeout: 120_000 }, () => {
  let page: Page
  const keys = () => new Keyboard(page)
  const isFit = async () => {
    await fitsScreens(page, site.address)
    for (const name of personal) expect(`${page.url()} ${await page.title()}`).not.toContain(name)
  }

  it('sets a passphrase, and is told what is wrong with a poor one', async () => {
    page = await signInAs(site, browser, 'screening_manager', {
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    })
    await page.goto(`${site.address}/offline-pack`)
    await isFit()
    await page.fill('#passphrase', 'short')
    await page.fill('#again', 'short')
    await keys().go('Make packs for me', 'button')
    await isFit()
    expect(await page.locator('.govuk-error-summary').textContent()).toContain(
      'Passphrase must be 14 characters or more',
    )
    expect(await page.content()).not.toContain('value="short"')
    await page.fill('#passphrase', passphrase)
    await page.fill('#again', passphrase)
    await keys().go('Make packs for me', 'button')
    expect(await page.locator('main').textContent()).toContain('The passphrase is set')
    await isFit()
  })

  it('finds the pack of the morning, and who had one', async () => {
    await makePacks({
      ...pack,
      engine: site.world.engine,
      partnership: 'Islington Safeguarding Children Partnership',
      secret,
    })
    await page.goto(`${site.address}/offline-pack`)
    expect(await page.locator('main').textContent()).toContain('Download the pack of 10 November 2026')
    expect(await page.locator('main').textContent()).toContain('Make an offline pack')
    await isFit()
  })

  it('downloads it as a file that Canopy itself never shows, and that says nothing in clear', async () => {
    const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const answer = await site.app.inject({ url: '/offline-pack/file/2026-11-10', headers: { cookie: cookies } })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-disposition': 'attachment; filename="offline-pack-2026-11-10.html"',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download the pack of 10 November 2026' }).click(),
    ])
    await download.saveAs(file)
    expect(readFileSync(file, 'utf8')).toBe(answer.body)
    for (const name of personal) expect(answer.body).not.toContain(name)
    // The names are those that stand in it: on the page to print they are in clear.
    const printed = await site.app.inject({ url: '/offline-pack/print', headers: { cookie: cookies } })
    for (const name of personal) expect(printed.body).toContain(name)
  })

  it('prints what is known now', async () => {
    await page.goto(`${site.address}/offline-pack/print`)
    await isFit()
    const words = textOfPdf(await page.pdf({ preferCSSPageSize: true }))
    for (const name of ['Zephyrine Quillfeather', 'Oleander Way', '020 7946 0777', 'Page 1 of'])
      expect(words).toContain(name)
  })

  it('stops it, after being asked', async () => {
    await page.goto(`${site.address}/offline-pack/stop`)
    await isFit()
    await keys().go('Make no more packs', 'button')
    expect(await page.locator('main').textContent()).toContain('No more packs are made for you')
    await isFit()
  })

  it('and nobody of another role', async () => {
    const other = await signInAs(site, browser, 'screener')
    for (const end of ['', '/print', '/stop', '/file/2026-11-10'])
      expect((await other.goto(`${site.address}/offline-pack${end}`))?.status()).toBe(404)
    await other.context().close()
  })
})

describe('the file on the day on which nothing works', { timeout: 120_000 }, () => {
  const asked: string[] = []
  const openFile = async (path: string, width = 1280): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height: 900 } })
    await context.setOffline(true)
    const page = await context.newPage()
    page.on('request', request => asked.push(request.url()))
    await page.goto(pathToFileURL(path).href)
    return page
  }
  const tryIt = async (page: Page, typed: string): Promise<void> => {
    await page.fill('#passphrase', typed)
    await page.locator('#passphrase').press('Enter')
  }

  it.each([320, 1280])('is opened from a disk with the passphrase, at %i pixels, and asks for nothing', async width => {
    const page = await openFile(file, width)
    expect(await axeFaults(page, 'locked')).toEqual([])
    await shot(page, `pack-locked-${width}`)
    await tryIt(page, '')
    expect(await page.locator('#problem').textContent()).toBe('Enter your passphrase')
    await tryIt(page, 'heron ladder ocean')
    await page.getByText('This passphrase does not open the pack').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('passphrase')
    expect(await axeFaults(page, 'wrong')).toEqual([])
    await shot(page, `pack-wrong-${width}`)
    await tryIt(page, passphrase)
    await page.getByRole('heading', { name: 'Urgent tasks' }).waitFor()
    for (const name of personal) expect(await page.locator('#contents').textContent()).toContain(name)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    expect(await page.locator('h1:visible').count()).toBe(1)
    expect(await page.title()).toBe('Offline pack, 10 November 2026 at 7am')
    expect(await axeFaults(page, 'opened')).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await shot(page, `pack-opened-${width}`)
    expect(asked.filter(url => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([])
    expect(asked).toContain(pathToFileURL(file).href)
    await page.getByRole('button', { name: 'Close the pack' }).click()
    expect(await page.content()).not.toContain('Zephyrine')
    await page.context().close()
  })

  it('is printed with partnership, day, person and numbers of pages', async () => {
    const page = await openFile(file)
    await tryIt(page, passphrase)
    await page.getByRole('heading', { name: 'Urgent tasks' }).waitFor()
    const sheets = await page.pdf({ preferCSSPageSize: true })
    if (process.env.CANOPY_SHOTS) writeFileSync(`${process.env.CANOPY_SHOTS}/pack.pdf`, sheets)
    // A font may draw several letters as one sign.
    const words = textOfPdf(sheets).normalize('NFKC')
    expect(words).toContain(
      'Islington Safeguarding Children Partnership. Offline pack, 10 November 2026 at 7am. Screening manager',
    )
    expect(words).toMatch(/Page 1 of \d/)
    expect(words).toContain('Zephyrine Quillfeather')
    expect(words).not.toContain('Close the pack')
    await page.context().close()
  })

  it('that was changed is refused: in what is sealed and in what it says in clear', async () => {
    const text = readFileSync(file, 'utf8')
    const sealed = /"sealed":"(.{200})/.exec(text)?.[1] ?? ''
    const other = sealed.startsWith('A') ? `B${sealed.slice(1)}` : `A${sealed.slice(1)}`
    const changes = [text.replace(sealed, other), text.replace('2026-11-10T07', '2026-11-11T07')]
    for (const [at, changed] of changes.entries()) {
      expect(changed).not.toBe(text)
      const path = join(folder, `changed-${at}.html`)
      writeFileSync(path, changed)
      const page = await openFile(path)
      await tryIt(page, passphrase)
      await page.getByText('This passphrase does not open the pack').waitFor()
      expect(await page.content()).not.toContain('Zephyrine')
      await page.context().close()
    }
  })

  it('runs nothing that somebody typed into a record', async () => {
    const page = await openFile(file)
    const alerts: string[] = []
    const refused: string[] = []
    page.on('requestfailed', request => refused.push(`${request.url()} ${request.failure()?.errorText}`))
    page.on('dialog', dialog => {
      alerts.push(dialog.message())
      void dialog.dismiss()
    })
    await tryIt(page, passphrase)
    await page.getByText('<img src=x onerror=alert(1)>').waitFor()
    // Even markup that is not escaped, as somebody who has the passphrase could seal it, runs and loads nothing.
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<img src="https://example.org/x" onerror="alert(1)">')
    })
    await expect.poll(() => refused).toEqual(['https://example.org/x csp'])
    expect(alerts).toEqual([])
    await page.context().close()
  })
})
