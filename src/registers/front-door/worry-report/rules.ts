import { worries as common } from '../../../fields/lists/frontDoor.ts'

/** What a report is mainly about: the codes of a contact, which it becomes. */
export const worries = {
  ...common,
  privateFostering: 'Living with someone who is not a close relative',
  other: 'Something else',
} as const

export const safeNow = { yes: 'Yes', no: 'No', notSure: 'I am not sure' } as const

/** Source codes of the children in need census, for the kinds of agency that report here. */
export const sources = {
  '2A': 'Schools',
  '2B': 'Education services',
  '3A': 'Health: general practitioner (GP)',
  '3F': 'Health: hospital (not A&E) and other',
  '4': 'Housing: local authority or housing association',
  '5A': 'Council: social care, for example adults',
  '5B': 'Council: other internal, for example youth justice',
  '6': 'Police',
  '7': 'Other legal agency (courts, probation, immigration, Cafcass, prison)',
  '8': 'Other (children’s centres, independent providers, voluntary organisations)',
} as const

const sourceOfKind: Readonly<Record<string, keyof typeof sources>> = {
  school: '2A',
  nursery: '8',
  education: '2B',
  practice: '3A',
  health: '3F',
  commissioner: '3F',
  housing: '4',
  adult_services: '5A',
  council: '5B',
  youth_justice: '5B',
  police: '6',
  probation: '7',
}

/** The census code of whoever reports, by the kind of their agency. */
export const sourceOf = (kind: unknown): keyof typeof sources => sourceOfKind[String(kind)] ?? '8'
