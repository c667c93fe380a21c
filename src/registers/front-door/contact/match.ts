import { type Problem, when } from '../../../declare/input.ts'
import type { Found, Look } from '../../../declare/pathway.ts'
import { idFrom } from '../../../kit/ids.ts'
import type { Contact } from './checks.ts'

/** The person recorded from a contact, known before it is: so neither record has to wait for the other. */
export const newPersonOf = (contactId: string): string => idFrom(contactId, 'person')

/** A person recorded from this contact before. */
export const recordedFrom = (row: Contact): Look => ({
  sql: 'select reference from canopy.person where id = $1',
  values: [newPersonOf(row.id)],
})

/** Whom the contact is about: the person named, a new one recorded from this contact, or nobody yet. */
export const personOf = (row: Contact): string | null =>
  row.match === 'sameChild' ? row.person : row.match === 'newChild' ? newPersonOf(row.id) : null

export const matchProblems = (row: Contact, found: Found): readonly Problem[] => [
  ...when(row.match === 'sameChild' && row.person === null, 'person', 'Enter the reference of the person'),
  ...when(
    row.match !== 'sameChild' && row.match !== null && row.person !== null,
    'person',
    'You gave the reference of a person. Select that it is a person on record, or leave the reference out',
  ),
  ...when(
    row.match === 'newChild' && found.length > 0,
    'match',
    `${String(found[0]?.reference)} was recorded from this contact. If it is that person, select that it is a person on record`,
  ),
]
