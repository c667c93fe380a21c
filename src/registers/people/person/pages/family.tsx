import { type Day, formatRelativeAge } from '../../../../kit/dates.ts'
import { type EcomapInput, type GenogramInput, type Picture, type PictureTie, Table } from '../../../../web/public.ts'
import { nameOf } from '../words.ts'
import type { FamilyData, Relative, Support, Tie } from './load.ts'

const ageOf = ({ bornOn, diedOn }: Relative, today: Day): string | null =>
  bornOn === null || diedOn !== null ? null : formatRelativeAge(bornOn, today)

const responsibility = (said: string | null): boolean | null | undefined =>
  said === null ? undefined : said === 'notKnown' ? null : said === 'yes'

const tieOf = (tie: Tie): PictureTie => {
  const ends = { id: tie.reference, from: tie.person, to: tie.other, since: tie.since, until: tie.until }
  if (tie.kind === 'parent')
    return {
      ...ends,
      kind: 'parent',
      nature: (tie.nature ?? 'notKnown') as 'birth',
      parentalResponsibility: responsibility(tie.parentalResponsibility) ?? null,
    }
  if (tie.kind === 'partner') return { ...ends, kind: 'partner', status: (tie.partnership ?? 'notKnown') as 'married' }
  return { ...ends, kind: tie.kind as 'carer' }
}

/** What the picture of a family is drawn from. */
export const pictureOf = (
  { people, ties, homes }: FamilyData,
  subjects: ReadonlySet<string>,
  today: Day,
): GenogramInput => ({
  id: 'family',
  people: people.map(one => ({
    id: one.id,
    name: nameOf(one),
    sex: one.sex ?? 'unknown',
    bornOn: one.bornOn,
    expectedOn: one.bornOn === null ? one.expectedOn : null,
    diedOn: one.diedOn,
    ageWords: ageOf(one, today),
    isSubject: subjects.has(one.id),
    href: `/person/${one.reference}`,
  })),
  relationships: ties.map(tieOf),
  households: homes,
})

/** What surrounds a person, as the picture of a network takes it. */
export const networkOf = (
  person: { readonly id: string; readonly name: string },
  supports: readonly Support[],
): EcomapInput => ({
  id: 'network',
  centre: { label: person.name, kind: 'child' },
  supports: supports.map(({ id, label, kind, since, until }) => ({ id, label, kind, since, until })),
})

const link = (words: string, href: string | undefined) =>
  href === undefined ? (
    words
  ) : (
    <a class="govuk-link" href={href}>
      {words}
    </a>
  )

/** Every line of the picture as a row, and everybody in it: the same for those who do not see it. */
export const FamilyLists = ({ picture }: { readonly picture: Picture }) => (
  <>
    <Table
      id="family-relationships"
      caption="Relationships: every line of the picture"
      captionClasses="govuk-table__caption--m"
      head={['Who', 'Is', 'To whom', 'Since', 'Until'].map(content => ({ content }))}
      rows={picture.rows.map(row => [
        { content: link(row.who, row.whoHref), attributes: { 'data-edge-row': row.edgeId } },
        {
          content: (
            <a class="govuk-link" href={`/relationship/${row.edgeId}`}>
              {row.relation}
            </a>
          ),
        },
        { content: link(row.toWhom, row.toWhomHref) },
        { content: row.since || '–' },
        { content: row.until || '–' },
      ])}
      narrow="rows"
    />
    <Table
      id="family-people"
      caption="Everybody in the picture"
      captionClasses="govuk-table__caption--m"
      head={['Name', 'What', 'Dates', 'Lives in'].map(content => ({ content }))}
      rows={picture.nodes.map(({ name, href, what, dates, households }) => [
        { content: link(name, href) },
        { content: what },
        { content: dates || 'Not known' },
        { content: households.join('; ') || '–' },
      ])}
      narrow="rows"
    />
  </>
)

/** The picture itself: it may move inside its own region on a narrow screen, which the keyboard reaches. */
export const FamilyPicture = ({
  picture,
  label = 'Picture of the family',
}: {
  readonly picture: Picture
  readonly label?: string
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what can only be scrolled must be reached by the keyboard
  <section class="canopy-scroll canopy-picture" aria-label={label} tabIndex={0}>
    {picture.svg}
  </section>
)

/** Every line of the picture of a network as a row. */
export const NetworkList = ({ picture }: { readonly picture: Picture }) => (
  <Table
    id="network-lines"
    caption="Network: every line of the picture"
    captionClasses="govuk-table__caption--m"
    head={['Who', 'Since', 'Until', 'In words'].map(content => ({ content }))}
    rows={picture.rows.map(row => [
      {
        content: row.toWhom === picture.nodes[0]?.name ? row.who : row.toWhom,
        attributes: { 'data-edge-row': row.edgeId },
      },
      { content: row.since || '–' },
      { content: row.until || '–' },
      { content: row.words },
    ])}
    narrow="rows"
  />
)
