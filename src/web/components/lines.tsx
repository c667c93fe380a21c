import type { Content } from './common.ts'

/** What somebody typed, with its line breaks. */
export const inLines = (text: string): Content =>
  text.split('\n').flatMap((line, at) => (at === 0 ? [line] : [<br />, line]))
