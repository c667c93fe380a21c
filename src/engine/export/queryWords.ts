import type { Field } from '../../declare/field.ts'
import type { Register } from '../../declare/register.ts'
import type { FieldContext } from '../../fields/kind.ts'
import { show } from '../../fields/kinds.ts'
import { formatDay, isDay } from '../../kit/dates.ts'
import type { ListQuery } from '../store/list.ts'

const shows: Readonly<Record<ListQuery['show'], string>> = {
  open: 'Open',
  mine: 'Open and assigned to me',
  unassigned: 'Open and unassigned',
  overdue: 'Overdue',
  closed: 'Closed',
  all: 'All',
}

const engineSorts: Readonly<Record<string, string>> = { due: 'Due', reference: 'Reference', state: 'Stage' }

const isRange = (field: Field): boolean => ['date', 'moment', 'wholeNumber'].includes(field.kind)
const bound = (text: string | undefined): string =>
  text === undefined || text === '' ? 'any' : isDay(text) ? formatDay(text) : text

const chosenWords = (field: Field, chosen: readonly string[], context: FieldContext): string => {
  if (isRange(field)) return `${bound(chosen[0])} to ${bound(chosen[1])}`
  const one = (text: string): string => {
    if (field.kind === 'yesNo') return text === 'yes' || text === 'true' ? 'Yes' : 'No'
    return show(field, field.kind === 'choices' || field.kind === 'agencies' ? [text] : text, context)
  }
  return chosen.map(one).join(' or ')
}

/** What was chosen at the head of the list, in words: for the sheet that says what a file is. */
export const queryWords = (
  register: Register,
  query: ListQuery,
  context: FieldContext,
): readonly (readonly [string, string])[] => {
  const { fields } = register.record
  const nameOf = (key: string): string => fields[key]?.label ?? fields[key]?.question ?? engineSorts[key] ?? key
  return [
    ['Shown', shows[query.show]],
    ...Object.entries(query.filters)
      .filter(([, chosen]) => chosen.some(one => one !== ''))
      .map(([name, chosen]): readonly [string, string] => {
        const field = fields[name]
        return field
          ? [nameOf(name), chosenWords(field, chosen, context)]
          : ['Stage', chosen.map(code => register.pathway.states[code]?.label ?? code).join(' or ')]
      }),
    ...(query.search === '' ? [] : [['Search', query.search] as const]),
    ['In order of', `${nameOf(query.sort)}${query.descending ? ', last first' : ''}`],
  ]
}
