import { all, type Element, isInside, parseDocument, textOf } from './document.ts'

/** What a page is looked at for, beside what holds for every page. */
export interface PageFacts {
  /** The path the page stands at. */
  readonly path: string
  /** A page of questions that nobody has answered yet: nothing on it may be chosen. */
  readonly fresh?: boolean
  /** Names, addresses and dates of birth of the example people. */
  readonly personal: readonly string[]
}

type Check = (page: Element, facts: PageFacts) => readonly string[]

const is = (wrong: boolean, fault: string): readonly string[] => (wrong ? [fault] : [])
const by = (element: Element, name: string): string => element.attributes[name] ?? ''
const idOf = (element: Element): string => by(element, 'id') || by(element, 'name') || element.name

const heading: Check = page => {
  const found = all(page, 'h1')
  const first = found[0]
  if (found.length !== 1 || !first) return [`${found.length} headings of level 1`]
  const title = textOf(all(page, 'title')[0] ?? page)
  const parts = title.replace(/^Error: /, '').split(' – ')
  const wrong = all(page).some(one => /govuk-error-summary(?!_)/.test(by(one, 'class')))
  return [
    ...is(parts[0] !== textOf(first), `the title “${title}” does not begin with the heading “${textOf(first)}”`),
    ...is(parts.at(-1) !== 'Canopy' || parts.length > 3, `the title “${title}” is not heading, section and product`),
    ...is(wrong !== title.startsWith('Error: '), `the title “${title}” does not say whether there are errors`),
  ]
}

const language: Check = page => is(by(all(page, 'html')[0] ?? page, 'lang') !== 'en', 'no language')

const addressesOf = (page: Element): readonly string[] =>
  all(page).flatMap(one => ['href', 'action', 'formaction'].flatMap(name => one.attributes[name] ?? []))

const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address.replaceAll('+', ' '))
  } catch {
    return address
  }
}

const personalFacts: Check = (page, { personal, path }) => {
  const title = textOf(all(page, 'title')[0] ?? page)
  const addresses = [path, ...addressesOf(page)].map(decoded)
  return personal.flatMap(fact => [
    ...is(title.includes(fact), `“${fact}” in the title`),
    ...addresses.filter(address => address.includes(fact)).map(address => `“${fact}” in the address ${address}`),
  ])
}

const nothingChosen: Check = (page, { fresh }) =>
  fresh !== true
    ? []
    : [
        ...all(page, 'input')
          .filter(one => 'checked' in one.attributes)
          .map(one => `${idOf(one)} is chosen already`),
        ...all(page, 'select').flatMap(select => {
          const options = all(select, 'option')
          const chosen = options.find(option => 'selected' in option.attributes) ?? options[0]
          return is(chosen !== undefined && by(chosen, 'value') !== '', `${idOf(select)} is chosen already`)
        }),
      ]

const tables: Check = page =>
  all(page, 'table').flatMap((table, at) => {
    const caption = all(table, 'caption')[0]
    const heads = all(table, 'th')
    const name = caption ? `the table “${textOf(caption)}”` : `table ${at + 1}`
    const headings = all(all(table, 'thead')[0] ?? table, 'th').map(textOf)
    const columns = headings.length
    const rows = all(all(table, 'tbody')[0] ?? table, 'tr')
    return [
      ...is(!caption || textOf(caption) === '', `${name} has no caption`),
      ...is(heads.length === 0 || heads.some(head => textOf(head) === ''), `${name} has a column without a heading`),
      ...headings
        .filter((words, column) => headings.indexOf(words) !== column)
        .map(words => `${name} has two columns “${words}”`),
      ...heads
        .filter(head => !['col', 'row'].includes(by(head, 'scope')))
        .map(head => `${name}: the heading “${textOf(head)}” does not say what it heads`),
      ...is(
        rows.some(row => all(row, 'td', 'th').length !== columns),
        `${name} has a row of another length than its head`,
      ),
    ]
  })

const labels: Check = page => {
  const labelled = new Set(
    all(page, 'label')
      .filter(one => textOf(one) !== '')
      .map(one => by(one, 'for')),
  )
  const controls = all(page, 'input', 'select', 'textarea').filter(one => by(one, 'type') !== 'hidden')
  return [
    ...controls
      .filter(one => !labelled.has(by(one, 'id')) && by(one, 'aria-label') === '')
      .map(one => `${idOf(one)} has no label`),
    ...controls
      .filter(one => ['radio', 'checkbox'].includes(by(one, 'type')) && !isInside(one, 'fieldset'))
      .map(one => `${idOf(one)} is outside a group with a question`),
    ...all(page, 'fieldset')
      .filter(one => !all(one, 'legend').some(legend => textOf(legend) !== ''))
      .map(() => 'a group of choices has no question'),
    ...all(page, 'button', 'a', 'summary')
      .filter(one => textOf(one) === '' && by(one, 'aria-label') === '')
      .map(one => `a ${one.name} without words: ${by(one, 'href')}`),
  ]
}

const isToken = (one: Element): boolean => by(one, 'name') === '_csrf' && by(one, 'value').length > 20

/** A token stands in its form, or beside it and names it. */
const tokens: Check = page =>
  all(page, 'form')
    .filter(form => by(form, 'method') === 'post')
    .filter(form => {
      const named = all(page, 'input').filter(one => by(form, 'id') !== '' && by(one, 'form') === by(form, 'id'))
      return ![...all(form, 'input'), ...named].some(isToken)
    })
    .map(form => `the form to ${by(form, 'action')} has no token`)

const identifiers: Check = page => {
  const ids = all(page).flatMap(one => one.attributes.id ?? [])
  const known = new Set(ids)
  const named = (name: string) =>
    all(page).flatMap(one =>
      by(one, name)
        .split(' ')
        .filter(id => id !== '' && !known.has(id))
        .map(id => `${name}="${id}" names nothing on the page`),
    )
  return [
    ...[...known].filter(id => ids.filter(other => other === id).length > 1).map(id => `two elements are called ${id}`),
    ...['for', 'aria-describedby', 'aria-labelledby'].flatMap(named),
    ...addressesOf(page)
      .filter(address => address.startsWith('#') && !known.has(address.slice(1)))
      .map(address => `${address} leads to nothing on the page`),
  ]
}

/** Words of a program that a person must never read. */
const words: Check = page => {
  const body = all(page, 'body')[0] ?? page
  const readable = [
    textOf(body),
    ...all(body).flatMap(one => [by(one, 'href'), by(one, 'value'), by(one, 'aria-label')]),
  ]
  return [
    ...new Set(readable.flatMap(text => text.match(/\b(undefined|NaN|null|Invalid Date)\b|\[object \w+\]/g) ?? [])),
  ].map(word => `“${word}” on the page`)
}

/** A fact named like another of the same list cannot be told from it. */
const facts: Check = page =>
  all(page, 'dl').flatMap(list => {
    const names = all(list, 'dt').map(textOf)
    return names.filter((name, at) => names.indexOf(name) !== at).map(name => `two facts are called “${name}”`)
  })

const checks: readonly Check[] = [
  heading,
  language,
  personalFacts,
  nothingChosen,
  tables,
  labels,
  tokens,
  identifiers,
  words,
  facts,
]

/** Everything wrong with a page, whichever page it is. */
export const pageFaults = (html: string, facts: PageFacts): readonly string[] => {
  const page = parseDocument(html)
  return checks.flatMap(check => check(page, facts))
}

/** Where the links of a page lead, within Canopy. */
export const linksOf = (html: string): readonly string[] => [
  ...new Set(
    all(parseDocument(html), 'a')
      .map(link => by(link, 'href'))
      .filter(href => href.startsWith('/')),
  ),
]
