import type { BenchOptions, BenchResult, Measured, Ratio } from '../src/commands/bench.ts'
import { link } from '../src/engine/matching/link.ts'
import { linkPeople } from '../src/engine/matching/people.ts'
import { oneFile, twoFiles } from './english.ts'
import type { Written } from './englishMistakes.ts'
import { type EnglishScore, scoreEnglish } from './englishScore.ts'
import { type Febrl, febrlCases, loadFebrl, plainLinks, scoreFebrl } from './febrl.ts'
import { spread } from './measure.ts'

// How well and how fast records of one person are found: FEBRL 4 beside a plain way (Soundex of the surname and the exact date
// of birth), and invented people of an English town. Which pairs are true is read for the score alone.

const rounds = 3
const share = (value: number): number => Math.round(value * 100_000) / 100_000

/** `work` is what the processor did, which a busy machine changes less than the seconds that passed. */
const timed = <T>(work: () => T): { readonly seconds: number; readonly work: number; readonly result: T } => {
  const start = performance.now()
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return { seconds: (performance.now() - start) / 1000, work: (user + system) / 1_000_000, result }
}

interface Part {
  readonly measured: readonly Measured[]
  readonly ratios: readonly Ratio[]
}

const measureFebrl = (data: Febrl, out: (line: string) => void): Part => {
  const plain = Array.from({ length: rounds }, () => timed(() => plainLinks(data)))
  const plainScore = scoreFebrl(data, plain[0]?.result ?? [])
  const parts = febrlCases.map(({ name, fields, atLeast }): Part => {
    const runs = Array.from({ length: rounds }, () =>
      timed(() => link(data.left, data.right, { fields, withoutDuplicates: true })),
    )
    const linked = runs[0]?.result
    const { precision, recall, f1 } = scoreFebrl(data, linked?.links ?? [])
    out(
      `FEBRL, ${name}: precision ${share(precision)}, recall ${share(recall)}, ${linked?.compared} pairs compared, threshold ${share(linked?.model.threshold ?? 0)}`,
    )
    return {
      measured: [
        spread(
          `FEBRL, ${name}`,
          's',
          runs.map(one => one.seconds),
          2,
        ),
        spread(
          `FEBRL, ${name}: work`,
          's',
          runs.map(one => one.work),
        ),
      ],
      ratios: [{ name: `FEBRL, ${name}: F1`, value: share(f1), atLeast }],
    }
  })
  return {
    measured: [
      ...parts.flatMap(one => one.measured),
      spread(
        'FEBRL, the plain way',
        's',
        plain.map(one => one.seconds),
      ),
    ],
    ratios: [...parts.flatMap(one => one.ratios), { name: 'FEBRL, the plain way: F1', value: share(plainScore.f1) }],
  }
}

const rowsOf = (name: string, score: EnglishScore, aims: { readonly precision?: number; readonly recall?: number }) => [
  { name: `${name}: precision`, value: share(score.precision), ...(aims.precision ? { atLeast: aims.precision } : {}) },
  { name: `${name}: recall`, value: share(score.recall), ...(aims.recall ? { atLeast: aims.recall } : {}) },
  { name: `${name}: linked or left to a person, of the true pairs`, value: share(score.foundOrAsked) },
  { name: `${name}: twins linked to each other, of all twins`, value: share(score.twins) },
]

const people = (written: readonly Written[]) => written.map(one => one.person)

const measureFiles = (count: number, out: (line: string) => void): Part => {
  const [left, right] = twoFiles('matching', count)
  const work = (options: Parameters<typeof linkPeople>[2]) =>
    timed(() => linkPeople(people(left), people(right), { withoutDuplicates: true, ...options }))
  const asked = work({})
  const score = scoreEnglish(left, right, asked.result)
  out(
    `Two files of ${left.length} and ${right.length} invented people: ${score.asked} pairs left to a person; recall by what differs`,
  )
  for (const { kind, pairs, recall } of score.kinds) out(`  ${kind}: ${share(recall)} of ${pairs}`)
  const weighed = work({ apart: 'weigh', precision: 0.995 })
  return {
    measured: [spread(`two files, ${left.length} and ${right.length} people`, 's', [asked.seconds, weighed.seconds])],
    ratios: [
      ...rowsOf('two files', score, { precision: 0.995 }),
      ...rowsOf('two files, twins weighed as others', scoreEnglish(left, right, weighed.result), {
        precision: 0.995,
        recall: 0.97,
      }),
    ],
  }
}

const measureRegister = (count: number): Part => {
  const register = oneFile('matching', count)
  const { seconds, result } = timed(() => linkPeople(people(register), undefined))
  return {
    measured: [
      spread(`one register, ${register.length} records`, 's', [seconds]),
      spread('memory at most', 'MB', [process.resourceUsage().maxRSS / 1024]),
    ],
    ratios: rowsOf('one register', scoreEnglish(register, register, result), {}),
  }
}

/** Runs on FEBRL where its folder is given, and on invented people. */
export const run = async (
  out: (line: string) => void,
  { febrl, people: count = 100_000 }: BenchOptions,
): Promise<BenchResult> => {
  if (febrl === undefined) out('FEBRL is left out: say where febrl4a.csv and febrl4b.csv are with --febrl FOLDER')
  const parts = [
    ...(febrl === undefined ? [] : [measureFebrl(loadFebrl(febrl), out)]),
    measureFiles(count, out),
    measureRegister(Math.round(count / 2)),
  ]
  return {
    bench: 'matching',
    measured: parts.flatMap(one => one.measured),
    ratios: parts.flatMap(one => one.ratios),
    faults: [],
  }
}
