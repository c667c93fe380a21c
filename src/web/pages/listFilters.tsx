import { type Field, labelOf } from '../../declare/field.ts'
import { isWork, type Register } from '../../declare/register.ts'
import { hiddenFields } from '../../engine/store/columns.ts'
import { emptyQuery, type ListQuery } from '../../engine/store/list.ts'
import type { FieldContext } from '../../fields/kind.ts'
import { inputOf, show } from '../../fields/kinds.ts'
import {
  type AppliedFilter,
  createKeptMarkup,
  FilterPanel,
  Kept,
  type KeptMarkup,
  Question,
  Select,
  TextInput,
} from '../components/index.ts'
import { isTyped, listAddress, showWords } from '../listQuery.ts'

/** What a list shows, and to whom. */
export interface Shown {
  readonly register: Register
  readonly path: string
  readonly query: ListQuery
  readonly columns: readonly string[]
  readonly context: FieldContext
}

const appliedOf = ({ register, path, query, context }: Shown): readonly AppliedFilter[] => {
  const without = (filters: ListQuery['filters']) => listAddress(path, { ...query, filters, page: 1 }, register)
  const chips = Object.entries(query.filters).flatMap(([name, chosen]) => {
    const rest = Object.fromEntries(Object.entries(query.filters).filter(([other]) => other !== name))
    const field = register.record.fields[name]
    const range = field?.kind === 'date' || field?.kind === 'moment' || field?.kind === 'wholeNumber'
    if (range)
      return [{ text: `${labelOf(field)}: ${chosen[0] || 'any'} to ${chosen[1] || 'any'}`, removeHref: without(rest) }]
    return chosen.map(code => ({
      text: `${field ? labelOf(field) : 'Stage'}: ${field ? words(field, code, context) : (register.pathway.states[code]?.label ?? code)}`,
      removeHref: without({ ...rest, [name]: chosen.filter(other => other !== code) }),
    }))
  })
  return query.search === ''
    ? chips
    : [
        { text: `Search: ${query.search}`, removeHref: listAddress(path, { ...query, search: '', page: 1 }, register) },
        ...chips,
      ]
}

const words = (field: Field, code: string, context: FieldContext): string =>
  show(field, field.kind === 'choices' ? [code] : field.kind === 'yesNo' ? code === 'yes' : code, context)

const FilterField = ({
  field,
  name,
  chosen,
  context,
}: {
  field: Field
  name: string
  chosen: readonly string[]
  context: FieldContext
}) => {
  if (field.kind === 'date' || field.kind === 'moment' || field.kind === 'wholeNumber')
    return (
      <>
        <TextInput
          name={`${name}-from`}
          label={`${labelOf(field)} from`}
          labelClasses="govuk-label--s"
          hint="Like 2026-03-27"
          value={chosen[0] ?? ''}
          width={10}
        />
        <TextInput
          name={`${name}-to`}
          label={`${labelOf(field)} to`}
          labelClasses="govuk-label--s"
          value={chosen[1] ?? ''}
          width={10}
        />
      </>
    )
  const asked = { ...field, required: true, question: labelOf(field), hint: undefined } as unknown as Field
  const spec = inputOf(asked, name, { [name]: chosen }, context)
  if (spec.as === 'radios') return <Question spec={{ ...spec, as: 'checkboxes', value: chosen }} />
  return <Question spec={spec} />
}

/** Whether a choice of what the list shows can mean anything here. */
const canShow = (register: Register, show: string): boolean => {
  if (show === 'overdue') return isWork(register)
  return register.assigned === true || (show !== 'mine' && show !== 'unassigned')
}

const Filters = ({ shown, role }: { shown: Shown; role: string }) => {
  const { register, path, query, context } = shown
  const hidden = hiddenFields(register, role)
  const states = Object.entries(register.pathway.states).map(([value, { label: text }]) => ({ value, label: text }))
  return (
    <FilterPanel
      action={path}
      posts={filterForm}
      applied={appliedOf(shown)}
      clearHref={path}
      keep={
        query.sort === emptyQuery.sort ? {} : { sort: query.sort, ...(query.descending ? { order: 'descending' } : {}) }
      }
    >
      <TextInput
        name="search"
        label="Search"
        labelClasses="govuk-label--s"
        hint="Name or reference"
        value={query.search}
      />
      <Select
        name="show"
        label="Show"
        labelClasses="govuk-label--s"
        value={query.show}
        items={Object.entries(showWords)
          .filter(([value]) => value === query.show || canShow(register, value))
          .map(([value, text]) => ({ value, text }))}
      />
      <Question
        spec={{ as: 'checkboxes', name: 'state', label: 'Stage', items: states, value: query.filters.state ?? [] }}
      />
      {register.list.filters
        .filter(name => !hidden.has(name))
        .map(name => (
          <FilterField
            field={register.record.fields[name] as Field}
            name={name}
            chosen={query.filters[name] ?? []}
            context={context}
          />
        ))}
    </FilterPanel>
  )
}

/** The name by which what stands outside the form of the filters belongs to it. */
export const filterForm = 'filter-form'

const keptFilters = new WeakMap<object, KeptMarkup>()

/**
 * The filters as rendered for the people and agencies of the directory, which name some of the choices. Where something is
 * typed freely they hold links of one session, and are kept for nobody.
 */
export const FiltersOf = ({ shown, role }: { shown: Shown; role: string }) => {
  const { register, query, context } = shown
  if (isTyped(register, query)) return <Filters shown={shown} role={role} />
  const people = context.directory.accounts
  const kept = keptFilters.get(people) ?? createKeptMarkup(100)
  keptFilters.set(people, kept)
  const key = JSON.stringify([register.record.key, role, context.today, query])
  return <Kept as="div" markup={kept.of(key, () => <Filters shown={shown} role={role} />)} />
}
