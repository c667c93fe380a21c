/** What a scanner says of a file: nothing found, or the name of what it found. */
export type ScanResult = { readonly clean: true } | { readonly found: string }

/** Looks for viruses. */
export interface Scanner {
  /** @throws Error when the scanner does not answer, or not in time */
  readonly scan: (bytes: Buffer) => Promise<ScanResult>
}
