import type { RowOf } from '../../../../declare/record.ts'
import { formatDay } from '../../../../kit/dates.ts'
import {
  evidenceOf,
  type Likely,
  likelyPeople,
  Table,
  Tag,
  type Visit,
  type Web,
  within,
} from '../../../../web/public.ts'
import type { contact } from '../record.ts'

type Contact = RowOf<typeof contact>

/** People on record who may be the child of a contact: each weighed field by field. */
export const findPeople = (web: Web, visit: Visit, row: Contact): Promise<readonly Likely[]> =>
  within(web.engine, visit.actor, tx =>
    likelyPeople(tx, {
      id: row.id,
      names: [{ given: row.givenName ?? undefined, family: row.familyName ?? undefined }],
      bornOn: row.bornOn ?? undefined,
      sex: row.sex === 'unknown' ? undefined : (row.sex ?? undefined),
      addresses: row.address === null ? undefined : [{ line: row.address }],
    }),
  )

/** Whom the child may be; none is chosen, and each says why. */
export const People = ({ people }: { readonly people: readonly Likely[] }) =>
  people.length === 0 ? (
    <p class="govuk-body">
      Nobody on record is likely to be this child.{' '}
      <a class="govuk-link" href="/person/search">
        Search people
      </a>
    </p>
  ) : (
    <Table
      id="people"
      caption="Do we know this child?"
      captionClasses="govuk-table__caption--m"
      head={['Person', 'How likely', 'Why'].map(content => ({ content }))}
      rows={people.map(({ reference, name, bornOn, judgement }) => [
        {
          content: (
            <>
              <a class="govuk-link" href={`/person/${reference}`}>
                {reference}
              </a>
              <br />
              {name}
              {bornOn !== null && `, born ${formatDay(bornOn)}`}
            </>
          ),
        },
        {
          content: (
            <Tag colour={judgement.strength === 'Strong' ? 'turquoise' : 'grey'}>{judgement.strength ?? ''}</Tag>
          ),
        },
        {
          content: (
            <ul class="govuk-list">
              {evidenceOf(judgement).map(words => (
                <li>{words}</li>
              ))}
            </ul>
          ),
        },
      ])}
      narrow="rows"
    />
  )
