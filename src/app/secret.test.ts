import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { secretIn } from './secret.ts'

const folder = mkdtempSync(join(tmpdir(), 'canopy-secret-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('is made once, is the same afterwards, and is readable by its owner alone', () => {
  const data = join(folder, 'data')
  const made = secretIn(data)
  expect(made.length).toBeGreaterThanOrEqual(32)
  expect(secretIn(data)).toBe(made)
  expect(statSync(join(data, 'secret')).mode & 0o777).toBe(0o600)
  expect(secretIn(join(folder, 'other'))).not.toBe(made)
})

it('that somebody cut short is refused rather than used', () => {
  writeFileSync(join(folder, 'secret'), 'short')
  expect(() => secretIn(folder)).toThrow('32 characters or more')
})
