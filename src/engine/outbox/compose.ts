import type { Register } from '../../declare/register.ts'
import { plural } from '../../kit/names.ts'
import { type NoticeRow, noticeTold } from '../notices/notices.ts'

/** The partnership whose notices they are, and where Canopy is. */
export interface Sender {
  readonly partnership: string
  /** Without a slash at the end: `https://canopy.example.org`. */
  readonly address: string
}

/**
 * An e-mail about notices: what kind of thing waits, its reference and its address. There is nothing else to put in, because a
 * notice holds nothing else.
 */
export const compose = (
  { partnership, address }: Sender,
  registers: readonly Register[],
  notices: readonly NoticeRow[],
): { readonly subject: string; readonly body: string } => {
  const parts = notices.flatMap(notice => {
    const told = noticeTold(registers, notice)
    return told ? [{ words: told.words, reference: told.about, link: `${address}${told.path}` }] : []
  })
  const [first] = parts
  const what = parts.length === 1 && first ? `${first.words} (${first.reference})` : plural(parts.length, 'notice')
  const urgent = notices.some(one => one.urgent) ? 'Urgent: ' : ''
  return {
    subject: `${urgent}${what}`,
    body: [
      partnership,
      ...parts.map(({ words, reference, link }) => [words, reference, link].join('\n')),
      'Sign in to read more. This e-mail names nobody, so that it can be read anywhere.',
      `How you are told is your choice: ${address}/notices/preferences`,
      '',
    ].join('\n\n'),
  }
}
