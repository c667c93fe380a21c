import type { Role } from './roles.ts'

/**
 * That records of a register take files: letters, photos, recordings. A file is seen by those who see its record, except by
 * roles that see it pseudonymised and by those named in `hide`.
 */
export interface TakesFiles<S extends string = string> {
  /** Who may add one, and remove one. */
  readonly by: readonly Role[]
  /** In which states. */
  readonly from: readonly S[]
  /** Roles that see the record and not what is in its files, because fields they are not shown could stand there. */
  readonly hide?: readonly Role[]
}

/** What is done with files, as the ledger names it, in words. No action of a register has one of these names. */
export const fileDeeds = {
  addFile: 'Add a file',
  removeFile: 'Remove a file',
  openFile: 'Open a file',
  scanFile: 'Check a file for viruses',
} as const

export const isFileDeed = (action: string): action is keyof typeof fileDeeds => Object.hasOwn(fileDeeds, action)
