import type { Browser, Page } from 'playwright-core'
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
 * On which sheet each place of a printed document is that something leads to, by its `id`. Read from what Chromium writes in plain text
 * (ISO 32000-1, 7.7.3 and 12.3.2): the tree of pages, and the named destinations.
 */
const sheetsOf = (file: Buffer): ReadonlyMap<string, number> => {
  const text = file.toString('latin1')
  const kids = new Map<string, readonly string[]>()
  for (const [, id = '', list = ''] of text.matchAll(/\n(\d+) 0 obj\n<<\/Type \/Pages\n[^>]*?\/Kids \[([^\]]*)\]/g))
    kids.set(id, list.match(/\d+(?= 0 R)/g) ?? [])
  const inOrder = (id: string): readonly string[] => kids.get(id)?.flatMap(inOrder) ?? [id]
  const pages = inOrder(/\/Pages (\d+) 0 R/.exec(text)?.[1] ?? '')
  return new Map(
    [...text.matchAll(/\/(\S+) \[(\d+) 0 R \/XYZ/g)].map(([, name = '', page = '']) => [name, pages.indexOf(page) + 1]),
  )
}

const pageOf = /(<span data-page-of="([^"]+)">)[^<]*(<\/span>)/g

/** Chromium cannot say in a list of contents on which sheet something is: it is filled in from a first print. */
const numbered = (document: string, sheets: ReadonlyMap<string, number>): string =>
  document.replace(pageOf, (_, open: string, id: string, close: string) => `${open}${sheets.get(id) ?? ''}${close}`)

const print = async (page: Page, document: string, running: string): Promise<Buffer> => {
  await page.setContent(document, { waitUntil: 'load' })
  const style = 'font: 8pt Arial, sans-serif; width: 100%; padding: 0 15mm; color: #0b0c0c;'
  return page.pdf({
    format: 'A4',
    tagged: true,
    outline: true,
    displayHeaderFooter: true,
    margin: { top: '20mm', bottom: '18mm', left: '15mm', right: '15mm' },
    headerTemplate: `<div style="${style}">${plain(running)}</div>`,
    footerTemplate: `<div style="${style} text-align: right;">Page <span class="pageNumber"></span> of <span class="totalPages"></span></div>`,
  })
}

/**
 * A whole HTML document as a tagged PDF with bookmarks; `running` stands at the head of every sheet, and page x of y at its foot.
 * `<span data-page-of="id"></span>` becomes the number of the sheet on which that place is: something must lead there, and the span
 * must have the same size with a number and without one. The document has no scripts and loads nothing.
 */
export const pdf = async (document: string, running: string): Promise<Buffer> => {
  const context = await (await browser()).newContext({ javaScriptEnabled: false, offline: true })
  try {
    const page = await context.newPage()
    const first = await print(page, document, running)
    const second = numbered(document, sheetsOf(first))
    return second === document ? first : await print(page, second, running)
  } finally {
    await context.close()
    endLater()
  }
}
