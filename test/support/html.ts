/** Elements beside which a space can be seen; elsewhere white space between tags means nothing. */
const inline = new Set(['a', 'b', 'br', 'code', 'em', 'i', 'img', 'label', 'p', 'span', 'strong', 'time'])
const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: '\u00a0',
  ctdot: '⋯',
}

function decode(text: string): string {
  return text.replace(/&([a-z]+|#\d+);/gi, (whole, name: string) => entities[name] ?? whole)
}

function attributesOf(source: string): string {
  const found: [string, string][] = []
  for (const match of source.matchAll(/([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)) {
    const name = (match[1] ?? '').toLowerCase()
    const value = decode(match[2] ?? match[3] ?? match[4] ?? '')
    const isList = name === 'class' || name === 'aria-describedby'
    const words = value.trim().split(/\s+/)
    found.push([name, isList ? (name === 'class' ? [...new Set(words)].sort() : words).join(' ') : value])
  }
  return found
    .filter(([name, value]) => !(name === 'class' && value === ''))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')
}

/**
 * One line per tag or text, in an order that does not depend on how the HTML was written: attributes and class names
 * sorted, entities decoded, white space folded. A space between words and an inline element is kept, since it is read.
 */
export function normaliseHtml(html: string): string {
  const source = html.replace(/<!--[\s\S]*?-->/g, '')
  const lines: string[] = []
  let raw: string | undefined
  const tokens = source.match(/<\/?[a-zA-Z][^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>|[^<]+|</g) ?? []
  const tagName = (token: string | undefined) => token?.match(/^<\/?([a-zA-Z][\w-]*)/)?.[1]?.toLowerCase()
  tokens.forEach((token, index) => {
    const name = tagName(token)
    if (name) {
      const closing = token.startsWith('</')
      if (name === 'textarea') raw = closing ? undefined : name
      if (closing) {
        if (!['path', 'br', 'input', 'hr', 'img', 'link', 'meta'].includes(name)) lines.push(`</${name}>`)
      } else {
        lines.push(`<${name}${attributesOf(token.slice(name.length + 1, token.length - 1).replace(/\/$/, ''))}>`)
      }
      return
    }
    if (raw) {
      lines.push(decode(token))
      return
    }
    const before = tokens[index - 1]
    const after = tokens[index + 1]
    let text = decode(token).replace(/[ \t\r\n]+/g, ' ')
    const beforeIsSeen = before?.startsWith('</') && inline.has(tagName(before) ?? '')
    const afterIsSeen = after && !after.startsWith('</') && inline.has(tagName(after) ?? '')
    const hiddenText = before !== undefined && /visually-hidden/.test(before) && !before.startsWith('</')
    if (text === ' ') {
      if (hiddenText) lines.push(' ')
      return
    }
    if (!beforeIsSeen && !hiddenText) text = text.replace(/^ /, '')
    if (!afterIsSeen) text = text.replace(/ $/, '')
    if (text) lines.push(text)
  })
  return lines.join('\n')
}
