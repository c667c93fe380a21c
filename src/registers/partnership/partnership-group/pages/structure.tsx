import { dayFaults, faultWords } from '../../../../fields/lists/theThree.ts'
import { today } from '../../../../kit/clock.ts'
import { addMonths, type Day, formatDay } from '../../../../kit/dates.ts'
import { plural } from '../../../../kit/names.ts'
import { frame, type Handler, InsetText, Table } from '../../../../web/public.ts'
import { StructureChart } from './chart.tsx'
import { type Group, type Partner, readStructure, type Seat, type Structure } from './load.ts'
import { type Branch, rowsOf, treeOf } from './tree.ts'
import { chairWords, endWords, factsWords, isVacant, metWords, partnerWords, seatWords, vacantWords } from './words.ts'

export const structurePath = '/partnership-group/structure'

const link = (href: string, words: string) => (
  <a class="govuk-link" href={href}>
    {words}
  </a>
)

const isOn = ({ from, until }: Partner, day: Day): boolean => from <= day && (until === null || day <= until)

/** The three of today, and those before them. */
const Three = ({ partners, day }: { readonly partners: readonly Partner[]; readonly day: Day }) => {
  const now = partners.filter(one => isOn(one, day))
  const faults = dayFaults(partners)
  const before = partners.filter(({ until }) => until !== null && until < day)
  const list = (all: readonly Partner[]) => (
    <ul class="govuk-list govuk-list--bullet">
      {all.map(one => (
        <li>{link(`/arrangement-partner/${one.reference}`, partnerWords(one))}</li>
      ))}
    </ul>
  )
  return (
    <section aria-labelledby="the-three">
      <h2 class="govuk-heading-m" id="the-three">
        The statutory safeguarding partners
      </h2>
      {now.length === 0 && <InsetText>None is recorded. The law names three.</InsetText>}
      {faults.map(fault => (
        <InsetText>{faultWords(fault, { one: 'is', many: 'are' })}. The law names three, on each day.</InsetText>
      ))}
      {list(now)}
      {before.length > 0 && (
        <>
          <h3 class="govuk-heading-s">Before them</h3>
          {list(before)}
        </>
      )}
    </section>
  )
}

interface Shown {
  readonly structure: Structure
  readonly seatsOf: (group: Group) => readonly Seat[]
  readonly day: Day
}

/** The same as the picture, in words, one list within the other. */
const Branches = ({ branches, shown }: { readonly branches: readonly Branch<Group>[]; readonly shown: Shown }) => (
  <ul class="govuk-list govuk-list--bullet">
    {branches.map(({ of, below }) => (
      <li data-row={of.reference}>
        {link(`/partnership-group/${of.reference}`, of.name)}: {factsWords(of, shown.seatsOf(of))}.{' '}
        {chairWords(of, shown.seatsOf(of))} {metWords(of)} {endWords(of, shown.day)}
        {below.length > 0 && <Branches branches={below} shown={shown} />}
      </li>
    ))}
  </ul>
)

/** Who sits in a group: posts, and since when one is vacant. */
const Members = ({ group, shown }: { readonly group: Group; readonly shown: Shown }) => (
  <Table
    id={`seats-${group.reference}`}
    caption={`Seats in ${group.name}`}
    captionClasses="govuk-table__caption--m"
    head={['Seat', 'Held or vacant', 'Chair'].map(content => ({ content }))}
    rows={shown
      .seatsOf(group)
      .map(seat => [
        { content: link(`/seat/${seat.reference}`, seatWords(seat)) },
        { content: isVacant(seat) ? <strong>{vacantWords(seat, shown.day)}</strong> : vacantWords(seat, shown.day) },
        { content: seat.id === group.chairSeat ? 'Yes' : '–' },
      ])}
    narrow="rows"
  />
)

const summaryOf = ({ groups, seats }: Pick<Structure, 'groups' | 'seats'>): string =>
  `${plural(groups.length, 'group')} run, with ${plural(seats.length, 'seat')} in all, of which ${seats.filter(isVacant).length} vacant.`

/** Who reports to whom, who sits where, and how often each met: the chart that the published report has lost. */
export const structurePage: Handler = async (web, visit) => {
  const day = today()
  const structure = await readStructure(web, visit, addMonths(day, -12))
  const seats = new Map(structure.groups.map(({ id }) => [id, structure.seats.filter(one => one.inGroup === id)]))
  const shown: Shown = { structure, day, seatsOf: ({ id }) => seats.get(id) ?? [] }
  const branches = treeOf(structure.groups)
  const rows = rowsOf(branches)
  const summary = summaryOf(structure)
  const title = 'Structure of the partnership'
  return {
    page: frame(web, visit, {
      title,
      section: 'Groups of the partnership',
      back: { href: '/partnership-group', text: 'All groups of the partnership' },
      wide: true,
      children: (
        <>
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body">
            As recorded on {formatDay(day)}. {summary} Seats are posts: who holds them is on the page of each seat.
          </p>
          <Three partners={structure.partners} day={day} />
          <h2 class="govuk-heading-m">Who reports to whom</h2>
          {rows.length === 0 ? (
            <InsetText>No group is recorded yet.</InsetText>
          ) : (
            <>
              <StructureChart
                rows={rows}
                factsOf={group => factsWords(group, shown.seatsOf(group))}
                summary={summary}
              />
              <p class="govuk-body">
                A broken border is a group with an end, a round one a board of others. The same in words:
              </p>
              <Branches branches={branches} shown={shown} />
              <h2 class="govuk-heading-m">Who sits where</h2>
              {rows
                .filter(({ of }) => shown.seatsOf(of).length > 0)
                .map(({ of }) => (
                  <Members group={of} shown={shown} />
                ))}
            </>
          )}
        </>
      ),
    }),
  }
}
