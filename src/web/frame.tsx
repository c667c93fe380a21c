import type { VNode } from 'preact'
import type { InputSpec, Problem } from '../declare/input.ts'
import { pathOf, type Register } from '../declare/register.ts'
import type { Actor } from '../engine/actor.ts'
import { seesFigures } from '../engine/measures/find.ts'
import { mayRead } from '../engine/store/read.ts'
import { now } from '../kit/clock.ts'
import { formatInstant } from '../kit/dates.ts'
import type { Content } from './components/common.ts'
import { type NavigationItem, NotificationBanner, Page } from './components/index.ts'
import type { Visit, Web } from './web.ts'

export interface FrameProps {
  readonly title: string
  readonly section?: string
  readonly problems?: readonly Problem[]
  readonly questions?: readonly InputSpec[]
  /** Where a problem is put right, when that is not on this page. */
  readonly problemHref?: (problem: Problem) => string | undefined
  readonly back?: { readonly href: string; readonly text?: string }
  readonly reference?: string
  readonly wide?: boolean
  readonly above?: Content
  readonly children: Content
}

const inside = (path: string, start: string): boolean => path === start || path.startsWith(`${start}/`)

const readable = (web: Web, role: string): readonly Register[] =>
  web.engine.registers.filter(register => mayRead(register, role))

/** What this person can go to: their work, the registers they may read, and the reading pages of their role. */
export const navigationFor = (web: Web, visit: Visit): readonly NavigationItem[] => {
  const pages = web.pages
    .filter(page => page.navigation && (page.by as readonly string[]).includes(visit.actor.role))
    .sort((a, b) => (a.navigation?.order ?? 0) - (b.navigation?.order ?? 0))
  const items = [
    { text: 'My work', href: '/my-work' },
    { text: visit.unread === 0 ? 'Notices' : `Notices (${visit.unread})`, href: '/notices' },
    ...readable(web, visit.actor.role)
      .filter(({ list }) => list.inMenu !== false)
      .map(register => ({
        text: register.record.plural,
        href: `/${pathOf(register)}`,
      })),
    ...(web.engine.registers.some(one => one.measures.length > 0 && seesFigures(web.engine, one, visit.actor))
      ? [{ text: 'Figures', href: '/figures' }]
      : []),
    ...pages.map(page => ({ text: page.navigation?.text ?? '', href: page.path })),
  ]
  // A page may lie below a register and have an item of its own: only the nearest is where the person is.
  const here = items
    .map(({ href }) => href)
    .filter(href => inside(visit.path, href))
    .sort((a, b) => b.length - a.length)[0]
  return items.map(one => ({ ...one, current: visit.path === one.href, active: one.href === here }))
}

/** The document every signed-in page stands in. */
export const frame = (web: Web, visit: Visit, props: FrameProps): VNode => {
  const { actor } = visit
  const words = (post: Actor) =>
    `${web.engine.roles[post.role]?.label ?? post.role}, ${post.teamName || post.agencyName}`
  const others = visit.posts.filter(post => post.postId !== actor.postId)
  return (
    <Page
      {...props}
      partnership={web.partnership}
      assets={web.assets}
      signedIn={{
        name: actor.name,
        role: words(actor),
        posts: others.map(post => ({ id: post.postId ?? '', words: words(post) })),
      }}
      navigation={navigationFor(web, visit)}
      csrf={visit.csrf}
      demo={web.demo}
      sessionExpires={visit.sessionExpires}
      printed={{ by: actor.name, at: formatInstant(now()) }}
    >
      {visit.banner && (
        <NotificationBanner type="success">
          <p class="govuk-notification-banner__heading">{visit.banner}</p>
        </NotificationBanner>
      )}
      {props.children}
    </Page>
  )
}
