/** Codes of this register: for ever, while the words may change. */

export const harms = {
  death: 'The child died',
  seriousHarm: {
    label: 'The child was seriously harmed',
    hint: 'Recovery does not mean that the harm was not serious',
  },
  neither: 'Neither, as far as is known',
} as const

export const care = {
  lookedAfter: { label: 'Looked after by a council', hint: 'A death is notified whether or not abuse is suspected' },
  careLeaver: { label: 'A care leaver up to 24', hint: 'A death should be notified' },
  neither: 'Neither',
} as const

export const places = {
  ownArea: 'In the area of this authority',
  abroad: 'Outside England, of a child who normally lives in this area',
  elsewhere: { label: 'Elsewhere in England', hint: 'The authority there notifies' },
} as const

export const ageUnits = { weeks: 'Weeks', months: 'Months', years: 'Years' } as const

export const directions = { toPanel: 'To the Panel', fromPanel: 'From the Panel' } as const

export const letterKinds = {
  agrees: 'Agrees with the decision',
  disagrees: 'Disagrees with the decision',
  asksToReconsider: 'Asks to reconsider',
  other: 'Something else',
} as const
