import type { Browser } from 'playwright-core'
import { launch } from './chromium.ts'

/** Chromium takes seconds to start: it stays for those who come soon after, and goes when nobody does. */
const idleMs = 60_000

let running: Promise<Browser> | undefined
let ending: NodeJS.Timeout | undefined

const browser = (): Promise<Browser> => {
  clearTimeout(ending)
  running ??= launch()
  running.catch(() => {
    running = undefined
  })
  return running
}

const endLater = (): void => {
  clearTimeout(ending)
  ending = setTimeout(() => void closeBrowser(), idleMs)
  // A process that has nothing else to do may end.
  ending.unref()
}

export const closeBrowser = async (): Promise<void> => {
  clearTimeout(ending)
  const open = running
  running = undefined
  await (await open?.catch(() => undefined))?.close()
}

/** A text inside the small markup that Chromium prints on every sheet. */
const plain = (text: string): string => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)

/**
 * A whole HTML document as a tagged PDF with bookmarks; `running` stands at the head of every sheet, and page x of y at its foot.
 * The document has no scripts and loads nothing.
 */
export const pdf = async (document: string, running: string): Promise<Buffer> => {
  const context = await (await browser()).newContext({ javaScriptEnabled: false, offline: true })
  try {
    const page = await context.newPage()
    await page.setContent(document, { waitUntil: 'load' })
    const style = 'font: 8pt Arial, sans-serif; width: 100%; padding: 0 15mm; color: #0b0c0c;'
    return await page.pdf({
      format: 'A4',
      tagged: true,
      outline: true,
      displayHeaderFooter: true,
      margin: { top: '20mm', bottom: '18mm', left: '15mm', right: '15mm' },
      headerTemplate: `<div style="${style}">${plain(running)}</div>`,
      footerTemplate: `<div style="${style} text-align: right;">Page <span class="pageNumber"></span> of <span class="totalPages"></span></div>`,
    })
  } finally {
    await context.close()
    endLater()
  }
}
