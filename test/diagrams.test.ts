import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { registers } from '../src/app/registers.ts'
import { roles } from '../src/app/roles.ts'
import type { Register } from '../src/declare/register.ts'
import { matrixOf } from '../src/engine/matrix.ts'
import { diagramFiles } from '../src/publish/declared/diagrams.ts'

const folder = fileURLToPath(new URL('../docs/diagrams', import.meta.url))
const renew = 'The declarations changed. Read what changed, renew with ./canopy diagrams, and commit docs/diagrams'

/** Which committed pages are not what the declarations say. */
const stale = (of: readonly Register[]): readonly string[] => {
  const fresh = diagramFiles(of, roles)
  const committed = readdirSync(folder).filter(name => /^(states-.*|matrix|data-dictionary)\.md$/.test(name))
  return [...new Set([...Object.keys(fresh), ...committed])].filter(
    name => !committed.includes(name) || readFileSync(`${folder}/${name}`, 'utf8') !== fresh[name],
  )
}

describe('docs/diagrams', () => {
  it('is what the declarations say', () => {
    expect(stale(registers), renew).toEqual([])
  })

  it('is found stale when an action is given to one role more', () => {
    const [first, ...rest] = registers
    if (!first) throw new Error('There are no registers')
    const start = { ...first.pathway.start, by: [...first.pathway.start.by, 'analyst' as const] }
    const changed = { ...first, pathway: { ...first.pathway, start } } as Register
    expect(stale([changed, ...rest])).toContain('matrix.md')
  })

  it('is found stale when a register is missing', () => {
    expect(stale(registers.slice(1)).length).toBeGreaterThan(2)
  })
})

describe('the matrix', () => {
  it('has a row for every role in every register, and says nothing for those who may nothing', () => {
    const rows = matrixOf(registers, roles)
    expect(rows).toHaveLength(registers.length * Object.keys(roles).length)
    for (const row of rows.filter(one => one.role === 'administrator'))
      expect(row).toMatchObject({ reads: null, actions: [], exports: false, imports: false })
  })

  it('shows no child to the roles of the partnership’s own work', () => {
    const children = new Set(
      registers.filter(one => one.shape === 'case').map(({ record }) => record.key.replaceAll('_', '-')),
    )
    const own = ['administrator', 'scrutineer', 'partnership_manager', 'audit_lead']
    const seen = matrixOf(registers, roles).filter(one => children.has(one.register) && own.includes(one.role))
    expect(seen.filter(one => one.reads !== null)).toEqual([])
  })
})
