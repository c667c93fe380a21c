import { fileTypeFromBuffer } from 'file-type'
import { fileKinds, type KindKey, takenKinds } from './kinds.ts'
import { endingOf } from './names.ts'
import { storedMimetype, zipEntries } from './zip.ts'

/** What a file is by its content, or why it is not taken: a sentence without a full stop. */
export type Recognised = { readonly kind: KindKey } | { readonly refused: string }

const refused = (why: string): Recognised => ({ refused: why })

const program = 'This is a program or a script, whatever it is called. Canopy does not take programs'
const webPage = 'This is a web page or a drawing that can hold a program (HTML, SVG). Save it as a PDF'
const archive = 'This is an archive of files (such as ZIP). Unpack it and add its files one by one'
const macros = 'This office file has macros in it. Save it without macros, or as a PDF'
const locked = 'This file is locked with a password. Save it without the password'
const tooMuchInside =
  'This file says that it unpacks to far more than its size, as harmful files do. Save it anew or as a PDF'
const oldOffice =
  'This is a file of an old Office program, or one with a password. Save it as .docx, .xlsx or .pptx, or as a PDF'
const damaged = 'This file is damaged and cannot be read'
const unknown = `Canopy does not know this kind of file. ${takenKinds}`

/** Of what the library recognises, the kinds that are taken. */
const byMime: Readonly<Record<string, KindKey>> = {
  ...Object.fromEntries(Object.entries(fileKinds).map(([key, { mime }]) => [mime, key as KindKey])),
  'image/heif': 'heic',
  'image/heic-sequence': 'heic',
  'image/heif-sequence': 'heic',
  'audio/x-m4a': 'm4a',
  'video/x-m4v': 'mp4',
}

const programs =
  /executable|msdownload|x-elf|mach-binary|x-dosexec|java-vm|wasm|x-ms-shortcut|x-msi|x-nintendo|x-deb|x-rpm/
const archives = /zip|compressed|x-tar|archive|cabinet|x-xz|x-lzh|x-iso9660|zstd|x-lz4/

/** Most bytes an office file may unpack to, and how many times its own size. */
const mostUnpacked = 200_000_000
const mostTimes = 100

const mains = [
  ['docx', 'word/document.xml'],
  ['xlsx', 'xl/workbook.xml'],
  ['pptx', 'ppt/presentation.xml'],
] as const

const recogniseZip = (bytes: Buffer): Recognised => {
  const entries = zipEntries(bytes)
  if (!entries) return refused(damaged)
  const unpacked = entries.reduce((sum, one) => sum + one.unpacked, 0)
  const names = new Set(entries.map(({ name }) => name.toLowerCase()))
  const mimetype = storedMimetype(bytes)
  const openDocument = byMime[mimetype]
  const kind =
    openDocument ?? (names.has('[content_types].xml') ? mains.find(([, main]) => names.has(main))?.[0] : undefined)
  if (entries.some(({ encrypted }) => encrypted)) return refused(locked)
  // The parts that can start something: macros of Word, Excel and PowerPoint, of Excel 4, and of OpenDocument.
  if (
    entries.some(({ name }) => /vbaproject\.bin$|^xl\/macrosheets\/|^basic\/|^scripts\/|activex\d*\.bin$/i.test(name))
  )
    return refused(macros)
  if (kind === undefined) return refused(archive)
  if (unpacked > mostUnpacked || unpacked > mostTimes * bytes.length) return refused(tooMuchInside)
  return { kind }
}

const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const ofMessage = Buffer.from('__properties_version1.0', 'utf16le')
const ofLockedOffice = Buffer.from('EncryptedPackage', 'utf16le')

const recogniseCompound = (bytes: Buffer): Recognised => {
  if (bytes.includes(ofLockedOffice)) return refused(locked)
  return bytes.includes(ofMessage) ? { kind: 'msg' } : refused(oldOffice)
}

/** Control characters that no text has: all but tab, the ends of lines and pages, and escape. */
const isNoText = (byte: number): boolean => byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127
/** What stands for nothing in Windows-1252. */
const isNoLetter = (byte: number): boolean => [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)

const textIn = (bytes: Buffer): string | null => {
  if (bytes.some(isNoText)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return bytes.some(isNoLetter) ? null : bytes.toString('latin1')
  }
}

const scriptEndings =
  /^(bat|cmd|com|exe|scr|ps1|psm1|vbs|vbe|js|jse|mjs|wsf|wsh|hta|sh|bash|py|pl|rb|php|reg|lnk|inf|url|jar|msi|cpl|application|applescript|command)$/
const markup =
  /^\s*(<\?xml|<!doctype|<!--|<(html|head|body|script|svg|iframe|meta|style|title|div|table|p|a|img|form)\b)/i
const pageEndings = /^(html?|xhtml|shtml|mht|mhtml|svg|svgz|xml|xsl)$/
/** Two or more lines of a mail's head, one of which says from whom it is. */
const mailHead = /^(?=[\s\S]{0,4000}^from: )([\w-]+: .*\r?\n([ \t]+.*\r?\n)*){2,}/im

const recogniseText = (name: string, text: string): Recognised => {
  const ending = endingOf(name)
  if (text.startsWith('#!') || scriptEndings.test(ending)) return refused(program)
  if (markup.test(text.slice(0, 2000)) || pageEndings.test(ending)) return refused(webPage)
  const start = text.slice(0, 20_000)
  if (mailHead.test(start) && /^[\w-]+: /.test(start)) return { kind: 'eml' }
  return { kind: ending === 'csv' ? 'csv' : 'txt' }
}

/**
 * Says by its content what a file is. Its name decides only among kinds of text, and makes a text that a computer would run
 * a program. Reads no more of a packed file than the list of what is in it.
 */
export const recognise = async (name: string, bytes: Buffer): Promise<Recognised> => {
  if (bytes.length > 30 && bytes.readUInt32LE(0) === 0x04034b50) return recogniseZip(bytes)
  if (bytes.subarray(0, 8).equals(compound)) return recogniseCompound(bytes)
  const found = (await fileTypeFromBuffer(bytes))?.mime
  const kind = found === undefined ? undefined : byMime[found]
  if (kind !== undefined) return { kind }
  if (found !== undefined && programs.test(found)) return refused(program)
  if (found !== undefined && archives.test(found)) return refused(archive)
  const text = textIn(bytes)
  if (text !== null) return recogniseText(name, text.replace(/^\uFEFF/, ''))
  // A recording with nothing but its label at the start is told by that label.
  if (bytes.toString('latin1', 0, 3) === 'ID3') return { kind: 'mp3' }
  return refused(unknown)
}
