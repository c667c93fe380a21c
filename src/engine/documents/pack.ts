/** A pack of pages: each on a sheet of its own, listed in front, with what every sheet has to say. */
export interface PackDocument {
  readonly title: string
  /** On every sheet: reference, classification, number of the copy, as at. */
  readonly running: string
  readonly notes: readonly string[]
  readonly sections: readonly {
    readonly title: string
    readonly pages: readonly {
      readonly id: string
      readonly title: string
      readonly facts: readonly (readonly [label: string, text: string])[]
      readonly network: readonly { readonly name: string; readonly is: string }[]
    }[]
  }[]
}
