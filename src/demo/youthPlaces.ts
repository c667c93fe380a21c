import { addDays, type Day } from '../kit/dates.ts'
import { safeHavenRegister } from '../registers/youth/safe-haven/index.ts'
import { surrenderBinRegister } from '../registers/youth/surrender-bin/index.ts'
import type { DemoContext } from './context.ts'
import { wardsOn } from './names.ts'
import { type Life, loadedOn, workingDayBy } from './soFar.ts'
import { dayIn, everyDays, published, shareOf, sized } from './youthPlan.ts'
import { type Chronicle, chronicle, youthLead } from './youthTelling.ts'

const businesses = [
  ['Bakery', 'food'],
  ['Pharmacy', 'health'],
  ['Corner shop', 'shop'],
  ['Café', 'food'],
  ['Library', 'library'],
  ['Barber', 'shop'],
  ['Community hall', 'faith'],
  ['Launderette', 'shop'],
] as const
const streets = [
  'Marrow',
  'Tidewater',
  'Larkspur',
  'Foundry',
  'Thistle',
  'Canal',
  'Lantern',
  'Copper',
  'Bramble',
  'Quarry',
]

const businessOf = (demo: DemoContext, n: number, proposedOn: Day) => {
  const [what, kind] = businesses[n % businesses.length] ?? businesses[0]
  const street = `${streets[n % streets.length]} ${n % 2 === 0 ? 'Street' : 'Road'}`
  const random = demo.random.fork(`safe haven ${n}`)
  const name = `${what} at ${2 * n + 1} ${street}`
  return {
    id: random.id(),
    values: { name, kind, street, ward: random.pick(wardsOn(proposedOn)), opens: null, proposedOn },
  }
}

const havenOf = (demo: DemoContext, n: number, proposedOn: Day): Chronicle => {
  const { id, values } = businessOf(demo, n, proposedOn)
  return chronicle(safeHavenRegister, id, youthLead(demo)).on(proposedOn, 'start', values)
}

const opened = (one: Chronicle, openedOn: Day): Chronicle => one.on(openedOn, 'open', { openedOn })

const check = (one: Chronicle, checkedOn: Day, n: number): Chronicle =>
  one.on(checkedOn, 'recordCheck', {}, { checkedOn, checkFound: n % 4 === 1 ? 'briefed' : 'ready', checkNote: null })

const views = (one: Chronicle, viewsFrom: Day, viewsTo: Day, counted: number): Chronicle =>
  one.on(
    workingDayBy(viewsTo),
    'recordViews',
    {},
    { viewsUnit: 'pageView', viewsFrom, viewsTo: workingDayBy(viewsTo), views: counted },
  )

/** Havens of the published year that still are one are checked each year, and the oldest checks are late. */
const stillOpen = 36
/** One in three has its views counted, as not every entry on the map is opened. */
const counted = 3

const havens = (demo: DemoContext): readonly Life[] => {
  const many = sized(published.havens.open, demo.scale)
  const all = sized(published.havens.views, demo.scale)
  const today = loadedOn(demo)
  const seen = Math.ceil(many / counted)
  return Array.from({ length: many }, (_, n) => {
    const openedOn = dayIn('2021-09-13', '2022-07-29', many, n)
    const one = opened(havenOf(demo, n, workingDayBy(addDays(openedOn, -10))), openedOn)
    if (n % counted === 0) {
      const from = openedOn > '2022-03-01' ? openedOn : '2022-03-01'
      views(one, from, '2022-08-31', shareOf(all, seen, Math.floor(n / counted)))
    }
    if (n % 5 !== 2 || n / 5 > stillOpen) {
      const closedOn = dayIn('2022-10-03', '2023-07-28', many, n)
      return one.on(closedOn, 'close', { closedOn, closedWhy: n % 3 === 0 ? 'wished' : 'closed' })
    }
    const late = n % 35 === 32 ? 300 : -60
    const days = everyDays(addDays(openedOn, 350), 350, addDays(today, -late))
    for (const [k, day] of days.entries()) check(one, day, n + k)
    return one
  })
}

const recentHavens = (demo: DemoContext): readonly Life[] => {
  const back = (days: number) => workingDayBy(addDays(loadedOn(demo), -days))
  return [1, 2, 3, 4, 5, 6].map(n => {
    const one = havenOf(demo, 400 + n, back(40 - n * 4))
    if (n > 4) return one
    opened(one, back(30 - n * 4))
    return n > 2 ? one : views(one, back(30 - n * 4), back(2), 6 + n)
  })
}

const sites = [
  'Beside the church',
  'By the leisure centre',
  'At the library',
  'By the town hall',
  'At the estate office',
  'By the park gate',
]
const first = '2020-10-05'
/** Emptied about every twelve weeks; counts follow from the published whole up to the end of August 2022. */
const step = 84

const bins = (demo: DemoContext): readonly Life[] => {
  const past = everyDays(addDays(first, step), step, '2022-08-31')
  const since = everyDays(addDays(past.at(-1) ?? first, step), step, addDays(loadedOn(demo), 60))
  return sites.map((where, n) => {
    const placedOn = workingDayBy(addDays(first, n))
    const one = chronicle(surrenderBinRegister, demo.random.fork(`bin ${n}`).id(), youthLead(demo)).on(
      placedOn,
      'start',
      {
        ...{ site: `${where}, ${streets[n]} Street`, ward: null, placedOn },
      },
    )
    const empty = (emptiedOn: Day, items: number) =>
      one.on(
        emptiedOn,
        'recordEmptying',
        {},
        { emptiedOn, items, otherItems: n % 3, countedBy: 'Warden and police officer' },
      )
    for (const [k, day] of past.entries())
      empty(day, shareOf(published.bins.items, past.length * sites.length, k * sites.length + n))
    // One bin has not been emptied in time.
    const told = n === 4 ? since.filter(day => day < addDays(loadedOn(demo), -100)) : since
    for (const [k, day] of told.entries()) empty(day, 18 + ((k * 7 + n * 5) % 23))
    return one
  })
}

export const placeLives = (demo: DemoContext): readonly Life[] => [
  ...bins(demo),
  ...havens(demo),
  ...recentHavens(demo),
]
