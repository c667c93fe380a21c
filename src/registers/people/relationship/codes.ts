/** What the first person is to the second. */
export const kinds = {
  parent: 'Parent of',
  partner: 'Partner of',
  sibling: 'Brother or sister of',
  halfSibling: 'Half-brother or half-sister of',
  grandparent: 'Grandparent of',
  auntUncle: 'Aunt or uncle of',
  cousin: 'Cousin of',
  carer: 'Carer of',
  friend: 'Friend of',
  associate: 'Associate of',
  other: 'Other',
} as const

/** By what somebody is a parent or carer. */
export const natures = {
  birth: 'Birth',
  adoptive: 'Adoption',
  step: 'Step-parent',
  foster: 'Foster care',
  guardian: 'Special guardianship or another order',
  notKnown: 'Not known',
} as const

export const partnerships = {
  married: 'Married or civil partners',
  together: 'Together',
  separated: 'Separated',
  divorced: 'Divorced or dissolved',
  notKnown: 'Not known',
} as const

/** How parental responsibility is held (Children Act 1989, sections 2 to 4A, 12, 14C and 33). */
export const basesOfResponsibility = {
  mother: 'Birth mother',
  marriedFather: 'Father, married to the mother',
  birthCertificate: 'Father, on the birth certificate since 1 December 2003',
  agreement: 'Agreement of parental responsibility',
  courtOrder: 'Order of parental responsibility, or child arrangements order',
  specialGuardian: 'Special guardianship order',
  adoption: 'Adoption order',
  careOrder: 'Care order (the council)',
  notSeen: 'Said, but not seen in a document',
} as const
