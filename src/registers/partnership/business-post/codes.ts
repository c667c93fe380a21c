/** Kinds of post in the business unit. Codes are for ever; words may change. */
export const postKinds = {
  manager: 'Business manager',
  trainingQuality: 'Training and quality assurance',
  trainingAdministration: 'Training administration',
  workforceDevelopment: 'Workforce development',
  data: 'Data and performance',
  other: 'Something else',
} as const
