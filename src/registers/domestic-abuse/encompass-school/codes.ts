/** Codes of this register: for ever, while the words may change. */

export const sectors = { state: 'State school or college', independent: 'Independent school' } as const

export const phases = {
  nursery: 'Nursery school',
  primary: 'Primary',
  secondary: 'Secondary',
  allThrough: 'All-through',
  special: 'Special, or alternative provision',
  college: 'College or 16 to 19',
} as const
