import type { Typed } from '../../../declare/input.ts'
import type { Example } from '../../../declare/register.ts'

/** Invented. */
export const order: Typed = {
  subject: 'Silas Invented-Crane',
  subjectBornOn: '1991-07-04',
  person: '',
  kind: 'risk',
  countyLines: 'yes',
  court: 'Invented Magistrates’ Court',
  madeOn: '2026-03-04',
  expiresOn: '2028-03-04',
  conditionKinds: 'contact;phones',
  conditions: 'No contact with anybody under 18 outside his family. One phone, whose number the police know.',
}

export const examples: readonly (Example & { ends: 'inForce' })[] = [
  {
    name: 'a risk order for two years',
    at: '2026-03-05T10:00:00.000Z',
    by: 'police_unit',
    start: order,
    ends: 'inForce',
  },
]
