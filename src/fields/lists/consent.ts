/** What a family said to information being shared (rulebook FD-08). */
export const consents = {
  agreed: 'Yes, agreed',
  refused: 'No, refused',
  notSought: 'Not asked',
} as const

/** Reasons why consent is not sought (rulebook FD-08). */
export const whyNotSought = {
  riskOfHarm: 'Asking would put a child or another person at risk of harm',
  flightRisk: 'The family may leave',
  evidence: 'It would prejudice a criminal inquiry',
  undueDelay: 'It would cause undue delay',
  unableToContact: 'Nobody with parental responsibility could be reached',
} as const
