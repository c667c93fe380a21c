/** Codes of priorities. Codes are for ever; words may change. */

export const schemes = {
  partnership: 'The safeguarding children partnership',
  recovery: 'The recovery after the pandemic',
} as const

export const progresses = {
  progress: 'Progress',
  little: 'Little progress',
  none: 'No progress',
} as const
