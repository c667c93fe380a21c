import { content, type Options, type Proof } from '../../../test/support/fixtures.ts'
import {
  CharacterCount,
  Checkboxes,
  type Choice,
  DateInput,
  ErrorMessage,
  Fieldset,
  FileUpload,
  Hint,
  Label,
  Radios,
  Select,
  Textarea,
  TextInput,
} from './index.ts'

const control = (o: Options) => ({
  name: o.name,
  id: o.id,
  label: content(o.label),
  labelClasses: o.label?.classes,
  isPageHeading: o.label?.isPageHeading,
  hint: content(o.hint),
  error: content(o.errorMessage),
  describedBy: o.describedBy,
  classes: o.classes,
  groupClasses: o.formGroup?.classes,
  attributes: o.attributes,
})

const area = (o: Options) => ({
  ...control(o),
  value: o.value,
  rows: o.rows,
  spellcheck: o.spellcheck,
  disabled: o.disabled,
  autocomplete: o.autocomplete,
})

const choice = (item: Options): Choice =>
  item.divider
    ? { divider: item.divider }
    : {
        value: item.value,
        label: content(item),
        labelClasses: item.label?.classes,
        hint: content(item.hint),
        id: item.id,
        name: item.name,
        checked: item.checked,
        disabled: item.disabled,
        behaviour: item.behaviour,
        attributes: item.attributes,
      }

const choices = (o: Options) => ({
  name: o.name,
  idPrefix: o.idPrefix,
  items: o.items.filter(Boolean).map(choice),
  legend: content(o.fieldset?.legend),
  legendClasses: o.fieldset?.legend?.classes,
  isPageHeading: o.fieldset?.legend?.isPageHeading,
  fieldset: Boolean(o.fieldset),
  fieldsetClasses: o.fieldset?.classes,
  fieldsetAttributes: o.fieldset?.attributes,
  hint: content(o.hint),
  error: content(o.errorMessage),
  describedBy: o.fieldset?.describedBy ?? o.describedBy,
  classes: o.classes,
  groupClasses: o.formGroup?.classes,
  attributes: o.attributes,
})

/** The three boxes as the template makes them from its several ways of asking. */
function parts(o: Options) {
  const values = o.values ?? {}
  const day = o.day ?? { name: 'day', value: values.day }
  const month = o.month ?? { name: 'month', value: values.month }
  const year = o.year ?? { name: 'year', value: values.year }
  const byName: Record<string, Options> = { day, month, year }
  const chosen = o.items?.length
    ? o.items
    : [o.day === false ? null : day, o.month === false ? null : month, o.year === false ? null : year]
  const names = ['day', 'month', 'year']
  return chosen.filter(Boolean).map((item: Options, index: number) => {
    const name = item.name ?? (o.items?.length ? item.name : names[index])
    const marked = item.error || item.classes?.includes('govuk-input--error')
    return {
      ...item,
      name,
      inputMode: item.inputmode,
      classes: [item.classes, name === year.name && !item.classes?.includes('width-') && 'govuk-input--width-4']
        .filter(Boolean)
        .join(' '),
      error: marked ? true : item.error === false ? false : undefined,
      value: item.value ?? byName[name]?.value ?? values[o.namePrefix ? `${o.namePrefix}-${name}` : name],
    }
  })
}

const because = (reason: string, ...names: string[]) => Object.fromEntries(names.map(name => [name, reason]))
const conditional = 'no conditional reveal: a follow-up question has its own page or is always there'
const holes = 'our lists are typed and have no holes, so numbering never skips'
const labelAttributes = 'no extra attributes on the label of a choice'
const affix = 'no classes or attributes of their own on prefix, suffix and wrapper'
const values = 'a value is a text; the fixture uses false'

export const formProofs: readonly Proof[] = [
  {
    component: 'label',
    render: o => (
      <Label for={o.for} classes={o.classes} isPageHeading={o.isPageHeading} attributes={o.attributes}>
        {content(o)}
      </Label>
    ),
  },
  {
    component: 'hint',
    render: o => (
      <Hint id={o.id} classes={o.classes} attributes={o.attributes}>
        {content(o)}
      </Hint>
    ),
  },
  {
    component: 'error-message',
    render: o => (
      <ErrorMessage
        id={o.id}
        classes={o.classes}
        attributes={o.attributes}
        visuallyHiddenText={o.visuallyHiddenText === false ? '' : o.visuallyHiddenText}
      >
        {content(o)}
      </ErrorMessage>
    ),
  },
  {
    component: 'fieldset',
    render: o => (
      <Fieldset
        legend={content(o.legend)}
        legendClasses={o.legend?.classes}
        isPageHeading={o.legend?.isPageHeading}
        role={o.role}
        describedBy={o.describedBy}
        classes={o.classes}
        attributes={o.attributes}
      >
        {content({ html: o.html })}
      </Fieldset>
    ),
  },
  {
    component: 'file-upload',
    render: o => <FileUpload {...control(o)} multiple={o.multiple} disabled={o.disabled} />,
    skip: Object.fromEntries(
      [
        'enhanced',
        'enhanced, with error message and hint',
        'enhanced, multiple files',
        'enhanced, custom wrapper classes and attributes',
        'translated',
      ].map(name => [
        name,
        'the field of the browser works without a script; a place to drop files would need one more',
      ]),
    ),
  },
  {
    component: 'input',
    render: o => (
      <TextInput
        {...control(o)}
        value={o.value}
        type={o.type}
        inputMode={o.inputmode}
        autocomplete={o.autocomplete}
        autocapitalize={o.autocapitalize}
        pattern={o.pattern}
        spellcheck={o.spellcheck}
        disabled={o.disabled}
        prefix={content(o.prefix)}
        suffix={content(o.suffix)}
      />
    ),
    skip: because(
      affix,
      'with prefix with classes',
      'with prefix with attributes',
      'with suffix with classes',
      'with suffix with attributes',
      'with customised input wrapper',
    ),
  },
  { component: 'textarea', render: o => <Textarea {...area(o)} /> },
  {
    component: 'character-count',
    render: o => (
      <CharacterCount
        {...area(o)}
        maxLength={o.maxlength}
        maxWords={o.maxwords}
        threshold={o.threshold}
        countType={o.countType}
        description={o.textareaDescriptionText}
        messageClasses={o.countMessage?.classes}
        groupAttributes={o.formGroup?.attributes}
      />
    ),
    skip: {
      'with neither maxlength nor maxwords set': 'a limit is always set on the server, never in the browser',
      'with translations': 'English only',
    },
  },
  {
    component: 'select',
    render: o => (
      <Select {...control(o)} items={(o.items ?? []).filter(Boolean)} value={o.value} disabled={o.disabled} />
    ),
    skip: because(values, 'with falsy values'),
  },
  {
    component: 'radios',
    render: o => <Radios {...choices(o)} value={o.value} />,
    skip: {
      ...because(
        conditional,
        'with conditional items',
        'with conditional item checked',
        'with optional form-group classes showing group error',
        'small with conditional reveal',
        'textarea in conditional',
        'with conditional items with special characters',
        'with conditional items and pre-checked value',
      ),
      'with falsy items': holes,
      'label with attributes': labelAttributes,
    },
  },
  {
    component: 'checkboxes',
    render: o => <Checkboxes {...choices(o)} values={o.values} />,
    skip: {
      ...because(
        conditional,
        'with pre-checked values',
        'with divider, None and conditional items',
        'with conditional items',
        'with conditional item checked',
        'with optional form-group classes showing group error',
        'small with conditional reveal',
        'textarea in conditional',
        'with conditional items with special characters',
      ),
      'with falsy values': holes,
      'label with attributes': labelAttributes,
    },
  },
  {
    component: 'date-input',
    render: o => (
      <DateInput
        id={o.id}
        namePrefix={o.namePrefix}
        parts={parts(o)}
        legend={content(o.fieldset?.legend)}
        legendClasses={o.fieldset?.legend?.classes}
        isPageHeading={o.fieldset?.legend?.isPageHeading}
        fieldsetClasses={o.fieldset?.classes}
        hint={content(o.hint)}
        error={content(o.errorMessage)}
        describedBy={o.fieldset?.describedBy}
        classes={o.classes}
        groupClasses={o.formGroup?.classes}
        attributes={o.attributes}
      />
    ),
  },
]
