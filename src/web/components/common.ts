import type { VNode } from 'preact'

/** What may stand inside a component: text (escaped when rendered) or other components. */
export type Content = VNode | string | number | null | undefined | false | readonly Content[]

/** Extra attributes on a component's outer element (data-…, aria-…). `undefined` leaves the attribute out. */
export type Attributes = Readonly<Record<string, string | number | true | undefined>>

/** Joins class names, leaving out what is absent. */
export function cx(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}

/** Joins ids for aria-describedby; nothing at all when there is none, since an empty reference is an error. */
export function ids(...parts: (string | false | null | undefined)[]): string | undefined {
  return cx(...parts) || undefined
}

/** Whether there is something to show. */
export function has(content: Content): boolean {
  return content !== undefined && content !== null && content !== false && content !== ''
}
