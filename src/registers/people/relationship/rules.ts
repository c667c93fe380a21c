import { type Problem, when } from '../../../declare/input.ts'
import type { Found, Look } from '../../../declare/pathway.ts'
import type { RowOf } from '../../../declare/record.ts'
import { addMonths } from '../../../kit/dates.ts'
import type { relationship } from './record.ts'

export type Relationship = RowOf<typeof relationship>

/** A parent younger than this at the birth is possible, and needs a word. */
const youngestParent = 12

/**
 * What has to be known of both people and of what stands between them: dates of birth, the same relationship recorded
 * before, and for a parent whether the child is among their own ancestors.
 */
export const between = (row: Relationship): Look => ({
  sql: `with recursive ancestors (id) as (
          select person from canopy.relationship where other = $1 and kind = 'parent' and state = 'current'
          union
          select r.person from canopy.relationship r join ancestors a on r.other = a.id and r.kind = 'parent' and r.state = 'current'
        )
        select a.born_on as "personBorn", b.born_on as "otherBorn", a.reference as "personReference", b.reference as "otherReference",
               exists (select 1 from ancestors where id = $2) as cycle,
               (select min(r.reference) from canopy.relationship r
                 where r.state = 'current' and r.kind = $3 and r.id is distinct from $4
                   and ((r.person = $1 and r.other = $2)
                     or ($3 in ('partner', 'sibling', 'halfSibling', 'cousin', 'friend', 'associate') and r.person = $2 and r.other = $1))) as already
          from canopy.person a, canopy.person b where a.id = $1 and b.id = $2`,
  values: [row.person, row.other, row.kind, row.id],
})

/** Relations that contradict each other are told as what they are; what was typed stays in the draft. */
export const relationProblems = (row: Relationship, found: Found): readonly Problem[] => {
  const [known] = found
  const isParent = row.kind === 'parent'
  const byBirth = isParent && (row.nature === 'birth' || row.nature === 'notKnown')
  const [older, younger] = [known?.personBorn, known?.otherBorn].map(day => (typeof day === 'string' ? day : null))
  const both = older && younger ? { older, younger } : null
  return [
    ...when(row.person !== null && row.person === row.other, 'other', 'A person cannot be related to themselves'),
    ...when(isParent && row.nature === null, 'nature', 'Select by what they are the parent'),
    ...when(
      isParent && row.parentalResponsibility === null,
      'parentalResponsibility',
      'Select whether they have parental responsibility, or that it is not known',
    ),
    ...when(
      row.since !== null && row.until !== null && row.until < row.since,
      'until-day',
      'It cannot end before it began',
    ),
    ...when(
      isParent && known?.cycle === true,
      'other',
      `${String(known?.otherReference)} is recorded as a parent or grandparent of ${String(known?.personReference)}. Correct that relationship first`,
    ),
    ...when(
      byBirth && both !== null && both.older >= both.younger,
      'other',
      `${String(known?.personReference)} was born after ${String(known?.otherReference)}, so cannot be the parent by birth. Correct a date of birth, or what they are to each other`,
    ),
    ...when(
      byBirth &&
        both !== null &&
        both.older < both.younger &&
        addMonths(both.older, 12 * youngestParent) > both.younger &&
        row.note === null,
      'note',
      `The parent would have been under ${youngestParent}. If that is right, say in the note how it is known`,
    ),
    ...when(
      typeof known?.already === 'string',
      'other',
      `This relationship is recorded already: ${String(known?.already)}`,
    ),
  ]
}
