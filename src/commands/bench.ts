import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Command, type Options, optionText, WrongUse } from './command.ts'

/** One thing that was measured. A single measurement is its own minimum, median and maximum. */
export interface Measured {
  readonly name: string
  /** "ms", "s", "MB", "pages/s". */
  readonly unit: string
  readonly min: number
  readonly median: number
  readonly max: number
  /** What the median is to keep within; absent where the number only stands beside others. */
  readonly atMost?: number
}

/** Two things measured side by side in one run: this says more than either number on a busy machine. */
export interface Ratio {
  readonly name: string
  readonly value: number
  readonly atMost?: number
  readonly atLeast?: number
}

export interface BenchResult {
  readonly bench: string
  readonly measured: readonly Measured[]
  readonly ratios: readonly Ratio[]
  /** What was not as it should be, besides limits; nothing when all is well. */
  readonly faults: readonly string[]
}

/** What is asked of a bench besides its name; each takes what it needs. */
export interface BenchOptions {
  /** Folder of the FEBRL files, which are no part of Canopy. */
  readonly febrl?: string | undefined
  /** How many people are invented. */
  readonly people?: number | undefined
}

/** Every file of `bench/` that can be run exports this. */
export interface Bench {
  readonly run: (out: (line: string) => void, options: BenchOptions) => Promise<BenchResult>
}

const names = [
  'worklist',
  'figures',
  'import',
  'search',
  'start',
  'matching',
  'chronology',
  'reports',
  'meetings',
  'actions',
  'audits',
  'webhooks',
  'campaigns',
] as const
const folder = fileURLToPath(new URL('../../bench', import.meta.url))

/** Benches stand outside the product, in the checkout: they are read only when somebody asks for one. */
const load = async (name: string): Promise<Bench> => {
  const file = join(folder, `${name}.ts`)
  if (!existsSync(file)) throw new WrongUse('Benches run from a checkout; this copy of Canopy has none')
  return (await import(pathToFileURL(file).href)) as Bench
}

/** Sentences about limits that were not kept. */
export const missed = ({ measured, ratios, faults }: BenchResult): readonly string[] => [
  ...measured
    .filter(({ median, atMost }) => atMost !== undefined && median > atMost)
    .map(({ name, unit, median, atMost }) => `${name}: ${median} ${unit}, and the aim is ${atMost} ${unit} or less`),
  ...ratios
    .filter(({ value, atMost, atLeast }) => value > (atMost ?? Infinity) || value < (atLeast ?? -Infinity))
    .map(
      ({ name, value, atMost, atLeast }) =>
        `${name}: ${value}, and the aim is ${atMost === undefined ? `${atLeast} or more` : `${atMost} or less`}`,
    ),
  ...faults,
]

const lines = ({ measured, ratios }: BenchResult): readonly string[] => [
  ...measured.map(({ name, unit, min, median, max }) =>
    min === max ? `${name}: ${median} ${unit}` : `${name}: ${median} ${unit} (${min} to ${max})`,
  ),
  ...ratios.map(({ name, value }) => `${name}: ${value}`),
]

const benchOptions = (options: Options): BenchOptions => {
  const people = optionText(options, 'people')
  if (people !== undefined && !/^[1-9]\d{2,6}$/.test(people))
    throw new WrongUse(`--people is a whole number from 100 to 9999999, not “${people}”`)
  return { febrl: optionText(options, 'febrl'), people: people === undefined ? undefined : Number(people) }
}

export const bench: Command = {
  usage: 'bench [NAME] [--json] [--febrl FOLDER] [--people N]',
  summary: `measure side by side: ${names.join(', ')}; without a name all of them, one after another`,
  options: { json: { type: 'boolean' }, febrl: { type: 'string' }, people: { type: 'string' } },
  run: async (given, [name, ...rest], options) => {
    if (rest.length > 0 || (name !== undefined && !(names as readonly string[]).includes(name)))
      throw new WrongUse(`There is no bench “${[name, ...rest].join(' ')}”. Benches: ${names.join(', ')}`)
    const asked = benchOptions(options)
    const results: BenchResult[] = []
    for (const one of name === undefined ? names : [name]) {
      if (!options.json) given.out(`── ${one}`)
      const result = await (await load(one)).run(options.json ? () => {} : given.out, asked)
      results.push(result)
      if (!options.json) for (const line of lines(result)) given.out(line)
      for (const line of missed(result)) given.err(line)
    }
    if (options.json) given.out(JSON.stringify(name === undefined ? results : results[0]))
    return results.every(result => missed(result).length === 0) ? 0 : 1
  },
}
