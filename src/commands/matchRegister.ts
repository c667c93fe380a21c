import type { Register } from '../declare/register.ts'
import { comparedRegisters, type Suggested, type Suggestion, suggestPairs } from '../engine/matching/suggest.ts'
import { midSentence, plural } from '../kit/names.ts'
import type { Given, Options } from './command.ts'
import { withEngine } from './open.ts'
import { personOf } from './whoActs.ts'

const pairHeadings = ['Would stay', 'The same person?', 'Chance', 'Strength', 'On record', 'Why'] as const

const pairCells = ({ stays, other, chance, strength, recorded, why }: Suggestion) => [
  stays,
  other,
  chance.toFixed(4),
  strength,
  recorded ?? '',
  why.join('; '),
]

/** The register whose records are compared with each other and which goes by this word, “people” or “person”. */
export const comparedBy = (given: Pick<Given, 'registers'>, word: string | undefined): Register | undefined =>
  comparedRegisters(given).find(({ of: { record } }) => [midSentence(record.plural), record.key].includes(word ?? ''))
    ?.of

const summary = ({ pairs, saved }: Suggested, wasSaved: boolean, address: string): string => {
  const before = pairs.filter(({ recorded }) => recorded !== null).length - saved.length
  const first = `${plural(pairs.length, 'pair')} may be one person, ${before} of them on record already.`
  return wasSaved
    ? `${first} ${plural(saved.length, 'suggestion')} saved: people decide at ${address}`
    : `${first} Nothing is saved: --save makes suggestions of the others`
}

/** Compares the records of a register with each other; with `--save` the pairs not yet on record wait for people to decide. */
export const matchRegister = async (given: Given, register: Register, options: Options) => {
  const save = options.save === true
  return withEngine(given, async engine => {
    const actor = await personOf(engine, options)
    const compared = comparedRegisters(engine).find(({ of }) => of.record.key === register.record.key)
    if (!compared) throw new Error(`Records of “${register.record.key}” are not compared with each other`)
    const suggested = await suggestPairs(engine, actor, compared, { save })
    return {
      found: suggested.pairs,
      headings: pairHeadings,
      cells: suggested.pairs.map(pairCells),
      summary: summary(suggested, save, compared.address),
    }
  })
}
