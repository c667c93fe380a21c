import { randomBytes } from 'node:crypto'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** Markup kept for all who are shown the same: rendered once, however many people look. */
export interface KeptMarkup {
  /** `key` names everything the markup is made of, so that two readers share it only when it would be the same. */
  readonly of: (key: string, make: () => VNode) => string
}

/** @param most how many pieces are held at a time; beyond it all are forgotten and rendered anew */
export const createKeptMarkup = (most: number): KeptMarkup => {
  const pieces = new Map<string, string>()
  return {
    of: (key, make) => {
      const known = pieces.get(key)
      if (known !== undefined) return known
      const markup = leavingOut(null, () => renderToString(make()))
      if (pieces.size >= most) pieces.clear()
      pieces.set(key, markup)
      return markup
    },
  }
}

/** Stands in the text of a document for what is left out. Nobody who types can know it. */
const mark = randomBytes(18).toString('base64url')

/** What the document being rendered leaves out, in its order; null where everything goes in at once. */
let left: string[] | null = null

const leavingOut = <T,>(into: string[] | null, render: () => T): T => {
  const outer = left
  left = into
  try {
    return render()
  } finally {
    left = outer
  }
}

/** An element with kept markup in it. It was rendered by components, which escaped what people typed. */
export function Kept({ as: Tag, markup, ...attributes }: { as: 'div' | 'tr'; markup: string } & KeptAttributes) {
  left?.push(markup)
  return <Tag {...attributes} dangerouslySetInnerHTML={{ __html: left ? mark : markup }} />
}

interface KeptAttributes {
  class?: string
  role?: 'row' | undefined
}

/** The document in pieces, which one after the other make its text: long kept markup is never copied into one string. */
export const renderInPieces = (page: VNode): readonly string[] => {
  const kept: string[] = []
  const between = leavingOut(kept, () => renderToString(page)).split(mark)
  return between.flatMap((text, at) => (at === 0 ? [text] : [kept[at - 1] ?? '', text]))
}
