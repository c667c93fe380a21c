import { describe, expect, it } from 'vitest'
import { hashPassword, passwordProblems, verifyPassword } from './passwords.ts'

describe('passwords', () => {
  it('are kept as argon2id with the parameters of OWASP and verified', async () => {
    const stored = await hashPassword('gläserne kupfer teekanne')
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await verifyPassword(stored, 'gläserne kupfer teekanne')).toBe(true)
    expect(await verifyPassword(stored, 'gla\u0308serne kupfer teekanne')).toBe(true)
    expect(await verifyPassword(stored, 'gläserne kupfer teekanne ')).toBe(false)
    expect(await verifyPassword('not a hash', 'gläserne kupfer teekanne')).toBe(false)
  })

  it('have a salt each', async () => {
    expect(await hashPassword('gläserne kupfer teekanne')).not.toBe(await hashPassword('gläserne kupfer teekanne'))
  })

  const good = [
    'gläserne kupfer teekanne',
    'otter lamp seventeen',
    'Passionate walruses',
    'correct horse otter lamp',
    'x7!kk29#mfpq',
  ]
  for (const text of good)
    it(`good: ${text}`, () => expect(passwordProblems(text, ['dev.shah', 'Dev Shah'])).toEqual([]))

  const bad = [
    'short',
    'eleven char',
    'password1234',
    'P@ssw0rd2026!!',
    'passwordpassword',
    'Islington2026',
    'Arsenal123456',
    '123456789012',
    'abcdefghijklm',
    'qwertyuiop123',
    'aaaaaaaaaaaaaaa',
    'Letmein!2345',
    'correcthorsebatterystaple',
    'x'.repeat(201),
    'Dev.Shah.2026',
    'devshahdevshah',
  ]
  for (const text of bad)
    it(`bad: ${text.slice(0, 30)}`, () => expect(passwordProblems(text, ['dev.shah', 'Dev Shah'])).toHaveLength(1))
})
