/** Kinds of local incident. Codes are for ever; words may change. */
export const incidentKinds = {
  violence: 'Violence without a weapon',
  knife: 'A knife or another weapon',
  firearm: 'A firearm',
  robbery: 'Robbery',
  disorder: 'Disorder of a group',
  hate: 'Hatred of a group',
  drugs: 'Drugs',
  online: 'Threats online',
  other: 'Something else',
} as const
