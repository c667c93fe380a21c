import type { Options } from '../../../declare/field.ts'

/** Code lists of a request between authorities. Codes are for ever; words may change. */

export const directions = {
  toThem: { label: 'We ask them', hint: 'The child is placed in their area, or known there' },
  fromThem: { label: 'They ask us', hint: 'The child is placed here, or was known here' },
} as const satisfies Options

export const asked = {
  intelligence: 'What is known of the child, places and people',
  risk: 'Assessment of risk, and the plan',
  missing: 'Missing episodes and return home interviews',
  police: 'Contact with the exploitation police there',
  panel: 'To be heard at their panel, or to take part in ours',
  health: 'Whom in health there to tell',
  other: 'Something else, as described',
} as const satisfies Options

export const answers = {
  given: 'Answered in full',
  partly: 'Answered in part',
  nothingKnown: 'Nothing is known',
  refused: 'Refused',
} as const satisfies Options

/** Why information is not given; each names what stands against it. */
export const whyNot = {
  moreDetrimental: 'Sharing would be more detrimental to the child',
  risk: 'Sharing would put a child or another person at risk of harm',
  inquiry: 'It would prejudice a criminal inquiry',
  notNecessary: 'It is more than is necessary for what is asked',
  noBasis: 'There is no ground in law',
  notHeld: 'It is not held',
  asDescribed: 'Another reason, as described',
} as const satisfies Options
