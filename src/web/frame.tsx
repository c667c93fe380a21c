import type { VNode } from 'preact'
import type { InputSpec, Problem } from '../declare/input.ts'
import { pathOf, type Register } from '../declare/register.ts'
import type { Actor } from '../engine/actor.ts'
import { seesFigures } from '../engine/measures/find.ts'
import { mostUnread } from '../engine/notices/notices.ts'
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

/** Of more lists than this nobody finds one in a row: those of one group are folded under its name. */
const mostInRow = 20

/** Lists of one group under one item, where there are several. */
const folded = (
  web: Web,
  lists: readonly Register[],
  itemOf: (list: Register) => NavigationItem,
): readonly NavigationItem[] =>
  [...new Set(lists.map(({ group }) => group))].flatMap(group => {
    const items = lists.filter(one => one.group === group).map(itemOf)
    return items.length === 1
      ? items
      : [{ text: web.groups[group] ?? group, active: items.some(one => one.active), items }]
  })

const unreadWords = (unread: number): string => (unread > mostUnread ? `${mostUnread}+` : String(unread))

/** What this person can go to: their work, the registers they may read, and the reading pages of their role. */
export const navigationFor = (web: Web, visit: Visit): readonly NavigationItem[] => {
  const pages = web.pages
    .filter(page => page.navigation && (page.by as readonly string[]).includes(visit.actor.role))
    .sort((a, b) => (a.navigation?.order ?? 0) - (b.navigation?.order ?? 0))
  const lists = readable(web, visit.actor.role).filter(({ list }) => list.inMenu !== false)
  const first = [
    { text: 'My work', href: '/my-work' },
    { text: visit.unread === 0 ? 'Notices' : `Notices (${unreadWords(visit.unread)})`, href: '/notices' },
  ]
  const last = [
    ...(web.engine.registers.some(one => one.measures.length > 0 && seesFigures(web.engine, one, visit.actor))
      ? [{ text: 'Figures', href: '/figures' }]
      : []),
    ...pages.map(page => ({ text: page.navigation?.text ?? '', href: page.path })),
  ]
  // A page may lie below a register and have an item of its own: only the nearest is where the person is.
  const here = [...first, ...last, ...lists.map(one => ({ href: `/${pathOf(one)}` }))]
    .map(({ href }) => href)
    .filter(href => inside(visit.path, href))
    .sort((a, b) => b.length - a.length)[0]
  const marked = (one: { readonly text: string; readonly href: string }): NavigationItem => ({
    ...one,
    current: visit.path === one.href,
    active: one.href === here,
  })
  const listItem = (one: Register) => marked({ text: one.record.plural, href: `/${pathOf(one)}` })
  return [
    ...first.map(marked),
    ...(lists.length > mostInRow ? folded(web, lists, listItem) : lists.map(listItem)),
    ...last.map(marked),
  ]
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
