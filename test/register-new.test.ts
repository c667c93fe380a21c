import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { links } from '../src/app/links.ts'
import { registers } from '../src/app/registers.ts'
import { roles } from '../src/app/roles.ts'
import type { Given } from '../src/commands/command.ts'
import { registerNew } from '../src/commands/registerNew.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
let copy: string
beforeAll(() => {
  copy = mkdtempSync(join(realpathSync(tmpdir()), 'canopy-new-'))
  for (const part of ['src', 'test', 'bench', 'db', 'docs', 'scripts'])
    cpSync(join(root, part), join(copy, part), { recursive: true })
  for (const part of ['package.json', 'tsconfig.json', 'vitest.config.ts']) cpSync(join(root, part), join(copy, part))
  symlinkSync(realpathSync(join(root, 'node_modules')), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const run = async (...words: string[]) => {
  const said: string[] = []
  const given = { registers, links, roles, out: (line: string) => said.push(line) } as unknown as Given
  await registerNew.run(given, words, { into: copy })
  return said.join('\n')
}

const node = (...words: string[]) => {
  // The server of this run: to make another takes as long as the rest.
  const env = { ...process.env, DATABASE_URL: inject('server'), TSX_TSCONFIG_PATH: join(copy, 'tsconfig.json') }
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: copy, encoding: 'utf8', env })
  return { status, stdout, said: `${stdout}${stderr}` }
}

describe('canopy register:new', () => {
  it('refuses names that are taken or cannot be names, all at once, and writes nothing', async () => {
    await expect(run('front-door', 'contact')).rejects.toThrow('There is a register “contact” already')
    await expect(run('Front Door', '../contact')).rejects.toThrow(
      /“Front Door” is no name[\s\S]*“..\/contact” is no name/,
    )
    await expect(run('help')).rejects.toThrow('Say the group and the name')
    expect(existsSync(join(copy, 'src/registers/Front Door'))).toBe(false)
  })

  it('makes a register that compiles, has its tables drafted and passes its own test', async () => {
    expect(await run('help', 'home-visit')).toContain(
      "import { homeVisitRegister } from '../registers/help/home-visit/index.ts'",
    )
    await expect(run('help', 'home-visit')).rejects.toThrow('There is a folder src/registers/help/home-visit already')

    // The line somebody adds by hand.
    const list = join(copy, 'src/app/registers.ts')
    const before = readFileSync(list, 'utf8')
    const line = "import { homeVisitRegister } from '../registers/help/home-visit/index.ts'"
    writeFileSync(list, `${line}\n${before.replace(/\n\]/, '\n  homeVisitRegister,\n]')}`)

    // Its test reads every register: that it runs is seen below.
    const only = {
      ...{ extends: './tsconfig.json', include: ['src/registers/help/home-visit', 'src/app/roles.ts'] },
      exclude: ['**/*.test.ts', 'node_modules'],
    }
    writeFileSync(join(copy, 'new.json'), JSON.stringify(only))
    const types = node('node_modules/typescript/bin/tsc', '--noEmit', '--project', 'new.json')
    expect(types.said).toBe('')
    // The verb also checks the declarations, as every start does.
    const draft = node('--import', 'tsx', 'src/cli.ts', 'schema', 'draft')
    expect(draft.stdout).toContain('create table canopy.home_visit')
    const last = readdirSync(join(copy, 'db/migrations')).sort().at(-1) ?? ''
    const next = String(Number(last.slice(0, 4)) + 1).padStart(4, '0')
    writeFileSync(join(copy, `db/migrations/${next}_home_visit.sql`), draft.stdout)
    const own = node('node_modules/vitest/vitest.mjs', 'run', 'src/registers/help/home-visit')
    expect(own.said).toMatch(/Tests\s.*3 passed/)
    expect(own.status).toBe(0)
  }, 240_000)
})
