/** What Operation Encompass says of schools: of one notification, and in the list of schools. */

export const whyNotJoined = {
  noAgreement: 'No information sharing agreement with the police yet',
  notTrained: 'No trained key adult yet',
  outsideArea: 'The school is in another area',
  independent: 'The scheme did not include independent schools (before the statutory guidance)',
  declined: 'The school declined',
  notKnown: 'Not known',
} as const
