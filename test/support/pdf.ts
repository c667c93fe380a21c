import { inflateSync } from 'node:zlib'

/** Text by glyph number, from a font's own table. */
type Glyphs = ReadonlyMap<number, string>

const hexText = (hex: string): string =>
  (hex.match(/.{4}/g) ?? []).map(unit => String.fromCharCode(Number.parseInt(unit, 16))).join('')

const glyphsOf = (table: string): Glyphs => {
  const glyphs = new Map<number, string>()
  for (const [, block = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, from = '', to = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      glyphs.set(Number.parseInt(from, 16), hexText(to))
  for (const [, block = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', last = '', to = ''] of block.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi))
      for (let glyph = Number.parseInt(from, 16); glyph <= Number.parseInt(last, 16); glyph += 1)
        glyphs.set(glyph, String.fromCharCode(Number.parseInt(to, 16) + glyph - Number.parseInt(from, 16)))
  return glyphs
}

const textOfContent = (content: string, fonts: ReadonlyMap<string, Glyphs>): string => {
  let font: Glyphs = new Map()
  let text = ''
  for (const [token, name, hex] of content.matchAll(/\/(\w+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|\bET\b/g)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map()
    else if (hex === undefined) text += ' '
    else text += (hex.match(/.{4}/g) ?? []).map(glyph => font.get(Number.parseInt(glyph, 16)) ?? '').join('')
    if (token === 'ET') text += ' '
  }
  return text
}

/** The words of each sheet of a PDF as Chromium prints it, white space folded: enough to see what stands on it. */
export const sheetsOfPdf = (file: Buffer): readonly string[] => {
  const source = file.toString('latin1')
  const objects = new Map<string, { readonly head: string; readonly stream: string }>()
  for (const found of source.matchAll(/(?:^|\n)(\d+) 0 obj\b([\s\S]*?)(?:endobj|\bstream\r?\n)/g)) {
    const [whole, number = '', head = ''] = found
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const start = found.index + whole.length
    const bytes = whole.endsWith('endobj') ? Buffer.alloc(0) : file.subarray(start, start + length)
    objects.set(number, { head, stream: head.includes('/FlateDecode') ? inflate(bytes) : bytes.toString('latin1') })
  }
  const fonts = new Map<string, Glyphs>()
  for (const { head } of objects.values())
    for (const [, name = '', number = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number)?.head ?? '')?.[1]
      if (table !== undefined) fonts.set(name, glyphsOf(objects.get(table)?.stream ?? ''))
    }
  return [...objects.values()]
    .filter(({ stream }) => /\bBT\b/.test(stream))
    .map(({ stream }) => textOfContent(stream, fonts).replace(/\s+/g, ' '))
}

export const textOfPdf = (file: Buffer): string => sheetsOfPdf(file).join(' ')

const inflate = (bytes: Buffer): string => {
  try {
    return inflateSync(bytes).toString('latin1')
  } catch {
    return ''
  }
}
