import { type Field, type Fields, type Options, optionOf } from '../declare/field.ts'
import type { Register } from '../declare/register.ts'
import { digest } from '../kit/digest.ts'

/** The words of a register as people were asked and shown them. */
export interface Words {
  readonly title: string
  readonly fields: Readonly<
    Record<string, { question: string; hint?: string; options?: Readonly<Record<string, string>> }>
  >
  readonly states: Readonly<Record<string, string>>
  readonly actions: Readonly<Record<string, string>>
}

const optionWords = (options: Options) =>
  Object.fromEntries(Object.keys(options).map(code => [code, optionOf(options, code)?.label ?? code]))

const fieldWords = (field: Field) => ({
  question: field.question,
  ...(field.hint === undefined ? {} : { hint: field.hint }),
  ...('options' in field ? { options: optionWords(field.options) } : {}),
})

const wordsOfFields = (fields: Fields) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldWords(field)]))

export const wordsOf = ({ record, pathway }: Register): Words => ({
  title: record.title,
  fields: {
    ...wordsOfFields(record.fields),
    ...Object.assign(
      {},
      ...Object.entries(record.lines).map(([group, { fields }]) =>
        Object.fromEntries(Object.entries(wordsOfFields(fields)).map(([name, words]) => [`${group}.${name}`, words])),
      ),
    ),
  },
  states: Object.fromEntries(Object.entries(pathway.states).map(([state, { label }]) => [state, label])),
  actions: {
    start: pathway.start.label,
    ...Object.fromEntries(Object.entries(pathway.actions).map(([action, { label }]) => [action, label])),
  },
})

export const wordingId = (register: Register): string => digest(JSON.stringify(wordsOf(register))).slice(0, 32)
