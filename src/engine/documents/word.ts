/** A document of headed tables and paragraphs, with its reference on every page. */
export interface WordDocument {
  readonly title: string
  readonly reference: string
  /** "Printed by … on …", and what else has to be said once. */
  readonly notes: readonly string[]
  readonly parts: readonly {
    readonly title: string
    readonly head: readonly string[]
    readonly rows: readonly (readonly string[])[]
  }[]
}
