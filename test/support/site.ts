import type { BrowserContext, Page, Route } from 'playwright-core'
import { assets } from '../../src/web/assets/assets.ts'

/** The policy the server sends: nothing inline, nothing from elsewhere. */
export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

export const origin = 'http://canopy.test'

/** Answers the browser's requests without a server: pages by path, our assets, and whatever `other` says. */
export async function serve(
  context: BrowserContext | Page,
  pages: Readonly<Record<string, () => string>>,
  other?: (route: Route, path: string) => Promise<void>,
): Promise<void> {
  await context.route(`${origin}/**`, async route => {
    const path = new URL(route.request().url()).pathname
    const page = pages[path]
    const file = assets.files.get(path)
    if (page && route.request().method() === 'GET') {
      const headers = { 'content-security-policy': policy }
      await route.fulfill({ body: page(), contentType: 'text/html; charset=utf-8', headers })
    } else if (file) await route.fulfill({ body: file.body, contentType: file.type })
    else if (other) await other(route, path)
    else await route.fulfill({ status: 404, body: '' })
  })
}
