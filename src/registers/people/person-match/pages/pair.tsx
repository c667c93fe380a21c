import { optionOf } from '../../../../declare/field.ts'
import { formatDay } from '../../../../kit/dates.ts'
import { plural } from '../../../../kit/names.ts'
import {
  type AboutRecord,
  type Judgement,
  type MatchPerson,
  type PersonPair,
  readPair,
  recordsAbout,
  Table,
  Tag,
  type Visit,
  type Web,
  within,
} from '../../../../web/public.ts'

type Reason = Judgement['reasons'][number]

/** One of the two people with what there is about them. */
interface Side {
  readonly reference: string
  readonly person: MatchPerson
  readonly records: number
}

/** Two people beside each other. */
export interface BothPeople {
  readonly sides: readonly [Side, Side]
  readonly reasons: readonly Reason[]
  readonly sexWords: (code: string) => string
}

const personOf = (web: Web) => web.engine.registers.find(({ record }) => record.key === 'person')

/** Both people of a match as they stand now, with what there is about each; nothing where one is no longer a person of its own. */
export const readBoth = (web: Web, visit: Visit, ids: readonly [string, string]): Promise<BothPeople | null> =>
  within(web.engine, visit.actor, async tx => {
    const subject = personOf(web)
    const pair = await readPair(tx, ...ids)
    if (!subject || !pair) return null
    const side = async ({ reference, person }: PersonPair['one']): Promise<Side> => {
      const about: readonly AboutRecord[] = await recordsAbout(web.engine, tx, subject, [person.id])
      return {
        reference,
        person,
        records: about.filter(({ register }) => register.record.key !== 'person_match').length,
      }
    }
    const { sex } = subject.record.fields
    return {
      sides: [await side(pair.one), await side(pair.other)],
      reasons: pair.judgement.reasons,
      sexWords: code => (sex?.kind === 'choice' ? optionOf(sex.options, code)?.label : undefined) ?? code,
    }
  })

const once = (values: readonly (string | undefined)[]): string =>
  [...new Set(values.filter(value => value !== undefined && value !== ''))].join('; ')

/** What is compared, in the order in which people look; `by` are the keys of the reasons that say how. */
const rowsOf = (sexWords: BothPeople['sexWords']) =>
  [
    { label: 'Given names', by: ['given', 'nameOrder'], of: person => once(person.names.map(({ given }) => given)) },
    { label: 'Family name', by: ['family'], of: person => once(person.names.map(({ family }) => family)) },
    {
      label: 'Date of birth',
      by: ['born'],
      of: ({ bornOn, bornEstimated }) =>
        bornOn === undefined ? '' : `${formatDay(bornOn)}${bornEstimated ? ', estimated' : ''}`,
    },
    { label: 'Sex', by: ['sex'], of: ({ sex }) => (sex === undefined ? '' : sexWords(sex)) },
    {
      label: 'Address',
      by: ['address'],
      of: ({ addresses = [] }) =>
        once(addresses.map(({ line, postcode }) => once([line, postcode]).replace('; ', ', '))),
    },
    { label: 'NHS number', by: ['nhsNumber'], of: ({ nhsNumber }) => nhsNumber ?? '' },
    { label: 'Unique pupil number', by: ['upn'], of: ({ upn }) => upn ?? '' },
  ] as const satisfies readonly {
    readonly label: string
    readonly by: readonly string[]
    readonly of: (person: MatchPerson) => string
  }[]

const likenesses = {
  same: { words: 'Alike', colour: 'turquoise' },
  near: { words: 'Near', colour: 'yellow' },
  differs: { words: 'Different', colour: 'red' },
  missing: { words: 'Not known', colour: 'grey' },
} as const

/** What is said of it besides, without the values that stand beside it: "day and month swapped". */
const besides = ({ likeness, words }: Reason): string => {
  const said = words.replace(/ \(.*\)$/s, '')
  return said === likeness ? '' : said
}

const Likeness = ({ reasons }: { readonly reasons: readonly Reason[] }) => {
  const [main, ...more] = reasons
  if (!main) return null
  const { words, colour } = likenesses[main.likeness]
  const notes = [besides(main), ...more.filter(({ likeness }) => likeness === 'near').map(besides)]
  return (
    <div>
      <Tag colour={colour}>{words}</Tag>
      {notes
        .filter(note => note !== '' && main.likeness !== 'missing')
        .map(note => (
          <>
            <br />
            {note}
          </>
        ))}
    </div>
  )
}

/** Both people field by field, so that somebody can decide on one screen. */
export const Both = ({ sides: [stays, other], reasons, sexWords }: BothPeople) => {
  const text = (side: Side, of: (person: MatchPerson) => string) => ({ content: of(side.person) || 'Not known' })
  const link = ({ reference }: Side) => (
    <a class="govuk-link" href={`/person/${reference}`}>
      {reference}
    </a>
  )
  return (
    <Table
      id="both"
      caption="The two records side by side"
      captionClasses="govuk-table__caption--m"
      head={['What', 'Record that stays', 'The other record', 'Compared'].map(content => ({ content }))}
      firstCellIsHeader={true}
      rows={[
        [{ content: 'Record' }, { content: link(stays) }, { content: link(other) }, { content: '–' }],
        ...rowsOf(sexWords).map(({ label, by, of }) => [
          { content: label },
          text(stays, of),
          text(other, of),
          {
            content: <Likeness reasons={by.flatMap((key: string) => reasons.filter(reason => reason.key === key))} />,
          },
        ]),
        [
          { content: 'What is about them' },
          { content: plural(stays.records, 'record') },
          { content: plural(other.records, 'record') },
          { content: '–' },
        ],
      ]}
      narrow="rows"
    />
  )
}
