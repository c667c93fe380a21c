import { createHash } from 'node:crypto'
import type { Typed } from '../../src/declare/input.ts'
import type { Register } from '../../src/declare/register.ts'
import type { Engine } from '../../src/engine/engine.ts'
import { forgetDirectory } from '../../src/engine/people/directory.ts'
import { nhsNumberOf } from '../../src/kit/checkDigits.ts'

let made = 0
let numbered = 900_000_000

/** In a world with records that another worker made: its own begin beyond theirs. */
export const startFreshAnew = (): void => {
  made = Math.max(made, 4000)
  numbered = Math.max(numbered, 950_000_000)
}

/**
 * The answers of an example so that it can be started again in the same world: where a register allows one record for the
 * same answers, a round such as 2026-27 becomes one that no test has used, and a name that of something else; where it looks for others like it before it
 * starts, the names and numbers become those of somebody else.
 */
export const freshStart = (register: Register, typed: Typed): Typed => {
  const { onePer, start } = register.pathway
  if (start.looks !== undefined || onePer !== undefined) made += 1
  if (start.looks) return somebodyElse(register, typed)
  if (onePer === undefined) return typed
  const year = 2100 + made
  const round = `${year}-${String((year + 1) % 100).padStart(2, '0')}`
  return Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [
      name,
      !onePer.fields.includes(name)
        ? value
        : /^\d{4}-\d{2}$/.test(String(value))
          ? round
          : register.record.about.includes(name) && register.record.fields[name]?.kind === 'text'
            ? unlike(`${name} ${made}`)
            : value,
    ]),
  )
}

/** A pseudonym that no test has typed: those have one letter or two. */
const pseudonym = (): string => {
  const letters = [made / 676, made / 26, made].map(at => String.fromCharCode(65 + (Math.floor(at) % 26)))
  return `Child ${letters.join('')}`
}

/** The same where a register allows one record for an agency: it becomes an agency that no test has used. */
export const freshPlace = async (
  { engine, owner }: { readonly engine: Engine; readonly owner: Owner },
  register: Register,
  typed: Typed,
): Promise<Typed> => {
  const answers = freshStart(register, typed)
  const { fields } = register.record
  const [name] = register.pathway.onePer?.fields ?? []
  const field = name === undefined ? undefined : fields[name]
  if (name === undefined || register.pathway.onePer?.fields.length !== 1 || field?.kind !== 'agency') return answers
  const called = unlike(`${name} ${made}`)
  await owner.query(
    `insert into canopy.agency (id, code, name, kind, valid_from) values (gen_random_uuid(), $1, $1, $2, '2015-01-01')`,
    [called, field.kinds?.[0] ?? 'school'],
  )
  forgetDirectory(engine)
  return { ...answers, [name]: called }
}
interface Owner {
  readonly query: (text: string, values: unknown[]) => Promise<unknown>
}

const somebodyElse = ({ record }: Register, typed: Typed): Typed =>
  Object.fromEntries(
    Object.entries(typed).map(([name, value]) => {
      if (value === '' || typeof value !== 'string') return [name, value]
      if (name === 'nhsNumber') return [name, nhsNumber()]
      if (/^Child [A-Z]{1,3}$/.test(value)) return [name, pseudonym()]
      return [
        name,
        record.about.includes(name) && record.fields[name]?.kind === 'text' ? unlike(`${name} ${made}`) : value,
      ]
    }),
  )

/** A word of letters that is like no other one: names that only differ in a number at their end are alike to who looks. */
const unlike = (seed: string): string => {
  const letters = [...createHash('sha256').update(seed).digest().subarray(0, 12)].map(byte =>
    String.fromCharCode(97 + (byte % 26)),
  )
  return `${letters[0]?.toUpperCase()}${letters.slice(1).join('')}`
}

const nhsNumber = (): string => {
  numbered += 1
  return nhsNumberOf(String(numbered)) ?? nhsNumber()
}
