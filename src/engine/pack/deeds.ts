/** What is done with offline packs, as the ledger names it, in words. No action of a register has one of these names. */
export const packDeeds = {
  setPackPassphrase: 'Set a passphrase for offline packs',
  stopPacks: 'Stop offline packs',
  makePack: 'Make an offline pack',
  downloadPack: 'Download an offline pack',
  printPack: 'Show an offline pack to print',
} as const

export type PackDeed = keyof typeof packDeeds

export const isPackDeed = (action: string): action is PackDeed => Object.hasOwn(packDeeds, action)
