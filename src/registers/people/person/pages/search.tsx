import { now, today } from '../../../../kit/clock.ts'
import { formsOf, frame, type Handler, type Visit, within } from '../../../../web/public.ts'
import { findPeople, nothingFound } from '../search.ts'
import { isEmpty, type Part, type PeopleQuery, queryFields } from '../searchParts.ts'
import { Found, SearchForm } from './searchView.tsx'

export const searchPath = '/person/search'
const purpose = 'people search'
/** Longer than what is read of a box, so that the page can say what was left out. */
const longest = 400

/** What stands in the boxes of a form, or in an address that somebody made by hand. */
const typedIn = (values: Readonly<Record<string, unknown>>): PeopleQuery =>
  Object.fromEntries(
    queryFields.flatMap(box => {
      const text = values[box]
      return typeof text === 'string' && text.trim() !== '' ? [[box, text.trim().slice(0, longest)]] : []
    }),
  )

/** The address of a search: what was typed stands in it sealed, as in lists. */
const addressOf = ({ seal }: Pick<Visit, 'seal'>, query: PeopleQuery): string =>
  isEmpty(query) ? searchPath : `${searchPath}?found=${seal.seal(JSON.stringify(query), purpose)}`

const queryOf = ({ query, seal }: Visit): { readonly query: PeopleQuery; readonly lost: boolean } => {
  const token = typeof query.found === 'string' ? query.found : ''
  const opened = token === '' ? null : seal.open(token, purpose)
  return { query: opened === null ? {} : typedIn(JSON.parse(opened)), lost: token !== '' && opened === null }
}

/** The same search without one of its parts. */
const without = (query: PeopleQuery, parts: readonly Part[], left: Part): PeopleQuery =>
  typedIn({
    ...query,
    [left.box]: parts
      .filter(part => part !== left && part.box === left.box)
      .map(({ typed }) => typed)
      .join(' '),
  })

/** What was typed, at an address that holds nothing of it. */
const takeSearch: Handler = async (_web, visit) => {
  const query = typedIn(visit.typed)
  return { redirect: isEmpty(query) ? `${searchPath}?nothing=1` : addressOf(visit, query) }
}

const showSearch: Handler = async (web, visit) => {
  const plain = typedIn(visit.query)
  if (!isEmpty(plain)) return { redirect: addressOf(visit, plain) }
  const { query, lost } = queryOf(visit)
  const asked = !isEmpty(query)
  const found = asked
    ? await within(web.engine, visit.actor, tx => findPeople(tx, query, { today: today(), kin: formsOf }))
    : nothingFound
  if (asked)
    await web.engine.ledger.write({
      at: now(),
      actor: visit.actor,
      event: 'listed',
      register: 'person',
      detail: `search, ${found.people.length} shown`,
    })
  const empty = visit.query.nothing === '1' && !asked
  return {
    page: frame(web, visit, {
      title: 'Search people',
      wide: true,
      ...(empty
        ? { problems: [{ field: 'all', message: 'Enter a name, a date of birth, a number or an address' }] }
        : {}),
      children: (
        <>
          <h1 class="govuk-heading-l">Search people</h1>
          <SearchForm action={searchPath} csrf={visit.csrf} query={query} lost={lost} empty={empty} />
          {asked && (
            <Found
              found={found}
              role={visit.actor.role}
              today={today()}
              without={part => addressOf(visit, without(query, found.parts, part))}
            />
          )}
        </>
      ),
    }),
  }
}

/** Handlers of the search page: what is typed is posted and sealed, and the answer can be gone back to. */
export const searchHandlers = { GET: showSearch, POST: takeSearch } as const
