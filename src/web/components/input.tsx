import type { InputItem, InputSpec, Problem } from '../../declare/input.ts'
import { Checkboxes, type Choice, Radios } from './choices.tsx'
import type { Content } from './common.ts'
import { DateInput } from './date-input.tsx'
import { CharacterCount, Select, Textarea, TextInput } from './text-input.tsx'

export interface QuestionProps {
  spec: InputSpec
  /** All problems of the form; the question takes its own. */
  problems?: readonly Problem[] | undefined
  /** The question is the page's one h1. */
  heading?: boolean | undefined
}

const dateParts = ['day', 'month', 'year'] as const

/** Names of all form controls a question consists of, the one to focus first. */
export function controlsOf(spec: InputSpec): readonly [string, ...string[]] {
  if (spec.as === 'date') return [`${spec.name}-day`, `${spec.name}-month`, `${spec.name}-year`]
  if (spec.as === 'moment') return [`${spec.name}-day`, `${spec.name}-month`, `${spec.name}-year`, `${spec.name}-time`]
  return [spec.name]
}

function ownProblems(spec: InputSpec, problems: readonly Problem[] = []): readonly Problem[] {
  const names: readonly string[] = [spec.name, ...controlsOf(spec)]
  return problems.filter(problem => names.includes(problem.field))
}

/** Messages of one question, each once, one under the other. */
function message(problems: readonly Problem[]): Content {
  const texts = [...new Set(problems.map(problem => problem.message))]
  return texts.length === 0 ? undefined : texts.map((text, index) => (index === 0 ? text : [<br />, text]))
}

/**
 * Where the error summary's link for a problem goes: the control itself, or the first box of a date. Nowhere for what
 * is wrong with an answer given elsewhere.
 */
export function anchorOf(problem: Problem, questions?: readonly InputSpec[]): string | undefined {
  if (questions === undefined) return `#${problem.field}`
  const question = questions.find(spec => spec.name === problem.field)
  if (question) return `#${controlsOf(question)[0]}`
  return questions.some(spec => controlsOf(spec).includes(problem.field)) ? `#${problem.field}` : undefined
}

function choices(items: readonly InputItem[]): Choice[] {
  return items.map(({ value, label, hint }) => ({ value, label, hint }))
}

function labelText(spec: InputSpec): string {
  return spec.optional ? `${spec.label} (optional)` : spec.label
}

/**
 * One question of a form: each kind of input as the GOV.UK component of that name. What was typed is shown again
 * unchanged; nothing is chosen for the person.
 */
export function Question({ spec, problems, heading }: QuestionProps) {
  const own = ownProblems(spec, problems)
  const error = message(own)
  const hint = spec.hint
  const size = heading ? 'l' : 's'
  const labelled = {
    label: labelText(spec),
    labelClasses: `govuk-label--${size}`,
    isPageHeading: heading,
    hint,
    error,
  }
  const grouped = {
    legend: labelText(spec),
    legendClasses: `govuk-fieldset__legend--${size}`,
    isPageHeading: heading,
    hint,
    error,
  }
  switch (spec.as) {
    case 'text':
      return (
        <TextInput
          {...labelled}
          name={spec.name}
          value={spec.value}
          width={spec.width}
          inputMode={spec.inputMode}
          autocomplete={spec.autocomplete}
          // A browser that "corrects" a reference or a postcode does harm.
          spellcheck={spec.inputMode ? false : undefined}
        />
      )
    case 'textarea':
      if (!spec.maxLength) {
        return <Textarea {...labelled} name={spec.name} value={spec.value} rows={spec.rows} spellcheck={true} />
      }
      return (
        <CharacterCount
          {...labelled}
          name={spec.name}
          value={spec.value}
          rows={spec.rows}
          spellcheck={true}
          maxLength={spec.maxLength}
          threshold={75}
          description={`You can enter up to ${spec.maxLength.toLocaleString('en-GB')} characters`}
        />
      )
    case 'date':
    case 'moment': {
      const wrong = (part: string) => own.some(problem => problem.field === `${spec.name}-${part}`)
      const whole = own.some(problem => problem.field === spec.name)
      return (
        <DateInput
          {...grouped}
          id={spec.name}
          namePrefix={spec.name}
          parts={dateParts.map(part => ({ name: part, value: spec.value[part], error: whole || wrong(part) }))}
          afterParts={
            spec.as === 'moment' && (
              <div class="govuk-date-input__item">
                <TextInput
                  name={`${spec.name}-time`}
                  label="Time"
                  labelClasses="govuk-date-input__label"
                  classes={
                    whole || wrong('time') ? 'govuk-date-input__input govuk-input--error' : 'govuk-date-input__input'
                  }
                  width={5}
                  value={spec.value.time}
                />
              </div>
            )
          }
        />
      )
    }
    case 'radios':
      return <Radios {...grouped} name={spec.name} items={choices(spec.items)} value={spec.value} />
    case 'checkboxes':
      return <Checkboxes {...grouped} name={spec.name} items={choices(spec.items)} values={spec.value} />
    case 'select':
      return (
        <Select
          {...labelled}
          name={spec.name}
          value={spec.value}
          // The empty option first: a list never answers for the person.
          items={[
            { value: '', text: '' },
            ...spec.items.filter(item => item.value !== '').map(({ value, label }) => ({ value, text: label })),
          ]}
        />
      )
    default:
      return spec satisfies never
  }
}
