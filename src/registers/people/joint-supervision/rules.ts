import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Found, Look } from '../../../declare/pathway.ts'
import type { LinesOf, RowOf } from '../../../declare/record.ts'
import type { jointSupervision } from './record.ts'

type Joint = RowOf<typeof jointSupervision>

export const settings = {
  interval: setting({
    key: 'joint_supervision_days',
    label: 'Joint supervision where both services are open, at least every',
    unit: 'days',
    default: 28,
    source: 'Local policy: no law sets an interval',
  }),
}

/**
 * How many pairs of services are open for these two, and since when both of the first pair are, as the one who acts may know
 * it; merged records are one person. Always one row, so that no pair is told apart from a look that was not made.
 */
export const openForBoth = (row: Joint): Look => ({
  sql: `select count(*)::int as pairs, min(greatest(c.since, a.since))::text as since
          from canopy.services_open_together($1) t
          join canopy.involvement c on c.id = t.child_involvement
          join canopy.involvement a on a.id = t.adult_involvement
         where t.child in (select id from canopy.one_person(array[$1::uuid]))
           and t.adult in (select id from canopy.one_person(array[$2::uuid]))`,
  values: [row.child, row.adult],
})

/** Nothing is said that the records of the two do not bear out. */
export const jointProblems = (row: Joint, found: Found): readonly Problem[] => {
  const [open] = found
  const same = row.child !== null && row.child === row.adult
  return [
    ...when(same, 'adult', 'A person cannot be both. Enter the other person'),
    ...when(
      !same && open?.pairs === 0,
      'adult',
      "Canopy knows of no children's and adults' service that are open at once for these two. Record who is involved, and what they are to each other or where they live, first",
    ),
    ...when(
      typeof open?.since === 'string' && row.bothOpenOn !== null && row.bothOpenOn < open.since,
      'bothOpenOn-day',
      'One of the two services was not open yet on that day',
    ),
  ]
}

/** The last joint supervision, worked out anew from all, so that one recorded late does not take its place. */
export const lastSupervision = (lines: LinesOf<typeof jointSupervision>) => ({
  jointSupervisionOn:
    lines.supervisions
      .flatMap(({ heldOn }) => heldOn ?? [])
      .sort()
      .at(-1) ?? null,
})

/** The line's answers stand beside the record's while a supervision is added. */
export const heldProblems = (row: Joint): readonly Problem[] => {
  const { heldOn } = row as Joint & { readonly heldOn: string | null }
  return when(
    heldOn !== null && row.bothOpenOn !== null && heldOn < row.bothOpenOn,
    'heldOn-day',
    'The two services were not both open yet on that day',
  )
}

export const endProblems = ({ bothOpenOn, endedOn }: Joint): readonly Problem[] =>
  when(
    bothOpenOn !== null && endedOn !== null && endedOn < bothOpenOn,
    'endedOn-day',
    'It cannot end before both services were open',
  )
