import { fileKinds, type KindKey } from './kinds.ts'

/** Control characters, marks that turn the direction of reading, and what has no width: each can make a name look like another. */
const misleading = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu
const longest = 120

/** What stands after the last dot, in small letters; empty where there is none. */
export const endingOf = (name: string): string => /[^.]\.([^.]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** The name a file is kept under: as it was given, without folders and without characters that mislead the eye. */
export const cleanName = (given: string): string => {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const clean = last.normalize('NFC').replace(misleading, '').replace(/\s+/g, ' ').trim().replace(/^\.+/, '')
  if (clean === '') return 'File without a name'
  const letters = [...clean]
  if (letters.length <= longest) return clean
  const ending = endingOf(clean)
  return ending === ''
    ? letters.slice(0, longest).join('')
    : `${letters.slice(0, longest - ending.length - 1).join('')}.${ending}`
}

/** Whether the name says another kind than the content. */
export const isMisnamed = (name: string, kind: KindKey): boolean => !fileKinds[kind].endings.includes(endingOf(name))

/** The name a download gets: with the ending of what it really is, so that the right program opens it. */
export const downloadName = (name: string, kind: KindKey): string =>
  isMisnamed(name, kind) ? `${name}.${fileKinds[kind].endings[0]}` : name

/**
 * The header that makes a browser save a file under a name (RFC 6266): in plain letters for old programs, and whole for
 * the others (RFC 8187).
 */
export const attachmentHeader = (name: string): string => {
  const plain = name.replace(/[^A-Za-z0-9.-]+/g, '-')
  const whole = encodeURIComponent(name).replace(/['()*]/g, one => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}
