import { type Day, formatDay, formatRelativeAge } from '../../../../kit/dates.ts'
import { plural } from '../../../../kit/names.ts'
import { Alert, Button, Details, Form, InsetText, Table, Tag, TextInput, WarningText } from '../../../../web/public.ts'
import { mayRecord } from '../pathway.ts'
import { person } from '../record.ts'
import type { FoundPerson, PeopleFound } from '../search.ts'
import type { Part, PeopleQuery } from '../searchParts.ts'

interface SearchFormProps {
  readonly action: string
  readonly csrf: string
  readonly query: PeopleQuery
  readonly lost: boolean
  readonly empty: boolean
}

/** One box for everything, and behind it a box for each thing. */
export const SearchForm = ({ action, csrf, query, lost, empty }: SearchFormProps) => {
  const { all, ...others } = query
  return (
    <Form action={action} csrf={csrf}>
      {lost && <InsetText>What you searched for ended with your last session. Search again to find it.</InsetText>}
      <TextInput
        name="all"
        label="Who are you looking for?"
        labelClasses="govuk-label--m"
        hint="Names in any order, date of birth or part of it, NHS number, UPN or another number, address or postcode. For example: Aisha Rahman May 2016"
        value={all}
        autocomplete="off"
        spellcheck={false}
        error={empty ? 'Enter a name, a date of birth, a number or an address' : undefined}
      />
      <Details summary="Search with a box for each" open={Object.keys(others).length > 0}>
        <TextInput
          name="given"
          label="Given names"
          value={query.given}
          width={20}
          autocomplete="off"
          spellcheck={false}
        />
        <TextInput
          name="family"
          label="Family name"
          value={query.family}
          width={20}
          autocomplete="off"
          spellcheck={false}
        />
        <TextInput
          name="born"
          label="Date of birth"
          hint="Whole or part: 14/5/2016, May 2016, 14 May, 2016"
          value={query.born}
          width={20}
          autocomplete="off"
        />
        <TextInput
          name="number"
          label="Number"
          hint="Reference in Canopy, NHS number, UPN, or another number on the record"
          value={query.number}
          width={20}
          autocomplete="off"
          spellcheck={false}
        />
        <TextInput
          name="address"
          label="Address or postcode"
          hint="Whole or part. Addresses of refuges are never searched"
          value={query.address}
          width={20}
          autocomplete="off"
          spellcheck={false}
        />
      </Details>
      <Button>Search</Button>
    </Form>
  )
}

const nameOf = ({ givenName, familyName }: FoundPerson): string =>
  [givenName, familyName].filter(part => part !== null && part !== '').join(' ') || 'Name not known'

const bornOf = ({ bornOn, expectedOn, birthKnown, diedOn }: FoundPerson, today: Day): string => {
  if (bornOn === null) return expectedOn === null ? 'Not known' : `Expected ${formatDay(expectedOn)}`
  const about = birthKnown === 'estimated' ? ', estimated' : ''
  return diedOn === null
    ? `${formatDay(bornOn)} (${formatRelativeAge(bornOn, today)}${about})`
    : `${formatDay(bornOn)}, died ${formatDay(diedOn)}`
}

const kinds: Readonly<Record<string, string>> = { child: 'Child', adult: 'Adult', professional: 'Professional' }

const rowOf = (one: FoundPerson, today: Day) => [
  {
    content: (
      <div>
        <a class="govuk-link" href={`/person/${one.reference}`}>
          {one.reference}
        </a>
        <br />
        {nameOf(one)}
        {one.state === 'recordedInError' && <Tag colour="grey">Recorded in error</Tag>}
        {one.alsoCalled.length > 0 && [<br />, `Also known as ${one.alsoCalled.join(', ')}`]}
        {one.alsoRecordedAs.length > 0 && [<br />, `Also recorded as ${one.alsoRecordedAs.join(', ')}`]}
      </div>
    ),
  },
  { content: bornOf(one, today) },
  { content: kinds[one.kind ?? ''] ?? 'Not known' },
  { content: one.why.join('; ') },
]

const FoundTable = ({ caption, people, today }: { caption: string; people: readonly FoundPerson[]; today: Day }) => (
  <Table
    caption={caption}
    captionClasses="govuk-table__caption--m"
    head={[
      { content: person.title },
      { content: 'Date of birth' },
      { content: 'Who' },
      { content: 'Why it was found' },
    ]}
    rows={people.map(one => rowOf(one, today))}
    narrow="rows"
  />
)

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** How many were found, and never "none" where something could not be searched. */
const headingOf = ({ people, more, failed, parts }: PeopleFound): string => {
  const fitting = people.filter(({ fitsAll }) => fitsAll).length
  if (parts.length === 0) return 'Nothing was searched'
  if (more && fitting === people.length) return `More than ${plural(fitting, 'person')} fit: these fit best`
  if (fitting > 0) return `${plural(fitting, 'person')} found`
  if (people.length > 0) return 'Nobody fits all of it. These fit some of it'
  return failed.length > 0 ? 'Nobody in what could be searched' : 'Nobody found'
}

const Failed = ({ failed }: Pick<PeopleFound, 'failed'>) => (
  <Alert variant="error" title="Part of the search did not work">
    <p class="govuk-body">
      These could not be searched just now: {list(failed)}. People may be missing from this list. Search again, and do
      not take it that somebody is not known.
    </p>
  </Alert>
)

const Restricted = ({ restricted }: Pick<PeopleFound, 'restricted'>) => (
  <Alert variant="warning" title={`${plural(restricted.length, 'restricted record')} may be about this person`}>
    <ul class="govuk-list govuk-list--bullet">
      {restricted.map(({ reference, ask }) => (
        <li>
          {reference}: {ask === null ? 'ask information governance' : `ask ${ask}`}
        </li>
      ))}
    </ul>
  </Alert>
)

const Widen = ({ parts, without }: { parts: readonly Part[]; without: (part: Part) => string }) => (
  <>
    <p class="govuk-body">You can search for less:</p>
    <ul class="govuk-list govuk-list--bullet">
      {parts.map(part => (
        <li>
          <a class="govuk-link" href={without(part)}>
            Search without {part.words}
          </a>
        </li>
      ))}
    </ul>
  </>
)

export interface FoundProps {
  readonly found: PeopleFound
  readonly role: string
  readonly today: Day
  /** Address of the same search without a part. */
  readonly without: (part: Part) => string
}

/** What was searched, what could not be, who was found and why, and how to go on. */
export const Found = ({ found, role, today, without }: FoundProps) => {
  const { people, parts, unknown, unread, failed, restricted, more } = found
  const whole = people.filter(({ fitsAll }) => fitsAll)
  const some = people.filter(({ fitsAll }) => !fitsAll)
  return (
    <section aria-labelledby="found">
      <h2 class="govuk-heading-m" id="found">
        {headingOf(found)}
      </h2>
      {parts.length > 0 && <p class="govuk-body">Searched: {list(parts.map(({ words }) => words))}.</p>}
      {failed.length > 0 && <Failed failed={failed} />}
      {unread.length > 0 && (
        <WarningText>Not searched: {list(unread.map(({ text, why }) => `“${text}” (${why})`))}.</WarningText>
      )}
      {unknown.length > 0 && (
        <p class="govuk-body">No record has anything like {list(unknown.map(({ words }) => words))}.</p>
      )}
      {restricted.length > 0 && <Restricted restricted={restricted} />}
      {whole.length > 0 && <FoundTable caption="Fit all that was asked" people={whole} today={today} />}
      {some.length > 0 && <FoundTable caption="Fit some of it" people={some} today={today} />}
      {more && <p class="govuk-body">Others fit as well. Add a date of birth, another name or an address.</p>}
      {whole.length === 0 && parts.length > 1 && <Widen parts={parts} without={without} />}
      {people.length === 0 && parts.length === 1 && (
        <p class="govuk-body">Try another spelling, another name, or a date of birth.</p>
      )}
      {mayRecord(role) && (
        <p class="govuk-body">
          <a class="govuk-link" href="/person/start">
            None of these: record a person
          </a>
        </p>
      )}
    </section>
  )
}
