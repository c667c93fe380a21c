import { type Attributes, type Content, cx, has, ids } from './common.ts'
import { type ControlProps, FormGroup, Hint, HintAndError, Label } from './field.tsx'

export interface TextInputProps extends ControlProps {
  value?: string | number | undefined
  type?: string | undefined
  /** Width in characters; absent means the full width. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined
  inputMode?: string | undefined
  autocomplete?: string | undefined
  autocapitalize?: string | undefined
  pattern?: string | undefined
  spellcheck?: boolean | undefined
  disabled?: boolean | undefined
  prefix?: Content
  suffix?: Content
}

/** A single line of text. */
export function TextInput(props: TextInputProps) {
  const id = props.id ?? props.name
  const extra: Attributes = { autocapitalize: props.autocapitalize, inputmode: props.inputMode, ...props.attributes }
  const input = (
    <input
      class={cx(
        'govuk-input',
        props.width && `govuk-input--width-${props.width}`,
        props.classes,
        has(props.error) && 'govuk-input--error',
      )}
      id={id}
      name={props.name}
      type={props.type ?? 'text'}
      spellcheck={props.spellcheck}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={ids(props.describedBy, has(props.hint) && `${id}-hint`, has(props.error) && `${id}-error`)}
      autocomplete={props.autocomplete}
      pattern={props.pattern}
      {...extra}
    />
  )
  return (
    <FormGroup error={props.error} classes={props.groupClasses}>
      <Label for={id} classes={props.labelClasses} isPageHeading={props.isPageHeading}>
        {props.label}
      </Label>
      <HintAndError id={id} hint={props.hint} error={props.error} />
      {has(props.prefix) || has(props.suffix) ? (
        <div class="govuk-input__wrapper">
          {has(props.prefix) && (
            <div class="govuk-input__prefix" aria-hidden="true">
              {props.prefix}
            </div>
          )}
          {input}
          {has(props.suffix) && (
            <div class="govuk-input__suffix" aria-hidden="true">
              {props.suffix}
            </div>
          )}
        </div>
      ) : (
        input
      )}
    </FormGroup>
  )
}

export interface TextareaProps extends ControlProps {
  value?: string | undefined
  rows?: number | undefined
  spellcheck?: boolean | undefined
  disabled?: boolean | undefined
  autocomplete?: string | undefined
  groupAttributes?: Attributes | undefined
  afterInput?: Content
}

/** Several lines of text, shown again exactly as typed. */
export function Textarea(props: TextareaProps) {
  const id = props.id ?? props.name
  // A browser swallows one line break at the start of a text area; without this a typed blank first line would be lost.
  const value = props.value?.startsWith('\n') || props.value?.startsWith('\r\n') ? `\n${props.value}` : props.value
  return (
    <FormGroup error={props.error} classes={props.groupClasses} attributes={props.groupAttributes}>
      <Label for={id} classes={props.labelClasses} isPageHeading={props.isPageHeading}>
        {props.label}
      </Label>
      <HintAndError id={id} hint={props.hint} error={props.error} />
      <textarea
        class={cx('govuk-textarea', has(props.error) && 'govuk-textarea--error', props.classes)}
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        spellcheck={props.spellcheck}
        disabled={props.disabled}
        aria-describedby={ids(props.describedBy, has(props.hint) && `${id}-hint`, has(props.error) && `${id}-error`)}
        autocomplete={props.autocomplete}
        {...props.attributes}
      >
        {value}
      </textarea>
      {props.afterInput}
    </FormGroup>
  )
}

export interface CharacterCountProps extends TextareaProps {
  maxLength?: number | undefined
  maxWords?: number | undefined
  countType?: 'length' | 'characters' | 'words' | undefined
  /** Per cent of the limit from which the count is shown. */
  threshold?: number | undefined
  /** Words shown before anything is counted; `%{count}` stands for the limit. */
  description?: string | undefined
  messageClasses?: string | undefined
}

/** A text area that counts characters or words as they are typed. It never cuts off what was typed. */
export function CharacterCount(props: CharacterCountProps) {
  const { maxLength, maxWords, countType, threshold, description, messageClasses, ...rest } = props
  const id = props.id ?? props.name
  const limit = maxWords ?? maxLength
  const type = countType ?? (maxWords ? 'words' : undefined)
  const text = description ?? `You can enter up to %{count} ${type === 'words' ? 'words' : 'characters'}`
  return (
    <Textarea
      {...rest}
      id={id}
      describedBy={ids(`${id}-info`, props.describedBy)}
      classes={cx('govuk-js-character-count', props.classes)}
      groupClasses={cx('govuk-character-count', props.groupClasses)}
      groupAttributes={{
        'data-module': 'govuk-character-count',
        'data-maxlength': maxLength,
        'data-maxwords': maxWords,
        'data-threshold': threshold,
        'data-count-type': type,
        ...props.groupAttributes,
      }}
      afterInput={
        <Hint id={`${id}-info`} classes={cx('govuk-character-count__message', messageClasses)}>
          {limit === undefined ? '' : text.replace('%{count}', String(limit))}
        </Hint>
      }
    />
  )
}

export interface SelectOption {
  text: string
  /** Absent: the text itself is the value. */
  value?: string | undefined
  selected?: boolean | undefined
  disabled?: boolean | undefined
  attributes?: Attributes | undefined
}

export interface SelectProps extends ControlProps {
  items: readonly SelectOption[]
  value?: string | undefined
  disabled?: boolean | undefined
}

export function Select(props: SelectProps) {
  const id = props.id ?? props.name
  const isSelected = (item: SelectOption) =>
    item.selected ?? (!!props.value && (item.value ?? item.text) === props.value)
  return (
    <FormGroup error={props.error} classes={props.groupClasses}>
      <Label for={id} classes={props.labelClasses} isPageHeading={props.isPageHeading}>
        {props.label}
      </Label>
      <HintAndError id={id} hint={props.hint} error={props.error} />
      <select
        class={cx('govuk-select', props.classes, has(props.error) && 'govuk-select--error')}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={ids(props.describedBy, has(props.hint) && `${id}-hint`, has(props.error) && `${id}-error`)}
        {...props.attributes}
      >
        {props.items.map(item => (
          <option value={item.value} selected={isSelected(item)} disabled={item.disabled} {...item.attributes}>
            {item.text}
          </option>
        ))}
      </select>
    </FormGroup>
  )
}
