/** Codes of risks. Codes are for ever; words may change. */

export const closings = {
  gone: 'The cause is gone',
  low: 'It is so low that nobody has to watch it',
  happened: 'It has happened, and is dealt with as what it is now',
  joined: 'Another risk says the same',
} as const

export const scale = (lowest: string, highest: string): string => `1 is ${lowest}, 5 is ${highest}`
