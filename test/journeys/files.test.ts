import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app/createApp.ts'
import { clamdScanner } from '../../src/engine/files/clamd.ts'
import { setNow } from '../../src/kit/clock.ts'
import { createSite, type Site, signInAs } from '../support/app.ts'
import { launch } from '../support/browser.ts'
import { createFakeClamd, type FakeClamd } from '../support/clamd.ts'
import { startContact } from '../support/contacts.ts'
import { fitsScreens } from '../support/fit.ts'
import { Keyboard } from '../support/keyboard.ts'
import { pdf, png, takenFiles } from '../support/sampleFiles.ts'

let site: Site
let browser: Browser
let clamd: FakeClamd
let folder: string
let contact: string

beforeAll(async () => {
  setNow('2026-11-10T10:00:00.000Z')
  const made = await createSite()
  await made.app.close()
  clamd = await createFakeClamd()
  const engine = { ...made.world.engine, scanner: clamdScanner(clamd.address, 500) }
  const config = { partnership: 'Islington Safeguarding Children Partnership', idleMinutes: 30 }
  const closed = { secureCookies: false, secondFactor: 'optional', secret: 'x'.repeat(32), log: 'silent' } as const
  const app = await createApp({ engine, config: { ...config, ...closed }, demo: false })
  site = { ...made, app, address: await app.listen({ port: 0, host: '127.0.0.1' }) }
  browser = await launch()
  folder = mkdtempSync(join(tmpdir(), 'canopy-journey-files-'))
  contact = (await startContact(site.world)).reference
}, 120_000)
afterAll(async () => {
  setNow(null)
  await browser.close()
  await site.app.close()
  await clamd.close()
  await site.world.close()
  rmSync(folder, { recursive: true, force: true })
})

const onDisk = (name: string, bytes: Buffer): string => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

const waitForState = async (page: Page, row: string, words: string): Promise<void> => {
  const place = page.getByRole('row').filter({ hasText: row })
  await expect
    .poll(
      async () => {
        await page.reload()
        return place.textContent()
      },
      { timeout: 10_000 },
    )
    .toContain(words)
}

describe('adding files without scripts, with the keyboard, at 320 pixels', { timeout: 120_000 }, () => {
  let page: Page
  const keys = () => new Keyboard(page)
  const choose = async (name: string, bytes: Buffer) => {
    await page.setInputFiles('#file', onDisk(name, bytes))
    await keys().go('Add the file', 'button')
  }
  const isSafe = async () => {
    await fitsScreens(page, site.address)
    expect(`${page.url()} ${await page.title()}`).not.toMatch(/bruise|photo/i)
  }

  it('begins on the page of the record', async () => {
    page = await signInAs(site, browser, 'screener', {
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    })
    await page.goto(`${site.address}/contact/${contact}`)
    expect(await page.getByRole('heading', { name: 'Files', exact: true }).count()).toBe(1)
    await isSafe()
    await choose('IMG_0042 bruise.heic', takenFiles.find(([, , kind]) => kind === 'heic')?.[1] ?? Buffer.alloc(0))
    expect(page.url()).toContain('/files?done=addFile')
    expect(await page.locator('.govuk-notification-banner').textContent()).toContain('The file was added')
  })

  it('says of a photo from a telephone that it has to be downloaded, and when it was checked', async () => {
    await waitForState(page, 'IMG_0042 bruise.heic', 'Checked: no virus found')
    expect(await page.getByRole('main').textContent()).toContain('Canopy cannot show this kind of photo')
    await isSafe()
  })

  it('refuses a program by whatever name, in words beside the question, and takes the next file', async () => {
    await choose('photo of the door.jpg', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]))
    expect(await page.locator('.govuk-error-summary').textContent()).toContain('whatever it is called')
    await isSafe()
    await choose('photo of the door.png', png(64, 180))
    await waitForState(page, 'photo of the door.png', 'Checked')
    await keys().go('Look at it here: photo of the door.png', 'link')
    // The page is there before its picture.
    const width = () => page.locator('img.canopy-picture').evaluate(one => (one as HTMLImageElement).naturalWidth)
    await expect.poll(width).toBe(64)
    await isSafe()
  })

  it('keeps a file in which a virus was found out of reach, and says so', async () => {
    await page.goto(`${site.address}/contact/${contact}/files`)
    clamd.behave('found')
    await choose('letter with a bug.pdf', pdf('eicar'))
    await waitForState(page, 'letter with a bug.pdf', 'a virus was found in it (Eicar-Test-Signature)')
    expect(await page.getByRole('link', { name: 'letter with a bug.pdf', exact: true }).count()).toBe(0)
    await isSafe()
  })

  it('says plainly that the scanner does not answer', async () => {
    clamd.behave('silent')
    await choose('letter-that-waits-and-has-a-very-long-name-without-any-space-in-it.pdf', pdf('waits'))
    await waitForState(page, 'letter-that-waits', 'the virus scanner does not answer')
    await isSafe()
    clamd.behave('clean')
  })

  it('removes a file with a reason', async () => {
    await keys().go('Remove photo of the door.png', 'link')
    await isSafe()
    await keys().type('Why is it removed?', 'It shows another house')
    await keys().go('Remove the file', 'button')
    expect(await page.getByRole('main').textContent()).not.toContain('photo of the door.png')
    await page.goto(`${site.address}/contact/${contact}/timeline`)
    expect(await page.getByRole('main').textContent()).toContain('It shows another house')
    await isSafe()
  })
})
