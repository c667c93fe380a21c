import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { diagramFiles } from '../publish/declared/diagrams.ts'
import { type Command, optionText } from './command.ts'

const folderOfDocs = fileURLToPath(new URL('../../docs/diagrams', import.meta.url))

export const diagrams: Command = {
  usage: 'diagrams [-o FOLDER]',
  summary: 'draw states, matrix and data dictionary from the declarations into docs/diagrams; needs no database',
  options: { output: { type: 'string', short: 'o' } },
  run: async (given, _words, options) => {
    const folder = optionText(options, 'output') ?? folderOfDocs
    await mkdir(folder, { recursive: true })
    const files = diagramFiles(given.registers, given.roles)
    for (const old of await readdir(folder))
      if (/^states-.*\.md$/.test(old) && !Object.hasOwn(files, old)) await rm(join(folder, old))
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
    given.out(`Written to ${folder}: ${Object.keys(files).join(', ')}`)
    return 0
  },
}
