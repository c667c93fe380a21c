import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pathOf } from '../declare/register.ts'
import { sentenceCase, snakeToCamel } from '../kit/names.ts'
import { type Command, type Given, optionText, WrongUse } from './command.ts'
import { type Names, registerFiles } from './registerFiles.ts'

const checkout = fileURLToPath(new URL('../..', import.meta.url))
const pattern = /^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/

/** A reference of three letters that no register has: of the words first, then of the letters that follow. */
const freeReference = (path: string, taken: ReadonlySet<string>): string => {
  const letters = path.replaceAll('-', '').toUpperCase()
  const words = path.split('-').map(word => word.charAt(0).toUpperCase())
  const candidates = [
    ...(words.length >= 3 ? [words.slice(0, 3).join('')] : []),
    letters.slice(0, 3),
    ...Array.from(letters.slice(2), letter => `${letters.slice(0, 2)}${letter}`),
    ...Array.from({ length: 26 }, (_, n) => `${letters.slice(0, 2)}${String.fromCharCode(65 + n)}`),
  ]
  const free = candidates.find(one => /^[A-Z][A-Z0-9]{2}$/.test(one) && !taken.has(one))
  if (!free) throw new WrongUse(`No reference of three letters is left for “${path}”. Choose a longer name`)
  return free
}

/** @throws WrongUse naming everything that is wrong with the names */
const namesFor = ({ registers }: Pick<Given, 'registers'>, group: string, path: string, root: string): Names => {
  const words = 'small letters, digits and hyphens, beginning each word with a letter: home-visit'
  const key = path.replaceAll('-', '_')
  const faults = [
    ...(pattern.test(group) ? [] : [`“${group}” is no name of a group. Use ${words}`]),
    ...(pattern.test(path) ? [] : [`“${path}” is no name of a register. Use ${words}`]),
    ...(registers.some(one => pathOf(one) === path || one.record.key === key)
      ? [`There is a register “${path}” already`]
      : existsSync(join(root, 'src/registers', group, path))
        ? [`There is a folder src/registers/${group}/${path} already`]
        : []),
  ]
  if (faults.length > 0) throw new WrongUse(faults.join('\n'))
  return {
    group,
    path,
    key,
    camel: snakeToCamel(key),
    title: sentenceCase(path.replaceAll('-', ' ')),
    reference: freeReference(path, new Set(registers.map(one => one.record.reference))),
  }
}

const nextSteps = ({ group, path, camel }: Names): readonly string[] => [
  `src/registers/${group}/${path} is a small register that works. Next:`,
  '',
  '1. Add it to the list in src/app/registers.ts:',
  `     import { ${camel}Register } from '../registers/${group}/${path}/index.ts'`,
  `     and ${camelLine(camel)} in the list, where it is to stand in the menu`,
  '2. Change record.ts, pathway.ts and the rest to what it is to hold; README.md says what each file is for.',
  '3. ./canopy schema draft prints the SQL its tables need. Read it, and keep it as the next file of db/migrations.',
  '4. ./canopy diagrams renews docs/diagrams. Read what changed: who may do what.',
  `5. npm test src/registers/${group}/${path}`,
]
const camelLine = (camel: string): string => `${camel}Register,`

export const registerNew: Command = {
  usage: 'register:new GROUP NAME [--into FOLDER]',
  summary: 'make the files of a new register, small and working; FOLDER is another checkout',
  options: { into: { type: 'string' } },
  run: async (given, [group, path, ...rest], options) => {
    if (!group || !path || rest.length > 0) throw new WrongUse('Say the group and the name of the register')
    const root = optionText(options, 'into') ?? checkout
    const names = namesFor(given, group, path, root)
    const folder = join(root, 'src/registers', group, path)
    mkdirSync(folder, { recursive: true })
    for (const [name, text] of Object.entries(registerFiles(names))) writeFileSync(join(folder, name), text)
    for (const line of nextSteps(names)) given.out(line)
    return 0
  },
}
