import type { FastifyInstance } from 'fastify'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { createApp } from '../../src/app/createApp.ts'
import type { FactorPolicy } from '../../src/engine/people/sessions.ts'
import { password } from './partnership.ts'
import { createWorld, type World } from './world.ts'

/** The whole application on a world of its own, listening on this machine alone. */
export interface Site {
  readonly world: World
  readonly app: FastifyInstance
  readonly address: string
  readonly close: () => Promise<void>
}

/** Of the installation that the tests are: seals nothing real. */
export const testSecret = 'a secret of the tests, which seals nothing real'

/** What differs from the usual: a second factor has nobody, unless a test is about it. */
interface SiteOptions {
  readonly idleMinutes?: number
  readonly log?: 'silent' | 'info'
  readonly secondFactor?: FactorPolicy['secondFactor']
  readonly world?: World
}

export const createSite = async (options: SiteOptions = {}): Promise<Site> => {
  const { idleMinutes = 30, log = 'silent', secondFactor = 'optional' } = options
  const world = options.world ?? (await createWorld())
  const config = {
    partnership: 'Islington Safeguarding Children Partnership',
    idleMinutes,
    secureCookies: false,
    secondFactor,
    secret: testSecret,
    mail: { by: 'files', from: 'Canopy <canopy@partnership.example>' } as const,
    log,
  }
  const app = await createApp({ engine: world.engine, config, demo: false })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    world,
    app,
    address,
    close: async () => {
      await app.close()
      await world.close()
    },
  }
}

/** A person at a browser of their own, signed in. */
export const signInAs = async (
  site: Site,
  browser: Browser,
  username: string,
  options: BrowserContextOptions = {},
): Promise<Page> => {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await page.goto(`${site.address}/sign-in`)
  await page.fill('#username', username)
  await page.fill('#password', password)
  await page.locator('#password').press('Enter')
  await page.waitForURL('**/my-work')
  return page
}

/** The cookie of a session, for requests without a browser, and a token for its forms. */
export const sessionFor = async (site: Site, username: string): Promise<{ cookie: string; csrf: string }> => {
  const first = await site.app.inject({ url: '/sign-in' })
  const visitor = first.cookies.map(one => `${one.name}=${one.value}`).join('; ')
  const signedIn = await site.app.inject({
    method: 'POST',
    url: '/sign-in',
    headers: { cookie: visitor, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: tokenIn(first.body), username, password, return: '/my-work' }).toString(),
  })
  const cookie = signedIn.cookies.map(one => `${one.name}=${one.value}`).join('; ')
  if (!cookie.includes('session')) throw new Error(`${username} could not sign in`)
  const page = await site.app.inject({ url: '/my-work', headers: { cookie } })
  return { cookie, csrf: tokenIn(page.body) }
}

const tokenIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
