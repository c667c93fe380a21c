import { writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Model } from '../src/engine/matching/model.ts'
import { linkPeople } from '../src/engine/matching/people.ts'
import { twoFiles } from './english.ts'

const source = 'invented people of the matching bench: 20,000, in two files, seed “default model”'

/** Values that are common anywhere; homes and telephones of invented people are nobody's. */
const named = new Set(['given', 'family', 'sex'])

const rounded = (value: number): number => Number(value.toPrecision(4))

/** The numbers of a model to four digits: more would only be noise in the file. */
const roundedModel = (model: Model): Model => ({
  ...model,
  matchesPerRecord: rounded(model.matchesPerRecord),
  householdPerRecord: rounded(model.householdPerRecord),
  threshold: rounded(model.threshold),
  aspects: model.aspects.map(aspect => ({
    ...aspect,
    ...(aspect.frequencies && !named.has(aspect.key) ? { frequencies: { ...aspect.frequencies, common: {} } } : {}),
    levels: aspect.levels.map(({ code, match, chance, household }) => ({
      code,
      match: rounded(match),
      chance: rounded(chance),
      household: rounded(household),
    })),
  })),
})

/** The model for a register that has too few people to learn from. */
export const makeDefaultModel = (): Model => {
  const [left, right] = twoFiles('default model', 20_000)
  const people = [left, right].map(file => file.map(one => one.person)) as [never[], never[]]
  const { model } = linkPeople(...people, { withoutDuplicates: true, source })
  const number = model.aspects.find(one => one.key === 'nhsNumber')
  // Nobody invented has a number in another system: it errs as other numbers do.
  const aspects = model.aspects.map(one => (one.key === 'otherId' && number ? { ...number, key: 'otherId' } : one))
  return roundedModel({ ...model, aspects })
}

// Run as a program it writes the file anew: `node scripts/run.mjs bench/defaultModel.ts`.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = fileURLToPath(new URL('../src/engine/matching/defaultModel.json', import.meta.url))
  writeFileSync(file, `${JSON.stringify(makeDefaultModel(), null, 2)}\n`)
}
