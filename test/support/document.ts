/** An element of a page, as far as the tests of pages need it. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Element | string)[]
  readonly parent: Element | null
}

const empty = new Set(['br', 'hr', 'img', 'input', 'link', 'meta'])
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: '\u00a0' }

const decode = (text: string): string =>
  text.replace(/&([a-z]+|#\d+);/gi, (whole, name: string) => entities[name] ?? whole)

const attributesOf = (source: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...source.matchAll(/([^\s=/"']+)(?:\s*=\s*"([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      decode(value),
    ]),
  )

/**
 * The tree of a page. Only for pages of our own, which are written by a renderer and therefore well formed; a tag that
 * is not closed is a fault and throws.
 */
export const parseDocument = (html: string): Element => {
  const root: Element = { name: '#document', attributes: {}, children: [], parent: null }
  let at = root
  for (const token of html.match(/<!--[\s\S]*?-->|<!DOCTYPE[^>]*>|<\/?[a-zA-Z](?:"[^"]*"|[^>"])*>|[^<]+|</gi) ?? []) {
    if (token.startsWith('<!')) continue
    const [, slash, name, rest] = /^<(\/?)([a-zA-Z][\w-]*)([\s\S]*)>$/.exec(token) ?? []
    if (name === undefined) {
      at.children.push(decode(token))
    } else if (slash === '/') {
      if (at.name !== name || at.parent === null) throw new Error(`</${name}> closes <${at.name}>`)
      at = at.parent
    } else {
      const element: Element = { name, attributes: attributesOf(rest ?? ''), children: [], parent: at }
      at.children.push(element)
      if (!empty.has(name) && !rest?.endsWith('/')) at = element
    }
  }
  if (at !== root) throw new Error(`<${at.name}> is not closed`)
  return root
}

/** Every element below each element that was asked: a page is asked dozens of times. */
const below = new WeakMap<Element, readonly Element[]>()
const allBelow = (from: Element): readonly Element[] => {
  const known = below.get(from)
  if (known) return known
  const found: Element[] = []
  for (const child of from.children) if (typeof child !== 'string') found.push(child, ...allBelow(child))
  below.set(from, found)
  return found
}

/** Every element below, in reading order; of the names given, or all. */
export const all = (from: Element, ...names: readonly string[]): readonly Element[] =>
  names.length === 0 ? allBelow(from) : allBelow(from).filter(({ name }) => names.includes(name))

/** The text of an element with white space folded. */
export const textOf = (element: Element): string => rawText(element).replace(/\s+/g, ' ').trim()

const rawText = (element: Element): string =>
  element.children.map(child => (typeof child === 'string' ? child : rawText(child))).join('')

/** Whether an element stands inside one of the name given. */
export const isInside = (element: Element, name: string): boolean =>
  element.parent !== null && (element.parent.name === name || isInside(element.parent, name))
