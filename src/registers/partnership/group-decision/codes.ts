/** What a review found. Codes are for ever; words may change. */
export const reviewResults = {
  stands: 'It stands as it is',
  worksPartly: 'It stands and works only in part',
  toDecideAnew: 'The group is to decide anew',
} as const
